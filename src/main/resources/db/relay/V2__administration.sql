-- What the relay's administrator sets for an office. Dates are days in Japan, yyyy-mm-dd; NULL is
-- "no bound" for the licence and "as relay.yaml says" for the quotas.
ALTER TABLE offices ADD COLUMN licence_from TEXT;
ALTER TABLE offices ADD COLUMN licence_until TEXT;
ALTER TABLE offices ADD COLUMN locked_at BIGINT;
ALTER TABLE offices ADD COLUMN parcels_per_day BIGINT;
ALTER TABLE offices ADD COLUMN stored_bytes BIGINT;

-- Offices whose login wants a one-time password: the secret that they share with the relay,
-- encrypted, and the last step of time whose password was used.
CREATE TABLE one_time_secrets (
  office_number TEXT PRIMARY KEY REFERENCES offices (office_number),
  secret_sealed TEXT NOT NULL,
  used_step     BIGINT NOT NULL
);

-- Wrong logins in a row; a restart does not forget them, and an administrator may.
CREATE TABLE login_attempts (
  office_number TEXT PRIMARY KEY,
  wrong         INTEGER NOT NULL,
  last_at       BIGINT NOT NULL
);

-- Counted along with each parcel, so that a quota costs no search.
CREATE TABLE office_usage (
  office_number TEXT PRIMARY KEY,
  day           TEXT NOT NULL,
  parcels       BIGINT NOT NULL,
  stored_bytes  BIGINT NOT NULL
);
INSERT INTO office_usage (office_number, day, parcels, stored_bytes)
  SELECT p.from_office, '', 0, sum(f.size) FROM parcels p
    JOIN files f ON f.upload_id = p.upload_id
    WHERE p.purged_at IS NULL
    GROUP BY p.from_office;
