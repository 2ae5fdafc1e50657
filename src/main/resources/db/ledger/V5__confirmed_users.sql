-- Which user a person said is meant by the words of a care software's layout. words_index is an HMAC of the layout's columns and the words; words_sealed holds both, user_sealed the 保険者番号 and the 被保険者番号.
CREATE TABLE confirmed_user (
  office        VARCHAR(10) NOT NULL,
  words_index   VARCHAR(64) NOT NULL,
  user_index    VARCHAR(64) NOT NULL,
  words_sealed  TEXT        NOT NULL,
  user_sealed   TEXT        NOT NULL,
  confirmed_at  BIGINT      NOT NULL,
  PRIMARY KEY (office, words_index)
);
CREATE INDEX confirmed_user_by_user ON confirmed_user (office, user_index);

-- The words that a line asks about; null in questions about something else. In outgoing_unit_user such a line's index stands for its words until a user is confirmed for them; the scope LEFT says that a person left them out.
ALTER TABLE question_line ADD COLUMN words_sealed TEXT;
