create table thing (name text primary key, size integer not null);
