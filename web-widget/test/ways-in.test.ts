import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { violations } from "./axe.ts";
import { photograph, startBrowser, watchPage } from "./browser.ts";
import { ada, HouseServer, ines } from "./house-server.ts";

const origin = inject("pages");
/** What Chromium itself writes about an answer that is a refusal. */
const REFUSED = /^Failed to load resource: the server responded with a status of 4\d\d/;
let browser: Browser;
let page: Page;
let house: HouseServer;
let seen: ReturnType<typeof watchPage>;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());
beforeEach(() => {
  house = new HouseServer();
});
afterEach(async () => {
  await page.context().close();
  expect(seen.left).toEqual([]);
  expect(seen.errors.filter((error) => !REFUSED.test(error))).toEqual([]);
});

async function open(path: string, more: BrowserContextOptions = {}): Promise<void> {
  const context = await browser.newContext({
    locale: "en-GB", viewport: { width: 1280, height: 900 }, reducedMotion: "reduce",
    bypassCSP: true, ...more,
  });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  seen = watchPage(page, origin);
  await house.serve(page, origin);
  await page.goto(`${origin}${path}`);
}

const button = (name: string) => page.getByRole("button", { name, exact: true });
const field = (name: string) => page.getByRole("textbox", { name, exact: true });
const focused = (name: string) => expect.poll(() => field(name).evaluate((f) => f.matches(":focus"))).toBe(true);
const said = (text: string) => page.getByRole("status").filter({ hasText: text }).waitFor();
const title = (name: string) => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();

describe("whom an identity provider knows", () => {
  const ways = { passwords: false, provider: true, providerName: "House Directory" };

  it("sets out to it, with the page that was asked for, and is asked for no password", async () => {
    house.ways = ways;
    await open("/sign-in/?then=%2Fpeople%2F");
    const way = page.getByRole("link", { name: "Sign in with House Directory" });
    expect(await way.getAttribute("href")).toBe("/v1/open-id?then=%2Fpeople%2F");
    expect(await page.getByRole("textbox").count()).toBe(0);
    expect(await violations(page)).toEqual([]);
  });

  it("may have a password besides", async () => {
    house.ways = { ...ways, passwords: true };
    await open("/sign-in/");
    await page.getByRole("link", { name: "Sign in with House Directory" }).waitFor();
    await field("Password").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it.each([
    ["no_role", "vous n’avez aucun rôle ici"],
    ["provider_unreachable", "House Directory ne répond pas"],
    ["withdrawn", "Votre compte est suspendu ici"],
  ])("and was not let in (%s) is told why", async (problem, text) => {
    house.ways = ways;
    await open(`/sign-in/?problem=${problem}`, { locale: "fr-FR" });
    await page.getByRole("alert").filter({ hasText: new RegExp(text) }).waitFor();
    await page.getByRole("link", { name: "Se connecter avec House Directory" }).waitFor();
  });
});

describe("who is signed in", () => {
  it("changes their own password with the one so far", async () => {
    house.inside = ines.id;
    await open("/sign-in/");
    await button("Change your password").click();
    await focused("Your current password");
    await page.keyboard.type(HouseServer.password);
    await field("New password").fill("another sentence, longer");
    expect(await violations(page)).toEqual([]);
    house.refusal = { status: 403, body: { code: "wrong_password", reason: "no", field: "current" } };
    await button("Save").click();
    await page.getByText("That isn’t your current password.").waitFor();
    await focused("Your current password");
    await button("Save").click();
    await said("You have a new password, and you’re signed out everywhere else.");
    expect(house.asked.filter((one) => one === "PUT accounts password")).toHaveLength(2);
    await button("Change your password").waitFor();
  });

  it("by an identity provider has none to change", async () => {
    house.accounts = [{ ...ines, provided: true }];
    house.inside = ines.id;
    await open("/sign-in/");
    await title("Hello Inès Moreau");
    expect(await button("Change your password").count()).toBe(0);
  });
});

describe("whose session is taken away", () => {
  const looksAgain = () =>
    page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));

  it("is told so as soon as they look at the page again", async () => {
    house.inside = ines.id;
    await open("/sign-in/");
    await title("Hello Inès Moreau");
    await button("Sign out").focus();
    house.inside = undefined;
    await looksAgain();
    await title("Sign in");
    await said("Your session is over. Sign in again.");
    await field("Password").waitFor();
    await expect
      .poll(() => page.getByRole("heading", { level: 1 }).evaluate((h) => h.matches(":focus")))
      .toBe(true);
    expect(await violations(page)).toEqual([]);
  });

  it("and meanwhile sees what has changed about them", async () => {
    house.inside = ines.id;
    await open("/sign-in/");
    await title("Hello Inès Moreau");
    house.accounts = [{ ...ines, name: "Inès Morel" }];
    await looksAgain();
    await title("Hello Inès Morel");
  });

  it("sees no people any more", async () => {
    house.inside = ada.id;
    await open("/people/");
    await title("People and teams");
    house.inside = undefined;
    await looksAgain();
    await page.waitForURL("**/sign-in/?then=%2Fpeople%2F");
  });
});

describe("who tries a demo", () => {
  it("is told so, and comes in as one of its people", async () => {
    house.ways = {
      passwords: true, provider: false,
      demo: [
        { login: "ines.moreau", name: "Inès Moreau (demo)", role: "agent", password: HouseServer.password },
      ],
    };
    await open("/sign-in/");
    await page.getByRole("heading", { name: "This is a demo" }).waitFor();
    await page.getByText("Login: ines.moreau").waitFor();
    await page.getByText(`Password: ${HouseServer.password}`).waitFor();
    expect(await violations(page)).toEqual([]);
    await button("Come in as Inès Moreau (demo)").click();
    await title("Hello Inès Moreau");
  });
});

it.each([320, 360, 480, 1280])("a demo’s password is never broken, at %d px", async (width) => {
  const password = "demo-wwww-mmmm-wmwm";
  house.ways = {
    passwords: true, provider: false,
    demo: [{ login: "demo-supervisor", name: "Sam Okoye (demo)", role: "supervisor", password }],
  };
  await open("/sign-in/", { locale: "fr-FR", viewport: { width, height: 900 } });
  const line = page.getByText(`Mot de passe\u00a0: ${password}`);
  await line.waitFor();
  await page.getByText("Sam Okoye (démo)").waitFor();
  await page.evaluate(() => document.fonts.ready);
  const { lines, beyond } = await line.evaluate((paragraph) => {
    const range = document.createRange();
    range.selectNodeContents(paragraph);
    const card = paragraph.closest("li")?.getBoundingClientRect().right ?? 0;
    return {
      lines: new Set([...range.getClientRects()].map(({ top }) => top)).size,
      beyond: range.getBoundingClientRect().right - card,
    };
  });
  expect(lines).toBe(1);
  expect(beyond).toBeLessThanOrEqual(0);
});

it.each([[320, "fr-FR", "dark"], [1280, "en-GB", "light"]] as const)(
  "every way in at once is whole at %d px in %s, %s", async (width, locale, colorScheme) => {
    house.ways = {
      passwords: true, provider: true, providerName: "Annuaire de la maison",
      demo: [
        { login: "ada", name: "Ada Bell", role: "admin", password: HouseServer.password },
        { login: "ines", name: "Inès Moreau", role: "agent", password: HouseServer.password },
      ],
    };
    await open("/sign-in/?problem=no_role", {
      locale, colorScheme, viewport: { width, height: 900 },
    });
    await page.getByRole("alert").waitFor();
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: photograph(`ways-in-${locale}-${width}`), fullPage: true });
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
  },
);
