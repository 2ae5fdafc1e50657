package careplanhub.channel.fax;

import careplanhub.ledger.FaxJobs;
import careplanhub.ledger.FaxNumbers;
import careplanhub.ledger.Parcels;
import careplanhub.store.Vault;

/** The books that the channel keeps and reads. */
public record FaxBooks(FaxJobs jobs, FaxNumbers numbers, Parcels parcels, Vault vault) {}
