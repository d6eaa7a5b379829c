create table own (body bytea not null);
