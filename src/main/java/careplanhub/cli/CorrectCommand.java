package careplanhub.cli;

import careplanhub.hub.Books;
import careplanhub.hub.Correcting;
import careplanhub.hub.HubFolder;
import careplanhub.office.ConfigurationException;
import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.standard.OfficeNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hub correct}: sends corrected files after a person has seen the differences. */
@Command(
    name = "correct",
    description = "訂正したファイルを送ります。動いているハブが、前に送ったものとの違いを 要確認/ に置き、答えを待ってから送ります。",
    mixinStandardHelpOptions = true)
final class CorrectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "フォルダ", description = "ハブのフォルダ")
  private Path directory;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "ファイル",
      description = "訂正したファイル。同じファイル連番のものは一緒に指定する")
  private List<Path> files;

  @Option(names = "--office", required = true, paramLabel = "事業所番号", description = "送る事業所")
  private String office;

  @Option(
      names = "--parcel",
      paramLabel = "受付番号",
      description = "訂正する送信。書くと、その送信にあって今回のファイルに無いものも示す")
  private String parcel = "";

  @Override
  public Integer call() throws IOException, ConfigurationException {
    HubFolder folder = new HubFolder(directory.toAbsolutePath());
    if (!OfficeNumber.isValid(office)
        || Directory.read(folder.corporation()).office(new OfficeNumber(office)).isEmpty()) {
      throw new WrongUse(spec.commandLine(), "この番号の事業所はこのハブにありません: " + office);
    }
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw new WrongUse(spec.commandLine(), "ファイルがありません: " + file);
      }
    }
    try (Books books = Books.open(folder, Clock.systemUTC())) {
      Optional<String> refusal =
          new Correcting(books, HubSettings.read(folder.settings()))
              .take(new OfficeNumber(office), parcel, files);
      if (refusal.isPresent()) {
        throw new WrongUse(spec.commandLine(), refusal.get());
      }
      spec.commandLine()
          .getOut()
          .println("受け取りました。前に送ったものと違えば、要確認/ に違いと質問が出ます（./hub waiting list）。同じなら送ります。");
      return 0;
    }
  }
}
