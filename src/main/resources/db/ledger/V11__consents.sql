-- 同意 of a user with a plan or slip that was sent. Who it is, and who noted it, is sealed; the PDF stands in the vault. travels tells whether the PDF goes to the addressee.
CREATE TABLE consent (
  parcel_id      VARCHAR(40)  NOT NULL REFERENCES parcel (id),
  user_index     VARCHAR(64)  NOT NULL,
  user_sealed    TEXT         NOT NULL,
  consented_on   VARCHAR(10)  NOT NULL,
  by_sealed      TEXT         NOT NULL,
  content_id     VARCHAR(80),
  travels        INTEGER      NOT NULL,
  noted_at       BIGINT       NOT NULL,
  PRIMARY KEY (parcel_id, user_index)
);
