import type { Page } from "playwright-core";
import { beforeEach, describe, expect, inject, it } from "vitest";
import type { Confirmation } from "../src/pages/people/confirmation.ts";
import { photograph } from "./browser.ts";
import { ada, HouseServer } from "./house-server.ts";
import { Seat } from "./seat.ts";

const origin = inject("pages");
const seat = Seat.forFile({
  locale: "en-GB", viewport: { width: 1280, height: 900 }, timezoneId: "Europe/Paris",
});
let page: Page;
let house: HouseServer;

beforeEach(async () => {
  house = new HouseServer();
  page = await seat.page();
  await house.serve(page, origin);
});

async function open(path: string): Promise<void> {
  await page.goto(`${origin}${path}`);
  await page.getByRole("button", { name: /^(Sign in|Make the account|Add somebody)$/ }).waitFor();
}

/** What has the focus: what it is called, and whether that can be seen. */
function focused(): Promise<{ name: string; seen: boolean }> {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (at === null || at === document.body) return { name: "", seen: true };
    const label = at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : undefined;
    const name = at.getAttribute("aria-label") ?? label ?? at.textContent;
    const style = getComputedStyle(at);
    const box = at.getBoundingClientRect();
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const inside = box.top >= 0 && box.bottom <= window.innerHeight && box.width > 0;
    return { name: name.replace(/\s+/g, " ").trim(), seen: ring && inside };
  });
}

/** Walks from where the focus is, with one key; gives what it came by, and leaves nothing unseen. */
async function walk(key: "Tab" | "Shift+Tab", steps: number): Promise<string[]> {
  const names: string[] = [];
  for (let i = 0; i < steps; i++) {
    await page.keyboard.press(key);
    const { name, seen } = await focused();
    expect(seen, `the focus on “${name}” can be seen`).toBe(true);
    names.push(name);
  }
  return names;
}

const header = ["Souffleur", "Language", "Switch to the dark theme"];
/** All that can be reached on a page, in its order. */
const stops: Readonly<Record<string, readonly string[]>> = {
  "/sign-in/": [...header, "Login", "Password", "Show password", "Sign in"],
  "/set-up/": [
    ...header, "Code", "Name", "Login", "Password", "Show password", "Make the account",
  ],
  "/people/": [
    ...header, "Sign out", "Add somebody", "Find by name or login",
    "Edit Ada Bell", "Edit Inès Moreau", "Edit Léo Da Costa",
    "Rename Lyon", "Delete Lyon", "Rename Retours", "Delete Retours",
    "Name of the team", "Add the team",
  ],
};

describe.each(Object.entries(stops))("%s", (path, order) => {
  beforeEach(() => {
    if (path === "/people/") house.inside = ada.id;
    if (path === "/set-up/") house.accounts = [];
  });

  it("is walked through with the keyboard alone, there and back, and never holds on", async () => {
    await open(path);
    expect(await walk("Tab", order.length + 1)).toEqual([...order, ""]);
    expect(await walk("Shift+Tab", order.length)).toEqual(order.toReversed());
  });

  it("shows what is a control, and where the focus is, in colours of the system", async () => {
    await page.emulateMedia({ forcedColors: "active" });
    await open(path);
    await walk("Tab", order.length);
    const without = await page.evaluate(() => {
      const bare: string[] = [];
      const look = (root: Document | ShadowRoot) => {
        for (const element of root.querySelectorAll("*")) {
          if (element.shadowRoot) look(element.shadowRoot);
          if (!element.matches("button, input:not([type=checkbox]), select, dialog, .card")) continue;
          if (parseFloat(getComputedStyle(element).borderTopWidth) < 1) {
            bare.push(`${element.localName}.${element.className}`);
          }
        }
      };
      look(document);
      return bare;
    });
    await page.screenshot({ path: photograph(`house${path.replaceAll("/", "-")}forced-colours`) });
    expect(without).toEqual([]);
  });

  it("moves nothing for those who want no motion", async () => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(path);
    const longest = await page.evaluate(() => {
      const times: number[] = [];
      const look = (root: Document | ShadowRoot) => {
        for (const element of root.querySelectorAll("*")) {
          if (element.shadowRoot) look(element.shadowRoot);
          const { transitionDuration, animationDuration } = getComputedStyle(element);
          const both = `${transitionDuration},${animationDuration}`.split(",");
          times.push(...both.map((t) => parseFloat(t) * (t.includes("ms") ? 1 : 1000)));
        }
      };
      look(document);
      return Math.max(...times);
    });
    expect(longest).toBeLessThanOrEqual(80);
  });
});

it("a question is answered from the keyboard: it keeps the focus, Escape says no", async () => {
  house.inside = ada.id;
  await open("/people/");
  const remove = page.getByRole("button", { name: "Delete Lyon" });
  await remove.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "Delete the team Lyon?" }).waitFor();
  expect((await focused()).name).toBe("Cancel");
  // Beyond the last of it comes the browser's own, and never the page behind.
  expect(new Set(await walk("Tab", 6))).toEqual(new Set(["Cancel", "Delete the team", ""]));
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect((await focused()).name).toBe("Delete Lyon");
  expect(house.teams).toHaveLength(2);

  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  expect(await walk("Tab", 1)).toEqual(["Delete the team"]);
  await page.keyboard.press("Enter");
  await page.getByRole("status").filter({ hasText: "The team Lyon is deleted." }).waitFor();
  expect(house.teams).toHaveLength(1);
});

it("a question that is asked again at once has an answer of its own", async () => {
  house.inside = ada.id;
  await open("/people/");
  const answers = await page
    .locator("sf-team-row sf-confirmation")
    .first()
    .evaluate(async (element) => {
      const question = element as Confirmation;
      const dialog = element.shadowRoot?.querySelector("dialog");
      const first = question.asked();
      await question.updateComplete;
      dialog?.close();
      // The browser says only later that it is closed.
      const second = question.asked();
      await new Promise((resolve) => {
        dialog?.addEventListener("close", () => setTimeout(resolve), { once: true });
      });
      dialog?.close("yes");
      return Promise.all([first, second]);
    });
  expect(answers).toEqual([false, true]);
});
