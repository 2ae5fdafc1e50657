package careplanhub.fax.forms;

import careplanhub.office.FormSettings;
import careplanhub.office.HubSettings;
import careplanhub.standard.Field;
import careplanhub.standard.FieldType;
import careplanhub.standard.Layout;
import careplanhub.standard.Row;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import java.io.IOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Rows of one synthetic user, and what can be read in the forms made of them. */
final class FormExamples {
  static final FormSettings SETTINGS = HubSettings.defaults().forms();
  static final UUID PARCEL = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");
  static final List<FormKind> FORMS =
      Arrays.stream(FormKind.values()).filter(kind -> kind != FormKind.COVER).toList();

  private static final Set<String> DATED = Set.of("planDate", "consultedOn");

  private FormExamples() {}

  static Forms forms() {
    return Forms.of(SETTINGS, OfficeNames.NONE);
  }

  /** A row with something plausible in each column; these values instead where they are given. */
  static Row row(String kind, Map<String, String> values) {
    Layout layout = Standard.data().layout(StandardVersion.V4_1, kind).orElseThrow();
    List<String> all = new ArrayList<>();
    for (Field field : layout.fields()) {
      all.add(values.getOrDefault(field.key(), value(field)));
    }
    return Row.of(layout, all);
  }

  /** One row of each kind of file that a form shows. */
  static List<Row> rows(Map<String, String> values) {
    return List.of(
            "UPHOSOKU",
            "UP1KYO",
            "UP2KYO",
            "UP3KYO",
            "UPPLAN",
            "UPJSK",
            "UPSIKYU",
            "UPKIHON",
            "UPKIHON_SUB1",
            "UPKIHON_SUB2",
            "UPYOBO",
            "UPYOBO_SUB")
        .stream()
        .map(kind -> row(kind, values))
        .toList();
  }

  static FormDocument print(FormKind kind, List<Row> rows) throws IOException, FormException {
    Forms forms = forms();
    return forms.print(PARCEL, forms.contents(FormRows.of(rows), kind));
  }

  static Cover cover(String message) {
    Cover.Side side = new Cover.Side("見本ヘルパーステーション", "9900000001", "見本", "000-1", "000-2");
    return new Cover(side, side, LocalDate.of(2026, 1, 5), "提供票", message, "お電話ください");
  }

  /** The document's text without spaces and line ends, in NFKC as radicals come out of a PDF. */
  static String text(FormDocument document) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(document.bytes())) {
      String text = new PDFTextStripper().getText(pdf);
      return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
  }

  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
  }

  private static String value(Field field) {
    Map<String, String> byKey = new HashMap<>();
    byKey.put("insuredNumber", "9900000017");
    byKey.put("serviceDate", "20260107");
    byKey.put("serviceCode", "111111");
    byKey.put("serviceOfficeNumber", "9900000001");
    byKey.put("targetMonth", "202601");
    byKey.put("proratedDays", "");
    byKey.put("serviceStart", "0930");
    byKey.put("serviceEnd", "1015");
    byKey.put("activityStart", "1200");
    byKey.put("activityEnd", "1300");
    if (DATED.contains(field.key())) {
      return "20251220";
    }
    String given = byKey.get(field.key());
    return given != null ? given : value(field.type(), field);
  }

  private static String value(FieldType type, Field field) {
    String codes = field.codes();
    return switch (type) {
      case TEXT -> field.japaneseName().replaceAll("[（(].*", "") + field.number();
      case DATE -> "20251001";
      case MONTH -> "202601";
      case TIME -> "0800";
      case CODE, FLAG ->
          codes == null
              ? "1"
              : Standard.data().codes(codes).keySet().stream().sorted().findFirst().orElseThrow();
      case INT, DECIMAL -> "1";
      case ID -> "9".repeat(field.length());
      case POSTAL -> "000-0000";
      case TEL -> "000-0000-0000";
      case FILENAME, UNUSED, DIGITS -> "";
    };
  }
}
