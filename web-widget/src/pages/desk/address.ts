import type { PageLanguage } from "../../demo/preferences.ts";

/** What the desk's address says: which conversation is open, and which scene is played. */
export interface Address {
  readonly room?: string | undefined;
  readonly scene?: PageLanguage | undefined;
}

export function readAddress(search: string): Address {
  const query = new URLSearchParams(search);
  const scene = query.get("scene");
  return {
    room: query.get("room") ?? undefined,
    scene: scene === "fr" || scene === "en" ? scene : undefined,
  };
}

/** The query that says this, or the bare page. */
export function addressOf({ room, scene }: Address): string {
  const query = new URLSearchParams();
  if (room !== undefined) query.set("room", room);
  if (scene !== undefined) query.set("scene", scene);
  const text = query.toString();
  return text === "" ? "?" : `?${text}`;
}
