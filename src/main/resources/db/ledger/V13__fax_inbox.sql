-- FAX files that came in, and their pages: to which page of which of our parcels one belongs, or what a person is asked about it. The picture lies in the vault for whoever answers.
CREATE TABLE fax_file (
  content_id   VARCHAR(80)  PRIMARY KEY,
  place        VARCHAR(20)  NOT NULL,
  pages        INTEGER      NOT NULL,
  arrived_at   BIGINT       NOT NULL
);
CREATE TABLE fax_page (
  content_id   VARCHAR(80)  NOT NULL REFERENCES fax_file (content_id),
  page         INTEGER      NOT NULL,
  parcel_id    VARCHAR(40),
  parcel_page  INTEGER      NOT NULL,
  picture_id   VARCHAR(80)  NOT NULL,
  state        VARCHAR(12)  NOT NULL,
  question_id  VARCHAR(20),
  position     INTEGER      NOT NULL,
  asked        VARCHAR(10),
  office       VARCHAR(10),
  shown        INTEGER      NOT NULL,
  PRIMARY KEY (content_id, page)
);
CREATE INDEX fax_page_question ON fax_page (question_id, position);
CREATE INDEX fax_page_state ON fax_page (state);

-- Results that a machine read from filled in sheets: nothing goes on before the question is answered.
CREATE TABLE fax_result (
  id           VARCHAR(40)  PRIMARY KEY,
  question_id  VARCHAR(20)  NOT NULL UNIQUE,
  office       VARCHAR(10)  NOT NULL,
  partner      VARCHAR(10)  NOT NULL,
  parcel_id    VARCHAR(40)  NOT NULL,
  proposal_id  VARCHAR(80)  NOT NULL,
  state        VARCHAR(12)  NOT NULL,
  result_id    VARCHAR(80),
  name         VARCHAR(120) NOT NULL,
  changed_at   BIGINT       NOT NULL
);
CREATE INDEX fax_result_state ON fax_result (state, office);
