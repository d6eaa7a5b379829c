import type { PageLanguage } from "../../demo/preferences.ts";

/** A customer's visit, kept as long as the tab, so that a reload goes on in the same conversation. */
export interface Visit {
  readonly language: PageLanguage;
  readonly name?: string;
  readonly room?: string;
  /** The written scene that this visit takes over, if it does. */
  readonly scene?: PageLanguage;
}

const KEY = "souffleur.visit";

/** The visit that the address names (a scene's room), else the one this tab is in. */
export function visit(address: URLSearchParams): Visit | undefined {
  const room = address.get("room");
  const scene = address.get("scene");
  if (room && (scene === "fr" || scene === "en")) return { language: scene, room, scene };
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    return isVisit(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function keep(visit: Visit): void {
  if (visit.scene !== undefined) return;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(visit));
  } catch {
    return; // Storage may be switched off; a reload then starts a new conversation.
  }
}

export function forget(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    return; // As above.
  }
}

function isVisit(value: unknown): value is Visit {
  if (typeof value !== "object" || value === null) return false;
  const { name, language, room } = value as Record<string, unknown>;
  return (
    typeof name === "string" &&
    (language === "fr" || language === "en") &&
    (room === undefined || typeof room === "string")
  );
}
