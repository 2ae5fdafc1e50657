package careplanhub.hub;

import careplanhub.hub.IncomingWork.NamedBytes;
import careplanhub.hub.OutgoingWork.StandardFile;
import careplanhub.ledger.Question;
import careplanhub.ledger.Questions;
import careplanhub.ledger.Reception;
import careplanhub.ledger.Receptions;
import careplanhub.standard.FileName;
import careplanhub.standard.FileNameException;
import careplanhub.standard.UserIdentity;
import careplanhub.store.Vault;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Holds a unit that comes after a newer one of the same sender, kind, user and month has been
 * delivered: taken up now, it would undo the newer one (2.5, 3.5). A person decides. Safe for every
 * thread.
 */
public final class LateUnits {
  private final Receptions receptions;
  private final Questions questions;
  private final Vault vault;
  private final Rewriting rewriting;

  LateUnits(Receptions receptions, Questions questions, Vault vault, Rewriting rewriting) {
    this.receptions = receptions;
    this.questions = questions;
    this.vault = vault;
    this.rewriting = rewriting;
  }

  /** Lets the work on when nothing newer was delivered, or a person wants it all the same. */
  public IncomingWork check(IncomingWork work) throws IOException, HeldReceptionException {
    List<Reception> newer = receptions.deliveredAfter(work.reception());
    if (newer.isEmpty() || isDecided(work.reception())) {
      return work;
    }
    Set<String> serials = new TreeSet<>();
    Set<UserIdentity> undone = new HashSet<>();
    for (Reception later : newer) {
      for (Reception.ReceivedFile file : later.files()) {
        Set<UserIdentity> both = sharedUsers(work, file);
        if (!both.isEmpty()) {
          undone.addAll(both);
          serials.add(later.serial());
        }
      }
    }
    if (undone.isEmpty()) {
      return work;
    }
    throw new HeldReceptionException(
        work.reception(),
        Question.Kind.LATE_UNIT,
        text(work.reception(), undone.size(), serials),
        "この古いものを inbox に届けますか。");
  }

  private boolean isDecided(Reception reception) {
    return questions.decision(reception.id(), Question.Kind.LATE_UNIT).isPresent();
  }

  private Set<UserIdentity> sharedUsers(IncomingWork work, Reception.ReceivedFile later)
      throws IOException {
    FileName laterName = nameOf(later.name());
    Set<UserIdentity> shared = new HashSet<>();
    if (laterName == null) {
      return shared;
    }
    for (NamedBytes file : work.files()) {
      FileName name = nameOf(file.name());
      if (name != null && isAbout(name, laterName)) {
        Set<UserIdentity> users = users(name, file.bytes());
        users.retainAll(users(laterName, vault.read(later.content())));
        shared.addAll(users);
      }
    }
    return shared;
  }

  private static boolean isAbout(FileName name, FileName later) {
    return subject(name).equals(subject(later)) && Objects.equals(name.month(), later.month());
  }

  /** What a file registers or withdraws, the same for UPPLAN and DLTPLAN. */
  private static String subject(FileName name) {
    return name.kind().replaceFirst("^(UP|DLT)", "");
  }

  private Set<UserIdentity> users(FileName name, byte[] bytes) throws IOException {
    Set<UserIdentity> users = new HashSet<>();
    rewriting.read(new StandardFile(name, bytes), row -> users.add(row.user()));
    return users;
  }

  private static @Nullable FileName nameOf(String name) {
    try {
      FileName parsed = FileName.parse(name);
      return parsed.isImage() ? null : parsed;
    } catch (FileNameException e) {
      return null;
    }
  }

  private static String text(Reception reception, int users, Set<String> serials) {
    return "送信元 "
        + reception.sender()
        + " からファイル連番 "
        + reception.serial()
        + " が届きましたが、同じ利用者 "
        + users
        + " 人の、これより新しいもの（ファイル連番 "
        + String.join("、", serials)
        + "）をすでに inbox に届けています。取り込むと古い内容に戻るおそれがあるため、止めています。\n";
  }
}
