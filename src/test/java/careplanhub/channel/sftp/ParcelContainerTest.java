package careplanhub.channel.sftp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import careplanhub.channel.OutgoingParcel;
import careplanhub.channel.ParcelFile;
import careplanhub.office.DataSize;
import careplanhub.office.SftpChannelSettings;
import careplanhub.standard.OfficeNumber;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever made a container: what is not exactly what its manifest says is refused. */
class ParcelContainerTest {
  private static final Instant NOW = Instant.parse("2026-12-01T01:02:03Z");
  private static final String NAME = "UPJSK_202611_9970000001_11_9980000001_43_20261201101500.CSV";
  private static final byte[] CONTENT =
      "202407,\"9900000001\"\r\n".getBytes(StandardCharsets.UTF_8);

  private final ParcelContainer container = new ParcelContainer(settings());

  static SftpChannelSettings settings() {
    return new SftpChannelSettings(
        Duration.ofSeconds(2),
        Duration.ofSeconds(2),
        new DataSize(1 << 20),
        new DataSize(2 << 20),
        5,
        50,
        new DataSize(64 << 10),
        10,
        Duration.ofDays(30),
        Duration.ofSeconds(1));
  }

  @Test
  void whatWasPackedComesOutWithItsManifest() throws Exception {
    OutgoingParcel parcel =
        parcel(new ParcelFile(NAME, CONTENT), new ParcelFile("同意書.pdf", new byte[0]));

    ParcelContainer.Contents contents = container.unpack(ParcelContainer.pack(parcel, NOW));

    assertEquals(2, contents.files().size());
    assertArrayEquals(CONTENT, contents.files().get(0).content());
    assertEquals("同意書.pdf", contents.files().get(1).name());
    Manifest manifest = contents.manifest();
    assertEquals(parcel.id(), manifest.parcel());
    assertEquals("9970000001", manifest.from());
    assertEquals("9980000001", manifest.to());
    assertEquals("12月分です", manifest.message());
    assertEquals("20261201101500", manifest.serial());
    assertEquals("e".repeat(64), manifest.evidenceHead());
    assertEquals(NOW, manifest.packedAt());
    assertEquals(CONTENT.length, manifest.files().get(0).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.csv",
        "/etc/cron.d/evil",
        "a/b.csv",
        "a\\b.csv",
        "..",
        ".hidden",
        "C:evil.csv",
        "",
        "a\u0000b"
      })
  void aNameThatIsMoreThanANameIsRefused(String name) throws Exception {
    assertEquals(RefusalCode.FILES, codeOf(zip(manifest(entry(name, CONTENT)), name, CONTENT)));
  }

  @Test
  void twoFilesThatOneSystemWouldTakeForOneAreRefused() throws Exception {
    byte[] zip =
        zip(
            manifest(entry("a.csv", CONTENT) + "," + entry("A.CSV", CONTENT)),
            Map.of("a.csv", CONTENT, "A.CSV", CONTENT));

    assertEquals(RefusalCode.MANIFEST, codeOf(zip));
  }

  @Test
  void aBombThatSaysItsSizeIsRefusedBeforeItIsUnpacked() throws Exception {
    byte[] zeros = new byte[(2 << 20) - 1];

    assertEquals(RefusalCode.TOO_LARGE, codeOf(zip(manifest(entry(NAME, zeros)), NAME, zeros)));
    assertEquals(
        RefusalCode.TOO_LARGE,
        codeOf(
            zip(
                manifest(
                    entry(NAME, CONTENT)
                        .replaceFirst("\"size\":[0-9]+", "\"size\":9223372036854775807")),
                NAME,
                CONTENT)));
  }

  @Test
  void aBombThatHidesItsSizeIsReadNoFurtherThanItSays() throws Exception {
    byte[] zeros = new byte[50 << 20];

    assertEquals(RefusalCode.FILES, codeOf(zip(manifest(entry(NAME, CONTENT)), NAME, zeros)));
  }

  @Test
  void aManifestWithoutEndIsRefused() throws Exception {
    String endless = manifest(entry(NAME, CONTENT)).replace("{", "{" + " ".repeat(1 << 20));

    assertEquals(RefusalCode.TOO_LARGE, codeOf(zip(endless, NAME, CONTENT)));
  }

  @Test
  void moreOrFewerFilesThanTheManifestSaysAreRefused() throws Exception {
    String manifest = manifest(entry(NAME, CONTENT));

    assertEquals(RefusalCode.FILES, codeOf(zip(manifest, Map.of())));
    Map<String, byte[]> two = new LinkedHashMap<>();
    two.put(NAME, CONTENT);
    two.put("another.csv", CONTENT);
    assertEquals(RefusalCode.FILES, codeOf(zip(manifest, two)));
    assertEquals(RefusalCode.FILES, codeOf(zip(manifest(""), Map.of())));
    String six = String.join(",", Collections.nCopies(6, entry(NAME, CONTENT)));
    assertEquals(RefusalCode.FILES, codeOf(zip(manifest(six), NAME, CONTENT)));
  }

  @Test
  void aFileOfOtherBytesIsRefused() throws Exception {
    byte[] other = CONTENT.clone();
    other[3] ^= 1;

    assertEquals(RefusalCode.FILES, codeOf(zip(manifest(entry(NAME, CONTENT)), NAME, other)));
  }

  @Test
  void aManifestThatIsNoneIsRefused() throws Exception {
    for (String wrong :
        List.of("", "{}", "null", "[]", "{\"format\":1}", "{\"format\":0}", "\uD800")) {
      assertEquals(RefusalCode.MANIFEST, codeOf(zip(wrong, NAME, CONTENT)), wrong);
    }
    assertEquals(RefusalCode.FORMAT, codeOf(zip("{\"format\":2}", NAME, CONTENT)));
  }

  @Test
  void whatIsNoArchiveOrHasNoManifestIsRefused() throws Exception {
    byte[] packed = ParcelContainer.pack(parcel(new ParcelFile(NAME, CONTENT)), NOW);

    assertEquals(RefusalCode.CONTAINER, codeOf(new byte[0]));
    assertEquals(RefusalCode.CONTAINER, codeOf(CONTENT));
    assertEquals(RefusalCode.CONTAINER, codeOf(Arrays.copyOf(packed, 60)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(NAME));
      zip.write(CONTENT);
    }
    assertEquals(RefusalCode.CONTAINER, codeOf(bytes.toByteArray()));
  }

  private RefusalCode codeOf(byte[] archive) {
    return assertThrows(ParcelRefusedException.class, () -> container.unpack(archive)).code();
  }

  private static OutgoingParcel parcel(ParcelFile... files) {
    return new OutgoingParcel(
        UUID.randomUUID().toString(),
        new OfficeNumber("9970000001"),
        new OfficeNumber("9980000001"),
        "12月分です",
        List.of(files),
        "e".repeat(64));
  }

  private static String entry(String name, byte[] content) {
    return "{\"name\":\"%s\",\"size\":%d,\"sha256\":\"%s\"}"
        .formatted(
            name.replace("\\", "\\\\").replace("\u0000", "\\u0000"),
            content.length,
            ParcelContainer.sha256(content));
  }

  private static String manifest(String entries) {
    return """
        {"format":1,"parcel":"p","from":"9970000001","to":"9980000001","message":"","serial":"",
        "evidenceHead":"","packedAt":"2026-12-01T00:00:00Z","files":[%s]}"""
        .formatted(entries);
  }

  private static byte[] zip(String manifest, String name, byte[] content) throws IOException {
    return zip(manifest, Map.of(name, content));
  }

  private static byte[] zip(String manifest, Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      zip.putNextEntry(new ZipEntry(ParcelContainer.MANIFEST));
      zip.write(manifest.getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
