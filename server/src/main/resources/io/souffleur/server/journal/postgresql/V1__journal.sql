-- Every event that was kept. Texts are compared by their bytes, as SQLite does; serial: the order in
-- which they were kept.
create table journal (
  serial       bigint  generated always as identity,
  conversation text    collate "C" not null,
  position     bigint  not null,
  origin       text    collate "C" not null,
  event_key    text    collate "C" not null,
  revision     integer not null,
  kind         text    collate "C" not null,
  handled      text    collate "C" not null,
  body         text    not null,
  seen         text    not null default '',
  channel      text    not null default '',
  primary key (conversation, position),
  unique (conversation, origin, event_key, revision)
);

-- Which conversations are live; and no conversation starts or ends twice.
create unique index journal_started on journal (conversation) where kind = 'conversation.started';
create unique index journal_ended on journal (conversation) where kind = 'conversation.ended';

-- What the server itself has noted, found without reading the rest at every start.
create index journal_noted on journal (handled) where origin = 'server';
