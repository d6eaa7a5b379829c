import {
  boolean,
  count,
  list,
  oneOf,
  optional,
  type Read,
  record,
  string,
} from "../wire/reading.ts";

/** What the server tells about people; see “People” in docs/protocol.md. */
export const readAccount = record({
  id: string,
  login: string,
  name: string,
  /** The key under which channels know them; none: they take no conversations. */
  agent: optional(string),
  roles: list(oneOf("agent", "supervisor", "admin")),
  /** Ids. */
  teams: list(string),
  disabled: boolean,
  /** Whether an identity provider says who they are. */
  provided: boolean,
  /** What the teams are called; of one’s own account only. */
  teamNames: optional(list(string)),
});
export type Account = Read<typeof readAccount>;
export type Role = Account["roles"][number];

export const readTeam = record({ id: string, name: string });
export type Team = Read<typeof readTeam>;

export const readAccounts = record({ accounts: list(readAccount) });
export const readTeams = record({ teams: list(readTeam) });

/** Somebody of a demo, whose password everybody is told. */
const readGuest = record({
  login: string,
  name: string,
  role: oneOf("agent", "supervisor", "admin"),
  password: string,
});
export type Guest = Read<typeof readGuest>;

/** How one can come in. */
export const readWays = record({
  /** Whether the first account can be made. */
  open: boolean,
  /** Whether people sign in with passwords. */
  passwords: boolean,
  /** Whether an identity provider knows them; `providerName` is what they call it. */
  provider: boolean,
  providerName: optional(string),
  /** Of a demo alone. */
  demo: optional(list(readGuest)),
});
export type Ways = Read<typeof readWays>;

export const readRefusal = record({
  code: string,
  reason: string,
  field: optional(string),
  seconds: optional(count),
});

export const readNothing = record({});
