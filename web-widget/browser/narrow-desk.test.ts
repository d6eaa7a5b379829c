import { afterAll, afterEach, beforeAll, expect, inject, it } from "vitest";
import { Agent, Customer } from "./people.ts";
import { barriers, picture, sideways, Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set(inject("origin"));
});
afterEach(() => stage.clear());
afterAll(() => stage.strike());

const seats = [
  {
    language: "fr", theme: "light", customer: "Camille",
    complaint: "Ma commande est arrivée cassée, je suis très déçue !",
    tab: "Souffleur , C’est le moment", title: "Des excuses avant d’expliquer",
    said: "C’est le moment\u00a0: des excuses avant d’expliquer.",
  },
  {
    language: "en", theme: "dark", customer: "Daniel",
    complaint: "My order arrived broken, I’m really disappointed!",
    tab: "Souffleur , Now’s the moment", title: "Apologize first, then explain",
    said: "Now’s the moment: apologize first, then explain.",
  },
] as const;

it.each(seats)("a desk of 320 px shows on the chat that a hint has come ($language)", async (seat) => {
  const { language, theme } = seat;
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  const shop = await stage.open("/demo/customer", { locale });
  const desk = await stage.open("/demo/desk", { locale, theme, width: 320, height: 720 });
  const customer = new Customer(shop.page);
  const agent = new Agent(desk.page);
  await customer.enter(`${seat.customer} 320`, language);
  await customer.says(seat.complaint);
  await agent.opens(`${seat.customer} 320`);

  const tab = desk.page.getByRole("button", { name: seat.tab });
  await tab.waitFor();
  const line = desk.page.locator("sf-hint-line button", { hasText: seat.title });
  await line.waitFor();
  expect(await agent.hint.isVisible()).toBe(false);

  // It is said once, by the sidebar's own region, though the sidebar is folded.
  await desk.page.getByRole("status").filter({ hasText: seat.said }).waitFor();
  expect(await desk.page.locator("[role=status], [role=alert]").filter({ hasText: seat.title }).count())
    .toBe(1);
  expect(await barriers(desk.page)).toEqual([]);
  expect(await sideways(desk.page)).toBeLessThanOrEqual(0);
  await picture(desk.page, `narrow-hint-${language}`);

  // The sign leads to the hint, and is gone where the hint itself is in sight.
  await line.click();
  await agent.hint.getByRole("heading", { name: seat.title }).waitFor();
  await tab.waitFor({ state: "detached" });
  await picture(desk.page, `narrow-hint-open-${language}`);
  await desk.page.getByRole("button", { name: "Chat", exact: true }).click();
  await tab.waitFor();
});
