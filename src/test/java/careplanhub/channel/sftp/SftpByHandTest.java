package careplanhub.channel.sftp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.OptionalPart;
import careplanhub.channel.OutgoingParcel;
import careplanhub.channel.ParcelFile;
import careplanhub.hub.SshServer;
import careplanhub.security.KeyFolder;
import careplanhub.security.OfficeKey;
import careplanhub.security.TestAuthority;
import careplanhub.security.Trust;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code docs/channel-sftp.md}, as they stand there, on a parcel that was sent. */
class SftpByHandTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final char[] PASSWORD = "synthetic-password".toCharArray();
  private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void standardToolsFetchDecryptVerifyAndUnpackAParcel() throws Exception {
    SshServer.require();
    for (String tool : new String[] {"sh", "sftp", "openssl", "unzip", "sha256sum"}) {
      OptionalPart.require(tool);
    }
    TestAuthority authority = TestAuthority.create("試験認証局", CLOCK);
    OfficeKey sender = authority.issueOffice("9970000001");
    OfficeKey reader = authority.issueOffice("9980000001");
    Path hub = hubOf(reader, authority);
    OutgoingParcel parcel = SftpFixture.parcel(sender, reader, "202407,\"9900000001\",合成データ\r\n");
    try (SshServer server = SshServer.start(folder.resolve("server"))) {
      send(parcel, sender, reader, new KeyFolder(hub.resolve("keys")).followingTrust(), server);
      Files.writeString(hub.resolve("keys/known_hosts"), server.knownHost());
      Path work = Files.createDirectories(folder.resolve("work"));

      String said = run(hub, work, parcel, server, 0);

      ParcelFile file = parcel.files().get(0);
      assertArrayEquals(
          file.content(), Files.readAllBytes(work.resolve("files").resolve(file.name())));
      assertTrue(said.contains(parcel.id()), said);
      assertTrue(said.contains(ParcelContainer.sha256(file.content()) + "  " + file.name()), said);

      new KeyFolder(hub.resolve("keys"))
          .renewRevocationList(authority, List.of(sender.certificate()), Files::write);
      run(hub, Files.createDirectories(folder.resolve("again")), parcel, server, 1);
    }
  }

  private Path hubOf(OfficeKey reader, TestAuthority authority) throws Exception {
    Path hub = folder.resolve("hub");
    KeyFolder keys = new KeyFolder(Files.createDirectories(hub.resolve("keys")));
    Files.writeString(keys.passwordFile(), String.valueOf(PASSWORD));
    keys.store(authority, PASSWORD, Files::write);
    keys.store(keys.office(reader.officeNumber()), reader, PASSWORD, Files::write);
    return hub;
  }

  private void send(
      OutgoingParcel parcel,
      OfficeKey sender,
      OfficeKey reader,
      Supplier<Trust> trust,
      SshServer server)
      throws Exception {
    try (SftpFixture side =
        new SftpFixture(folder.resolve("sender"), sender, trust, server, CLOCK)) {
      side.add(reader, server.port(), "parcels/out", "parcels/in");
      side.channels().send(SftpFixture.SFTP, parcel);
    }
  }

  private static String run(
      Path hub, Path work, OutgoingParcel parcel, SshServer server, int expected) throws Exception {
    Matcher block = BLOCK.matcher(Files.readString(Path.of("docs/channel-sftp.md")));
    assertTrue(block.find(), "the page has its commands");
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", block.group(1))
            .directory(hub.toFile())
            .redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "OFFICE", parcel.to().value(),
                "FROM", parcel.from().value(),
                "ID", parcel.id(),
                "SERVER", System.getProperty("user.name") + "@127.0.0.1",
                "PORT", String.valueOf(server.port()),
                "LOGIN_KEY", server.clientKey().toString(),
                "FOLDER", "parcels/out",
                "WORK", work.toString()));
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), "the commands end");
    if (expected == 0) {
      assertEquals(0, process.exitValue(), said);
    } else {
      assertNotEquals(0, process.exitValue(), said);
    }
    return said;
  }
}
