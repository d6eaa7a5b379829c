import { createRequire } from "node:module";
import { mkdirSync, readFileSync } from "node:fs";
import axe from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import { startBrowser, watchPage } from "../test/browser.ts";

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const pictures = `${import.meta.dirname}/../target/screenshots`;

/** How somebody has set up their browser. */
export interface Seat {
  readonly locale?: "fr-FR" | "en-GB";
  readonly theme?: "light" | "dark";
  readonly width?: number;
  readonly height?: number;
}

/** A page as one person has it open, and all that went wrong in it. */
export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Network failures belong to a test that cuts the line; anything else never does. */
  readonly troubles: () => string[];
}

/** One browser, several people in front of it, each with their own storage. */
export class Stage {
  readonly #browser: Browser;
  readonly #opened: Opened[] = [];
  readonly origin: string;

  private constructor(browser: Browser, origin: string) {
    this.#browser = browser;
    this.origin = origin;
  }

  static async set(origin: string): Promise<Stage> {
    return new Stage(await startBrowser(), origin);
  }

  async open(path: string, seat: Seat = {}): Promise<Opened> {
    const context = await this.#browser.newContext({
      baseURL: this.origin,
      locale: seat.locale ?? "fr-FR",
      colorScheme: seat.theme ?? "light",
      viewport: { width: seat.width ?? 1440, height: seat.height ?? 960 },
      reducedMotion: "reduce",
    });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    const seen = watchPage(page, this.origin);
    const opened = {
      page,
      context,
      troubles: () => [...seen.left.map((url) => `request to ${url}`), ...seen.errors],
    };
    this.#opened.push(opened);
    await page.goto(path);
    return opened;
  }

  /** Closes every page; none may have complained or asked anybody else for anything. */
  async clear(allowed = /^$/): Promise<void> {
    const troubles: string[] = [];
    for (const { context, troubles: of } of this.#opened.splice(0)) {
      troubles.push(...of().filter((trouble) => !allowed.test(trouble)));
      await context.close();
    }
    expect(troubles).toEqual([]);
  }

  async strike(): Promise<void> {
    await this.#browser.close();
  }
}

/** What axe-core finds wrong on a page, a line each; nothing when all is well. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ["violations"],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`),
    );
  });
  return found;
}

/** How many pixels the page is wider than its window. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** Keeps a picture of the page as build output, once its fonts are there. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  await page.screenshot({ path: `${pictures}/${name}.png`, caret: "hide" });
}
