package careplanhub.channel.fax;

import careplanhub.ledger.FaxInbox;
import careplanhub.ledger.FaxJobs;
import careplanhub.ledger.FaxNumbers;
import careplanhub.ledger.LedgerSerials;
import careplanhub.ledger.Parcels;
import careplanhub.ledger.Questions;
import careplanhub.store.Vault;

/** The books that the channel keeps and reads. */
public record FaxBooks(
    FaxJobs jobs,
    FaxNumbers numbers,
    FaxInbox inbox,
    Parcels parcels,
    Questions questions,
    LedgerSerials serials,
    Vault vault) {}
