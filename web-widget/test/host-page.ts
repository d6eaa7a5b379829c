import type { Locator, Page } from "playwright-core";
import { afterEach, beforeEach, expect, inject } from "vitest";
import { watchPage } from "./browser.ts";
import { DeskServer } from "./desk-server.ts";
import { Seat } from "./seat.ts";

/** A host's page with the sidebar and the server that answers it; anew for each test. */
export interface HostPage {
  page: Page;
  server: DeskServer;
  sidebar: Locator;
}

/**
 * Opens the page before each test of a file; whatever leaves it or fails in it fails the test.
 *
 * @param expected errors that belong to the tests
 */
export function hostPage(expected = /^$/): HostPage {
  const origin = inject("pages");
  const host = {} as HostPage;
  const seat = Seat.forFile({
    viewport: { width: 900, height: 900 }, timezoneId: "Europe/Paris",
  });
  let seen: ReturnType<typeof watchPage>;

  beforeEach(async () => {
    host.page = await seat.page();
    seen = watchPage(host.page, origin);
    host.server = new DeskServer(() => Date.now());
    await host.server.serve(host.page, origin, inject("policy"));
    await host.page.goto(`${origin}/host`);
    host.sidebar = host.page.locator("souffleur-sidebar");
    await host.server.heard("watch");
  });
  afterEach(() => {
    const errors = seen.errors.filter((error) => !expected.test(error));
    expect({ ...seen, errors }).toEqual({ left: [], errors: [] });
  });
  return host;
}
