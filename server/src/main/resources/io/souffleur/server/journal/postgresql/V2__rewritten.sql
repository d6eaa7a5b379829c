-- Whether a row was written anew, without words, once its conversation was over; and which of those
-- that may have words have not been.
alter table journal add column rewritten integer not null default 0;
create index journal_worded on journal (handled, conversation)
  where rewritten = 0
    and kind in ('conversation.ended', 'survey.answered', 'hint.wrong', 'item.contested');
