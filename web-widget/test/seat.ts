import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, inject } from "vitest";
import { startBrowser } from "./browser.ts";

/**
 * One browser as somebody has set it up, for all tests of a file: each gets a page of its own, with
 * nothing kept from the one before. A page of the same site stays open, so that a new one need not
 * start a process.
 */
export class Seat {
  #context: BrowserContext | undefined;

  /** Opens it before the tests of a file, and closes it after them. */
  static forFile(options: BrowserContextOptions): Seat {
    const seat = new Seat();
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await startBrowser();
      const context = await browser.newContext(options);
      const anchor = await context.newPage();
      await anchor.goto(`${inject("pages")}/embed.html`);
      seat.#context = context;
    });
    afterEach(() => seat.clear());
    afterAll(() => browser?.close());
    return seat;
  }

  /** A page with nothing on it. */
  async page(): Promise<Page> {
    if (this.#context === undefined) throw new Error("the seat is taken before the tests");
    const page = await this.#context.newPage();
    page.setDefaultTimeout(10_000);
    return page;
  }

  /** Closes every page and forgets what they kept. */
  private async clear(): Promise<void> {
    const [anchor, ...pages] = this.#context?.pages() ?? [];
    for (const page of pages) await page.close();
    await anchor?.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    await this.#context?.clearCookies();
  }
}
