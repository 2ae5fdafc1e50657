package careplanhub.lab.fax;

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
   * @param folder empty; parcels of which something was read wrongly, or not found, stay there
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
   * @param seed of all chance
   * @param progress told what is known after each parcel of ten pages
   */
  public FaxFigures run(int rows, int pages, long seed, Consumer<FaxFigures> progress)
      throws IOException, InterruptedException, PageRefusedException {
    FilledSheets sheets = new FilledSheets(settings.forms(), seed);
    Random random = new Random(seed + rows);
    FaxFigures all = FaxFigures.none(rows);
    while (all.pages() < pages) {
      List<FilledSheet> parcel = sheets.parcel(Math.min(PARCEL, pages - all.pages()));
      Path tiff = folder.resolve("fax-" + rows + "-" + all.pages() + ".tif");
      List<Path> papers = new ArrayList<>();
      List<Degradation> ways = new ArrayList<>();
      for (FilledSheet sheet : parcel) {
        Path paper = folder.resolve("paper-" + papers.size() + ".png");
        ImageIO.write(sheet.picture(), "png", paper.toFile());
        papers.add(paper);
        ways.add(Degradation.some(random, rows));
      }
      degrader.degrade(papers, ways, tiff);
      FaxFigures one = read(parcel, tiff, rows);
      if (one.wrong() == 0 && one.codes() == one.pages() && one.sheets() == one.pages()) {
        Files.delete(tiff);
      }
      all = all.and(one);
      progress.accept(all);
    }
    return all;
  }

  private FaxFigures read(List<FilledSheet> parcel, Path tiff, int rows)
      throws IOException, InterruptedException, PageRefusedException {
    List<FaxFigures> figures = new ArrayList<>();
    try (InputStream stream = Files.newInputStream(tiff)) {
      decoder.decode(
          stream,
          (page, decoded) -> {
            long begin = System.nanoTime();
            ReadPage read = reader.read(decoded.image());
            long nanos = System.nanoTime() - begin;
            figures.add(counted(parcel.get(page - 1), read, rows, nanos));
          });
    }
    return figures.stream().reduce(FaxFigures.none(rows), FaxFigures::and);
  }

  private static FaxFigures counted(FilledSheet sheet, ReadPage read, int rows, long nanos) {
    int boxes = 0;
    int filled = 0;
    int right = 0;
    int filledRight = 0;
    int doubtful = 0;
    int filledDoubtful = 0;
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
        filledDoubtful += isFilled && state == BoxState.DOUBTFUL ? 1 : 0;
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
        filledDoubtful,
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
