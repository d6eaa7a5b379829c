import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { barriers, picture, type Seat, sideways, Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set(inject("origin"));
});
afterEach(() => stage.clear());
afterAll(() => stage.strike());

const pages = {
  home: "/", customer: "/demo/customer", desk: "/demo/desk", nothing: "/nowhere/at/all",
} as const;
const seats: readonly Required<Pick<Seat, "locale" | "theme" | "width" | "height">>[] = [
  { locale: "fr-FR", theme: "light", width: 1440, height: 960 },
  { locale: "en-GB", theme: "dark", width: 1440, height: 960 },
  { locale: "en-GB", theme: "light", width: 820, height: 900 },
  { locale: "fr-FR", theme: "dark", width: 320, height: 720 },
  { locale: "en-GB", theme: "light", width: 320, height: 720 },
];

describe.each(Object.entries(pages))("the page “%s”", (name, path) => {
  it.each(seats)("is whole at $width px, $theme, for $locale", async (seat) => {
    const { page } = await stage.open(path, seat);
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(seat.locale.slice(0, 2));
    expect(await sideways(page)).toBeLessThanOrEqual(0);
    expect(await barriers(page)).toEqual([]);
    await picture(page, `${name}-${seat.width}-${seat.theme}-${seat.locale.slice(0, 2)}`);
    // A browser complains of the very answer that this page is.
    if (name === "nothing") await stage.clear(/status of 404/);
  });
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
