-- The evidence chain of a hub. The bytes each hash is made of stand in docs/evidence.md.

create table evidence_entry (
  seq bigint primary key,
  at varchar(32) not null,
  actor varchar(200) not null,
  action varchar(100) not null,
  subject varchar(200) not null,
  details text not null,
  previous_hash char(64) not null,
  hash char(64) not null unique
);

create index evidence_entry_subject on evidence_entry (subject);

-- One row a day that had entries: everything up to last_seq is sealed by the hub's key.
create table evidence_seal (
  day char(10) primary key,
  last_seq bigint not null,
  head char(64) not null,
  sealed_at varchar(32) not null,
  certificate text not null,
  signature text not null
);

-- Chain heads of others that came with their receipts.
create table evidence_anchor (
  source varchar(200) not null,
  head char(64) not null,
  received_at varchar(32) not null,
  seq bigint not null,
  primary key (source, head)
);
