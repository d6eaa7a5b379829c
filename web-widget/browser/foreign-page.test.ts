import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page, Request } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { startBrowserOf } from "../test/browser.ts";
import { Program } from "./program.ts";

const hostKey = "the-key-of-the-agents-tool";
const channelKey = "the-key-of-the-web-chat";
/** Where Chromium leaves a frame that it refuses. */
const nowhere = "chrome-error://chromewebdata/";

/** A tool of somebody else's: another site, another port, its own people. */
class Tool {
  readonly #server: Server;
  /** Where Souffleur listens, without a slash at the end; a part of the page. */
  souffleur = "";

  private constructor() {
    this.#server = createServer((request, response) => {
      void this.#answer(request, response);
    });
  }

  static async open(): Promise<Tool> {
    const tool = new Tool();
    await new Promise<void>((resolve) => tool.#server.listen(0, "127.0.0.1", resolve));
    return tool;
  }

  /** By a name of its own: to browsers, another site than the address of the machine. */
  get origin(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => { resolve(); });
      this.#server.closeAllConnections();
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === "/ticket") {
      // Who is signed in here is the tool's own affair; it vouches with its key.
      const answer = await fetch(`${this.souffleur}/v1/desk/tickets`, {
        method: "POST",
        headers: { Authorization: `Bearer ${hostKey}` },
        body: JSON.stringify({ agent: { key: "ines", name: "Inès Morel" } }),
      });
      response.statusCode = answer.status;
      response.setHeader("Content-Type", "application/json");
      response.end(await answer.text());
      return;
    }
    if (request.url !== "/") {
      response.statusCode = 404;
      response.end();
      return;
    }
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    const { souffleur } = this;
    // As strict as the documentation says a host may be.
    response.setHeader(
      "Content-Security-Policy",
      `default-src 'none'; connect-src 'self'; script-src ${souffleur}; frame-src ${souffleur};` +
        " style-src 'unsafe-inline'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'",
    );
    response.end(`<!doctype html><html lang="en"><title>Tool</title><link rel="icon" href="data:,">
      <script src="${souffleur}/souffleur-embed.js" defer></script>
      <main style="height: 800px"><h1>Tool</h1><textarea aria-label="Answer"></textarea>
      <souffleur-frame ticket-url="/ticket" conversation="chat-1"></souffleur-frame></main></html>`);
  }
}

let listed: Tool;
let unlisted: Tool;
let program: Program;
beforeAll(async () => {
  [listed, unlisted] = await Promise.all([Tool.open(), Tool.open()]);
  program = await Program.run({
    channels: [{ name: "web-chat", key: channelKey }],
    hosts: [{ name: "agents-tool", key: hostKey }],
    allowedOrigins: [listed.origin],
  });
  listed.souffleur = unlisted.souffleur = program.origin;
  await tell([
    { type: "conversation.started", id: "e1", medium: "chat", language: "en",
      customer: { name: "Daniel Reed", firstName: "Daniel" }, agent: { key: "ines", name: "Inès Morel" } },
    { type: "message", id: "m1", author: "customer",
      text: "Hi, my order still isn’t here and nobody answers. I’m really frustrated!" },
  ]);
});
afterAll(async () => {
  await program.stop();
  await Promise.all([listed.close(), unlisted.close()]);
});

/** Tells the program what happens in a chat, as its channel does. */
async function tell(events: readonly object[]): Promise<void> {
  const at = new Date().toISOString();
  const answer = await fetch(`${program.origin}/v1/channel/events`, {
    method: "POST",
    headers: { Authorization: `Bearer ${channelKey}` },
    body: JSON.stringify(events.map((event) => ({ ...event, conversation: "chat-1", at }))),
  });
  expect(await answer.json()).toEqual(events.map(() => expect.objectContaining({ type: "ack" }) as object));
}

/** Keeps a cookie, as far as the browser lets a page; gives what cookies the page has then. */
function keepsCookies(): string {
  document.cookie = "a=b; SameSite=None; Secure";
  return document.cookie;
}

let profile: string;
let context: BrowserContext;
let page: Page;
let complaints: string[];
let asked: Request[];
beforeEach(async () => {
  // A browser that keeps no cookies for anybody but the site in its address bar.
  profile = mkdtempSync(join(tmpdir(), "souffleur-profile-"));
  mkdirSync(join(profile, "Default"));
  writeFileSync(
    join(profile, "Default", "Preferences"),
    JSON.stringify({ profile: { cookie_controls_mode: 1, block_third_party_cookies: true } }),
  );
  context = await startBrowserOf(profile, { locale: "en-GB", reducedMotion: "reduce" });
  context.setDefaultTimeout(20_000);
  page = await context.newPage();
  complaints = [];
  asked = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    // The icon of the page before may still be on its way.
    const here = page.url().startsWith(listed.origin);
    if (here && request.url().startsWith(program.origin)) asked.push(request);
  });
});
afterEach(async () => {
  await context.close();
  rmSync(profile, { recursive: true, force: true });
});

it("a listed page of another site frames the sidebar, without a cookie", async () => {
  // This browser keeps cookies of the server, and gives them back while its own page is on show.
  await page.goto(`${program.origin}/embed.html`);
  expect(await page.evaluate(keepsCookies)).toBe("a=b");

  await page.goto(listed.origin);
  const inside = page.frameLocator("iframe");
  await inside.getByRole("heading", { name: "Apologize first, then explain" }).waitFor();
  await inside.getByText("Live", { exact: true }).waitFor();

  // It works both ways, and goes on while the conversation does.
  await page.evaluate(() => {
    const field = document.querySelector("textarea");
    const frame = document.querySelector("souffleur-frame");
    if (field !== null && frame !== null) frame.attachComposer(field);
  });
  await page.getByRole("textbox", { name: "Answer" }).focus();
  await page.keyboard.press("Alt+KeyI");
  await expect
    .poll(() => page.getByRole("textbox", { name: "Answer" }).inputValue())
    .toMatch(/apologies|sorry/iu);
  await tell([{ type: "message", id: "m2", author: "agent",
    text: "Hello Daniel, my apologies for the wait. How can I help you?" }]);
  await inside.getByRole("heading", { name: "Apologize first, then explain" }).waitFor({ state: "detached" });

  // There was no other way in: in a frame of another site it neither gives nor keeps any.
  expect(await page.frames()[1]?.evaluate(keepsCookies)).toBe("");
  const heads = await Promise.all(asked.map((request) => request.allHeaders()));
  expect(heads.length).toBeGreaterThan(2);
  expect(heads.filter((head) => "cookie" in head)).toEqual([]);
  expect(complaints).toEqual([]);
});

it("a page that isn’t listed gets no frame: the browser refuses it", async () => {
  await page.goto(unlisted.origin);
  await expect.poll(() => complaints.join("\n")).toContain("frame-ancestors");
  await expect.poll(() => page.frames()[1]?.url()).toBe(nowhere);
});

it("not even a listed page frames anything but the sidebar", async () => {
  await page.goto(listed.origin);
  const others = ["/", "/sign-in/", "/people/", "/set-up/", "/demo/desk/", "/v1/session", "/nowhere"];
  await page.evaluate((addresses) => {
    for (const address of addresses) {
      const frame = document.createElement("iframe");
      frame.name = `other ${address}`;
      frame.src = address;
      document.body.append(frame);
    }
  }, others.map((path) => `${program.origin}${path}`));
  await expect
    .poll(() => page.frames().filter((frame) => frame.url() === nowhere).length)
    .toBe(others.length);
  const refused = complaints.filter((complaint) => complaint.includes("frame-ancestors 'none'"));
  expect(refused).toHaveLength(others.length);
});
