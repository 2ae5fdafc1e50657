package careplanhub.channel.fax;

import careplanhub.ledger.FaxJob;
import careplanhub.office.FaxAccess;
import careplanhub.office.FaxGatewaySettings;
import careplanhub.office.FaxSendingSettings;
import careplanhub.standard.OfficeNumber;
import careplanhub.store.DurableFiles;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files by which a FAX server is asked to send. They are written under hidden names first;
 * renaming them, the control file last, hands them on. A hidden name that is still there tells
 * after a crash that nobody took the file. Safe for every thread.
 */
final class FaxFiles {
  private static final String HIDDEN = ".";
  private static final String HALF = ".part";

  private final FaxSendingSettings settings;
  private final Path folder;
  private final Path reports;
  private final DurableFiles files;

  FaxFiles(FaxSendingSettings settings, Path hub, DurableFiles files) {
    this.settings = settings;
    this.folder = hub.resolve(settings.gateway().folder()).normalize();
    this.reports = hub.resolve(settings.gateway().reportFolder()).normalize();
    this.files = files;
  }

  /** An attempt as the names and texts tell it. */
  record Ask(String attempt, OfficeNumber office, FaxAccess fax, int pages) {
    static Ask next(FaxJob job, OfficeNumber office, FaxAccess fax) {
      return new Ask(job.nextAttempt(), office, fax, job.pages());
    }

    static Ask last(FaxJob job, OfficeNumber office, FaxAccess fax) {
      return new Ask(job.lastAttempt(), office, fax, job.pages());
    }

    String fill(String template, String file) {
      return template
          .replace("{number}", fax.digits())
          .replace("{job}", attempt)
          .replace("{office}", office.value())
          .replace("{pages}", String.valueOf(pages))
          .replace("{file}", file);
    }
  }

  /** Lays the files under hidden names; a share that is gone is not made anew. */
  void lay(Ask ask, byte[] pages) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("the folder of the FAX server is not there");
    }
    files.replaceWhole(hidden(file(ask)), pages);
    Path control = control(ask);
    if (control != null) {
      FaxGatewaySettings gateway = settings.gateway();
      files.replaceWhole(
          hidden(control),
          ask.fill(gateway.controlText(), String.valueOf(file(ask).getFileName()))
              .getBytes(Charset.forName(gateway.controlCharset())));
    }
  }

  /** Hands on what was laid; what was handed on before stays so. */
  void handOn(Ask ask) throws IOException {
    for (Path file : all(ask)) {
      if (Files.exists(hidden(file))) {
        Files.move(hidden(file), file, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  private List<Path> all(Ask ask) {
    List<Path> all = new ArrayList<>(List.of(file(ask)));
    Path control = control(ask);
    if (control != null) {
      all.add(control);
    }
    return all;
  }

  private Path file(Ask ask) {
    return folder.resolve(
        ask.fill(settings.gateway().fileName(), "") + "." + settings.format().extension());
  }

  private @Nullable Path control(Ask ask) {
    String name = settings.gateway().controlName();
    return name.isEmpty() ? null : folder.resolve(ask.fill(name, ""));
  }

  private static Path hidden(Path file) {
    return file.resolveSibling(HIDDEN + file.getFileName() + HALF);
  }

  /** What is wrong with the folders, in Japanese; empty when nothing is. */
  String trouble() {
    if (settings.way() != FaxSendingSettings.Way.FOLDER) {
      return "";
    }
    if (!Files.isDirectory(folder)) {
      return "FAX サーバーのフォルダー（faxSending.gateway.folder）がありません。共有の接続と権限を確かめてください。";
    }
    return settings.gateway().reports() && !Files.isDirectory(reports)
        ? "FAX サーバーの報告のフォルダー（faxSending.gateway.reportFolder）がありません。共有の接続と権限を確かめてください。"
        : "";
  }
}
