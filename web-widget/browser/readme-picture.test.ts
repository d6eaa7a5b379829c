import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bonjour } from "./greeting.ts";
import { Agent, Customer } from "./people.ts";
import { Program } from "./program.ts";
import { picture, Stage } from "./stage.ts";

const docs = `${import.meta.dirname}/../../docs/images`;

let program: Program;
let stage: Stage;
beforeAll(async () => {
  program = await Program.start();
  stage = await Stage.set(program.origin);
});
afterAll(async () => {
  await stage.strike();
  await program.stop();
});

it("the desk in the middle of a day’s work, as the README shows it", async () => {
  const desk = await stage.open("/demo/desk");
  const agent = new Agent(desk.page);
  const others = [
    ["Paul", "fr", "Merci, c’est parfait.", "Avec plaisir, Paul. Bonne journée !"],
    ["Jonas", "en", "Hi, is the blue tea set in stock?", "Hello Jonas, I’m checking the stock."],
    ["Nadia", "fr", "Bonjour, ma commande devait arriver hier…", undefined],
  ] as const;
  for (const [name, language, said, answer] of others) {
    const shop = await stage.open("/demo/customer");
    const customer = new Customer(shop.page);
    await customer.enter(name, language);
    await customer.says(said);
    await agent.opens(name);
    if (answer !== undefined) await agent.says(answer);
  }
  await stage.open("/demo/desk?scene=fr");
  await agent.opens("Camille Durand");
  await agent.says(`${bonjour()} Camille, je suis Inès, de Maison Aubépine. Comment puis-je vous aider ?`);
  await agent.reads("C’est la commande 48213.");
  await agent.hint.getByRole("heading", { name: "Des excuses avant d’expliquer" }).waitFor();
  await agent.field.fill(
    "Je comprends. Pour l’échange, notre SAV prépare un numéro RMA, et vous recevrez une cafetière neuve avant vendredi.",
  );
  await desk.page.locator("sf-composer mark").nth(1).waitFor();
  await agent.hint.waitFor();
  await desk.page.mouse.move(0, 0);
  await picture(desk.page, "desk");
  if (process.env["UPDATE_README_PICTURE"] === "1") {
    mkdirSync(docs, { recursive: true });
    await desk.page.screenshot({ path: `${docs}/desk.png`, caret: "hide" });
  }
  expect(await desk.page.locator("sf-room-list button").count()).toBe(4);
  await stage.clear();
});
