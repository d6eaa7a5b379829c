import type { Locator, Page } from "playwright-core";
import { beforeEach, describe, expect, inject, it } from "vitest";
import { Seat } from "./seat.ts";

const seat = Seat.forFile({ viewport: { width: 1280, height: 720 } });
let page: Page;

beforeEach(async () => {
  page = await seat.page();
  await page.goto(`${inject("pages")}/states/?lang=fr&theme=light`);
  await page.evaluate(() => document.fonts.ready);
});

/** The answer field under a caption of the page of states. */
function composer(caption: string): Locator {
  return page.locator("figure", { hasText: caption }).locator("sf-composer");
}

const field = (of: Locator) => of.getByRole("textbox");

describe("the answer field", () => {
  it("puts a replacement in with one press, at its place, and its own undo takes it out", async () => {
    const wording = composer("Formulations");
    const before = await field(wording).inputValue();
    await wording.getByRole("button", { name: /^Remplacer(?!.* par )/u }).click();
    const after = before.replace("vous devez", "vous pouvez");
    expect(await field(wording).inputValue()).toBe(after);
    expect(await field(wording).evaluate((f: HTMLTextAreaElement) => f.selectionStart)).toBe(
      after.indexOf("vous pouvez") + "vous pouvez".length,
    );
    await page.keyboard.press("Control+z");
    expect(await field(wording).inputValue()).toBe(before);
  });

  it("takes words out together with a space", async () => {
    const wording = composer("Formulations");
    await wording.getByRole("button", { name: "Retirer" }).click();
    expect(await field(wording).inputValue()).not.toContain("  ");
    expect(await field(wording).inputValue()).not.toContain("sans aucun problème");
  });

  it("shows two findings, the most serious first, and how many there are besides", async () => {
    const all = composer("Brouillon");
    const cues = await all
      .locator(".finding")
      .evaluateAll((findings) => findings.map((finding) => finding.getAttribute("data-cue")));
    expect(cues).toEqual(["personal-data", "next-step"]);
    await all.getByText("et 2 autres").waitFor();
  });

  it("underlines the very words, in the same place and size as they are typed", async () => {
    const places = await composer("Formulations").evaluate((element) => {
      const root = element.shadowRoot ?? element;
      const [mirror, typed] = [".mirror", "textarea"].map((name) => {
        const part = root.querySelector(name) ?? element;
        const box = part.getBoundingClientRect();
        const { font, letterSpacing, whiteSpace, paddingLeft } = getComputedStyle(part);
        return { font, letterSpacing, whiteSpace, paddingLeft, x: box.x, y: box.y, width: box.width };
      });
      const marks = [...root.querySelectorAll("mark")].map((mark) => mark.textContent);
      return { mirror, typed, marks };
    });
    expect(places.mirror).toEqual(places.typed);
    expect(places.marks).toEqual(["vous devez", "sans aucun problème"]);
  });

  it("never moves the caret or the text when findings come", async () => {
    const ticking = composer("Rien à redire");
    await field(ticking).evaluate((f: HTMLTextAreaElement) => {
      f.focus();
      f.setSelectionRange(3, 5);
    });
    await ticking.evaluate((element) => {
      (element as HTMLElement & { findings: unknown }).findings = [
        { cue: "jargon", start: 0, end: 5, severity: "nudge", text: "t", replacements: ["Bien"] },
      ];
    });
    await ticking.locator("mark", { hasText: "Merci" }).waitFor();
    const { value, at } = await field(ticking).evaluate((f: HTMLTextAreaElement) => ({
      value: f.value, at: [f.selectionStart, f.selectionEnd],
    }));
    expect(value).toBe("Merci, je regarde.");
    expect(at).toEqual([3, 5]);
    expect(await field(ticking).evaluate((f) => f.matches(":focus"))).toBe(true);
  });

  it("holds back what the house holds back, says why, and lets it go once it is mended", async () => {
    const held = composer("Retenu par la maison");
    const sent = await held.evaluateHandle((element) => {
      const texts: string[] = [];
      element.addEventListener("demo-send", (event) => texts.push((event as Event & { text: string }).text));
      return texts;
    });
    const send = held.getByRole("button", { name: "Envoyer" });
    expect(await send.getAttribute("aria-disabled")).toBe("true");
    await held.getByText("À corriger avant l’envoi\u00a0: Pas de numéro de carte ici").waitFor();
    await field(held).press("Enter");
    expect(await sent.jsonValue()).toEqual([]);
    expect(await held.getByRole("button", { name: "Ignorer" }).count()).toBe(0);
    await held.getByRole("button", { name: "Masquer" }).click();
    expect(await field(held).inputValue()).toContain("4970 •••• •••• 1123");
    expect(await send.getAttribute("aria-disabled")).toBe("false");
    await field(held).press("Enter");
    expect(await sent.jsonValue()).toHaveLength(1);
  });

  it("tells of something missing without quoting, and offers no press that could not mend it", async () => {
    const missing = composer("Un manque, sans mots à citer");
    await missing.getByText("Des excuses avant d’expliquer").waitFor();
    expect(await missing.locator("mark").count()).toBe(0);
    expect(await missing.getByRole("button").count()).toBe(2);
  });

  it("is walked through with the keyboard, field first, then each finding", async () => {
    const wording = composer("Formulations");
    await field(wording).focus();
    const names: string[] = [];
    for (let i = 0; i < 6; i++) {
      await page.keyboard.press("Tab");
      names.push(
        await page.evaluate(() => {
          let at = document.activeElement;
          while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
          return (at?.getAttribute("aria-label") ?? at?.textContent ?? "").replace(/\s+/g, " ").trim();
        }),
      );
    }
    expect(names).toEqual([
      "Remplacer « vous devez » par il vous suffit de",
      "Remplacer « vous devez »", "Ignorer «\u00a0vous devez\u00a0»",
      "Retirer « sans aucun problème »", "Ignorer «\u00a0sans aucun problème\u00a0»", "Envoyer",
    ].map((name) => name.replaceAll(/\s+/g, " ")));
  });
});
