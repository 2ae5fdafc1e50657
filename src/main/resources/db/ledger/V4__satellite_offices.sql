-- Offices that have sent a result with a サテライト枝番.
CREATE TABLE satellite_office (
  office        VARCHAR(10) PRIMARY KEY
);

-- Month and sender in the names UPJSK_… and DLTJSK_….
CREATE INDEX parcel_file_by_result ON parcel_file (substr(name, 3, 22));
CREATE INDEX parcel_file_by_result_delete ON parcel_file (substr(name, 4, 22));
