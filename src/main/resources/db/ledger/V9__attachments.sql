-- What staff put beside the files of a parcel. In parcel_file an attachment has a name that says nothing but its kind; its own name may hold a person's and is sealed here, as the message is. unit_id is the unit its files arrived as.
CREATE TABLE parcel_enclosure (
  parcel_id      VARCHAR(40)  PRIMARY KEY REFERENCES parcel (id),
  unit_id        VARCHAR(40)  NOT NULL REFERENCES outgoing_unit (id),
  message_sealed TEXT         NOT NULL
);
CREATE TABLE parcel_enclosed_file (
  parcel_id      VARCHAR(40)  NOT NULL REFERENCES parcel (id),
  name           VARCHAR(120) NOT NULL,
  name_sealed    TEXT         NOT NULL,
  PRIMARY KEY (parcel_id, name)
);
