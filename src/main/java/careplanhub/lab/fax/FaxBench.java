package careplanhub.lab.fax;

import careplanhub.fax.page.DecodedPage;
import careplanhub.fax.page.PageDecoder;
import careplanhub.fax.page.PageRefusedException;
import careplanhub.fax.read.BoxMark;
import careplanhub.fax.read.BoxState;
import careplanhub.fax.read.PageReader;
import careplanhub.fax.read.ReadPage;
import careplanhub.fax.read.SheetMarks;
import careplanhub.office.FaxSettings;
import careplanhub.office.HubSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** Reads result sheets that were filled in and sent by FAX, and counts what was read rightly. */
public final class FaxBench {
  private static final int PARCEL = 10;
  private static final String CHILD = "careplanhub.cli.PageProcess";

  private final HubSettings settings;
  private final Path folder;
  private final FaxDegrader degrader;
  private final PageReader reader;
  private final PageDecoder decoder;

  /**
   * Looks for the programs that degrade.
   *
   * @param folder empty; what is read wrongly without a doubt stays there, if it is kept
   */
  public FaxBench(HubSettings settings, Path folder) throws MissingProgramException, IOException {
    this.settings = settings;
    this.folder = folder;
    FaxSettings fax = settings.fax();
    degrader = new FaxDegrader(folder);
    reader = PageReader.of(fax.reading());
    decoder = new PageDecoder(fax, CHILD);
  }

  /**
   * Makes and reads so many pages.
   *
   * @param rows dots an inch down
   * @param progress told what is known after each parcel of ten pages
   */
  public FaxFigures run(int rows, int pages, long seed, Consumer<FaxFigures> progress)
      throws IOException, InterruptedException, PageRefusedException {
    FilledSheets sheets = new FilledSheets(settings.forms(), seed);
    Random random = new Random(seed + rows);
    FaxFigures all = FaxFigures.none(rows);
    while (all.pages() < pages) {
      for (FilledSheet sheet : sheets.parcel(Math.min(PARCEL, pages - all.pages()))) {
        all = all.and(read(sheet, Degradation.some(random, rows), all.pages()));
      }
      progress.accept(all);
    }
    return all;
  }

  private FaxFigures read(FilledSheet sheet, Degradation how, int number)
      throws IOException, InterruptedException, PageRefusedException {
    Path paper = folder.resolve("paper.png");
    ImageIO.write(sheet.picture(), "png", paper.toFile());
    Path tiff = folder.resolve("page-" + how.rows() + "-" + number + ".tif");
    degrader.degrade(List.of(paper), tiff, how);
    List<DecodedPage> pages = new ArrayList<>();
    try (InputStream stream = Files.newInputStream(tiff)) {
      decoder.decode(stream, (page, decoded) -> pages.add(decoded));
    }
    long begin = System.nanoTime();
    ReadPage read = reader.read(pages.get(0).image());
    long nanos = System.nanoTime() - begin;
    FaxFigures figures = counted(sheet, read, how.rows(), nanos);
    if (figures.wrong() == 0 && figures.codes() == 1 && figures.sheets() == 1) {
      Files.delete(tiff);
    }
    return figures;
  }

  private static FaxFigures counted(FilledSheet sheet, ReadPage read, int rows, long nanos) {
    int boxes = 0;
    int filled = 0;
    int right = 0;
    int filledRight = 0;
    int doubtful = 0;
    Optional<SheetMarks> marks =
        read.marks().filter(found -> found.lines().size() == sheet.lines().size());
    for (int line = 0; line < sheet.filled().size(); line++) {
      List<Boolean> days = sheet.filled().get(line);
      for (int day = 0; day < days.size(); day++) {
        boolean isFilled = days.get(day);
        BoxState expected = isFilled ? BoxState.FILLED : BoxState.EMPTY;
        BoxState state = state(marks, line, day);
        boxes++;
        filled += isFilled ? 1 : 0;
        right += state == expected ? 1 : 0;
        filledRight += isFilled && state == expected ? 1 : 0;
        doubtful += state == BoxState.DOUBTFUL ? 1 : 0;
      }
    }
    return new FaxFigures(
        rows,
        1,
        read.code().equals(Optional.of(sheet.code())) ? 1 : 0,
        marks.isPresent() ? 1 : 0,
        boxes,
        filled,
        right,
        filledRight,
        doubtful,
        boxes - right - doubtful,
        nanos);
  }

  /** A page whose boxes are not found goes to a person with all of them. */
  private static BoxState state(Optional<SheetMarks> marks, int line, int day) {
    return marks
        .map(found -> found.lines().get(line).get(day))
        .map(BoxMark::state)
        .orElse(BoxState.DOUBTFUL);
  }
}
