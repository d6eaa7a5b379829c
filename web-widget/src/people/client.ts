import type { Reader } from "../wire/reading.ts";
import {
  type Account,
  readAccount,
  readAccounts,
  readNothing,
  readRefusal,
  readTeam,
  readTeams,
  readWays,
  type Role,
  type Team,
  type Ways,
} from "./wire.ts";

const codes = [
  "wrong_login",
  "wrong_password",
  "wrong_code",
  "no_passwords",
  "too_many_attempts",
  "busy",
  "invalid_field",
  "taken",
  "provided",
  "last_admin",
  "not_found",
] as const;

/**
 * Why something was not done: a code of the server, or `signed_out` (nobody is signed in),
 * `not_allowed`, `unreachable` (no answer came), `unexpected` (an answer that nobody foresaw).
 */
export type RefusalCode =
  | (typeof codes)[number]
  | "signed_out"
  | "not_allowed"
  | "unreachable"
  | "unexpected";

/** Something was not done; `field` is the one to mend, `seconds` how long to wait. */
export class Refused extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly field?: string,
    readonly seconds?: number,
  ) {
    super(code);
    this.name = "Refused";
  }
}

/** What can be said about an account; what is left out stays as it is. */
export interface AccountChange {
  readonly login?: string;
  readonly name?: string;
  /** Null: none. */
  readonly agent?: string | null;
  readonly roles?: readonly Role[];
  readonly teams?: readonly string[];
  readonly disabled?: boolean;
}

export interface NewAccount extends AccountChange {
  readonly login: string;
  readonly password?: string;
}

export interface FirstAccount {
  readonly code: string;
  readonly login: string;
  readonly name: string;
  readonly password: string;
}

type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

/** Asks the server about people, in the name of who is signed in. All it rejects with is {@link Refused}. */
export class PeopleClient {
  readonly #fetch: typeof fetch;

  constructor(fetcher: typeof fetch = (input, init) => fetch(input, init)) {
    this.#fetch = fetcher;
  }

  ways(): Promise<Ways> {
    return this.#ask("GET", "/v1/set-up", readWays);
  }

  /** Makes the first account, an admin, and signs them in. */
  setUp(first: FirstAccount): Promise<Account> {
    return this.#ask("POST", "/v1/set-up", readAccount, first);
  }

  signIn(login: string, password: string): Promise<Account> {
    return this.#ask("POST", "/v1/session", readAccount, { login, password });
  }

  async signOut(): Promise<void> {
    await this.#ask("DELETE", "/v1/session", readNothing);
  }

  /** Who is signed in. */
  me(): Promise<Account> {
    return this.#ask("GET", "/v1/session", readAccount);
  }

  async accounts(): Promise<readonly Account[]> {
    return (await this.#ask("GET", "/v1/accounts", readAccounts)).accounts;
  }

  addAccount(account: NewAccount): Promise<Account> {
    return this.#ask("POST", "/v1/accounts", readAccount, account);
  }

  changeAccount(id: string, change: AccountChange): Promise<Account> {
    return this.#ask("PATCH", place("accounts", id), readAccount, change);
  }

  async removeAccount(id: string): Promise<void> {
    await this.#ask("DELETE", place("accounts", id), readNothing);
  }

  /** @param current the password so far, for one’s own account */
  async setPassword(id: string, password: string, current?: string): Promise<void> {
    const body = current === undefined ? { password } : { password, current };
    await this.#ask("PUT", `${place("accounts", id)}/password`, readNothing, body);
  }

  async teams(): Promise<readonly Team[]> {
    return (await this.#ask("GET", "/v1/teams", readTeams)).teams;
  }

  addTeam(name: string): Promise<Team> {
    return this.#ask("POST", "/v1/teams", readTeam, { name });
  }

  renameTeam(id: string, name: string): Promise<Team> {
    return this.#ask("PATCH", place("teams", id), readTeam, { name });
  }

  async removeTeam(id: string): Promise<void> {
    await this.#ask("DELETE", place("teams", id), readNothing);
  }

  async #ask<T>(method: Method, path: string, read: Reader<T>, body?: object): Promise<T> {
    const answer = await this.#answer(method, path, body);
    if (!answer.ok) throw await refusal(answer);
    try {
      return read(await json(answer), "");
    } catch {
      throw new Refused("unexpected");
    }
  }

  async #answer(method: Method, path: string, body: object | undefined): Promise<Response> {
    try {
      return await this.#fetch(path, {
        method,
        cache: "no-store",
        headers: { Accept: "application/json", "Content-Type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch {
      throw new Refused("unreachable");
    }
  }
}

/** What came instead of what was asked for. */
async function refusal(answer: Response): Promise<Refused> {
  try {
    const { code, field, seconds } = readRefusal(await json(answer), "");
    const known = codes.find((one) => one === code) ?? "unexpected";
    return new Refused(known, field, seconds);
  } catch {
    if (answer.status === 401) return new Refused("signed_out");
    return new Refused(answer.status === 403 ? "not_allowed" : "unexpected");
  }
}

async function json(answer: Response): Promise<unknown> {
  return (await answer.json()) as unknown;
}

function place(kind: "accounts" | "teams", id: string): string {
  return `/v1/${kind}/${encodeURIComponent(id)}`;
}
