-- What was seen in a message with the help of the agent's other conversations, and would not be seen
-- again in the message alone.
alter table journal add column seen text not null default '';
