create table team (
  id text not null primary key,
  name text not null unique
);

-- roles: names with commas between; disabled: 0 or 1; agent: the key under which channels know them;
-- subject: how an identity provider names them; password: an Argon2id hash, if they have one.
create table account (
  id text not null primary key,
  login text not null unique,
  name text not null,
  agent text unique,
  roles text not null,
  disabled integer not null,
  subject text unique,
  password text
);

create table account_team (
  account text not null references account (id) on delete cascade,
  team text not null references team (id) on delete cascade,
  primary key (account, team)
);

-- hash: of the token that only the browser has; times in milliseconds since 1970.
create table session (
  hash text not null primary key,
  account text not null references account (id) on delete cascade,
  started bigint not null,
  seen bigint not null
);
