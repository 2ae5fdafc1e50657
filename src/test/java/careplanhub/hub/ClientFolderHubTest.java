package careplanhub.hub;

import static careplanhub.hub.HubWorld.HOME_HELP;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running hub of which one office has the official client. */
class ClientFolderHubTest {
  @TempDir Path folder;

  @Test
  void aHubMakesTheFoldersAndPutsAsideOnlyWhatIsWrittenToItsEnd() throws Exception {
    try (HubWorld world = HubWorld.start(folder, ClientFolderHubTest::prepare)) {
      Path client = world.folder(HOME_HELP, "連携クライアント");
      Path watched = client.resolve("受信");
      world.await("the folders are made", () -> Files.isDirectory(watched));

      Path half = watched.resolve("memo.part");
      Files.writeString(half, "half");
      Files.writeString(watched.resolve("memo.txt"), "whole\r\n", StandardOpenOption.CREATE_NEW);
      Path reason = client.resolve("error").resolve("memo.txt.txt");
      world.await("the strange file is put aside", () -> Files.exists(reason));
      assertTrue(Files.readString(reason).contains("CLIENT-01"), Files.readString(reason));
      world.await("it is moved", () -> Files.exists(client.resolve("error").resolve("memo.txt")));
      assertTrue(Files.exists(half), "what is still written stays");
      assertFalse(Files.exists(client.resolve("error").resolve("memo.part")));
    }
  }

  private static void prepare(Path hub) throws Exception {
    HubFolder own = new HubFolder(hub);
    String number = "- number: \"" + HOME_HELP.number() + "\"";
    String text = Files.readString(own.corporation());
    assertTrue(text.contains(number), "the office is written as expected");
    Files.writeString(
        own.corporation(),
        text.replace(number, "- clientFolder:\n    profile: client-1.2\n  " + number.substring(2)));
    Files.writeString(
        own.settings(),
        Files.readString(own.settings()) + "clientFolder:\n  scanInterval: 200ms\n");
  }
}
