package careplanhub.hub;

import careplanhub.ledger.OutgoingUnits;
import careplanhub.ledger.Question;
import careplanhub.ledger.UnitScope;
import careplanhub.ledger.UserWords;
import careplanhub.standard.UserIdentity;
import careplanhub.store.Vault;
import careplanhub.vendor.Adapter;
import careplanhub.vendor.OfficeKnowledge;
import careplanhub.vendor.Translated;
import careplanhub.vendor.UnmatchedUser;
import careplanhub.vendor.UserRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What only a person knows about an export's users. Safe for every thread. */
final class ExportQuestions {
  private final Vault vault;

  ExportQuestions(Vault vault) {
    this.vault = vault;
  }

  /** Asks whom words mean that nobody has matched yet; their records wait. */
  void aboutUsers(
      OutgoingWork work,
      Adapter adapter,
      OfficeKnowledge knowledge,
      Translated translated,
      UnitScope scope)
      throws NeedsPersonException {
    Map<List<String>, Long> records = new LinkedHashMap<>();
    for (UnmatchedUser one : translated.unmatched()) {
      records.merge(one.words(), one.records(), Long::sum);
    }
    List<Question.Line> lines = new ArrayList<>();
    records.forEach(
        (words, count) -> {
          UserWords asked = OfficeMemory.wordsOf(adapter, words);
          if (scope.asksAbout(asked)) {
            lines.add(line(asked, count, knowledge.isAmbiguous(asked.columns(), words)));
          }
        });
    if (!lines.isEmpty()) {
      throw new NeedsPersonException(
          work,
          Question.Kind.WHO_IS_MEANT,
          "だれのことか決まっていない利用者がいます。その利用者の実績は送らずに待っています。ほかの利用者の分は送ります。"
              + "一度答えると覚えるので、次からは聞きません。同じ名前の利用者が 2 人いるときは、介護ソフトで区別できるようにしてから答えてください。",
          lines);
    }
  }

  private Question.Line line(UserWords asked, long records, boolean ambiguous) {
    List<String> told = new ArrayList<>();
    for (int place = 0; place < asked.words().size(); place++) {
      told.add(asked.columns().get(place) + "「" + asked.words().get(place) + "」");
    }
    String text = String.join(" ", told) + "（" + records + " 件）はだれのことですか。";
    return new Question.Line(
        asked.index(vault),
        ambiguous
            ? text + "事業所の表 users.csv に、同じ語の利用者が 2 人以上います。表を直すと自動で続きます。今回送らないなら、そう答えてください。"
            : text,
        null,
        asked);
  }

  /** Asks for the support offices that nobody knows; those users wait. */
  void aboutSupportOffices(OutgoingWork work, Translated translated, Predicate<UserIdentity> scope)
      throws NeedsPersonException {
    List<UserRows> unknown =
        translated.waiting().stream().filter(waiting -> scope.test(waiting.user())).toList();
    if (unknown.isEmpty()) {
      return;
    }
    throw new NeedsPersonException(
        work,
        Question.Kind.SUPPORT_OFFICE,
        "担当の居宅介護支援事業所が分からない利用者が " + unknown.size() + " 人います。その利用者の実績は送らずに待っています。",
        unknown.stream().map(this::line).toList());
  }

  private Question.Line line(UserRows waiting) {
    UserIdentity user = waiting.user();
    return new Question.Line(
        OutgoingUnits.userIndex(vault, user),
        "保険者番号 "
            + user.insurerNumber()
            + " 被保険者番号 "
            + user.insuredNumber()
            + " の利用者（"
            + waiting.rows().size()
            + " 件）の居宅介護支援事業所",
        null);
  }
}
