package careplanhub.vendor;

import static careplanhub.vendor.JittaiFixture.OTHER_SUPPORT_OFFICE;
import static careplanhub.vendor.JittaiFixture.OTHER_USER;
import static careplanhub.vendor.JittaiFixture.SUPPORT_OFFICE;
import static careplanhub.vendor.JittaiFixture.USER;
import static careplanhub.vendor.JittaiFixture.context;
import static careplanhub.vendor.JittaiFixture.export;
import static careplanhub.vendor.JittaiFixture.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import careplanhub.office.Directory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rows find their way to each user's support office. */
class AddressingTest {
  private final Adapter adapter = JittaiFixture.adapter();

  @Test
  void eachMonthServiceTypeAndSupportOfficeGetsAFileOfItsOwn() throws IOException {
    SupportOfficeLookup two =
        user ->
            Optional.of(
                new SupportOffice(user.equals(USER) ? SUPPORT_OFFICE : OTHER_SUPPORT_OFFICE, ""));
    Translated translated =
        adapter.toStandard(
            export(
                visit(),
                visit("西暦日付", "2025/03/31"),
                visit("サービス種類コード", "A2"),
                visit("被保険者番号", OTHER_USER.insuredNumber()),
                visit("開始時間", "15:00", "終了時間", "16:00")),
            context(two));
    assertEquals(
        List.of(
            "UPJSK_202504_9970000002_11_9980000001_43_20250501100203.CSV",
            "UPJSK_202503_9970000002_11_9980000001_43_20250501100204.CSV",
            "UPJSK_202504_9970000002_A2_9980000001_43_20250501100205.CSV",
            "UPJSK_202504_9970000002_11_9980000002_43_20250501100206.CSV"),
        translated.files().stream().map(file -> file.name().format()).toList());
    assertEquals(2, translated.files().get(0).rows().size());
  }

  @Test
  void theDirectoryTellsTheAddresseesServiceType() throws Exception {
    Directory directory = Directory.read(Path.of("config", "corporation.example.yaml"));
    VendorContext context = context();
    Translated translated =
        adapter.toStandard(
            export(visit()),
            new VendorContext(
                context.office(),
                directory,
                SupportOfficeLookup.always(new careplanhub.standard.OfficeNumber("9980000002")),
                context.serials(),
                context.clock(),
                context.limits()));
    assertEquals("46", String.valueOf(only(translated).name().toType()));
  }

  @Test
  void rowsOfAUserWhoseSupportOfficeNobodyKnowsWait() throws IOException {
    Translated translated =
        translate(visit(), visit("被保険者番号", OTHER_USER.insuredNumber()), visit("開始時間", "8:00"));
    assertEquals(2, only(translated).rows().size());
    assertEquals(List.of(OTHER_USER), translated.waiting().stream().map(UserRows::user).toList());
    assertFalse(translated.hasErrors());
    assertEquals("VENDOR-14", translated.findings().get(0).code());
  }

  @Test
  void theExportsOfOneOfficeBecomeOneFile() throws IOException {
    VendorContext context = context();
    Translated translated =
        adapter.address(
            List.of(
                adapter.read(export(visit()), context),
                adapter.read(export(visit("西暦日付", "2025/04/02")), context)),
            context);
    assertEquals(2, only(translated).rows().size());
  }

  @Test
  void serialsAreUnique() throws IOException {
    VendorContext context = context();
    assertNotEquals(context.serials().next(), context.serials().next());
    assertNull(translate(visit()).files().get(0).name().branch());
  }

  @SafeVarargs
  private Translated translate(Map<String, String>... visits) throws IOException {
    return adapter.toStandard(export(visits), context());
  }

  private static AddressedFile only(Translated translated) {
    assertEquals(1, translated.files().size(), () -> translated.findings().toString());
    return translated.files().get(0);
  }
}
