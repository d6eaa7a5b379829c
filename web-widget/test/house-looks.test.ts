import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { violations } from "./axe.ts";
import { photograph, startBrowser, watchPage } from "./browser.ts";
import { ada, HouseServer, ines } from "./house-server.ts";
import { looks } from "./looks.ts";

const origin = inject("pages");
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

interface Scene {
  readonly path: string;
  /** Who is there, and signed in, before the page is opened. */
  readonly before: (house: HouseServer) => void;
  /** Brings the page into the state that is looked at. */
  readonly act: (page: Page) => Promise<void>;
}

/** Every page about people, with as much on it as it ever has. */
const scenes: Readonly<Record<string, Scene>> = {
  "sign-in": {
    path: "/sign-in/",
    before: () => undefined,
    act: (page) => page.getByRole("textbox").first().waitFor(),
  },
  "signed-in": {
    path: "/sign-in/",
    before: (house) => {
      house.inside = ines.id;
    },
    act: (page) => page.getByText("Lyon").waitFor(),
  },
  "set-up": {
    path: "/set-up/",
    before: (house) => {
      house.accounts = [];
    },
    act: async (page) => {
      await page.getByRole("textbox").first().waitFor();
      await page.getByRole("button", { name: /Make the account|Créer le compte/ }).click();
    },
  },
  people: {
    path: "/people/",
    before: (house) => {
      house.inside = ada.id;
    },
    act: (page) => page.getByRole("button", { name: /(Edit|Modifier) Inès/ }).click(),
  },
};

describe.each(Object.entries(scenes))("the page “%s” is whole", (name, { path, before, act }) => {
  it.each(looks(Object.keys(scenes).indexOf(name), [320, 1280]))(
    "in $lang, $theme, at $width px",
    async ({ lang, theme, width }) => {
      const context = await browser.newContext({
        locale: lang === "fr" ? "fr-FR" : "en-GB", colorScheme: theme,
        viewport: { width, height: 900 }, reducedMotion: "reduce", timezoneId: "Europe/Paris",
      });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      const seen = watchPage(page, origin);
      const house = new HouseServer();
      before(house);
      await house.serve(page, origin);
      await page.goto(`${origin}${path}`);
      await act(page);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({
        path: photograph(`house-${name}-${lang}-${theme}-${width}`), fullPage: true,
      });
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0);
      expect(await violations(page)).toEqual([]);
      await context.close();
      // What Chromium itself writes about an answer that is a refusal.
      expect(seen.errors.filter((error) => !/status of 4\d\d/.test(error))).toEqual([]);
      expect(seen.left).toEqual([]);
    },
  );
});
