import { describe, expect, it } from "vitest";
import { PeopleClient, Refused } from "./client.ts";

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** A client whose server always gives the same answer, and what it was asked. */
function client(status: number, body: string): { people: PeopleClient; asked: Asked[] } {
  const asked: Asked[] = [];
  const people = new PeopleClient((input, init) => {
    asked.push({
      method: init?.method ?? "GET",
      path: input as string,
      body: typeof init?.body === "string" ? JSON.parse(init.body) : undefined,
    });
    return Promise.resolve(new Response(body, { status }));
  });
  return { people, asked };
}

const ines = {
  id: "a1", login: "ines", name: "Inès Moreau", agent: "ines.moreau", roles: ["agent"],
  teams: ["t1"], disabled: false, provided: false,
};

describe("what is asked", () => {
  it("goes to the addresses of the contract", async () => {
    const { people, asked } = client(200, JSON.stringify(ines));
    await people.signIn("ines", "a long enough sentence");
    await people.changeAccount("a/1", { disabled: true, agent: null });
    await people.setPassword("a1", "new words");
    await people.setPassword("a1", "new words", "old words");
    await people.removeTeam("t1");
    expect(asked).toEqual([
      {
        method: "POST", path: "/v1/session",
        body: { login: "ines", password: "a long enough sentence" },
      },
      { method: "PATCH", path: "/v1/accounts/a%2F1", body: { disabled: true, agent: null } },
      { method: "PUT", path: "/v1/accounts/a1/password", body: { password: "new words" } },
      {
        method: "PUT", path: "/v1/accounts/a1/password",
        body: { password: "new words", current: "old words" },
      },
      { method: "DELETE", path: "/v1/teams/t1", body: undefined },
    ]);
  });

  it("is answered with what the contract says, and nothing more", async () => {
    const answer = { accounts: [{ ...ines, secret: "no" }] };
    const { people } = client(200, JSON.stringify(answer));
    expect(await people.accounts()).toEqual([ines]);
  });
});

describe("what is refused", () => {
  const refused = (status: number, body: string) =>
    client(status, body).people.me().then(
      () => undefined,
      (failure: unknown) => failure,
    );

  it("keeps its code, its field and how long to wait", async () => {
    const late = '{"code":"too_many_attempts","reason":"wait","seconds":12}';
    expect(await refused(429, late)).toEqual(new Refused("too_many_attempts", undefined, 12));
    const taken = '{"code":"taken","reason":"somebody has it","field":"login"}';
    expect(await refused(409, taken)).toMatchObject({ code: "taken", field: "login" });
  });

  it.each([
    [401, "say who you are", "signed_out"],
    [403, "not for you", "not_allowed"],
    [502, "<html>bad gateway</html>", "unexpected"],
    [400, '{"code":"of_tomorrow","reason":"?"}', "unexpected"],
    [200, '{"id":7}', "unexpected"],
    [200, "not JSON", "unexpected"],
    [200, JSON.stringify({ ...ines, roles: ["emperor"] }), "unexpected"],
  ])("as %i “%s” is %s", async (status, body, code) => {
    const failure = await refused(status, body);
    expect(failure).toBeInstanceOf(Refused);
    expect(failure).toMatchObject({ code });
  });

  it("for want of a line is unreachable", async () => {
    const people = new PeopleClient(() => Promise.reject(new TypeError("no route")));
    await expect(people.ways()).rejects.toMatchObject({ code: "unreachable" });
  });
});
