import { readdirSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { startBrowser, watchPage } from "./browser.ts";
import { HouseServer } from "./house-server.ts";

const origin = inject("pages");
const dist = `${import.meta.dirname}/../target/dist`;
const paths = readdirSync(dist, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".html"))
  .map((file) => `/${file.replace(/index\.html$/, "")}`);

let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  browser = await startBrowser();
  context = await browser.newContext({ locale: "en-GB", reducedMotion: "reduce" });
});
afterAll(() => browser.close());

/** What a page is refused, by the names of the errors; `done` for what it may do. */
function tried(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    interface Factory {
      createPolicy(name: string, rules: object): void;
    }
    const factory = (window as unknown as { trustedTypes: Factory }).trustedTypes;
    const box = document.createElement("div");
    const script = document.createElement("script");
    const frame = document.createElement("iframe");
    const attempts: Record<string, () => unknown> = {
      // eslint-disable-next-line no-restricted-properties -- to see it refused
      "text as markup": () => (box.innerHTML = "<b>x</b>"),
      "text beside markup": () => {
        // eslint-disable-next-line no-restricted-properties -- to see it refused
        box.insertAdjacentHTML("beforeend", "<b>x</b>");
      },
      "a document of text": () => new DOMParser().parseFromString("<b>x</b>", "text/html"),
      "a frame of text": () => (frame.srcdoc = "<b>x</b>"),
      "a script's text": () => (script.text = "window.hurt = 1"),
      "a script's address": () => (script.src = "/souffleur.js"),
      "an attribute that is a script": () => {
        box.setAttribute("onclick", "window.hurt = 1");
      },
      "text as a program": () => (0, eval)("window.hurt = 1") as unknown,
      "a policy of its own": () => {
        factory.createPolicy("own", {});
      },
      "the templates' policy again": () => {
        factory.createPolicy("lit-html", {});
      },
    };
    const results: Record<string, string> = {};
    // What a debugger itself evaluates may call eval; what is called later may not.
    await new Promise((resolve) => setTimeout(resolve));
    for (const [what, attempt] of Object.entries(attempts)) {
      try {
        attempt();
        results[what] = "done";
      } catch (error) {
        results[what] = (error as Error).name;
      }
    }
    // A script without an address of its own is never run, and no error.
    const inline = document.createElement("script");
    inline.append("window.hurt = 1");
    document.body.append(inline);
    results["inline"] = "hurt" in window ? "done" : "nothing";
    return results;
  });
}

it("there are pages to try", () => {
  expect(paths).toEqual(
    expect.arrayContaining(["/", "/embed.html", "/people/", "/set-up/", "/sign-in/", "/states/"]),
  );
});

it.each(paths)("%s asks for nothing that its policy refuses, and could not", async (path) => {
  const page = await context.newPage();
  const seen = watchPage(page, origin);
  const house = new HouseServer();
  house.inside = path.startsWith("/people") ? house.accounts[0]?.id : undefined;
  if (path.startsWith("/set-up")) house.accounts = [];
  await house.serve(page, origin);
  const answer = await page.goto(`${origin}${path}`);
  expect(answer?.headers()["content-security-policy"]).toContain("trusted-types lit-html");
  if (path !== "/embed.html") await page.getByRole("heading", { level: 1 }).first().waitFor();
  expect(seen.left).toEqual([]);
  expect(seen.errors.filter((error) => /policy|trusted/iu.test(error))).toEqual([]);

  expect(await tried(page)).toEqual({
    "text as markup": "TypeError",
    "text beside markup": "TypeError",
    "a document of text": "TypeError",
    "a frame of text": "TypeError",
    "a script's text": "TypeError",
    "a script's address": "TypeError",
    "an attribute that is a script": "TypeError",
    "text as a program": "EvalError",
    "a policy of its own": "TypeError",
    "the templates' policy again": "TypeError",
    "inline": "nothing",
  });
  await page.close();
});
