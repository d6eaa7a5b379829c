/**
 * Does something about people, shows how things stand after it, and says `done` to everybody.
 * Rejects with what was refused; then nothing has changed.
 */
export type Act = (work: () => Promise<unknown>, done: string) => Promise<void>;
