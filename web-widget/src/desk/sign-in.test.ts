import { describe, expect, it } from "vitest";
import { signInPage } from "./sign-in.ts";

const server = new URL("https://souffleur.example.com/");
const own = {
  server,
  page: new URL("https://souffleur.example.com/desk/?room=7#end"),
  tickets: new URL("https://souffleur.example.com/v1/desk/tickets"),
  named: null,
};
const crm = {
  server,
  page: new URL("https://crm.example.org/tickets/7"),
  tickets: new URL("https://crm.example.org/souffleur-ticket"),
  named: null,
};

describe("where somebody signs in again", () => {
  it("is the server’s own page for a page of its own, and leads back", () => {
    expect(signInPage(own)).toBe(
      "https://souffleur.example.com/sign-in/?then=%2Fdesk%2F%3Froom%3D7%23end",
    );
  });

  it("is not known where the host gives the tickets", () => {
    expect(signInPage(crm)).toBeUndefined();
    expect(signInPage({ ...own, tickets: undefined })).toBeUndefined();
    expect(signInPage({ ...own, tickets: new URL("/demo/ticket", server) })).toBeUndefined();
    expect(signInPage({ ...own, page: crm.page })).toBeUndefined();
  });

  it("is where the host says", () => {
    expect(signInPage({ ...crm, named: "/login" })).toBe("https://crm.example.org/login");
    expect(signInPage({ ...own, named: "https://sso.example.org/" })).toBe("https://sso.example.org/");
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "https://", ""])(
    "is never %j",
    (named) => {
      const page = signInPage({ ...crm, named });
      expect(page === undefined || page === crm.page.href).toBe(true);
    },
  );
});
