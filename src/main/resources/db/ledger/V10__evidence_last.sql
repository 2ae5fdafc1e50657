-- The last entry of an action on a subject is looked up with each parcel; its place in the index makes that one step however long the chain is.
create index evidence_entry_last on evidence_entry (subject, action, seq);
drop index evidence_entry_subject;
