-- What people are to be told; ended_at is null while it lasts. A sentence names no person and no file.
CREATE TABLE alarm (
  id            VARCHAR(200) PRIMARY KEY,
  kind          VARCHAR(20)  NOT NULL,
  office        VARCHAR(10)  NOT NULL,
  step          VARCHAR(80)  NOT NULL,
  sentence      TEXT         NOT NULL,
  began_at      BIGINT       NOT NULL,
  ended_at      BIGINT
);
CREATE INDEX alarm_by_end ON alarm (ended_at);

-- Who was told what; a recipient is the word webhook, or the HMAC index of an address.
CREATE TABLE alarm_told (
  alarm_id      VARCHAR(200) NOT NULL REFERENCES alarm (id),
  recipient     VARCHAR(80)  NOT NULL,
  step          VARCHAR(80)  NOT NULL,
  told_at       BIGINT       NOT NULL,
  end_told_at   BIGINT,
  PRIMARY KEY (alarm_id, recipient)
);

-- A digest has its row before it is sent, and keeps its id until it was. trouble is a code.
CREATE TABLE alarm_digest (
  id            VARCHAR(40)  PRIMARY KEY,
  recipient     VARCHAR(80)  NOT NULL,
  begun_at      BIGINT       NOT NULL,
  sent_at       BIGINT,
  attempts      INTEGER      NOT NULL,
  next_attempt_at BIGINT     NOT NULL,
  trouble       VARCHAR(40)  NOT NULL
);
CREATE INDEX alarm_digest_by_recipient ON alarm_digest (recipient, sent_at);

-- Who sent in a month, and from whom something came.
CREATE INDEX parcel_by_time ON parcel (made_at, sender);
CREATE INDEX reception_by_time ON reception (received_at, office, sender);
