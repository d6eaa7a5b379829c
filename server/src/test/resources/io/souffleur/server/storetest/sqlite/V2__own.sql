create table own (body blob not null);
