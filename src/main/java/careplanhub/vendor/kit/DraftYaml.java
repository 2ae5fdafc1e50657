package careplanhub.vendor.kit;

import careplanhub.standard.Field;
import careplanhub.standard.Layout;
import careplanhub.standard.Standard;
import careplanhub.standard.StandardVersion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes a draft as the YAML of an adapter, with what was guessed as comments. */
final class DraftYaml {
  private static final int MOST_RECOGNISED = 6;
  private static final double SURE = 0.75;
  private static final List<String> TOLD =
      List.of(
          "shortStayDaysToLastMonth",
          "proratedDays",
          "serviceCount",
          "taisCode",
          "equipmentNoticeCode",
          "detailNo",
          "satelliteNo",
          "over30Days");

  private final String name;
  private final Sample sample;
  private final List<ColumnGuess> guesses;
  private final ColumnNames names;
  private final LensPlan plan;
  private final Set<Integer> connected;
  private final StringBuilder yaml = new StringBuilder();

  DraftYaml(
      String name, Sample sample, List<ColumnGuess> guesses, ColumnNames names, LensPlan plan) {
    this.name = name;
    this.sample = sample;
    this.guesses = guesses;
    this.names = names;
    this.plan = plan;
    this.connected = plan.connected();
  }

  /** The whole file. */
  String write() {
    head();
    file();
    recognise();
    lenses();
    lost();
    return yaml.toString();
  }

  private void line(String text) {
    yaml.append(text).append('\n');
  }

  private void head() {
    line("# " + name + " ⇄ 標準仕様 V4.1 " + String.join("、", plan.fileKinds()) + "（下書き）");
    line("# 見本から推した下書きです。「確かさ」の低い列と、下の「確かめること」を見て直してください。");
    line("# 書き方は docs/adapters.ja.md、レンズの一覧は docs/lenses.md にあります。");
    List<String> notes = new ArrayList<>(plan.notes());
    notes.addAll(leftNotes());
    if (!notes.isEmpty()) {
      line("#");
      line("# 確かめること");
      notes.forEach(note -> line("# - " + Yaml.comment(note)));
    }
    line("");
    line("adapter: " + name);
    line("version: \"1\"");
    line("title: " + Yaml.text(name + "（下書き）"));
    String kinds =
        plan.fileKinds().size() == 1
            ? "kind: " + plan.fileKinds().get(0)
            : "kinds: [" + String.join(", ", plan.fileKinds()) + "]";
    line("standard: { version: \"4.1\", " + kinds + " }");
  }

  /** Japanese: what could not be guessed. */
  private List<String> leftNotes() {
    List<String> unknown =
        guesses.stream()
            .filter(guess -> guess.isUnknown() && !names.isLeftOut(guess.column()))
            .map(guess -> names.of(guess.column()))
            .toList();
    List<String> notes = new ArrayList<>();
    if (!unknown.isEmpty()) {
      notes.add("何の列か分からず、移さないことにした列: " + String.join("、", unknown));
    }
    if (sample.undecodable()) {
      notes.add("見本に文字コードとして読めない文字があります。");
    }
    if (names.arePlaced() && sample.hasHeader()) {
      notes.add("見出しに同じ語か空の欄か月ごとに変わる語があるので、列を場所（at）で決めました。");
    }
    return notes;
  }

  private void file() {
    line("file:");
    line("  charset: " + sample.charset());
    line("  lineEnd: " + sample.lineEnd());
    if (!sample.separator().equals("comma")) {
      line("  separator: " + sample.separator());
    }
    line("  name: \"" + name + "_{month}_{from}_{fromType}_{serial}.csv\"");
    if (!sample.hasHeader()) {
      line("  header: none");
    }
    PreamblePlan preamble = PreamblePlan.of(sample);
    if (sample.hasHeader() && !preamble.lines().isEmpty()) {
      line("  preamble:");
      preamble.lines().forEach(title -> line("    - " + quoted(title)));
    }
    if (plan.needsFileMonth()) {
      String label =
          preamble.label().isEmpty() || !sample.hasHeader()
              ? ""
              : ", label: " + quoted(preamble.label());
      line("  month: { name: \"*{month}*\"" + label + " }");
    }
    line("  columns:");
    columns();
  }

  private static String quoted(String text) {
    return Yaml.text(text).startsWith("\"") ? Yaml.text(text) : "\"" + text + "\"";
  }

  private void columns() {
    Set<DayColumns.Group> written = new LinkedHashSet<>();
    for (ColumnGuess guess : guesses) {
      if (names.isLeftOut(guess.column())) {
        continue;
      }
      DayColumns.Group group = guess.day();
      if (group == null || !names.groups().contains(group)) {
        column(names.of(guess.column()), String.valueOf(guess.column() + 1), false, remark(guess));
      } else if (written.add(group)) {
        int first = group.columns().get(0) + 1;
        column(
            names.of(group),
            first + "-" + (first + 30),
            !group.isWhole(),
            "日ごとの列（" + use(group) + "）");
      }
    }
  }

  private static String use(DayColumns.Group group) {
    return switch (group.use()) {
      case PLANNED -> "予定";
      case DONE -> "実績";
      case UNKNOWN -> "予定か実績かは語に無い";
    };
  }

  private void column(String column, String at, boolean optional, String remark) {
    String text = Yaml.text(column);
    String entry =
        names.arePlaced() || optional
            ? "{ name: "
                + text
                + (names.arePlaced() ? ", at: \"" + at + "\"" : "")
                + (optional ? ", optional: true" : "")
                + " }"
            : text;
    line("    - " + entry + "   # " + Yaml.comment(remark));
  }

  private String remark(ColumnGuess guess) {
    return GuessText.of(guess, connected.contains(guess.column()));
  }

  private void recognise() {
    List<String> preamble = PreamblePlan.of(sample).lines();
    if (names.arePlaced()) {
      String words =
          preamble.isEmpty() || preamble.get(0).equals("（表題）") || preamble.get(0).contains("{")
              ? ""
              : ", preamble: [" + quoted(preamble.get(0)) + "]";
      line(
          "recognise: { columns: \""
              + sample.width()
              + "\""
              + words
              + " }   # 列の数だけでは他の形式と紛れるので、name（ファイル名の型）を加えるとよい");
      return;
    }
    List<String> telling = new ArrayList<>();
    for (double least : new double[] {SURE, 0}) {
      for (ColumnGuess guess : guesses) {
        boolean usable =
            guess.day() == null
                && !names.isLeftOut(guess.column())
                && guess.confidence() >= least
                && (least == 0 || connected.contains(guess.column()));
        if (usable
            && telling.size() < MOST_RECOGNISED
            && !telling.contains(names.of(guess.column()))) {
          telling.add(names.of(guess.column()));
        }
      }
    }
    names.groups().stream()
        .filter(group -> connected.contains(group.columns().get(0)))
        .limit(1)
        .forEach(group -> telling.add(names.of(group).replace("{day}", "1").replace("{dd}", "01")));
    line("recognise: " + Yaml.list(telling));
  }

  private void lenses() {
    line("lenses:");
    for (PlannedLens lens : plan.lenses()) {
      line("  - " + lens.yaml());
      if (!lens.kinds().isEmpty()) {
        line("    kinds: [" + String.join(", ", lens.kinds()) + "]");
      }
    }
  }

  private void lost() {
    line("lost:");
    Set<String> columns = new LinkedHashSet<>();
    for (ColumnGuess guess : guesses) {
      if (!connected.contains(guess.column()) && !names.isLeftOut(guess.column())) {
        columns.add(names.of(guess.column()));
      }
    }
    line("  toStandard: " + Yaml.list(List.copyOf(columns)));
    List<String> fields = lostFields();
    line("  fromStandard:");
    fields.forEach(field -> line("    - " + field + "   # " + japanese(field)));
    line("  tell: [" + String.join(", ", TOLD.stream().filter(fields::contains).toList()) + "]");
  }

  private List<String> lostFields() {
    Set<String> lost = new LinkedHashSet<>();
    for (String kind : plan.fileKinds()) {
      Set<String> kept = new LinkedHashSet<>();
      plan.lenses().stream()
          .filter(lens -> lens.isFor(kind))
          .forEach(lens -> kept.addAll(lens.keeps()));
      layout(kind).fields().stream()
          .map(Field::key)
          .filter(key -> !kept.contains(key))
          .forEach(lost::add);
    }
    return List.copyOf(lost);
  }

  private String japanese(String field) {
    return layout(plan.fileKinds().get(0)).field(field).japaneseName();
  }

  private static Layout layout(String kind) {
    return Standard.data().layout(StandardVersion.V4_1, kind).orElseThrow();
  }
}
