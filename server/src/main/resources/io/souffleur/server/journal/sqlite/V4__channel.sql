-- Which channel told it; empty for what no channel told, and for what was kept before this was.
alter table journal add column channel text not null default '';
