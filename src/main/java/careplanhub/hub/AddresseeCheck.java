package careplanhub.hub;

import careplanhub.hub.OutgoingWork.Part;
import careplanhub.hub.OutgoingWork.StandardFile;
import careplanhub.ledger.Answers;
import careplanhub.ledger.Question;
import careplanhub.ledger.Questions;
import careplanhub.office.Directory;
import careplanhub.standard.FileName;
import careplanhub.standard.Layout;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.ServiceTypeCode;
import careplanhub.standard.UserIdentity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stops what names an addressee that its users' rows do not know, until a person has confirmed it:
 * results for another support office than the rows' プラン担当業者, plans whose 第2表 names other offices
 * only (2.6). Slips need no person: the check of the standard's rules stops them (ROW-26). Files
 * whose rows name no office, such as 利用者基本情報, tell nothing. Safe for every thread.
 */
public final class AddresseeCheck {
  /** The files whose rows name offices, and the field that must name the addressee. */
  private static final Map<String, String> NAMING =
      Map.of("UPJSK", "supportOfficeNumber", "UP2KYO", "serviceOfficeNumber");

  private static final Set<String> MAKERS_OF_PLANS = Set.of("43", "46", "AF");

  private final Directory directory;
  private final Questions questions;
  private final Rewriting rewriting;

  AddresseeCheck(Directory directory, Questions questions, Rewriting rewriting) {
    this.directory = directory;
    this.questions = questions;
    this.rewriting = rewriting;
  }

  /** Users whose rows name offices, and those of them for whom one is the addressee. */
  private record Named(Set<UserIdentity> users, Set<UserIdentity> atAddressee) {
    long strangers() {
      return users.stream().filter(user -> !atAddressee.contains(user)).count();
    }
  }

  /** Lets the work on when its rows know the addressees, or a person confirmed them. */
  public OutgoingWork check(OutgoingWork work)
      throws RefusedException, NeedsPersonException, IOException {
    List<String> doubts = new ArrayList<>();
    for (Part part : work.parts()) {
      for (StandardFile file : part.files()) {
        long strangers = isForwarded(file.name()) ? 0 : named(file).strangers();
        if (strangers > 0) {
          doubts.add(doubt(file.name(), strangers));
        }
      }
    }
    if (doubts.isEmpty()) {
      return work;
    }
    String decision =
        questions
            .decision(work.unit().id(), Question.Kind.ADDRESSEE)
            .orElseThrow(() -> question(work, doubts));
    if (decision.equals(Answers.LEAVE_OUT)) {
      throw new RefusedException(
          work,
          List.of(
              HubFinding.DECIDED_NOT_TO_SEND.of(
                  work.parts().get(0).files().get(0).name().format())));
    }
    return work;
  }

  /** 委託: whoever makes plans hands results on to the support centre whose plan it is. */
  private static boolean isForwarded(FileName name) {
    ServiceTypeCode type = name.fromType();
    return name.kind().equals("UPJSK") && type != null && MAKERS_OF_PLANS.contains(type.value());
  }

  private Named named(StandardFile file) throws IOException {
    Named named = new Named(new HashSet<>(), new HashSet<>());
    String field = NAMING.get(file.name().kind());
    if (field == null) {
      return named;
    }
    Layout layout = Rewriting.layout(file.name());
    int position = layout.position(field);
    String addressee = file.name().to().value();
    rewriting.read(
        file,
        row -> {
          String office = row.value(position);
          if (!office.isEmpty()) {
            named.users().add(row.user());
          }
          if (office.equals(addressee)) {
            named.atAddressee().add(row.user());
          }
        });
    return named;
  }

  private String doubt(FileName name, long users) {
    OfficeNumber to = name.to();
    return "送信先 "
        + to
        + directory.nameOf(to).map(found -> "（" + found + "）").orElse("")
        + " は、利用者 "
        + users
        + " 人の行（"
        + name.kind()
        + "）に出てきません。\n";
  }

  private static NeedsPersonException question(OutgoingWork work, List<String> doubts) {
    return new NeedsPersonException(
        work,
        Question.Kind.ADDRESSEE,
        "利用者に関係のない事業所に送るおそれがあるため、送信を止めています。\n" + String.join("", doubts),
        List.of(new Question.Line("", "この送信先に送ってよいか、確かめてください。", null)));
  }
}
