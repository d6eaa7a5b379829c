import type { Locator, Page } from "playwright-core";
import { beforeEach, describe, expect, inject, it } from "vitest";
import { violations } from "./axe.ts";
import { photograph } from "./browser.ts";
import type { DeskServer } from "./desk-server.ts";
import { hostPage } from "./host-page.ts";

const origin = inject("pages");
/** What Chromium itself writes about a ticket that is refused. */
const host = hostPage(/status of 401/);
let page: Page;
let server: DeskServer;
let sidebar: Locator;

beforeEach(() => {
  ({ page, server, sidebar } = host);
});

const over = /^Votre session est terminée\. Ce que vous voyez date de \d+\sh\s\d+\./u;
const aloud = "Votre session est terminée, les suggestions s’arrêtent. Connectez-vous pour les retrouver.";

/** A conversation with a hint, at which the agent looks. */
async function working(): Promise<void> {
  server.snapshot({ items: [server.item("greet", "at_risk", "Saluer Camille")] });
  server.update(server.hint("h1", "Saluez Camille", "prompt", ["Bonjour Camille\u202f!"]));
  await sidebar.getByRole("heading", { name: "Saluez Camille" }).waitFor();
}

/** Notes what the sidebar reads aloud, and how often it tells its host that the session is over. */
async function listen(): Promise<() => Promise<{ heard: string[]; told: number }>> {
  await page.evaluate(() => {
    const notes = { heard: [] as string[], told: 0 };
    Object.assign(window, { notes });
    document.addEventListener("souffleur:signed-out", () => notes.told++);
    const part = document.querySelector("souffleur-sidebar")?.shadowRoot?.querySelector("sf-sidebar");
    const region = part?.shadowRoot?.querySelector("[role=status].reader");
    if (!region) throw new Error("there is nothing that reads aloud");
    new MutationObserver(() => notes.heard.push(region.textContent)).observe(region, {
      childList: true, characterData: true, subtree: true,
    });
  });
  return () => page.evaluate(() => (window as unknown as { notes: { heard: string[]; told: number } }).notes);
}

/** A sidebar with other attributes than that of the host's page, in its place. */
async function replace(attributes: Readonly<Record<string, string>>): Promise<void> {
  server.said.length = 0;
  await page.evaluate((given) => {
    const before = document.querySelector("souffleur-sidebar");
    const after = document.createElement("souffleur-sidebar");
    for (const [name, value] of Object.entries(given)) after.setAttribute(name, value);
    before?.replaceWith(after);
  }, attributes);
  await server.heard("watch");
}

describe("a session that is taken away", () => {
  it("is said, once, with what to do; what was seen stays, and is marked as past", async () => {
    await working();
    const notes = await listen();
    await server.signOut();
    await sidebar.getByText(over).waitFor();
    await sidebar.getByText("Connectez-vous à votre application.").waitFor();
    await sidebar.getByRole("button", { name: "Réessayer" }).waitFor();
    await sidebar.getByRole("button", { name: "Saluer Camille" }).waitFor();
    await sidebar.getByText(/^vu à \d+\sh\s\d+$/u).waitFor();
    await sidebar.getByRole("heading", { name: "Saluez Camille" }).waitFor({ state: "detached" });
    await expect.poll(async () => (await notes()).heard.filter((text) => text === aloud)).toHaveLength(1);
    expect((await notes()).told).toBe(1);
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: photograph("session-over") });
  });

  it("is not asked for again and again", async () => {
    await page.clock.install();
    server.said.length = 0;
    await page.goto(`${origin}/host`);
    await server.heard("watch");
    await working();
    await server.signOut();
    await sidebar.getByText(over).waitFor();
    const before = server.asked;
    await page.clock.runFor(600_000);
    await sidebar.getByText(over).waitFor();
    expect(server.asked).toBe(before);
  });

  it("is found again by whoever comes back to the page, and work goes on", async () => {
    await working();
    await server.signOut();
    await sidebar.getByText(over).waitFor();
    server.signedIn = true;
    server.said.length = 0;
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    expect(await server.heard("watch")).toMatchObject({ conversation: "c", epoch: "e", seq: 11 });
    await sidebar.getByText("De nouveau en direct. Rien n’a été perdu.").waitFor();
    await sidebar.getByText(/^vu à/u).waitFor({ state: "detached" });
    await sidebar.getByRole("heading", { name: "Saluez Camille" }).waitFor();
  });

  it("goes on unseen when the host has a new ticket at once", async () => {
    await working();
    const notes = await listen();
    server.said.length = 0;
    const ended = server.signOut();
    server.signedIn = true;
    await ended;
    await server.heard("watch");
    await sidebar.getByText("En direct", { exact: true }).waitFor();
    await sidebar.getByRole("heading", { name: "Saluez Camille" }).waitFor();
    expect(await notes()).toMatchObject({ told: 0 });
  });

  it("leads to the server’s own page to sign in, and back, where its sessions give the tickets", async () => {
    await replace({ "ticket-url": "/v1/desk/tickets", conversation: "c" });
    await working();
    await server.signOut();
    const link = sidebar.getByRole("link", { name: "Se connecter" });
    expect(await link.getAttribute("href")).toBe(`${origin}/sign-in/?then=%2Fhost`);
    expect(await sidebar.getByRole("button", { name: "Réessayer" }).count()).toBe(0);
  });

  it("leads to where the host says", async () => {
    await replace({ "ticket-url": "/ticket", conversation: "c", "sign-in-url": "/login?next=7" });
    await working();
    await server.signOut();
    const link = sidebar.getByRole("link", { name: "Se connecter" });
    expect(await link.getAttribute("href")).toBe(`${origin}/login?next=7`);
  });

  it("was never there: that is said, and nothing else", async () => {
    server.signedIn = false;
    await page.goto(`${origin}/host`);
    await sidebar.getByText("Aucune session n’est ouverte. Connectez-vous à votre application.").waitFor();
    server.signedIn = true;
    await sidebar.getByRole("button", { name: "Réessayer" }).click();
    await sidebar.getByText("En direct", { exact: true }).waitFor();
  });
});

describe("a session that is taken away from a sidebar in a frame", () => {
  /** The page of a host whose sidebar lies in a frame. */
  async function framed(attributes: string): Promise<ReturnType<Page["frameLocator"]>> {
    await page.route(`${origin}/framed`, (r) =>
      r.fulfill({
        contentType: "text/html",
        body: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Framed</title>
          <souffleur-frame ${attributes} conversation="c"></souffleur-frame>
          <script src="/souffleur-embed.js"></script>`,
      }));
    await page.route(`${origin}/login`, (r) =>
      r.fulfill({ contentType: "text/html", body: "<!doctype html><title>Login</title>" }));
    server.said.length = 0;
    server.said.length = 0;
    await page.goto(`${origin}/framed`);
    await server.heard("watch");
    server.snapshot({ items: [server.item("greet", "at_risk", "Saluer Camille")] });
    const frame = page.frameLocator("iframe");
    await frame.getByRole("button", { name: "Saluer Camille" }).waitFor();
    return frame;
  }

  it("leads the page around the frame to where the host says", async () => {
    const frame = await framed('ticket-url="/ticket" sign-in-url="/login"');
    await server.signOut();
    await frame.getByText(over).waitFor();
    await frame.getByRole("link", { name: "Se connecter" }).click();
    await page.waitForURL(`${origin}/login`);
  });

  it("tells the host, whose page may sign in and have it connect again", async () => {
    const frame = await framed('ticket-url="/ticket"');
    await page.evaluate(() => {
      const element = document.querySelector("souffleur-frame");
      if (element === null) throw new Error("there is no frame");
      element.ticketSource = () => Promise.resolve(null);
      document.addEventListener("souffleur:signed-out", () => {
        element.ticketSource = () => Promise.resolve("after signing in");
        element.reconnect();
      });
    });
    await server.signOut();
    await server.heard("hello", ({ ticket }) => ticket === "after signing in");
    await frame.getByText(/^(De nouveau en|En) direct/u).waitFor();
  });
});
