-- The reference relay: registered offices, parcels on their way, and the chain over what was accepted.
-- Times are milliseconds since 1970 UTC. Texts from parcels (messages, file names) and file contents
-- are encrypted under the relay's own key before they come here.

CREATE TABLE offices (
  office_number TEXT PRIMARY KEY,
  name          TEXT NOT NULL,
  service_types TEXT NOT NULL,
  password_hash TEXT NOT NULL
);

-- Which client certificate speaks for which office; an office has two while it changes its key.
CREATE TABLE certificates (
  fingerprint   TEXT PRIMARY KEY,
  office_number TEXT NOT NULL REFERENCES offices (office_number)
);

-- A row stays after its parcel was purged, so that a late resend still gets its first receipt and
-- the chain stays provable; what was personal in it is then gone.
CREATE TABLE parcels (
  sequence        INTEGER PRIMARY KEY,
  parcel_id       TEXT NOT NULL UNIQUE,
  from_office     TEXT NOT NULL,
  to_office       TEXT NOT NULL,
  content_hash    TEXT NOT NULL,
  sender_head     TEXT NOT NULL,
  receipt_id      TEXT NOT NULL,
  accepted_at     BIGINT NOT NULL,
  relay_head      TEXT NOT NULL,
  upload_id       TEXT NOT NULL,
  message         TEXT NOT NULL,
  fetched_at      BIGINT,
  acknowledged_at BIGINT,
  receipt         BLOB,
  purged_at       BIGINT
);
CREATE INDEX parcels_sent ON parcels (from_office, sequence);
CREATE INDEX parcels_received ON parcels (to_office, sequence);
CREATE INDEX parcels_purge ON parcels (acknowledged_at) WHERE purged_at IS NULL;

CREATE TABLE files (
  upload_id         TEXT NOT NULL,
  file_number       INTEGER NOT NULL,
  name              TEXT NOT NULL,
  kind              TEXT NOT NULL,
  csv_version       TEXT NOT NULL,
  from_service_type TEXT NOT NULL,
  to_service_type   TEXT NOT NULL,
  size              BIGINT NOT NULL,
  sha256            TEXT NOT NULL,
  PRIMARY KEY (upload_id, file_number)
);

-- Written while a parcel comes in; chunks without a parcel are what a broken upload left.
CREATE TABLE chunks (
  upload_id    TEXT NOT NULL,
  file_number  INTEGER NOT NULL,
  chunk_number INTEGER NOT NULL,
  sealed       BLOB NOT NULL,
  PRIMARY KEY (upload_id, file_number, chunk_number)
);
