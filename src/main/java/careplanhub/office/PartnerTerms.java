package careplanhub.office;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed with a partner.
 *
 * @param since when we began to exchange with it; null when nobody wrote that down
 * @param sendDays the days of a month on which files are to be sent, 31 for the last one; empty
 *     when no day is agreed
 * @param callBeforeCorrection whether nothing that was sent is corrected without a call before
 * @param consentPdf whether the PDF of a consent (同意) may travel with a plan or slip
 * @param otherFiles whether other kinds of files may be sent
 */
public record PartnerTerms(
    @Nullable LocalDate since,
    List<Integer> sendDays,
    boolean callBeforeCorrection,
    boolean consentPdf,
    boolean otherFiles) {
  /** Nothing is agreed beyond the standard. */
  static final PartnerTerms NONE = new PartnerTerms(null, List.of(), false, false, false);

  public PartnerTerms {
    sendDays = List.copyOf(sendDays);
  }
}
