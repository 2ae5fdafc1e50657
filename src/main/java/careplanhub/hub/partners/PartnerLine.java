package careplanhub.hub.partners;

import careplanhub.vendor.BindyBinding;
import org.apache.camel.dataformat.bindy.annotation.CsvRecord;
import org.apache.camel.dataformat.bindy.annotation.DataField;

/** One line of a list of partners. All but the notes must be there. For one thread. */
@CsvRecord(separator = BindyBinding.SEPARATOR, quote = "")
public final class PartnerLine {
  static final String NUMBER = "事業所番号";
  static final String NAME = "事業所名";
  static final String SERVICE_TYPES = "サービス種類";
  static final String RELAY = "連携基盤";

  @DataField(pos = 1, columnName = NUMBER, required = true, trim = true)
  String number = "";

  @DataField(pos = 2, columnName = NAME, required = true, trim = true)
  String name = "";

  @DataField(pos = 3, columnName = SERVICE_TYPES, required = true, trim = true)
  String serviceTypes = "";

  @DataField(pos = 4, columnName = RELAY, required = true, trim = true)
  String relay = "";
}
