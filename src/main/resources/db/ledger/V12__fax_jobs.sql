-- Parcels that leave by FAX: the printed pages and what their boxes stand for lie in the vault. job names all attempts; the last one that began is attempt. next_at tells when the next one begins, or how long a report is waited for.
CREATE TABLE fax_job (
  parcel_id    VARCHAR(40)  PRIMARY KEY REFERENCES parcel (id),
  job          VARCHAR(40)  NOT NULL UNIQUE,
  state        VARCHAR(12)  NOT NULL,
  attempt      INTEGER      NOT NULL,
  next_at      BIGINT       NOT NULL,
  content_id   VARCHAR(80)  NOT NULL,
  boxes_id     VARCHAR(80),
  pages        INTEGER      NOT NULL,
  made_at      BIGINT       NOT NULL,
  sent_at      BIGINT,
  receipt      VARCHAR(200) NOT NULL
);
CREATE INDEX fax_job_due ON fax_job (state, next_at);

-- FAX numbers that a person checked twice before their first use; the numbers are known by their index only.
CREATE TABLE fax_number (
  partner       VARCHAR(10)  NOT NULL,
  number_index  VARCHAR(64)  NOT NULL,
  checked_at    BIGINT       NOT NULL,
  PRIMARY KEY (partner, number_index)
);
