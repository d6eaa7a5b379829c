-- What the server itself has noted, found without reading the rest at every start.
create index journal_noted on journal (handled) where origin = 'server';
