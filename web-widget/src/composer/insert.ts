/** A field that an agent writes an answer in. */
export type Field = HTMLTextAreaElement | HTMLInputElement;

/** What a phrase becomes between what stands before and after it: spaces where words would touch. */
export function fitted(phrase: string, before: string, after: string): string {
  const left = before === "" || /\s$/.test(before) ? "" : " ";
  const right = after === "" || /^[\s.,;:!?…)»”]/.test(after) ? "" : " ";
  return left + phrase + right;
}

/**
 * Puts a phrase in at the caret and leaves focus and caret after it. What is written stays, and so
 * does a selection's text: the phrase goes behind it. The field's own undo takes it out again.
 */
export function insertInto(field: Field, phrase: string): void {
  const caret = field.selectionEnd ?? field.value.length;
  field.focus();
  field.setSelectionRange(caret, caret);
  replaceRange(
    field,
    caret,
    caret,
    fitted(phrase, field.value.slice(0, caret), field.value.slice(caret)),
  );
}

/** Replaces the text from `start` to `end`; the caret ends behind it, and undo works. */
export function replaceRange(field: Field, start: number, end: number, text: string): void {
  field.focus();
  field.setSelectionRange(start, end);
  // Deprecated without a successor: nothing else writes into the field's own undo history.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const written = document.execCommand(text === "" ? "delete" : "insertText", false, text);
  if (written) return;
  field.setRangeText(text, start, end, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
}
