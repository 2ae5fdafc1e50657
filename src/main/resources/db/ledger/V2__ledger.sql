-- Positions count rows in the order in which they were noted, whatever the clock did. Times are milliseconds since 1970-01-01T00:00:00Z. Identities and names of people appear only as HMAC indexes or sealed.

-- A send unit (送信単位) that an office exported: standard files of one serial, or one vendor file.
CREATE TABLE outgoing_unit (
  id            VARCHAR(40)  PRIMARY KEY,
  position      BIGINT       NOT NULL UNIQUE,
  office        VARCHAR(10)  NOT NULL,
  unit_key      VARCHAR(80)  NOT NULL,
  state         VARCHAR(12)  NOT NULL,
  opened_at     BIGINT       NOT NULL,
  due_at        BIGINT       NOT NULL,
  split_from    VARCHAR(40)  REFERENCES outgoing_unit (id)
);
CREATE INDEX outgoing_unit_by_state ON outgoing_unit (state, office, position);
CREATE INDEX outgoing_unit_by_key ON outgoing_unit (office, unit_key);

-- Users whose rows a unit carries (INCLUDE: only these) or leaves out (EXCLUDE).
CREATE TABLE outgoing_unit_user (
  unit_id       VARCHAR(40)  NOT NULL REFERENCES outgoing_unit (id),
  user_index    VARCHAR(64)  NOT NULL,
  scope         VARCHAR(7)   NOT NULL,
  PRIMARY KEY (unit_id, user_index)
);

-- One file taken from an office's outbox.
CREATE TABLE arrival (
  id            VARCHAR(40)  PRIMARY KEY,
  position      BIGINT       NOT NULL UNIQUE,
  office        VARCHAR(10)  NOT NULL,
  arrived_at    BIGINT       NOT NULL,
  name_index    VARCHAR(64)  NOT NULL,
  name_sealed   TEXT         NOT NULL,
  content_id    VARCHAR(80)  NOT NULL,
  size_bytes    BIGINT       NOT NULL,
  repeat_of     VARCHAR(40)  REFERENCES arrival (id),
  unit_id       VARCHAR(40)  REFERENCES outgoing_unit (id),
  moved_at      BIGINT
);
CREATE INDEX arrival_by_name ON arrival (office, name_index, position);
CREATE INDEX arrival_by_unit ON arrival (unit_id);

-- What is sent to one addressee as one whole.
CREATE TABLE parcel (
  id              VARCHAR(40)  PRIMARY KEY,
  position        BIGINT       NOT NULL UNIQUE,
  unit_id         VARCHAR(40)  NOT NULL REFERENCES outgoing_unit (id),
  sender          VARCHAR(10)  NOT NULL,
  addressee       VARCHAR(10)  NOT NULL,
  serial          VARCHAR(14)  NOT NULL,
  channel         VARCHAR(20)  NOT NULL,
  state           VARCHAR(12)  NOT NULL,
  made_at         BIGINT       NOT NULL,
  attempts        INTEGER      NOT NULL,
  next_attempt_at BIGINT       NOT NULL,
  handed_over_at  BIGINT,
  receipt_id      VARCHAR(80),
  fetched_at      BIGINT,
  imported_at     BIGINT
);
CREATE INDEX parcel_by_state ON parcel (state, sender, addressee, position);
CREATE INDEX parcel_by_serial ON parcel (sender, addressee, serial);
CREATE INDEX parcel_by_unit ON parcel (unit_id);

CREATE TABLE parcel_file (
  parcel_id     VARCHAR(40)  NOT NULL REFERENCES parcel (id),
  position      INTEGER      NOT NULL,
  name          VARCHAR(120) NOT NULL,
  content_id    VARCHAR(80)  NOT NULL,
  csv_version   VARCHAR(6)   NOT NULL,
  PRIMARY KEY (parcel_id, position)
);

-- A parcel that a partner sent to an office of this hub.
CREATE TABLE reception (
  id              VARCHAR(40)  PRIMARY KEY,
  channel         VARCHAR(20)  NOT NULL,
  parcel_id       VARCHAR(80)  NOT NULL,
  office          VARCHAR(10)  NOT NULL,
  sender          VARCHAR(10)  NOT NULL,
  message_sealed  TEXT         NOT NULL,
  serial          VARCHAR(14)  NOT NULL,
  state           VARCHAR(12)  NOT NULL,
  received_at     BIGINT       NOT NULL,
  fetched_at      BIGINT,
  delivered_at    BIGINT,
  acknowledged_at BIGINT,
  errors          INTEGER      NOT NULL,
  next_attempt_at BIGINT       NOT NULL,
  attempts        INTEGER      NOT NULL,
  UNIQUE (channel, office, parcel_id)
);
CREATE INDEX reception_by_state ON reception (state, office, sender, serial);

CREATE TABLE reception_file (
  reception_id  VARCHAR(40)  NOT NULL REFERENCES reception (id),
  position      INTEGER      NOT NULL,
  name_sealed   TEXT         NOT NULL,
  content_id    VARCHAR(80)  NOT NULL,
  csv_version   VARCHAR(6)   NOT NULL,
  PRIMARY KEY (reception_id, position)
);

-- Files that wait, staged beside an inbox, for the rename that makes them visible.
CREATE TABLE inbox_file (
  reception_id  VARCHAR(40)  NOT NULL REFERENCES reception (id),
  position      INTEGER      NOT NULL,
  staged_name   TEXT         NOT NULL,
  name_sealed   TEXT         NOT NULL,
  PRIMARY KEY (reception_id, position)
);

-- What only a person can decide.
CREATE TABLE question (
  id            VARCHAR(40)  PRIMARY KEY,
  office        VARCHAR(10)  NOT NULL,
  kind          VARCHAR(20)  NOT NULL,
  subject       VARCHAR(40)  NOT NULL,
  asked_at      BIGINT       NOT NULL,
  answered_at   BIGINT,
  text_sealed   TEXT         NOT NULL
);
CREATE INDEX question_open ON question (answered_at, office);

-- One line of a question: what is asked about, the choices, and the answer.
CREATE TABLE question_line (
  question_id   VARCHAR(40)  NOT NULL REFERENCES question (id),
  position      INTEGER      NOT NULL,
  subject_index VARCHAR(64)  NOT NULL,
  text_sealed   TEXT         NOT NULL,
  answer        VARCHAR(40),
  PRIMARY KEY (question_id, position)
);

-- Whose support office a user has, as the last slip or a person told.
CREATE TABLE learnt_support_office (
  office          VARCHAR(10) NOT NULL,
  user_index      VARCHAR(64) NOT NULL,
  support_office  VARCHAR(10) NOT NULL,
  planner_sealed  TEXT        NOT NULL,
  learnt_at       BIGINT      NOT NULL,
  PRIMARY KEY (office, user_index)
);

-- The last serial that the hub itself gave to a file of an office.
CREATE TABLE last_serial (
  office        VARCHAR(10) PRIMARY KEY,
  serial        VARCHAR(14) NOT NULL
);

-- Contents that were deleted from the vault when their time was over; what proves them stays.
CREATE TABLE purged_content (
  content_id    VARCHAR(80) PRIMARY KEY,
  purged_at     BIGINT      NOT NULL
);
