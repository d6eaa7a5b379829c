-- Every event that was kept, in the order it was handled.
create table journal (
  conversation text    not null,
  position     integer not null,
  origin       text    not null,
  event_key    text    not null,
  revision     integer not null,
  kind         text    not null,
  handled      text    not null,
  body         text    not null,
  primary key (conversation, position),
  unique (conversation, origin, event_key, revision)
);

-- Which conversations are live; and no conversation starts or ends twice.
create unique index journal_started on journal (conversation) where kind = 'conversation.started';
create unique index journal_ended on journal (conversation) where kind = 'conversation.ended';
