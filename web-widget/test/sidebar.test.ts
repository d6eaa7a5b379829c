import type { Locator, Page } from "playwright-core";
import { beforeEach, describe, expect, inject, it } from "vitest";
import type { SouffleurSidebar } from "../src/souffleur-sidebar.ts";
import { shownAtLeast, undoFor } from "../src/state/prompter.ts";
import { violations } from "./axe.ts";
import { photograph } from "./browser.ts";
import type { DeskServer } from "./desk-server.ts";
import { hostPage } from "./host-page.ts";

const origin = inject("pages");
const host = hostPage();
let page: Page;
let server: DeskServer;
let sidebar: Locator;
let answer: Locator;

beforeEach(() => {
  ({ page, server, sidebar } = host);
  answer = page.getByRole("textbox", { name: "Answer" });
});

const phrase = "Bonjour Camille, comment puis-je vous aider\u202f?";
const button = (name: string) => sidebar.getByRole("button", { name });

async function prompted(): Promise<void> {
  server.snapshot({ items: [server.item("greet", "at_risk", "Saluer Camille")] });
  server.update(server.hint("h1", "Saluez Camille", "prompt", [phrase, "Bonjour\u202f!"]));
  await sidebar.getByRole("heading", { name: "Saluez Camille" }).waitFor();
}

describe("the sidebar in a host's page", () => {
  it("gives axe nothing to say", async () => {
    await prompted();
    await page.waitForFunction(() => document.getAnimations().length === 0);
    expect(await violations(page)).toEqual([]);
  });

  it("shows the customer, the list and the hint, and says so politely", async () => {
    await prompted();
    await sidebar.getByRole("complementary", { name: "Souffleur, Camille Durand" }).waitFor();
    await sidebar.getByRole("button", { name: "Saluer Camille , à faire maintenant" }).waitFor();
    await sidebar
      .getByRole("status")
      .filter({ hasText: "C’est le moment\u00a0: saluez Camille. Alt I pour insérer." })
      .waitFor();
    await page.screenshot({ path: photograph("host-page") });
  });

  it("inserts at the caret, with the spaces it needs, and the field can undo it", async () => {
    await prompted();
    await answer.fill("Merci. À vous");
    await answer.evaluate((field: HTMLTextAreaElement) => { field.setSelectionRange(6, 6); });
    await button("Insérer").click();
    expect(await answer.inputValue()).toBe(`Merci. ${phrase} À vous`);
    expect(await server.heard("hint.used")).toMatchObject({ conversation: "c", hint: "h1" });
    await sidebar.getByText("Inséré, à relire").waitFor();
    const caret = await answer.evaluate((field: HTMLTextAreaElement) => field.selectionStart);
    expect(caret).toBe(`Merci. ${phrase}`.length);
    await page.keyboard.press("Control+z");
    expect(await answer.inputValue()).toBe("Merci. À vous");
    await sidebar.getByText("C’est le moment").waitFor();
  });

  it("inserts with Alt I from the answer, but not with AltGr", async () => {
    await prompted();
    await answer.focus();
    await page.keyboard.press("Control+Alt+KeyI");
    expect(await answer.inputValue()).toBe("");
    await page.keyboard.press("Alt+KeyN");
    await page.keyboard.press("Alt+KeyI");
    expect(await answer.inputValue()).toBe("Bonjour\u202f!");
  });

  it("waits with a new prompt while the agent types, and comes once they pause", async () => {
    server.snapshot({ items: [server.item("greet", "pending", "Saluer Camille")] });
    await button("Saluer Camille").waitFor();
    await answer.focus();
    await page.keyboard.type("B");
    server.update(server.hint("h1", "Saluez Camille", "prompt", [phrase]));
    await page.keyboard.type("on", { delay: 300 });
    expect(await sidebar.getByRole("heading", { name: "Saluez Camille" }).count()).toBe(0);
    await sidebar.getByRole("heading", { name: "Saluez Camille" }).waitFor();
  });

  it("hides a hint, gives it back, and tells the server only when the way back is over", async () => {
    await page.clock.install();
    await prompted();
    await button("Masquer").click();
    await sidebar.getByText("Suggestion masquée").waitFor();
    await button("Annuler").click();
    await sidebar.getByRole("heading", { name: "Saluez Camille" }).waitFor();
    expect(server.said.some((f) => f["type"] === "hint.dismissed")).toBe(false);
    await button("Masquer").click();
    await page.mouse.move(5, 5);
    await page.clock.fastForward(undoFor);
    expect(await server.heard("hint.dismissed")).toMatchObject({ hint: "h1" });
  });

  it("takes “not right” with a reason", async () => {
    await page.clock.install();
    await prompted();
    await button("Pas juste").click();
    await sidebar.getByRole("button", { name: "hors sujet" }).click();
    await sidebar.getByText("C’est noté, merci").waitFor();
    await page.mouse.move(5, 5);
    await page.clock.fastForward(undoFor);
    expect(await server.heard("hint.wrong")).toMatchObject({ hint: "h1", comment: "off_topic" });
  });

  it("says why now with the very words, and shows markup of a customer as text", async () => {
    await prompted();
    await button("Pourquoi maintenant").click();
    expect(await server.heard("message.asked")).toMatchObject({ message: "m1" });
    const text = "Bonjour <img src=x onerror=alert(1)><script>alert(1)</script>";
    server.send({
      type: "message.shown", conversation: "c", message: "m1", author: "customer",
      at: server.iso(), text,
    });
    await sidebar.getByText("<img src=x").waitFor();
    expect(await sidebar.locator("mark").textContent()).toBe("Bonjour");
    expect(await sidebar.locator("img, script").count()).toBe(0);
  });

  it("says that a text isn’t kept, with who wrote it and when", async () => {
    await prompted();
    await button("Pourquoi maintenant").click();
    await server.heard("message.asked");
    server.send({
      type: "message.shown", conversation: "c", message: "m1", author: "customer",
      at: server.iso(), text: "", forgotten: true,
    });
    await sidebar.getByText("Le texte de ce message n’est pas conservé.").waitFor();
    expect(await sidebar.locator("blockquote").count()).toBe(0);
    expect(await sidebar.getByRole("button", { name: "Montrer ce message" }).count()).toBe(1);
  });

  it("contests an item and keeps the agent's words in sight", async () => {
    server.snapshot({ items: [server.item("offer", "missed", "Offrir son aide")] });
    await button("Offrir son aide").click();
    await button("Ce n’est pas juste").click();
    await sidebar.getByRole("textbox").fill("C’est le robot qui l’a proposée.");
    await button("Envoyer").click();
    expect(await server.heard("item.contested")).toMatchObject({
      item: "offer", comment: "C’est le robot qui l’a proposée.",
    });
    await sidebar.getByText("Réponse sous 5").waitFor();
  });

  it("shows the points of a stage once it begins, even if they were folded away before", async () => {
    const items = [
      server.item("greet", "done", "Saluer Camille"),
      server.item("ahead", "pending", "Annoncer la suite", { stage: "solving" }),
    ];
    server.snapshot({ items });
    await button("Résoudre").click();
    await button("Annoncer la suite").waitFor();
    await button("Résoudre").click();
    await button("Annoncer la suite").waitFor({ state: "detached" });
    server.update({
      type: "cues", message: "m2", author: "agent", language: "fr", stage: "solving", cues: [],
    });
    await page.mouse.move(5, 5);
    await answer.focus();
    await button("Annoncer la suite").waitFor();
  });

  it("keeps what the agent said against an item, as the server has it", async () => {
    const contested = { at: server.iso(-60_000), comment: "C’est le robot qui l’a proposée." };
    const items = [
      server.item("offer", "missed", "Offrir son aide", { contested }),
      server.item("greet", "missed", "Saluer Camille", { contested: { at: server.iso(-60_000) } }),
    ];
    server.snapshot({ items });
    await button("Offrir son aide").click();
    await sidebar.getByText("C’est le robot qui l’a proposée.").waitFor();
    await button("Offrir son aide").click();
    await button("Saluer Camille").click();
    await sidebar.getByText("Réponse sous 5").waitFor();
    expect(await sidebar.locator(".own").count()).toBe(0);
  });

  it("checks the draft, marks what it would tick and withholds its hint", async () => {
    await page.clock.install();
    await prompted();
    await answer.fill("Bonjour Camille, il faut que");
    const draft = await server.heard("draft");
    server.send({
      type: "draft.checked", conversation: "c", revision: draft["revision"],
      would: ["greet", "item-h1"],
      findings: [{
        cue: "negative-wording", start: 17, end: 28, severity: "nudge",
        text: "Dites ce qui est possible", replacements: ["vous pouvez"],
      }],
    });
    await sidebar.getByText("dans le brouillon").first().waitFor();
    await sidebar.getByText("Envoyer cochera «\u00a0Saluer Camille\u00a0»").waitFor();
    await page.clock.fastForward(shownAtLeast);
    await sidebar.getByRole("heading", { name: "Saluez Camille" }).waitFor({ state: "detached" });
    await button("Remplacer").click();
    expect(await answer.inputValue()).toBe("Bonjour Camille, vous pouvez");
  });

  it("shows what a second check of the same draft adds", async () => {
    await prompted();
    await answer.fill("Je vous envoi le colis");
    const draft = await server.heard("draft");
    const checked = {
      type: "draft.checked", conversation: "c", revision: draft["revision"], would: [], findings: [],
    };
    server.send(checked);
    server.send({
      ...checked,
      findings: [{
        cue: "spelling", start: 8, end: 13, severity: "nudge",
        text: "Orthographe ou accord à vérifier", replacements: ["envoie", "envois"],
      }],
    });
    await button("Remplacer envoi par envois").waitFor();

    // What stands still as it was is not taken away by the first answer to a longer draft.
    await answer.fill("Je vous envoi le colis demain");
    const longer = await server.heard("draft", (said) => said["text"] === "Je vous envoi le colis demain");
    server.send({ ...checked, revision: longer["revision"], findings: [] });
    await button("Remplacer, envoi").click();
    expect(await answer.inputValue()).toBe("Je vous envoie le colis demain");
  });

  it("says politely what is more than wording, and why the house holds the draft back", async () => {
    await prompted();
    await answer.fill("Votre carte 4970 1234 5678 1123 suffit");
    const draft = await server.heard("draft");
    const found = {
      cue: "personal-data", start: 12, end: 31, severity: "urgent", text: "Pas de numéro de carte ici",
      replacements: ["4970 •••• •••• 1123"], item: "personal-data", blocks: true,
    };
    const checked = { type: "draft.checked", conversation: "c", would: [], findings: [found] };
    server.send({ ...checked, revision: draft["revision"] });
    await sidebar.getByText("À corriger avant l’envoi\u00a0: pas de numéro de carte ici").waitFor();
    await sidebar
      .getByRole("status")
      .filter({ hasText: "À relire, «\u00a04970 1234 5678 1123\u00a0»\u00a0: pas de numéro de carte ici." })
      .waitFor();
    expect(await sidebar.evaluate((element) => (element as SouffleurSidebar).blocked)).toBe(found.text);
    expect(await violations(page)).toEqual([]);

    // What is typed before the words moves the finding along, so that it is cured where it stands.
    await answer.evaluate((field: HTMLTextAreaElement) => { field.setSelectionRange(0, 0); });
    await page.keyboard.type("Oui. ");
    await button("Masquer, 4970 1234 5678 1123").click();
    expect(await answer.inputValue()).toBe("Oui. Votre carte 4970 •••• •••• 1123 suffit");
    expect(await sidebar.evaluate((element) => (element as SouffleurSidebar).blocked)).toBeUndefined();
  });

  it("does not come back to words the agent left as they are", async () => {
    await prompted();
    const found = {
      cue: "jargon", severity: "nudge", text: "Dites-le plus simplement", replacements: ["ordre"],
      start: 0, end: 3,
    };
    const checked = { type: "draft.checked", conversation: "c", would: [], findings: [found] };
    await answer.fill("RMA reçu");
    server.send({ ...checked, revision: (await server.heard("draft"))["revision"] });
    await button("Laisser tel quel, RMA").click();
    server.said.length = 0;
    await answer.fill("RMA reçu hier");
    server.send({ ...checked, revision: (await server.heard("draft"))["revision"], would: ["greet"] });
    await sidebar.getByText("Envoyer cochera «\u00a0Saluer Camille\u00a0»").waitFor();
    expect(await button("Laisser tel quel, RMA").count()).toBe(0);
  });

  it("folded, shows nothing, tells the host what there is to say, and is still heard", async () => {
    await page.evaluate(() => {
      const folded = document.querySelector("souffleur-sidebar") as HTMLElement;
      folded.setAttribute("folded", "");
      folded.addEventListener("souffleur:hints", (event) => {
        const { prominent } = event.detail;
        document.title = prominent === undefined ? "" : `${prominent.severity} ${prominent.title}`;
      });
    });
    server.snapshot({ items: [server.item("greet", "at_risk", "Saluer Camille")] });
    server.update(server.hint("h1", "Saluez Camille", "prompt", [phrase]));
    await page.waitForFunction(() => document.title === "prompt Saluez Camille");
    await sidebar.getByRole("status").filter({ hasText: "saluez Camille" }).waitFor();
    expect(await sidebar.getByRole("button").count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await answer.focus();
    await page.keyboard.press("Alt+KeyI");
    expect(await answer.inputValue()).toBe(phrase);
    await page.waitForFunction(() => document.title === "");
  });

  it("gives the focus a place to stay when a focused hint is withdrawn", async () => {
    await prompted();
    await button("Pas juste").focus();
    server.update({ type: "hint.withdrawn", hint: "h1", reason: "dismissed" });
    await sidebar.getByRole("heading", { name: "Saluez Camille" }).waitFor({ state: "detached" });
    const focused = await page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at?.id;
    });
    expect(focused).toBe("hints");
  });

  it("alerts once to a breach", async () => {
    server.snapshot({});
    const timer = {
      type: "timer", timer: "reply", title: "Réponse attendue", deadline: server.iso(-1_000),
      started: server.iso(-60_000), atRisk: server.iso(-20_000), norms: ["B14"],
    };
    server.update({ ...timer, state: "breached" });
    await sidebar
      .getByRole("alert")
      .filter({ hasText: "Délai dépassé\u00a0: réponse attendue." })
      .waitFor();
    await sidebar.getByRole("timer", { name: "Réponse attendue\u00a0: dépassé de" }).waitFor();
  });

  it("comes back after a lost connection, asking for what it missed", async () => {
    await prompted();
    server.said.length = 0;
    await server.lose();
    expect(await server.heard("watch")).toMatchObject({ conversation: "c", epoch: "e", seq: 11 });
    server.send({ type: "resumed", conversation: "c", epoch: "e", seq: 11 });
    server.update(server.item("greet", "done", "Saluer Camille", { seq: 12 }));
    await sidebar.getByRole("button", { name: "Saluer Camille , fait" }).waitFor();
  });

  it("follows the same contract in a frame of its own, whichever page is there first", async () => {
    await page.route(`${origin}/framed`, (r) =>
      r.fulfill({
        contentType: "text/html",
        body: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Framed</title>
          <textarea aria-label="Answer"></textarea>
          <souffleur-frame ticket-url="/ticket" conversation="c"></souffleur-frame>
          <script src="/souffleur-embed.js"></script><script src="/framed.js"></script>`,
      }));
    await page.route(`${origin}/framed.js`, (r) =>
      r.fulfill({
        contentType: "text/javascript",
        body: `document.querySelector("souffleur-frame")
          .attachComposer(document.querySelector("textarea"));`,
      }));
    server.said.length = 0;
    server.said.length = 0;
    await page.goto(`${origin}/framed`);
    await server.heard("watch");
    server.snapshot({ items: [server.item("greet", "at_risk", "Saluer Camille")] });
    server.update(server.hint("h1", "Saluez Camille", "prompt", [phrase]));
    const frame = page.frameLocator("iframe");
    await frame.getByRole("heading", { name: "Saluez Camille" }).waitFor();
    await answer.focus();
    await page.keyboard.press("Alt+KeyI");
    await frame.getByText("Inséré, à relire").waitFor();
    expect(await answer.inputValue()).toBe(phrase);
    const before = server.said.length;
    await page.evaluate(() => {
      const other = document.createElement("iframe");
      document.body.append(other);
      const says = { type: "event", souffleur: "1", name: "souffleur:insert", detail: { text: "X" } };
      (other.contentWindow as Window & { eval(code: string): void }).eval(
        `parent.postMessage(${JSON.stringify(says)}, "*")`,
      );
    });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    expect(await answer.inputValue()).toBe(phrase);
    expect(server.said.length).toBeGreaterThanOrEqual(before);
  });

  it("keeps the agent's choice of language and theme", async () => {
    server.snapshot({ items: [server.item("greet", "pending", "Saluer Camille")] });
    await button("Menu").click();
    await sidebar.getByRole("radio", { name: "English" }).check();
    await sidebar.getByText("1 to do").waitFor({ state: "detached" });
    await sidebar.getByRole("radio", { name: "Dark" }).check();
    expect(await sidebar.getAttribute("theme")).toBe("dark");
    await page.reload();
    await sidebar.getByText("Live").waitFor();
    expect(await sidebar.getAttribute("theme")).toBe("dark");
  });
});
