import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { violations } from "./axe.ts";
import { watchPage } from "./browser.ts";
import { ada, HouseServer, ines } from "./house-server.ts";
import { Seat } from "./seat.ts";

const origin = inject("pages");
/** What Chromium itself writes about an answer that is a refusal. */
const REFUSED = /^Failed to load resource: the server responded with a status of 4\d\d/;
const seat = Seat.forFile({
  locale: "en-GB", viewport: { width: 1280, height: 900 }, reducedMotion: "reduce",
  timezoneId: "Europe/Paris",
});
let page: Page;
let house: HouseServer;
let seen: ReturnType<typeof watchPage>;

beforeEach(async () => {
  house = new HouseServer();
  page = await seat.page();
  seen = watchPage(page, origin);
  await house.serve(page, origin);
});
afterEach(() => {
  expect(seen.left).toEqual([]);
  expect(seen.errors.filter((error) => !REFUSED.test(error))).toEqual([]);
});

const open = (path: string) => page.goto(`${origin}${path}`);
const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
const field = (name: string) => page.getByRole("textbox", { name, exact: true });
const focused = (name: string) => expect.poll(() => field(name).evaluate((f) => f.matches(":focus"))).toBe(true);
const said = (text: string) => page.getByRole("status").filter({ hasText: text }).waitFor();
const title = (name: string) => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();

async function signIn(login: string, password = HouseServer.password): Promise<void> {
  await field("Login").fill(login);
  await field("Password").fill(password);
  await page.keyboard.press("Enter");
}

describe("who signs in", () => {
  it("as an admin comes to the people", async () => {
    await open("/sign-in/");
    await signIn("ada");
    await title("People and teams");
    expect(new URL(page.url()).pathname).toBe("/people/");
  });

  it("as an agent is greeted with their teams, and signs out", async () => {
    await open("/sign-in/");
    await signIn("ines.moreau");
    await title("Hello Inès Moreau");
    await page.getByText("Lyon and Retours").waitFor();
    await button("Sign out").click();
    await said("You’re signed out.");
    await field("Login").waitFor();
    expect(house.inside).toBeUndefined();
  });

  it("goes on to the page that was asked for", async () => {
    await open("/sign-in/?then=%2Fstates%2F%3Flang%3Den");
    await signIn("ines.moreau");
    await page.waitForURL(`${origin}/states/?lang=en`);
  });

  it("is never sent to another server", async () => {
    await open("/sign-in/?then=%2F%2Felsewhere.example%2F");
    await signIn("ines.moreau");
    await title("Hello Inès Moreau");
  });

  it("with a field left empty is led to it, and nothing is asked of the server", async () => {
    await open("/sign-in/");
    await field("Login").fill("ada");
    await button("Sign in").click();
    await page.getByText("Enter a password.").waitFor();
    await focused("Password");
    expect(house.asked).not.toContain("POST session");
  });

  it("with a wrong password is told so, with the focus there", async () => {
    await open("/sign-in/");
    await signIn("ada", "something else");
    const alert = page.getByRole("alert");
    await alert.filter({ hasText: "don’t go together" }).waitFor();
    expect(await alert.evaluate((one) => one.matches(":focus"))).toBe(true);
    expect(await violations(page)).toEqual([]);
  });

  it("too often is told from when on to try again", async () => {
    await page.addInitScript(() => {
      localStorage.setItem("souffleur.language", "fr");
    });
    await open("/sign-in/");
    house.refusal = { status: 429, body: { code: "too_many_attempts", reason: "wait", seconds: 8 } };
    await field("Identifiant").fill("ada");
    await field("Mot de passe").fill("autre chose");
    await button("Se connecter").click();
    await page.getByText("Trop de tentatives. Réessayez dans 8 secondes.").waitFor();
    house.refusal = {
      status: 429, body: { code: "too_many_attempts", reason: "wait", seconds: 240 },
    };
    await button("Se connecter").click();
    await page.getByText(/Trop de tentatives. Réessayez à partir de \d+\sh\s\d\d\./).waitFor();
  });
});

describe("the first account", () => {
  it("is made with the code, after what was wrong is mended", async () => {
    house.accounts = [];
    await open("/sign-in/");
    await page.getByRole("link", { name: "Make the first one" }).click();
    await title("The first account");
    await button("Make the account").click();
    await focused("Code");
    await field("Code").fill("abcd");
    await field("Name").fill("Ada Bell");
    await field("Login").fill("ada");
    await field("Password").fill("short");
    await button("Make the account").click();
    await focused("Password");
    await page.getByText("A password has 12 to 256 characters.").waitFor();
    await field("Password").fill(HouseServer.password);
    await button("Make the account").click();
    await focused("Code");
    await field("Code").fill(HouseServer.code);
    await button("Make the account").click();
    await title("People and teams");
  });

  it("can’t be made twice", async () => {
    await open("/set-up/");
    await title("That’s done already");
    await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
    await title("Sign in");
  });
});

describe("the people", () => {
  const row = (name: string) => page.getByRole("listitem").filter({ hasText: name });

  it("are shown to nobody who isn’t signed in", async () => {
    await open("/people/");
    await title("Sign in");
    await signIn("ada");
    await title("People and teams");
  });

  it("are shown to admins only", async () => {
    house.inside = ines.id;
    await open("/people/");
    await title("This page is for admins");
    expect(house.asked).not.toContain("GET accounts");
  });

  it("get an account with the keyboard alone", async () => {
    house.inside = ada.id;
    await open("/people/");
    await button("Add somebody").focus();
    await page.keyboard.press("Enter");
    await focused("Name");
    await page.keyboard.type("Noé Lambert");
    await page.keyboard.press("Tab");
    await page.keyboard.type("noe");
    await page.keyboard.press("Tab");
    await page.keyboard.type(HouseServer.password);
    await page.keyboard.press("Enter");
    await said("Noé Lambert has an account.");
    expect(await button("Add somebody").evaluate((b) => b.matches(":focus"))).toBe(true);
    await row("Noé Lambert").waitFor();
    expect(house.accounts.at(-1)).toMatchObject({ login: "noe", roles: ["agent"], teams: [] });
  });

  it("whose login is taken are refused at that field", async () => {
    house.inside = ada.id;
    await open("/people/");
    await button("Edit Inès Moreau").click();
    house.refusal = { status: 409, body: { code: "taken", reason: "is taken", field: "login" } };
    await button("Save").click();
    await page.getByText("Somebody has this login already.").waitFor();
    await focused("Login");
  });

  it("change their roles and teams", async () => {
    house.inside = ada.id;
    await open("/people/");
    await button("Edit Inès Moreau").click();
    await page.getByRole("checkbox", { name: "Supervisor" }).uncheck();
    await page.getByRole("checkbox", { name: "Lyon" }).uncheck();
    await button("Save").click();
    await said("Inès Moreau: saved.");
    expect(house.accounts[1]).toMatchObject({ roles: ["agent"], teams: ["t2"] });
  });

  it("are disabled and enabled again", async () => {
    house.inside = ada.id;
    await open("/people/");
    await button("Edit Inès Moreau").click();
    await button("Disable").click();
    await said("Inès Moreau can’t sign in any more.");
    await button("Enable").click();
    await said("Inès Moreau can sign in again.");
  });

  it("get another password; one’s own wants the one so far", async () => {
    house.inside = ada.id;
    await open("/people/");
    await button("Edit Inès Moreau").click();
    await button("Set a password").click();
    await focused("New password");
    await page.keyboard.type(HouseServer.password);
    await page.keyboard.press("Enter");
    await said("Inès Moreau has a new password");
    await button("Edit Ada Bell").click();
    await button("Set a password").click();
    await focused("Your current password");
  });

  it("are deleted once it was confirmed, and not before", async () => {
    house.inside = ada.id;
    await open("/people/");
    await button("Edit Léo Da Costa").click();
    await button("Delete").first().click();
    await page.getByRole("dialog", { name: "Delete Léo Da Costa’s account?" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    expect(house.accounts).toHaveLength(3);
    await button("Delete").first().click();
    await button("Delete the account").click();
    await said("Léo Da Costa’s account is deleted.");
    expect(house.accounts).toHaveLength(2);
    await expect
      .poll(() => page.getByRole("heading", { level: 1 }).evaluate((h) => h.matches(":focus")))
      .toBe(true);
  });

  it("keep their last admin", async () => {
    house.inside = ada.id;
    await open("/people/");
    await button("Edit Ada Bell").click();
    house.refusal = { status: 409, body: { code: "last_admin", reason: "is the last" } };
    await button("Disable").click();
    await page.getByRole("alert").filter({ hasText: "the only admin left" }).waitFor();
  });

  it("are found by a part of their name", async () => {
    house.inside = ada.id;
    await open("/people/");
    await page.getByRole("searchbox").fill("ines");
    await said("1 of 3 accounts shown.");
    await row("Léo").waitFor({ state: "detached" });
  });

  it("are put in teams that are made, renamed and deleted", async () => {
    house.inside = ada.id;
    await open("/people/");
    await field("Name of the team").fill("Nantes");
    await button("Add the team").click();
    await said("The team Nantes is there.");
    await focused("Name of the team");
    await button("Rename Lyon").click();
    await page.locator("sf-team-row").getByRole("textbox").fill("Lyon Est");
    await button("Save").click();
    await said("The team is called Lyon Est now.");
    await button("Delete Retours").click();
    await button("Delete the team").click();
    await said("The team Retours is deleted.");
    expect(house.teams.map(({ name }) => name)).toEqual(["Lyon Est", "Nantes"]);
  });

  it("who are signed out meanwhile sign in again", async () => {
    house.inside = ada.id;
    await open("/people/");
    await title("People and teams");
    house.inside = undefined;
    await field("Name of the team").fill("Nantes");
    await button("Add the team").click();
    await title("Sign in");
    expect(new URL(page.url()).searchParams.get("then")).toBe("/people/");
  });
});
