import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from "vitest";
import { startBrowser, watchPage } from "./browser.ts";
import { DeskServer } from "./desk-server.ts";

/** A host's page with the sidebar and the server that answers it; anew for each test. */
export interface HostPage {
  page: Page;
  server: DeskServer;
  sidebar: Locator;
}

/** Opens the page before each test of a file; whatever leaves it or fails in it fails the test. */
export function hostPage(): HostPage {
  const origin = inject("pages");
  const host = {} as HostPage;
  let browser: Browser;
  let seen: ReturnType<typeof watchPage>;

  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    const context = await browser.newContext({
      viewport: { width: 900, height: 900 }, timezoneId: "Europe/Paris",
    });
    host.page = await context.newPage();
    host.page.setDefaultTimeout(10_000);
    seen = watchPage(host.page, origin);
    host.server = new DeskServer(() => Date.now());
    await host.server.serve(host.page, origin, inject("policy"));
    await host.page.goto(`${origin}/host`);
    host.sidebar = host.page.locator("souffleur-sidebar");
    await host.server.heard("watch");
  });
  afterEach(async () => {
    await host.page.context().close();
    expect(seen).toEqual({ left: [], errors: [] });
  });
  return host;
}
