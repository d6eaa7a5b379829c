import type { Page, Route } from "playwright-core";
import type { Account, Team } from "../src/people/wire.ts";

export const ada: Account = {
  id: "a1", login: "ada", name: "Ada Bell", roles: ["admin"], teams: [], disabled: false,
  provided: false,
};
export const ines: Account = {
  id: "a2", login: "ines.moreau", name: "Inès Moreau", agent: "ines.moreau",
  roles: ["agent", "supervisor"], teams: ["t1", "t2"], disabled: false, provided: false,
};
export const leo: Account = {
  id: "a3", login: "leo", name: "Léo Da Costa", agent: "leo", roles: ["agent"], teams: ["t1"],
  disabled: true, provided: false,
};

/** Anything at all may be missing from a body. */
type Body = Partial<Account> & { readonly password?: string; readonly code?: string };

/** The addresses about people, answered from memory, with the passwords and codes of a test. */
export class HouseServer {
  accounts: Account[] = [ada, ines, leo];
  teams: Team[] = [{ id: "t1", name: "Lyon" }, { id: "t2", name: "Retours" }];
  /** How people come in. */
  ways: object = { passwords: true, provider: false };
  /** Who is signed in, by id. */
  inside: string | undefined;
  /** Answers the next request that changes something, in place of doing it. */
  refusal: { readonly status: number; readonly body: object } | undefined;
  readonly asked: string[] = [];
  static readonly code = "abcd-efgh-jkmn-pqrs-tuvw-xyz2";
  static readonly password = "a sentence that is long";

  async serve(page: Page, origin: string): Promise<void> {
    await page.route(`${origin}/v1/**`, (route) => this.#answer(route));
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request();
    const [, , kind = "", id = "", part = ""] = new URL(request.url()).pathname.split("/");
    const body = (request.postDataJSON() ?? {}) as Body;
    const method = request.method();
    this.asked.push(`${method} ${kind}${part && ` ${part}`}`);
    const send = (status: number, json: object) => route.fulfill({ status, json });
    if (method !== "GET" && this.refusal !== undefined) {
      const { status, body: refused } = this.refusal;
      this.refusal = undefined;
      return send(status, refused);
    }
    if (kind === "set-up") return this.#setUp(method, body, send);
    if (kind === "session" && method === "POST") return this.#signIn(body, send);
    const who = this.accounts.find((one) => one.id === this.inside);
    if (who === undefined) return route.fulfill({ status: 401, body: "say who you are" });
    if (kind === "session") {
      if (method === "DELETE") this.inside = undefined;
      return send(200, method === "DELETE" ? {} : this.#self(who));
    }
    return kind === "accounts"
      ? this.#changeAccounts(method, id, part, body, send)
      : this.#changeTeams(method, id, body, send);
  }

  #self(who: Account): object {
    const named = this.teams.filter(({ id }) => who.teams.includes(id));
    return { ...who, teamNames: named.map(({ name }) => name) };
  }

  #setUp(method: string, body: Body, send: Send): Promise<void> {
    if (method === "GET") return send(200, { open: this.accounts.length === 0, ...this.ways });
    if (body.code !== HouseServer.code) return send(403, { code: "wrong_code", reason: "no" });
    this.accounts = [{ ...ada, login: body.login ?? "", name: body.name ?? "" }];
    this.inside = ada.id;
    return send(200, ada);
  }

  #signIn({ login, password }: Body, send: Send): Promise<void> {
    const who = this.accounts.find((one) => one.login === login);
    if (who === undefined || password !== HouseServer.password) {
      return send(401, { code: "wrong_login", reason: "no" });
    }
    this.inside = who.id;
    return send(200, who);
  }

  #changeAccounts(
    method: string, id: string, part: string, body: Body, send: Send,
  ): Promise<void> {
    if (method === "GET") return send(200, { accounts: this.accounts });
    if (part === "password") return send(200, {});
    if (method === "POST") {
      const { password, ...rest } = body;
      if (password === undefined) return send(400, { code: "invalid_field", reason: "none" });
      const { agent, ...made } = { ...leo, ...rest, id: `a${this.accounts.length + 1}` };
      this.accounts.push({ ...made, ...(agent ? { agent } : {}), disabled: false });
      return send(200, made);
    }
    const before = this.accounts.find((one) => one.id === id);
    if (before === undefined) return send(404, { code: "not_found", reason: "gone" });
    const after = { ...before, ...body };
    this.accounts = this.accounts.flatMap((one) =>
      one.id !== id ? [one] : method === "DELETE" ? [] : [after],
    );
    return send(200, method === "DELETE" ? {} : after);
  }

  #changeTeams(method: string, id: string, { name = "" }: Body, send: Send): Promise<void> {
    if (method === "GET") return send(200, { teams: this.teams });
    if (method === "POST") {
      const team = { id: `t${this.teams.length + 1}`, name };
      this.teams.push(team);
      return send(200, team);
    }
    this.teams = this.teams.flatMap((one) =>
      one.id !== id ? [one] : method === "DELETE" ? [] : [{ id, name }],
    );
    return send(200, method === "DELETE" ? {} : { id, name });
  }
}

type Send = (status: number, json: object) => Promise<void>;
