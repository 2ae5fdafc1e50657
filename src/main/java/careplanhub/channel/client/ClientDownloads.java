package careplanhub.channel.client;

import careplanhub.channel.EntryFile;
import careplanhub.office.ClientFolderSettings;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.store.DurableFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says where Camel is to move a downloaded file: to its unit, to what was taken before, or to
 * {@code error/} beside a Japanese reason. Safe for every thread.
 */
public final class ClientDownloads {
  private static final Logger LOG = LoggerFactory.getLogger(ClientDownloads.class);

  /** Where Camel moves the file after the route. */
  static final String TARGET = "clientTarget";

  private final ClientPlaces places;
  private final ClientFolderSettings settings;
  private final ReceivedUnits received;
  private final DurableFiles files;

  ClientDownloads(
      ClientPlaces places,
      ClientFolderSettings settings,
      ReceivedUnits received,
      DurableFiles files) {
    this.places = places;
    this.settings = settings;
    this.received = received;
    this.files = files;
  }

  /** Why a file is put aside; Japanese. */
  private static final class Strange extends Exception {
    private static final long serialVersionUID = 1L;

    Strange(String japanese) {
      super(japanese);
    }
  }

  /** Decides where the file goes. What cannot be read now stays and is tried again. */
  public void take(File body, Exchange exchange) throws IOException {
    ClientPlace place = places.usable(RouteOffice.of(exchange));
    Path target = target(place, body.toPath());
    exchange.setProperty(TARGET, target.toAbsolutePath().toString());
  }

  private Path target(ClientPlace place, Path file) throws IOException {
    String name = DownloadNames.withoutCopyNumber(Trees.nameOf(file));
    try {
      if (Files.size(file) > settings.maximumFileSize().bytes()) {
        throw new Strange("ファイルが大きすぎます。送信元に、利用者を分けて送り直してもらってください。（CLIENT-03）");
      }
      FileName parsed = parse(name);
      if (!parsed.to().equals(place.office())) {
        throw new Strange(
            "この事業所（" + place.office() + "）あてではありません。送信先の事業所の「受信」フォルダーに入れてください。（CLIENT-02）");
      }
      EntryFile described = ListedFiles.received(name, Files.readAllBytes(file));
      return isRepeat(place, parsed, described)
          ? Trees.free(place.taken(), Trees.nameOf(file))
          : inUnit(place, parsed, described);
    } catch (Strange strange) {
      return putAside(place, file, String.valueOf(strange.getMessage()));
    }
  }

  private static FileName parse(String name) throws Strange {
    try {
      return FileName.parse(name);
    } catch (FileNameException e) {
      throw new Strange(
          "標準仕様のファイル名ではないので、送信元が分かりません。"
              + e.finding().message()
              + " 中身を見て、手で取り込んでください。（CLIENT-01 "
              + e.finding().code()
              + "）");
    }
  }

  /** The same file downloaded twice is one file. */
  private boolean isRepeat(ClientPlace place, FileName parsed, EntryFile file)
      throws IOException, Strange {
    if (received.hadBefore(place, file.name(), file.sha256())) {
      return true;
    }
    for (ReceivedUnit unit : received.all(place)) {
      for (EntryFile known : unit.files()) {
        if (ReceivedUnits.canonical(known.name()).equals(parsed.format())
            && known.sha256().equals(file.sha256())) {
          return true;
        }
      }
    }
    for (Path held : Trees.inside(HeldFiles.folder(place, HeldFiles.Key.of(parsed)))) {
      if (ReceivedUnits.canonical(Trees.nameOf(held)).equals(parsed.format())) {
        if (ListedFiles.sha256(Files.readAllBytes(held)).equals(file.sha256())) {
          return true;
        }
        throw new Strange("同じ名前で中身の違うファイルが先に届いています。どちらが正しいか、送信元に確かめてください。（CLIENT-04）");
      }
    }
    return false;
  }

  private Path inUnit(ClientPlace place, FileName parsed, EntryFile file)
      throws IOException, Strange {
    Path folder = HeldFiles.folder(place, HeldFiles.Key.of(parsed));
    long size = file.size();
    List<Path> held = Trees.inside(folder);
    for (Path other : held) {
      size += Files.size(other);
    }
    if (held.size() >= settings.maximumUnitFiles() || size > settings.maximumUnitSize().bytes()) {
      throw new Strange("1 つの送信単位のファイルが多すぎるか、大きすぎます。送信元に、利用者を分けて送り直してもらってください。（CLIENT-05）");
    }
    return folder.resolve(file.name());
  }

  private Path putAside(ClientPlace place, Path file, String reason) throws IOException {
    Path target = Trees.free(place.error(), Trees.nameOf(file));
    files.replaceWhole(
        Reasons.beside(target),
        Reasons.text(
            List.of("連携クライアントで受信したファイルを取り込めませんでした。", Trees.nameOf(target) + ": " + reason)));
    LOG.warn("office {}: a downloaded file is put aside", place.office());
    return target;
  }
}
