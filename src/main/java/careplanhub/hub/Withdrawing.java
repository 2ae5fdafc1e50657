package careplanhub.hub;

import careplanhub.hub.OutgoingWork.StandardFile;
import careplanhub.ledger.Arrivals;
import careplanhub.ledger.LedgerSerials;
import careplanhub.ledger.Parcel;
import careplanhub.ledger.Parcels;
import careplanhub.ledger.Withdrawals;
import careplanhub.standard.FileKind;
import careplanhub.standard.FileName;
import careplanhub.standard.OfficeNumber;
import careplanhub.standard.ReadOptions;
import careplanhub.standard.Row;
import careplanhub.standard.Serial;
import careplanhub.standard.UnwritableException;
import careplanhub.standard.units.Holdings;
import careplanhub.standard.units.Holdings.Held;
import careplanhub.standard.units.PlannedFile;
import careplanhub.store.ContentId;
import careplanhub.store.Vault;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Withdraws what was sent: finds in ledger and vault what of a parcel the addressee still holds,
 * and makes of it the delete files that the standard has for it (2.3, 3.3). They enter the office's
 * units like an export, so that checks, evidence and channels are those of any parcel. A command
 * beside a running hub may do so too. Safe for every thread.
 */
public final class Withdrawing {
  private final Parcels parcels;
  private final Arrivals arrivals;
  private final Withdrawals withdrawals;
  private final LedgerSerials serials;
  private final Vault vault;
  private final KeptUnits kept;

  /**
   * The withdrawals of a hub.
   *
   * @param reading the bounds by which files were checked
   */
  public Withdrawing(Books books, ReadOptions reading) {
    this.parcels = books.parcels();
    this.arrivals = books.arrivals();
    this.withdrawals = books.withdrawals();
    this.serials = books.serials();
    this.vault = books.vault();
    this.kept =
        new KeptUnits(books.parcels(), books.receptions(), books.vault(), new Rewriting(reading));
  }

  /**
   * What is to be withdrawn, and what not.
   *
   * @param parcel what was sent
   * @param deletes at least one
   * @param remarks Japanese: what stays, and why
   */
  public record Plan(Parcel parcel, List<Delete> deletes, List<String> remarks) {
    public Plan {
      deletes = List.copyOf(deletes);
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * A delete file to be made.
   *
   * @param of the file that was sent
   * @param held what its records name
   */
  public record Delete(FileName of, List<Held> held) {
    public Delete {
      held = List.copyOf(held);
    }

    /** Japanese: the files that it withdraws. */
    public String japanese() {
      return DeleteNotice.whatIsWithdrawn(kind());
    }

    /** Japanese: a line for each record, with the numbers of the users, for those who sent them. */
    public List<String> lines() {
      return Holdings.deletes(of.version(), held).stream().map(DeleteNotice::line).toList();
    }

    FileKind kind() {
      return Holdings.deleteOf(of.version(), of.kind()).orElseThrow();
    }

    /** The file under a serial, in the version of what was sent. */
    StandardFile file(Serial serial) throws UnwritableException, IOException {
      List<Row> rows = Holdings.deletes(of.version(), held);
      FileName name =
          new FileName(
              of.version(),
              kind().name(),
              kind().hasMonth() ? of.month() : null,
              of.from(),
              of.fromType(),
              of.to(),
              of.toType(),
              serial,
              null);
      return new StandardFile(name, Rewriting.write(rows.get(0).layout(), rows, replacement -> {}));
    }
  }

  /**
   * Finds out what a withdrawal of a parcel means now.
   *
   * @param id the parcel's 受付番号
   * @param insuredNumber only of this user; empty for all
   * @throws WithdrawalRefusedException when nothing of it can be withdrawn
   */
  public Plan plan(String id, String insuredNumber) throws WithdrawalRefusedException, IOException {
    Parcel parcel =
        parcels
            .find(id)
            .orElseThrow(() -> new WithdrawalRefusedException("この受付番号の送信はありません。送信一覧で確かめてください。"));
    requireSent(parcel);
    List<PlannedFile> files = kept.sent(parcel, name -> true);
    List<PlannedFile> parents = files.stream().filter(file -> canBeDeleted(file.name())).toList();
    if (parents.isEmpty()) {
      throw new WithdrawalRefusedException(
          files.stream().anyMatch(file -> Takings.isDelete(file.name()))
              ? "これは取り下げ（削除）のファイルなので、取り下げられません。元に戻すには、元のものを介護ソフトから出し直してください。"
              : "標準仕様に、これを取り下げるファイルがありません。相手に電話などで伝えてください。");
    }
    if (withdrawals.isUnderWay(parcel.sender(), keysOf(parcel, parents))) {
      throw new WithdrawalRefusedException("この送信の取り下げは、すでに途中です。確認待ち（要確認/）があれば、先に答えてください。");
    }
    return plan(parcel, files, parents, insuredNumber);
  }

  private void requireSent(Parcel parcel) throws WithdrawalRefusedException {
    switch (parcel.state()) {
      case GIVEN_UP ->
          throw new WithdrawalRefusedException("送信を中止したもので、相手には送っていません。取り下げるものはありません。");
      case REFUSED, WAITING ->
          throw new WithdrawalRefusedException("まだ送っていません（確認待ち）。送らないなら、要確認/ の質問に「送らない」と答えてください。");
      default -> {
        if (!parcels.isAsPacked(parcel)) {
          throw new WithdrawalRefusedException("台帳の記録が証跡と合わないため、取り下げのファイルを作れません。管理者に連絡してください。");
        }
      }
    }
  }

  /** Whether the standard has a delete that names what a file of this name brings. */
  static boolean canBeDeleted(FileName name) {
    return Holdings.deleteOf(name.version(), name.kind()).isPresent();
  }

  private static List<String> keysOf(Parcel parcel, List<PlannedFile> parents) {
    List<String> keys = new ArrayList<>();
    for (PlannedFile file : parents) {
      for (OrderedUnit.Order order :
          List.of(OrderedUnit.Order.WITHDRAW, OrderedUnit.Order.ASK_TO_WITHDRAW)) {
        keys.add(
            new OrderedUnit(order, parcel.id(), new Delete(file.name(), List.of()).kind().name())
                .key());
      }
    }
    return keys;
  }

  private Plan plan(
      Parcel parcel, List<PlannedFile> files, List<PlannedFile> parents, String insuredNumber)
      throws WithdrawalRefusedException, IOException {
    Holdings holdings =
        KeptUnits.holdings(kept.sent(parcel.sender(), parcel.addressee(), Takings.about(parents)));
    WithdrawalFates fates = new WithdrawalFates(parcel.id(), holdings);
    List<Delete> deletes = new ArrayList<>();
    for (PlannedFile file : parents) {
      List<Held> standing =
          Holdings.named(file).stream()
              .filter(
                  held ->
                      insuredNumber.isEmpty() || held.user().insuredNumber().equals(insuredNumber))
              .filter(fates::stands)
              .toList();
      if (!standing.isEmpty()) {
        deletes.add(new Delete(file.name(), standing));
      }
    }
    if (deletes.isEmpty()) {
      throw new WithdrawalRefusedException(
          fates.remarks().isEmpty()
              ? "この送信に、被保険者番号 " + insuredNumber + " の利用者はありません。"
              : String.join("", fates.remarks()));
    }
    List<String> remarks = new ArrayList<>(fates.remarks());
    remarks.addAll(whatStays(parcel, files, holdings, deletes));
    return new Plan(parcel, deletes, remarks);
  }

  private static List<String> whatStays(
      Parcel parcel, List<PlannedFile> files, Holdings holdings, List<Delete> deletes) {
    List<String> remarks = new ArrayList<>();
    if (parcel.handedOverAt() == null) {
      remarks.add("まだ送信が済んでいません。取り下げは、この送信のあとに続けて送ります。");
    }
    if (files.stream().anyMatch(file -> file.name().kind().equals("UPHOSOKU"))) {
      remarks.add("利用者補足情報は、標準仕様では取り下げられません。");
    }
    if (parcel.files().stream().anyMatch(file -> KeptUnits.nameOf(file.name()).isEmpty())) {
      remarks.add("画像は利用者基本情報と一緒に取り下げられます。それ以外の添付は取り下げられないので、相手に伝えてください。");
    }
    Set<String> others = new LinkedHashSet<>();
    deletes.forEach(
        delete -> delete.held().forEach(held -> others.addAll(holdings.bringersOf(held))));
    others.remove(parcel.id());
    if (!others.isEmpty()) {
      remarks.add("同じ利用者の同じ月・計画は、前にも送っています（受付番号 " + String.join("、", others) + "）。それも相手から消えます。");
    }
    return remarks;
  }

  /**
   * Makes the delete files and hands them to the office's units.
   *
   * @param order whether a person confirmed it already
   * @param actor who wants it, as the evidence shall say
   * @return the files' names
   */
  List<String> order(Plan plan, OrderedUnit.Order order, String actor)
      throws WithdrawalRefusedException, IOException {
    List<String> names = new ArrayList<>();
    for (Delete delete : plan.deletes()) {
      Parcel sent = plan.parcel();
      StandardFile file =
          written(delete, after(sent.sender(), sent.addressee(), serials.next(sent.sender())));
      FileName name = file.name();
      ContentId content = vault.put(file.bytes());
      withdrawals.asked(
          actor,
          plan.parcel().id(),
          Map.of(
              "kind",
              name.kind(),
              "records",
              String.valueOf(delete.held().size()),
              "content",
              content.hex()));
      Arrivals.Taken taken =
          arrivals.take(
              new Arrivals.Found(
                  plan.parcel().sender(),
                  name.format(),
                  content,
                  file.bytes().length,
                  new OrderedUnit(order, plan.parcel().id(), name.kind()).key(),
                  Duration.ZERO));
      arrivals.moved(taken.id());
      names.add(name.format());
    }
    return names;
  }

  /** The same, confirmed by whoever sits at the command line. */
  public List<String> orderConfirmed(Plan plan, String actor)
      throws WithdrawalRefusedException, IOException {
    return order(plan, OrderedUnit.Order.WITHDRAW, actor);
  }

  private static StandardFile written(Delete delete, Serial serial)
      throws WithdrawalRefusedException, IOException {
    try {
      return delete.file(serial);
    } catch (UnwritableException e) {
      throw new WithdrawalRefusedException("取り下げのファイルを書けません。管理者に連絡してください。");
    }
  }

  /**
   * A file's own serial, or one later than all that the addressee has: a delete is imported after
   * what it withdraws (2.5).
   */
  Serial serialAfter(FileName name) {
    return after(name.from(), name.to(), name.serial());
  }

  private Serial after(OfficeNumber sender, OfficeNumber addressee, Serial serial) {
    return parcels.between(sender, addressee).stream()
        .map(Parcel::serial)
        .max(Comparator.naturalOrder())
        .filter(last -> last.compareTo(serial) >= 0)
        .map(last -> Serial.of(last.moment().plusSeconds(1)))
        .orElse(serial);
  }
}
