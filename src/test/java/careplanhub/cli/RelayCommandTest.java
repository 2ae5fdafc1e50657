package careplanhub.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.relay.RelayServer;
import careplanhub.relay.RelaySettings;
import careplanhub.security.KeyFolder;
import careplanhub.security.OfficeKey;
import careplanhub.security.TestAuthority;
import careplanhub.security.Tls;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RelayCommandTest {
  private static final String OFFICE = "9910000044";

  @TempDir Path directory;

  private final StringWriter screen = new StringWriter();
  private KeyFolder keys;
  private TestAuthority authority;
  private OfficeKey key;

  @BeforeEach
  void makeKeys() throws Exception {
    char[] password = "synthetic".toCharArray();
    keys = new KeyFolder(Files.createDirectories(directory.resolve("keys")));
    Files.writeString(keys.passwordFile(), "synthetic");
    authority = TestAuthority.create("試験認証局", Clock.systemUTC());
    key = authority.issueOffice(OFFICE);
    keys.store(authority, password, Files::write);
    keys.store(keys.relay(), authority.issueServer(), password, Files::write);
    keys.store(keys.office(OFFICE), key, password, Files::write);
  }

  @Test
  void anOfficeThatWasRegisteredWhileTheRelayRunsLogsInWithThePasswordItWasShown()
      throws Exception {
    try (RelayServer relay =
        RelayServer.start(RelaySettings.defaults().withPort(0), directory, Clock.systemUTC())) {
      assertEquals(0, register(OFFICE));

      Matcher shown = Pattern.compile("パスワード: (\\w+)").matcher(screen.toString());
      assertTrue(shown.find(), screen.toString());
      HttpResponse<String> answer =
          HttpClient.newBuilder()
              .sslContext(Tls.clientContext(key, authority.certificate()))
              .build()
              .send(
                  HttpRequest.newBuilder(
                          URI.create("https://127.0.0.1:" + relay.port() + "/v1/login"))
                      .POST(
                          HttpRequest.BodyPublishers.ofString(
                              "{\"userId\":\"%s\",\"password\":\"%s\"}"
                                  .formatted(OFFICE, shown.group(1))))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertTrue(answer.body().contains("accessToken"));
    }
  }

  @Test
  void wrongUseAndMissingKeysAreToldInJapanese() throws Exception {
    assertEquals(2, register("99"));
    assertTrue(screen.toString().contains("10桁"));
    Files.delete(keys.relay());
    assertEquals(1, execute("relay", directory.toString(), "--port", "0"));
    assertTrue(screen.toString().contains("ファイルがありません"));
    assertEquals(2, execute("relay", directory.resolve("none").toString()));
  }

  private int register(String office) {
    return execute(
        "relay",
        directory.toString(),
        "--register",
        office,
        "--name",
        "試験訪問看護",
        "--service-types",
        "13",
        "--certificate",
        keys.certificateBeside(keys.office(OFFICE)).toString());
  }

  private int execute(String... arguments) {
    CommandLine command = Main.commandLine();
    PrintWriter out = new PrintWriter(screen, true);
    command.setOut(out).setErr(out);
    return command.execute(arguments);
  }
}
