package careplanhub.office;

import careplanhub.standard.OfficeNumber;
import careplanhub.standard.ServiceTypeCode;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How Jackson reads our types from YAML, and how what it refuses is said in Japanese. */
final class YamlBinding {
  static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .addModule(new ParameterNamesModule())
          .addModule(
              new SimpleModule()
                  .addDeserializer(Duration.class, new Text<>(Duration.class, Durations::parse))
                  .addDeserializer(LocalDate.class, new Text<>(LocalDate.class, YamlBinding::date))
                  .addDeserializer(DataSize.class, new Text<>(DataSize.class, DataSize::parse))
                  .addDeserializer(
                      ChannelName.class, new Text<>(ChannelName.class, ChannelName::of))
                  .addDeserializer(
                      OfficeNumber.class,
                      new Text<>(
                          OfficeNumber.class,
                          text ->
                              Optional.of(text)
                                  .filter(OfficeNumber::isValid)
                                  .map(OfficeNumber::new)))
                  .addDeserializer(
                      ServiceTypeCode.class,
                      new Text<>(
                          ServiceTypeCode.class,
                          text ->
                              Optional.of(text)
                                  .filter(ServiceTypeCode::isValid)
                                  .map(ServiceTypeCode::new))))
          .build();

  private static final Map<Class<?>, String> EXPECTED =
      Map.ofEntries(
          Map.entry(Duration.class, "時間を 500ms、10s、5m、8h、30d のように書いてください。"),
          Map.entry(LocalDate.class, "日付を 2026-12-31 のように書いてください。"),
          Map.entry(DataSize.class, "大きさを 64KB、100MB、2GB のように書いてください。"),
          Map.entry(OfficeNumber.class, "事業所番号を 10 桁の数字で書いてください。"),
          Map.entry(ServiceTypeCode.class, "サービス種類コードを 2 文字で書いてください（例 11、43、AF）。"),
          Map.entry(int.class, "整数を書いてください。"),
          Map.entry(long.class, "整数を書いてください。"),
          Map.entry(double.class, "数を書いてください。"),
          Map.entry(Boolean.class, "true か false を書いてください。"),
          Map.entry(boolean.class, "true か false を書いてください。"),
          Map.entry(Integer.class, "整数を書いてください。"),
          Map.entry(String.class, "文字を書いてください。"));

  private YamlBinding() {}

  /**
   * What is wrong.
   *
   * @param pointer the place below the part that was bound
   * @param message Japanese
   */
  record Problem(String pointer, String message) {}

  static Problem problem(JsonProcessingException exception) {
    if (exception instanceof UnrecognizedPropertyException unknown) {
      return new Problem(pointer(unknown), "知らない項目です。" + known(unknown.getKnownPropertyIds()));
    }
    if (exception instanceof ValueInstantiationException refused
        && refused.getCause() instanceof InvalidSettingException invalid) {
      return new Problem(pointer(refused) + "/" + invalid.field(), invalid.advice());
    }
    if (exception instanceof InvalidFormatException format) {
      return new Problem(pointer(format), expected(format.getTargetType()));
    }
    if (exception instanceof MismatchedInputException mismatch) {
      boolean missing =
          String.valueOf(mismatch.getOriginalMessage()).startsWith("Missing required");
      return new Problem(
          pointer(mismatch), missing ? "この項目は必要です。" : expected(mismatch.getTargetType()));
    }
    if (exception instanceof JsonMappingException mapping) {
      return new Problem(pointer(mapping), "値が正しくありません。");
    }
    return new Problem("", "YAML として読めません。");
  }

  /** What a broken YAML text is told; the parser's own words are English and stay out. */
  static String syntaxMessage(JsonProcessingException exception) {
    return String.valueOf(exception.getOriginalMessage()).contains("uplicate")
        ? "同じ項目が 2 回あります。1 つにしてください。"
        : "YAML として読めません。字下げ（空白のみ、タブは不可）、「:」の後の空白、引用符を確認してください。";
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String known(@Nullable Collection<Object> properties) {
    return properties == null || properties.isEmpty()
        ? ""
        : "使える項目: " + String.join(", ", properties.stream().map(String::valueOf).sorted().toList());
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "値が正しくありません。";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "「- 値」の並びで書いてください。";
    }
    if (type.isEnum()) {
      return "使える値: " + values(type);
    }
    return EXPECTED.getOrDefault(type, "「項目: 値」の並びで書いてください。");
  }

  private static String values(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(value -> value.toString().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static String pointer(JsonMappingException exception) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference reference : exception.getPath()) {
      pointer
          .append('/')
          .append(
              reference.getFieldName() == null ? reference.getIndex() : reference.getFieldName());
    }
    return pointer.toString();
  }

  /** Reads one type from a text by its own parsing function. */
  private static final class Text<T> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private final transient Function<String, Optional<T>> parse;

    Text(Class<T> type, Function<String, Optional<T>> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      String text = parser.getValueAsString();
      Optional<T> value = text == null ? Optional.empty() : parse.apply(text);
      if (value.isEmpty()) {
        throw InvalidFormatException.from(parser, "not readable", text, handledType());
      }
      return value.get();
    }
  }
}
