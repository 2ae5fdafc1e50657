-- Partners of which somebody made sure by telephone that they exist; who did is sealed. What a partner fetched before proves it as well.
CREATE TABLE confirmed_partner (
  partner       VARCHAR(10) PRIMARY KEY,
  by_sealed     TEXT        NOT NULL,
  confirmed_at  BIGINT      NOT NULL
);
INSERT INTO confirmed_partner (partner, by_sealed, confirmed_at)
  SELECT addressee, '', MIN(fetched_at) FROM parcel WHERE fetched_at IS NOT NULL GROUP BY addressee;

-- What a channel between two offices of this hub holds for one of them, and what is looked after for its lights.
CREATE INDEX parcel_by_addressee ON parcel (channel, state, addressee, position);
CREATE INDEX parcel_open_lights ON parcel (state, channel, sender, position);
