package careplanhub.ledger;

import careplanhub.standard.UserIdentity;
import careplanhub.store.ContentId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The consent (同意) of a user with a plan or slip that was sent.
 *
 * @param parcel 受付番号 of what brought the plan or slip
 * @param on the day of the consent
 * @param by who noted it, may be empty
 * @param pdf its PDF in the vault; null when there is only the date
 * @param travels whether the PDF goes to the parcel's addressee
 */
public record Consent(
    String parcel,
    UserIdentity user,
    LocalDate on,
    String by,
    @Nullable ContentId pdf,
    boolean travels) {}
