import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { Program } from "./program.ts";
import { barriers, Stage } from "./stage.ts";

/** What Chromium writes about an answer that says: sign in first. */
const signInFirst = /status of 401/;

let program: Program;
let stage: Stage;
beforeAll(async () => {
  program = await Program.run({});
  stage = await Stage.set(program.origin);
});
afterEach(() => stage.clear(signInFirst));
afterAll(async () => {
  await stage.strike();
  await program.stop();
});

const seat = { locale: "en-GB" } as const;
const admin = "a sentence of Ada’s own";
const supervisor = "a sentence of Sol’s own";
const agent = "a sentence of Inès’ own";

/** Somebody in front of the pages of a house. */
class Somebody {
  constructor(readonly page: Page) {}

  async fills(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(fields)) {
      await this.page.getByRole("textbox", { name, exact: true }).fill(value);
    }
  }

  async presses(name: string): Promise<void> {
    await this.page.getByRole("button", { name, exact: true }).click();
  }

  async reads(title: string): Promise<void> {
    await this.page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
  }

  async isTold(text: string): Promise<void> {
    await this.page.getByRole("status").filter({ hasText: text }).waitFor();
  }

  async signsIn(login: string, password: string): Promise<void> {
    await this.page.goto("/sign-in/");
    await this.fills({ Login: login, Password: password });
    await this.presses("Sign in");
  }
}

/** A tool of the house at the server's own address: who is signed in there has the sidebar, too. */
async function tool(page: Page): Promise<void> {
  await page.goto("/embed.html");
  await page.waitForFunction(() => customElements.get("souffleur-sidebar") !== undefined);
  await page.evaluate(() => {
    const sidebar = document.createElement("souffleur-sidebar");
    sidebar.setAttribute("ticket-url", "/v1/desk/tickets");
    sidebar.lang = "en";
    document.body.append(sidebar);
  });
}

it("a house is moved into, from an empty folder to an agent who may work, and no longer", async () => {
  const code = /with this code .*: (\S+)$/m.exec(program.said)?.[1] ?? "none was printed";

  // The first account, with the code that only who started the program has seen.
  const ada = new Somebody((await stage.open("/sign-in/", seat)).page);
  await ada.page.getByRole("link", { name: "Make the first one" }).click();
  await ada.reads("The first account");
  await ada.fills({ Code: code, Name: "Ada Bell", Login: "ada", Password: admin });
  await ada.presses("Make the account");
  await ada.reads("People and teams");

  // A team, somebody who looks after it, and an agent in it.
  await ada.fills({ "Name of the team": "Lyon" });
  await ada.presses("Add the team");
  await ada.isTold("The team Lyon is there.");
  for (const [name, login, password, roles] of [
    ["Sol Reyes", "sol", supervisor, ["Supervisor"]],
    ["Inès Moreau", "ines", agent, ["Agent"]],
  ] as const) {
    await ada.presses("Add somebody");
    await ada.fills({ Name: name, Login: login, Password: password });
    for (const role of ["Agent", "Supervisor", "Admin"]) {
      const box = ada.page.getByRole("checkbox", { name: role });
      await box.setChecked(roles.some((one) => one === role));
    }
    await ada.page.getByRole("checkbox", { name: "Lyon" }).check();
    await ada.presses("Make the account");
    await ada.isTold(`${name} has an account.`);
  }
  expect(await ada.page.locator("sf-account-row").count()).toBe(3);
  await ada.page.getByText("2 people").waitFor();
  expect(await barriers(ada.page)).toEqual([]);

  // The code was good once, and who isn't an admin sees no people.
  const late = new Somebody((await stage.open("/set-up/", seat)).page);
  await late.reads("That’s done already");
  const sol = new Somebody((await stage.open("/sign-in/", seat)).page);
  await sol.signsIn("sol", supervisor);
  await sol.reads("Hello Sol Reyes");
  await sol.page.goto("/people/");
  await sol.reads("This page is for admins");

  // Signed out is signed out, also on the way back.
  await ada.presses("Sign out");
  await ada.reads("Sign in");
  await ada.page.goto("/people/");
  await ada.reads("Sign in");

  // The agent works; the same browser needs no second sign-in for the sidebar.
  const ines = new Somebody((await stage.open("/sign-in/", seat)).page);
  await ines.signsIn("ines", agent);
  await ines.reads("Hello Inès Moreau");
  await ines.page.getByText("Lyon").waitFor();
  await tool(ines.page);
  await ines.page.getByText("Live", { exact: true }).waitFor();

  // What the admin takes away is gone from the open page within a second.
  await ada.signsIn("ada", admin);
  await ada.reads("People and teams");
  await ada.presses("Edit Inès Moreau");
  const gone = ines.page.getByText("Your session is over.").waitFor().then(() => performance.now());
  const taken = ada.page
    .waitForResponse((answer) => answer.request().method() === "PATCH")
    .then(() => performance.now());
  await ada.presses("Disable");
  expect((await gone) - (await taken)).toBeLessThan(1_000);
  await ada.isTold("Inès Moreau can’t sign in any more.");

  // And nothing brings it back but the admin; whoever signs in again is where they were.
  await ines.page.getByRole("link", { name: "Sign in" }).click();
  await ines.page.waitForURL("**/sign-in/?then=%2Fembed.html");
  await ines.fills({ Login: "ines", Password: agent });
  await ines.presses("Sign in");
  await ines.page.getByRole("alert").filter({ hasText: "don’t go together" }).waitFor();
  await ada.presses("Enable");
  await ada.isTold("Inès Moreau can sign in again.");
  await ines.fills({ Password: agent });
  await ines.presses("Sign in");
  await ines.page.waitForURL("**/embed.html");
});
