-- サテライト枝番 of the place whose outbox held the file; empty for the office itself.
ALTER TABLE arrival ADD COLUMN satellite VARCHAR(2) NOT NULL DEFAULT '';
