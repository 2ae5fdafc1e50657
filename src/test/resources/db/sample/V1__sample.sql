create table note (
  id integer primary key,
  text varchar(200) not null unique
);

create table remark (
  note_id integer not null references note (id)
);
