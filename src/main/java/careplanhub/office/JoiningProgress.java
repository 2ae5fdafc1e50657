package careplanhub.office;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far the partners have come with joining.
 *
 * @param standings every partner, in the order of the files
 * @param counts how many are at each stage today; every stage is there
 * @param months the same at the end of each month, or today for this month; the latest ones only
 */
public record JoiningProgress(
    List<Standing> standings,
    Map<JoiningStage, Long> counts,
    SortedMap<YearMonth, Map<JoiningStage, Long>> months) {

  /**
   * Where one partner stands.
   *
   * @param stage the last stage whose day has come
   * @param since that day; null when no day is written
   * @param planned the day in the future that is written for a later stage; null for none
   * @param days whole days at the stage; 0 when no day is written
   */
  public record Standing(
      Partner partner,
      JoiningStage stage,
      @Nullable LocalDate since,
      @Nullable LocalDate planned,
      long days) {

    /** The stage that comes next; empty for one that runs. */
    public Optional<JoiningStage> next() {
      return Arrays.stream(JoiningStage.values())
          .filter(each -> each.compareTo(stage) > 0)
          .findFirst();
    }
  }

  /**
   * The progress on a day.
   *
   * @param most how many months, this one included
   */
  public static JoiningProgress of(Collection<Partner> partners, LocalDate today, int most) {
    List<Standing> standings = partners.stream().map(partner -> standing(partner, today)).toList();
    SortedMap<YearMonth, Map<JoiningStage, Long>> months = new TreeMap<>();
    YearMonth first = firstMonth(partners, today);
    YearMonth last = YearMonth.from(today);
    YearMonth from =
        first.isBefore(last.minusMonths(most - 1L)) ? last.minusMonths(most - 1L) : first;
    for (YearMonth month = from; !month.isAfter(last); month = month.plusMonths(1)) {
      LocalDate end = month.equals(last) ? today : month.atEndOfMonth();
      months.put(
          month,
          counted(partners.stream().map(partner -> standing(partner, end).stage()).toList()));
    }
    return new JoiningProgress(
        standings,
        counted(standings.stream().map(Standing::stage).toList()),
        Collections.unmodifiableSortedMap(months));
  }

  /** Who does not run yet: those who have come furthest first, then those who wait longest. */
  public List<Standing> waiting() {
    return standings.stream()
        .filter(standing -> standing.next().isPresent())
        .sorted(
            Comparator.comparing(Standing::stage)
                .reversed()
                .thenComparing(Comparator.comparingLong(Standing::days).reversed())
                .thenComparing(standing -> standing.partner().number().value()))
        .toList();
  }

  private static Standing standing(Partner partner, LocalDate day) {
    JoiningStage stage = JoiningStage.NOT_INVITED;
    LocalDate planned = null;
    for (Map.Entry<JoiningStage, LocalDate> reached : partner.joining().since().entrySet()) {
      if (!reached.getValue().isAfter(day)) {
        stage = reached.getKey();
      } else if (planned == null) {
        planned = reached.getValue();
      }
    }
    LocalDate since = partner.joining().since().get(stage);
    boolean known = since != null && !since.isAfter(day);
    return new Standing(
        partner,
        stage,
        known ? since : null,
        planned,
        known ? ChronoUnit.DAYS.between(since, day) : 0);
  }

  private static YearMonth firstMonth(Collection<Partner> partners, LocalDate today) {
    return partners.stream()
        .flatMap(partner -> partner.joining().since().values().stream())
        .min(Comparator.naturalOrder())
        .filter(day -> !day.isAfter(today))
        .map(YearMonth::from)
        .orElse(YearMonth.from(today));
  }

  private static Map<JoiningStage, Long> counted(List<JoiningStage> stages) {
    Map<JoiningStage, Long> counts = new EnumMap<>(JoiningStage.class);
    for (JoiningStage stage : JoiningStage.values()) {
      counts.put(stage, stages.stream().filter(each -> each == stage).count());
    }
    return Collections.unmodifiableMap(counts);
  }
}
