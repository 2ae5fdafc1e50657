package careplanhub.lab.fax;

import careplanhub.fax.forms.FormKind;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Makes pages look as after a FAX, by ImageMagick and libtiff's tiffcp. One at a time a folder; the
 * programs run one thread each.
 */
public final class FaxDegrader {
  /** A4 at 204 dots an inch, as wide as a FAX line. */
  private static final int WIDTH = 1728;

  private static final int HEIGHT = 2339;
  private static final int PAPER_WIDTH = 1654;
  private static final int DOTS_AN_INCH = 204;
  private static final int LONGEST_MINUTES = 5;
  private static final String HEADER = "2026-01-05 10:12  FROM 000-0000-0000      P.001";
  private static final String FONT = "BIZUDGothic-Regular.ttf";

  private final Path folder;
  private final Path convert;
  private final Path tiffcp;
  private final Path font;

  /**
   * Looks for the programs.
   *
   * @param folder for what lies between, empty, deleted by the caller
   */
  public FaxDegrader(Path folder) throws MissingProgramException, IOException {
    this.folder = folder;
    convert =
        find("convert")
            .or(() -> find("magick"))
            .orElseThrow(() -> new MissingProgramException("convert", "imagemagick"));
    tiffcp =
        find("tiffcp").orElseThrow(() -> new MissingProgramException("tiffcp", "libtiff-tools"));
    font = folder.resolve(FONT);
    try (InputStream stream = FormKind.class.getResourceAsStream(FONT)) {
      if (stream == null) {
        throw new IllegalStateException("The program lacks its font " + FONT);
      }
      Files.copy(stream, font, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static Optional<Path> find(String program) {
    for (String place : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      for (String name : List.of(program, program + ".exe")) {
        if (!place.isBlank() && Files.isExecutable(Path.of(place, name))) {
          return Optional.of(Path.of(place, name));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Degrades pages into one TIFF.
   *
   * @param pages pictures that ImageMagick reads, each of one page of A4 shape, upright
   * @param ways what happens to each of them; the first one's coding holds for all
   * @param tiff written anew
   * @throws IOException when a program fails
   */
  public void degrade(List<Path> pages, List<Degradation> ways, Path tiff)
      throws IOException, InterruptedException {
    List<String> packing =
        new ArrayList<>(List.of(tiffcp.toString(), "-c", ways.get(0).coding().word()));
    List<Path> scanned = new ArrayList<>();
    for (int page = 0; page < pages.size(); page++) {
      Path one = folder.resolve("scanned-" + page + ".tif");
      run(scan(pages.get(page), one, ways.get(page)));
      scanned.add(one);
      packing.add(one.toString());
    }
    packing.add(tiff.toString());
    run(packing);
    for (Path one : scanned) {
      Files.delete(one);
    }
  }

  /** Paper laid in, shrunk, headed, scanned in rows, sent. */
  private List<String> scan(Path page, Path scanned, Degradation how) {
    List<String> words = new ArrayList<>(List.of(convert.toString(), page.toString()));
    words.addAll(List.of("-colorspace", "Gray", "-rotate", "90>"));
    words.addAll(
        List.of(
            "-background",
            "white",
            "-resize",
            Math.round(PAPER_WIDTH * how.shrink()) + "x" + Math.round(HEIGHT * how.shrink())));
    words.addAll(List.of("-rotate", number(how.skew() + (how.isUpsideDown() ? 180 : 0))));
    String extent = String.format(Locale.ROOT, "%dx%d%+d+0", WIDTH, HEIGHT, how.shift());
    words.addAll(List.of("+repage", "-gravity", "center", "-extent", extent));
    if (how.hasHeader()) {
      words.addAll(List.of("-gravity", "NorthWest", "-fill", "black", "-font", font.toString()));
      words.addAll(List.of("-pointsize", "24", "-annotate", "+80+14", HEADER));
    }
    String size = WIDTH + "x" + HEIGHT * how.rows() / DOTS_AN_INCH + "!";
    words.addAll(List.of("-filter", "Box", "-resize", size));
    words.addAll(List.of("-threshold", how.threshold() + "%"));
    if (how.specks() > 0) {
      // ImageMagick turns about every twentieth dot per unit white and as many black.
      words.addAll(List.of("-seed", String.valueOf(how.seed())));
      words.addAll(List.of("-attenuate", number(how.specks() * 20), "+noise", "Impulse"));
      words.addAll(List.of("-threshold", "50%"));
    }
    words.addAll(List.of("-density", DOTS_AN_INCH + "x" + how.rows()));
    words.addAll(List.of("-units", "PixelsPerInch", "-compress", "Group4", scanned.toString()));
    return words;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private void run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("MAGICK_THREAD_LIMIT", "1");
    Process process = builder.start();
    try {
      boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
      if (!ended || process.exitValue() != 0) {
        throw new IOException("A page could not be degraded by " + command.get(0));
      }
    } finally {
      process.destroyForcibly();
    }
  }
}
