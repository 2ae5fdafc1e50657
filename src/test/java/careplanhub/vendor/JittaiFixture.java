package careplanhub.vendor;

import careplanhub.office.ConfigurationException;
import careplanhub.office.Directory;
import careplanhub.office.HubSettings;
import careplanhub.standard.NamedSource;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.UserIdentity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Synthetic exports in the layout サービス実態 and what their translation needs. */
final class JittaiFixture {
  static final Path FILE = Path.of("config", "vendors", "jittai", "adapter.yaml");
  static final Charset MS932 = Charset.forName("windows-31j");
  static final OfficeNumber OFFICE = new OfficeNumber("9970000002");
  static final OfficeNumber SUPPORT_OFFICE = new OfficeNumber("9980000001");
  static final OfficeNumber OTHER_SUPPORT_OFFICE = new OfficeNumber("9980000002");
  static final UserIdentity USER = new UserIdentity("011002", "9900000001");
  static final UserIdentity OTHER_USER = new UserIdentity("011002", "9900000002");
  static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-05-01T01:02:03Z"), ZoneId.of("Asia/Tokyo"));

  static final List<String> COLUMNS =
      List.of(
          "日付",
          "時間",
          "利用者名",
          "サービス内容",
          "担当職員",
          "サービス種類コード",
          "サービス内容コード",
          "利用者コード",
          "職員コード",
          "職員EMAIL",
          "保険単位数",
          "自費金額",
          "利用者名カナ",
          "開始時間",
          "終了時間",
          "実施時間",
          "保険者番号",
          "施設所在保険者番号",
          "被保険者番号",
          "要介護度",
          "同一建物減算",
          "障害者受給者番号",
          "サービス提供責任者",
          "西暦日付");

  private JittaiFixture() {}

  static Adapter adapter() {
    try {
      return Adapter.parse(FILE.toString(), Files.readAllBytes(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ConfigurationException e) {
      throw new AssertionError(e);
    }
  }

  /** A visit that is exchanged; changes are column, value, column, value … */
  static Map<String, String> visit(String... changes) {
    Map<String, String> cells = new LinkedHashMap<>();
    COLUMNS.forEach(column -> cells.put(column, ""));
    cells.put("日付", "4/1(火)");
    cells.put("利用者名", "試験 太郎");
    cells.put("サービス内容", "身体介護１");
    cells.put("サービス種類コード", "11");
    cells.put("サービス内容コード", "1111");
    cells.put("保険単位数", "244");
    cells.put("自費金額", "0");
    cells.put("開始時間", "9:50");
    cells.put("終了時間", "10:20");
    cells.put("保険者番号", USER.insurerNumber());
    cells.put("被保険者番号", USER.insuredNumber());
    cells.put("西暦日付", "2025/04/01");
    for (int index = 0; index < changes.length; index += 2) {
      cells.put(changes[index], changes[index + 1]);
    }
    return cells;
  }

  @SafeVarargs
  static String csv(List<String> columns, Map<String, String>... visits) {
    List<Map<String, String>> all = new ArrayList<>();
    for (Map<String, String> visit : visits) {
      all.add(visit);
    }
    return csv(columns, all);
  }

  static String csv(List<String> columns, List<Map<String, String>> visits) {
    List<String> lines = new ArrayList<>();
    lines.add(String.join(",", columns));
    for (Map<String, String> visit : visits) {
      lines.add(String.join(",", columns.stream().map(visit::get).toList()));
    }
    return String.join("\r\n", lines) + "\r\n";
  }

  @SafeVarargs
  static NamedSource export(Map<String, String>... visits) {
    return bytes(csv(COLUMNS, visits).getBytes(MS932));
  }

  static NamedSource utf8(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  static NamedSource bytes(byte[] bytes) {
    return new NamedSource("export.csv", () -> new ByteArrayInputStream(bytes));
  }

  /** Knows the support office of {@link #USER} and of nobody else. */
  static VendorContext context() {
    return context(
        user ->
            user.equals(USER)
                ? Optional.of(new SupportOffice(SUPPORT_OFFICE, "計画 花子"))
                : Optional.empty());
  }

  static VendorContext context(SupportOfficeLookup supportOffices) {
    return new VendorContext(
        OFFICE,
        Directory.empty(),
        supportOffices,
        new ClockSerials(CLOCK),
        CLOCK,
        HubSettings.defaults().intake());
  }
}
