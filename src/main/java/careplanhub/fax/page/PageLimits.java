package careplanhub.fax.page;

import careplanhub.office.FaxSettings;
import java.util.List;
import java.util.stream.Stream;

/** The limits that a child keeps itself, handed to it as its arguments. */
record PageLimits(long bytes, int pages, int pixels, int textPieces, int pdfResolution) {
  static PageLimits of(FaxSettings settings) {
    return new PageLimits(
        settings.maximumFileSize().bytes(),
        settings.maximumPages(),
        settings.maximumPixels(),
        settings.maximumTextPieces(),
        settings.pdfResolution());
  }

  static PageLimits parse(List<String> arguments) {
    return new PageLimits(
        Long.parseLong(arguments.get(0)),
        Integer.parseInt(arguments.get(1)),
        Integer.parseInt(arguments.get(2)),
        Integer.parseInt(arguments.get(3)),
        Integer.parseInt(arguments.get(4)));
  }

  List<String> arguments() {
    return Stream.of(bytes, (long) pages, (long) pixels, (long) textPieces, (long) pdfResolution)
        .map(String::valueOf)
        .toList();
  }

  void checkPages(int count) throws PageRefusedException {
    if (count > pages) {
      throw new PageRefusedException(PageRefusal.TOO_MANY_PAGES);
    }
  }

  void checkPixels(long width, long height) throws PageRefusedException {
    if (width < 1 || height < 1) {
      throw new PageRefusedException(PageRefusal.DAMAGED);
    }
    if (width > pixels || height > pixels || width * height > pixels) {
      throw new PageRefusedException(PageRefusal.TOO_MANY_PIXELS);
    }
  }
}
