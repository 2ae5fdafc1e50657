package careplanhub.vendor.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import careplanhub.office.HubSettings;
import careplanhub.office.KitSettings;
import careplanhub.standard.NamedSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A draft of a layout never seen before loads, knows its own sample, and is mostly right. */
@Tag("sweep")
class DraftedSamplesTest {
  private static final KitSettings LIMITS = HubSettings.defaults().kit();

  @ParameterizedTest
  @MethodSource("careplanhub.vendor.kit.SampleLayouts#all")
  void atLeastTwoThirdsOfTheColumnsWithACounterpartAreRight(SampleLayout layout) throws Exception {
    Sample sample = SampleReader.read(layout.fileName(), layout.bytes(), LIMITS);
    List<ColumnGuess> guesses = Guessing.of(sample);
    AdapterDraft draft = AdapterDraft.of("draft", sample, "UPJSK");

    List<String> wrong = new ArrayList<>();
    Map<Integer, String> truth = layout.truth();
    truth.forEach(
        (column, meaning) -> {
          String guessed = labelOf(guesses.get(column));
          if (!guessed.equals(meaning)) {
            wrong.add(
                (column + 1) + " " + sample.nameOf(column) + ": " + meaning + " → " + guessed);
          }
        });
    double right = 1 - (double) wrong.size() / truth.size();
    assertTrue(
        right >= 2.0 / 3,
        () -> "only " + right + " of " + truth.size() + ": " + wrong + "\n" + draft.yaml());
  }

  @ParameterizedTest
  @MethodSource("careplanhub.vendor.kit.SampleLayouts#all")
  void theDraftKnowsItsOwnSample(SampleLayout layout) throws Exception {
    Sample sample = SampleReader.read(layout.fileName(), layout.bytes(), LIMITS);
    AdapterDraft draft = AdapterDraft.of("draft", sample, "UPJSK");
    NamedSource source =
        new NamedSource(layout.fileName(), () -> new ByteArrayInputStream(layout.bytes()));
    assertTrue(draft.adapter().recognises(source), draft.yaml());
  }

  @ParameterizedTest
  @MethodSource("careplanhub.vendor.kit.SampleLayouts#all")
  void nothingOfTheRecordsIsInTheDraft(SampleLayout layout) throws Exception {
    Sample sample = SampleReader.read(layout.fileName(), layout.bytes(), LIMITS);
    String yaml = AdapterDraft.of("draft", sample, "UPJSK").yaml();
    List<String> found =
        SyntheticVisit.month(layout.toString().hashCode(), 40).stream()
            .flatMap(visit -> Stream.of(visit.insured(), visit.name(), visit.planner()))
            .distinct()
            .filter(yaml::contains)
            .collect(Collectors.toList());
    assertEquals(List.of(), found);
  }

  @Test
  void hoursInThePlaceOfMinutesAreLeftAndTold() throws Exception {
    StringBuilder text = new StringBuilder("被保険者番号,保険者番号,提供日,開始,終了,時間数,サービスコード,単位数\r\n");
    for (int day = 10; day < 20; day++) {
      text.append("99000000").append(day).append(",999901,2025/11/").append(day);
      text.append(",9:00,10:00,1.0,111211,387\r\n");
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    AdapterDraft draft =
        AdapterDraft.of("draft", SampleReader.read("hours.csv", bytes, LIMITS), "UPJSK");
    assertFalse(draft.yaml().contains("duration:"), draft.yaml());
    assertTrue(draft.yaml().contains("field: serviceEnd"), draft.yaml());
    assertTrue(
        draft.notes().stream().anyMatch(note -> note.contains("分の整数ではない")),
        () -> draft.notes().toString());
  }

  private static String labelOf(ColumnGuess guess) {
    DayColumns.Group day = guess.day();
    if (day == null) {
      return guess.meaning().label();
    }
    return Objects.requireNonNull(day).use() == DayColumns.Use.PLANNED ? "plannedDays" : "doneDays";
  }
}
