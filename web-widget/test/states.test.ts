import type { Page } from "playwright-core";
import { expect, inject, it } from "vitest";
import { violations } from "./axe.ts";
import { photograph, watchPage } from "./browser.ts";
import type { Look } from "./looks.ts";
import { Seat } from "./seat.ts";

const pages = inject("pages");
const seat = Seat.forFile({ timezoneId: "Europe/Paris" });

/** Opens the page of states and hands it on once its fonts are there. */
async function open(
  look: Partial<Look<280 | 320 | 380>>,
  media: Parameters<Page["emulateMedia"]>[0] = {},
  window = 1720,
): Promise<Page> {
  const page = await seat.page();
  await page.setViewportSize({ width: window, height: 1000 });
  await page.emulateMedia(media);
  const { lang = "fr", theme = "light", width = 380 } = look;
  await page.goto(`${pages}/states/?lang=${lang}&theme=${theme}&width=${width}`);
  await page.evaluate(() => document.fonts.ready);
  await page.locator("sf-sidebar").first().waitFor();
  return page;
}

it("the page of states asks nothing of other servers and reports no error", async () => {
  const page = await seat.page();
  const seen = watchPage(page, pages);
  await page.goto(`${pages}/states/`);
  await page.locator("sf-sidebar").first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  expect(seen).toEqual({ left: [], errors: [] });
  expect(
    await page.evaluate(() => [...document.fonts].filter((f) => f.status === "loaded").length),
  ).toBe(2);
});

/** Every pair of language, theme and width. */
const seen: readonly Look<280 | 320 | 380>[] = [
  { lang: "fr", theme: "light", width: 280 },
  { lang: "en", theme: "dark", width: 280 },
  { lang: "fr", theme: "dark", width: 320 },
  { lang: "en", theme: "light", width: 320 },
  { lang: "fr", theme: "light", width: 380 },
  { lang: "en", theme: "dark", width: 380 },
];

it.each(seen)(
  "every state in $lang, $theme, at $width px gives axe nothing to say",
  async ({ lang, theme, width }) => {
    const page = await open({ lang, theme, width });
    await page.waitForFunction(() => document.getAnimations().length === 0);
    // Here alone are several sidebars side by side; a host's page has one, and is tested so.
    const found = await violations(page, { rules: { "landmark-unique": { enabled: false } } });
    await page.screenshot({ path: photograph(`states-${lang}-${theme}-${width}`), fullPage: true });
    await page
      .locator(".panel")
      .first()
      .screenshot({ path: photograph(`sidebar-${lang}-${theme}-${width}`) });
    expect(found).toEqual([]);
  },
);

it.each([280, 320] as const)("nothing is cut and nothing scrolls sideways at %d px", async (width) => {
  for (const lang of ["fr", "en"] as const) {
    const page = await open({ lang, width }, {}, width);
    const wide = await page.evaluate((most) => {
      const out: string[] = [];
      const look = (root: Document | ShadowRoot) => {
        for (const element of root.querySelectorAll("*")) {
          if (element.shadowRoot) look(element.shadowRoot);
          const box = element.getBoundingClientRect();
          const style = getComputedStyle(element);
          if (box.width > 1 && box.right > most + 1 && style.clipPath === "none") {
            out.push(`${element.localName}.${element.className} ends at ${box.right}`);
          }
        }
      };
      look(document);
      return { out, scroll: document.documentElement.scrollWidth };
    }, width);
    expect(wide).toEqual({ out: [], scroll: width });
  }
});

it.each([
  { lang: "fr", width: 320 }, { lang: "en", width: 320 },
  { lang: "fr", width: 380 }, { lang: "en", width: 380 },
] as const)("the names of the stages keep apart in $lang at $width px", async ({ lang, width }) => {
  const page = await open({ lang, width });
  const gaps = await page.locator("sf-stages").first().evaluate((stages) => {
    const places = [...(stages.shadowRoot?.querySelectorAll(".label") ?? [])].map((label) => {
      const range = document.createRange();
      range.selectNodeContents(label);
      return range.getBoundingClientRect();
    });
    return places.slice(1).map(({ left }, i) => left - (places[i]?.right ?? 0));
  });
  expect(gaps).toHaveLength(3);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(14);
});

it("nothing moves for those who want no motion", async () => {
  const page = await open({}, { reducedMotion: "reduce" });
  const longest = await page.evaluate(() => {
    const times: number[] = [];
    const look = (root: Document | ShadowRoot) => {
      for (const element of root.querySelectorAll("*")) {
        if (element.shadowRoot) look(element.shadowRoot);
        for (const part of [undefined, "::before"]) {
          const style = getComputedStyle(element, part);
          const both = `${style.transitionDuration},${style.animationDuration}`;
          // Opacity alone may fade, for 80 ms.
          if (style.transitionProperty === "opacity") continue;
          times.push(...both.split(",").map((t) => parseFloat(t) * (t.includes("ms") ? 1 : 1000)));
        }
      }
    };
    look(document);
    return Math.max(...times);
  });
  expect(longest).toBeLessThanOrEqual(80);
});

it("every card has a border in forced colours", async () => {
  const page = await open({}, { forcedColors: "active" });
  const borders = await page
    .locator("sf-hint .card, sf-hidden-line p, sf-elsewhere p, sf-connection .strip")
    .evaluateAll((cards) => cards.map((card) => parseFloat(getComputedStyle(card).borderTopWidth)));
  await page.screenshot({ path: photograph("states-forced-colours"), fullPage: true });
  expect(borders.length).toBeGreaterThan(10);
  expect(Math.min(...borders)).toBeGreaterThanOrEqual(1);
});

it("the keyboard reaches everything, and the list is one stop with arrows inside", async () => {
  const page = await open({});
  const sidebar = page.locator("sf-sidebar").first();
  const focused = () =>
    page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return (element?.getAttribute("aria-label") ?? element?.textContent ?? "")
        .replace(/\s+/g, " ")
        .trim();
    });
  await sidebar.getByRole("button", { name: "Revenir à la réponse" }).focus();
  const order: string[] = [];
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press("Tab");
    order.push(await focused());
  }
  expect(order).toEqual([
    "Menu",
    expect.stringContaining("Promis") as string,
    expect.stringContaining("Pourquoi maintenant") as string,
    expect.stringContaining("Insérer") as string,
    "Autre formulation",
    "Pas juste",
    "Masquer",
    expect.stringContaining("Annoncez la prochaine étape") as string,
    expect.stringContaining("Demander la solution souhaitée") as string,
    "Ouvrir, Nadia Haddad",
    "Raccourcis",
    expect.anything() as string,
  ]);
  await sidebar.getByRole("button", { name: "Demander la solution souhaitée" }).focus();
  await page.keyboard.press("ArrowDown");
  expect(await focused()).toContain("Annoncer la prochaine étape");
  await page.keyboard.press("End");
  expect(await focused()).toContain("Conclure");
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  const item = sidebar.getByRole("button", { name: "Demander la solution souhaitée" });
  expect(await item.getAttribute("aria-expanded")).toBe("true");
  await page.keyboard.press("Escape");
  expect(await item.getAttribute("aria-expanded")).toBe("false");
  expect(await focused()).toContain("Demander la solution souhaitée");
});
