package careplanhub.standard;

/**
 * Who a user (利用者) is: 保険者番号 and 被保険者番号 together. A name is never an identity. This is personal
 * data: it must not reach a log, an exception text or the ledger in the clear, and so {@link
 * #toString()} hides it.
 *
 * @param insurerNumber 保険者番号, six digits
 * @param insuredNumber 被保険者番号, ten digits, or H and nine digits for 生活保護単独
 */
public record UserIdentity(String insurerNumber, String insuredNumber) {
  @Override
  public String toString() {
    return "UserIdentity[hidden]";
  }
}
