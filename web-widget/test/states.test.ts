import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { startBrowser, watchPage } from "./browser.ts";

const pages = inject("pages");
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

it("the page of states asks nothing of other servers and reports no error", async () => {
  const page = await browser.newPage();
  const seen = watchPage(page, pages);
  await page.goto(`${pages}/states/`);
  expect(seen).toEqual({ left: [], errors: [] });
});
