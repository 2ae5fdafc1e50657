package careplanhub.vendor.form;

import careplanhub.office.ConfigurationException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** {@code table}: the vendor's word for each code of the standard, one to one. */
final class TableForm implements Form {
  private final Map<String, String> codes;
  private final Map<String, String> words;

  private TableForm(Map<String, String> codes, Map<String, String> words) {
    this.codes = codes;
    this.words = words;
  }

  static TableForm create(FormPart part) throws ConfigurationException {
    Map<String, String> codes = new LinkedHashMap<>();
    Map<String, String> words = new HashMap<>();
    for (Map.Entry<String, String> entry : part.texts().entrySet()) {
      codes.put(entry.getKey(), entry.getValue());
      if (words.put(entry.getValue(), entry.getKey()) != null) {
        throw part.error(entry.getKey(), "同じコードに 2 つの語があります。戻すときに決まりません。");
      }
    }
    if (codes.isEmpty()) {
      throw part.error("", "「ソフトの語: 標準のコード」を 1 つ以上書いてください。");
    }
    return new TableForm(codes, words);
  }

  @Override
  public String read(String cell, Consumer<Tolerated> tolerated) throws UnreadableException {
    String word = cell.strip();
    String code = codes.get(word);
    if (code == null && !word.isEmpty()) {
      code = codes.get(HalfWidth.of(word, tolerated));
    }
    if (code == null && !word.isEmpty()) {
      throw new UnreadableException("対応表に無い値です。アダプタの対応表に加えるか、値を直してください。");
    }
    return code == null ? "" : code;
  }

  @Override
  public String write(String value) throws UnreadableException {
    String word = words.get(value);
    if (word == null && !value.isEmpty()) {
      throw new UnreadableException("対応表に無いコードなので書けません。");
    }
    return word == null ? "" : word;
  }
}
