import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { looks } from "../test/looks.ts";
import { barriers, picture, sideways, Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set(inject("origin"));
});
afterEach(() => stage.clear());
afterAll(() => stage.strike());

const pages = {
  home: "/", customer: "/demo/customer", desk: "/demo/desk", nothing: "/nowhere/at/all",
} as const;

describe.each(Object.entries(pages))("the page “%s”", (name, path) => {
  it.each(looks(Object.keys(pages).indexOf(name), [1440, 820, 320]))(
    "is whole at $width px, $theme, in $lang",
    async ({ lang, theme, width }) => {
      const locale = lang === "fr" ? "fr-FR" : "en-GB";
      const { page } = await stage.open(path, { locale, theme, width, height: 900 });
      await page.getByRole("heading", { level: 1 }).waitFor();
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(lang);
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      expect(await barriers(page)).toEqual([]);
      await picture(page, `${name}-${width}-${theme}-${lang}`);
      // A browser complains of the very answer that this page is.
      if (name === "nothing") await stage.clear(/status of 404/);
    },
  );
});

it("a language and a theme chosen once are remembered", async () => {
  const { page } = await stage.open("/", { locale: "fr-FR" });
  await page.getByRole("combobox", { name: "Langue" }).selectOption("en");
  await page.getByRole("heading", { level: 1, name: "The line" }).waitFor();
  await page.getByRole("button", { name: "Switch to the dark theme" }).click();
  await page.goto("/demo/desk");
  await page.getByRole("button", { name: "Switch to the light theme" }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
});

it("the first page leads to the customer’s page, the desk and the scene", async () => {
  const { page } = await stage.open("/", { locale: "en-GB" });
  const doors = await page
    .getByRole("main")
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  expect(doors).toEqual(["/demo/customer/", "/demo/desk/", "/demo/desk/"]);
  for (const door of doors) expect((await page.request.get(door)).status()).toBe(200);
});

it("nobody chats without a name, and is told so", async () => {
  const { page } = await stage.open("/demo/customer", { locale: "fr-FR" });
  await page.getByRole("button", { name: "Commencer" }).click();
  await page.getByText("Indiquez un prénom").waitFor();
  expect(await page.getByRole("textbox").evaluate((field) => field.matches(":focus"))).toBe(true);
  expect(await barriers(page)).toEqual([]);
});
