-- The evidence chain of a hub. The bytes each hash is made of stand in docs/evidence.md.

create table evidence_entry (
  seq bigint primary key,
  at varchar(40) not null,
  actor varchar(200) not null,
  action varchar(100) not null,
  subject varchar(200) not null,
  details text not null,
  previous_hash char(64) not null,
  hash char(64) not null unique
);

create index evidence_entry_subject on evidence_entry (subject, action);

-- One row: how far the chain goes, so that entries taken from its end are missed.
create table evidence_head (
  id integer primary key check (id = 1),
  seq bigint not null,
  hash char(64) not null
);

insert into evidence_head (id, seq, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- Everything up to seq is sealed by a statement that the hub's key has signed (CMS, PEM).
create table evidence_seal (
  number bigint primary key,
  seq bigint not null,
  hash char(64) not null,
  at varchar(40) not null,
  statement text not null
);
