import { type Command, commands } from "../translations/index.ts";

/** Which key does what: `KeyboardEvent.code` by command. */
export type Keys = Readonly<Record<Command, string>>;

export const defaultKeys: Keys = {
  insert: "KeyI",
  next: "KeyN",
  hide: "KeyX",
  wrong: "KeyJ",
  list: "KeyL",
  elsewhere: "KeyK",
  undo: "KeyU",
  why: "KeyP",
};

/** The part of a keyboard event that decides. */
export interface Press {
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
}

/**
 * What a press means: Alt with a key, or Ctrl on macOS, where Option writes accents. Ctrl with Alt
 * is AltGr and means nothing here; nor does a press while an input method composes.
 */
export function commandOf(press: Press, keys: Keys, mac: boolean): Command | undefined {
  const held = mac ? press.ctrlKey && !press.altKey : press.altKey && !press.ctrlKey;
  if (!held || press.metaKey || press.shiftKey || press.isComposing) return undefined;
  return commands.find((command) => keys[command] === press.code);
}

/** Whether a key can be bound: letters and digits, which every keyboard has. */
export function bindable(code: string): boolean {
  return /^(Key[A-Z]|Digit[0-9])$/.test(code);
}

/** The keys with `command` on another one; whichever had it takes the old one. */
export function rebound(keys: Keys, command: Command, code: string): Keys {
  const other = commands.find((c) => keys[c] === code);
  const swapped = other === undefined ? keys : { ...keys, [other]: keys[command] };
  return { ...swapped, [command]: code };
}

/** How a press is written on a label: `Alt I`, on macOS `⌃ I`. */
export function label(code: string, mac: boolean): string {
  return `${mac ? "⌃" : "Alt"} ${code.replace(/^(Key|Digit)/, "")}`;
}

/** Whether this device calls for macOS keys. */
export function onMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.platform);
}
