-- What a delete took of what was sent or received before: by whom, and how many of the users, plans or months that the taken parcel or reception brought. What it names of persons stands in the vault only.
CREATE TABLE withdrawal (
  subject       VARCHAR(40)  NOT NULL,
  withdrawn_by  VARCHAR(40)  NOT NULL,
  delete_kind   VARCHAR(12)  NOT NULL,
  taken         INTEGER      NOT NULL,
  remaining     INTEGER      NOT NULL,
  noted_at      BIGINT       NOT NULL,
  PRIMARY KEY (subject, withdrawn_by, delete_kind)
);
CREATE INDEX withdrawal_by ON withdrawal (withdrawn_by);
