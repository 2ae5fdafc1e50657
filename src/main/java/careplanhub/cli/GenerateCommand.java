package careplanhub.cli;

import careplanhub.lab.GeneratedFile;
import careplanhub.lab.GeneratedFolder;
import careplanhub.lab.GeneratedUnit;
import careplanhub.lab.Generator;
import careplanhub.lab.SyntheticCorporation;
import careplanhub.lab.SyntheticMonth;
import careplanhub.lab.SyntheticOffice;
import careplanhub.lab.UnitKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./hub generate}: writes a month end of synthetic data into a folder. */
@Command(
    name = "generate",
    description = "架空の利用者の月末データを作ります（同じシードなら同じ内容）。",
    mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {
  private static final int MOST_USERS = 100_000;
  private static final String EXPORTS = "jittai";
  private static final String DAMAGED = "damaged";
  private static final List<String> VERSIONS = List.of("4.1", "3.2");

  /** V3.2 was in force for all of this year; its sub folder has the same month of it. */
  private static final int YEAR_OF_3_2 = 2024;

  @Spec private CommandSpec spec;

  @Option(names = "--users", required = true, paramLabel = "人数", description = "利用者の人数（1～100000）")
  private int users;

  @Option(
      names = "--month",
      required = true,
      paramLabel = "YYYY-MM",
      description = "予定の対象年月（2025-05 以降）。実績はその前月")
  private YearMonth month;

  @Option(names = "--seed", required = true, paramLabel = "数", description = "シード（整数）")
  private long seed;

  @Option(names = "--out", required = true, paramLabel = "フォルダ", description = "書き出し先。まだ無いか、空のフォルダ")
  private Path out;

  @Option(
      names = "--kinds",
      split = ",",
      paramLabel = "種類",
      description =
          "作る種類をカンマ区切りで。plan, slip, result, basic, prevention, planDelete, slipDelete,"
              + " resultDelete, basicDelete, preventionDelete, jittai, damaged（壊れた見本）。"
              + "省くと damaged のほかすべて")
  private List<String> kinds = new ArrayList<>();

  @Option(
      names = "--versions",
      split = ",",
      paramLabel = "版",
      description = "作る標準仕様の版をカンマ区切りで。4.1, 3.2。省くと両方")
  private List<String> versions = new ArrayList<>(VERSIONS);

  @Override
  public Integer call() throws IOException {
    checkUse();
    List<SyntheticCorporation> corporations =
        List.of(
            SyntheticCorporation.first(),
            SyntheticCorporation.second(),
            SyntheticCorporation.third());
    GeneratedFolder folder = new GeneratedFolder(out);
    SyntheticMonth current =
        Generator.of(seed)
            .month(
                users,
                month,
                SyntheticCorporation.supportOffices(corporations),
                SyntheticCorporation.serviceOffices(corporations));
    if (versions.contains("4.1")) {
      addUnits(folder, current);
      addOthers(folder, current, corporations);
    }
    if (versions.contains("3.2")) {
      addUnits(
          folder,
          Generator.of(seed)
              .earlierMonth(
                  users,
                  YearMonth.of(YEAR_OF_3_2, month.getMonth()),
                  SyntheticCorporation.supportOffices(corporations),
                  SyntheticCorporation.serviceOffices(corporations)));
    }
    folder.finish(facts());
    spec.commandLine()
        .getOut()
        .println(folder.files() + " 個のファイルを書き出しました。内訳は manifest.json にあります。");
    return 0;
  }

  private void checkUse() throws IOException {
    if (users < 1 || users > MOST_USERS) {
      throw wrongUse("--users は 1 から " + MOST_USERS + " までの数にしてください。");
    }
    if (month.isBefore(Generator.FIRST_MONTH)) {
      throw wrongUse("--month は " + Generator.FIRST_MONTH + " 以降にしてください。第4.1版はその前月のサービスから使われます。");
    }
    TreeSet<String> unknown = new TreeSet<>(kinds);
    Arrays.stream(UnitKind.values()).map(UnitKind::label).forEach(unknown::remove);
    unknown.removeAll(List.of(EXPORTS, DAMAGED));
    if (!unknown.isEmpty()) {
      throw wrongUse("--kinds に知らない種類があります: " + String.join(", ", unknown));
    }
    if (!VERSIONS.containsAll(versions)) {
      throw wrongUse("--versions は 4.1 か 3.2 です。");
    }
    if (Files.exists(out)) {
      if (!Files.isDirectory(out)) {
        throw wrongUse("--out はフォルダにしてください。");
      }
      try (Stream<Path> inside = Files.list(out)) {
        if (inside.findAny().isPresent()) {
          throw wrongUse("--out のフォルダが空ではありません。空のフォルダか、まだ無いフォルダにしてください。");
        }
      }
    }
  }

  private void addUnits(GeneratedFolder folder, SyntheticMonth month) throws IOException {
    Iterator<GeneratedUnit> units =
        Arrays.stream(UnitKind.values())
            .filter(kind -> wanted(kind.label()))
            .flatMap(month::units)
            .iterator();
    while (units.hasNext()) {
      folder.add(units.next());
    }
  }

  private void addOthers(
      GeneratedFolder folder, SyntheticMonth month, List<SyntheticCorporation> corporations)
      throws IOException {
    if (wanted(EXPORTS)) {
      for (SyntheticOffice office : SyntheticCorporation.serviceOffices(corporations)) {
        GeneratedFile export = month.jittaiExport(office);
        if (office.type().value().equals("11") && export.rows() > 0) {
          folder.addExport(office, export);
        }
      }
    }
    if (kinds.contains(DAMAGED)) {
      folder.addDamaged(month.results().findFirst().orElseThrow().files().get(0));
    }
  }

  private boolean wanted(String kind) {
    return kinds.isEmpty() || kinds.contains(kind);
  }

  private Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("seed", seed);
    facts.put("users", users);
    facts.put("month", month.toString());
    facts.put("kinds", kinds);
    facts.put("versions", versions);
    return facts;
  }

  private WrongUse wrongUse(String message) {
    return new WrongUse(spec.commandLine(), message);
  }
}
