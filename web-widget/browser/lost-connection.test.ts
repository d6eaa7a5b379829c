import { afterAll, afterEach, beforeAll, expect, inject, it } from "vitest";
import { bonjour } from "./greeting.ts";
import { Line } from "./line.ts";
import { Agent, Customer } from "./people.ts";
import { Program } from "./program.ts";
import { picture, Stage } from "./stage.ts";

/** What a browser itself says of a line that is gone. */
const ofTheLine = /ERR_(CONNECTION|EMPTY|SOCKET|INTERNET|FAILED)|WebSocket connection/u;

let line: Line;
let direct: Stage;
let through: Stage;
beforeAll(async () => {
  const origin = inject("origin");
  line = await Line.lay(Number(new URL(origin).port));
  direct = await Stage.set(origin);
  through = await Stage.set(line.origin);
});
afterEach(async () => {
  await direct.clear(ofTheLine);
  await through.clear(ofTheLine);
});
afterAll(async () => {
  await direct.strike();
  await through.strike();
  await line.remove();
});

it("a desk whose line breaks says so, and goes on without a gap once it is back", async () => {
  const shop = await direct.open("/demo/customer");
  const desk = await through.open("/demo/desk");
  const customer = new Customer(shop.page);
  const agent = new Agent(desk.page);
  await customer.enter("Oriane", "fr");
  await customer.says("Bonjour, où est ma commande ?");
  await agent.opens("Oriane");
  await agent.reads("où est ma commande");
  await agent.sees("Saluer", "pending");
  await agent.sidebar.getByText("En direct").waitFor();

  await desk.page.clock.install();
  line.cut();
  await desk.page.getByText("Connexion au chat perdue.").waitFor();
  await desk.page.clock.fastForward(30_000);
  await agent.sidebar.getByText(/Ce que vous voyez date de/u).waitFor();
  await picture(desk.page, "stale-fr");
  await agent.field.fill(`${bonjour()} Oriane, je suis Inès. Comment puis-je vous aider ?`);
  await agent.sends();
  await agent.log.locator("li.waiting .bubble", { hasText: "je suis Inès" }).waitFor();
  await customer.says("Vous êtes là ?");
  await desk.page.clock.fastForward(40_000);
  await agent.sidebar.getByText("Souffleur est hors ligne.").waitFor();
  await picture(desk.page, "offline-fr");

  line.mend();
  await desk.page.clock.fastForward(30_000);
  await agent.reads("Vous êtes là ?");
  await customer.reads("je suis Inès");
  await agent.log.locator("li.waiting").waitFor({ state: "detached" });
  await agent.sidebar.getByText(/En direct|De nouveau en direct/u).waitFor();
  await agent.sees("Saluer", "done");
  expect(await agent.log.locator(".bubble", { hasText: "je suis Inès" }).count()).toBe(1);
  expect(await agent.log.locator(".bubble", { hasText: "Vous êtes là ?" }).count()).toBe(1);
});

it("a customer on a silent line loses no word and says none twice", async () => {
  const shop = await through.open("/demo/customer");
  const desk = await direct.open("/demo/desk");
  const customer = new Customer(shop.page);
  const agent = new Agent(desk.page);
  await customer.enter("Ysée", "fr");
  await customer.says("Bonjour !");
  await agent.opens("Ysée");

  await shop.page.clock.install();
  line.silence();
  await customer.writes("Mon colis est arrivé ouvert.");
  await customer.log.locator("li.waiting", { hasText: "colis" }).waitFor();
  await shop.page.clock.fastForward(6_000);
  await shop.page.getByText("Connexion au chat perdue.").waitFor();
  line.mend();
  await expect
    .poll(async () => {
      await shop.page.clock.fastForward(5_000);
      return customer.log.locator("li.waiting").count();
    })
    .toBe(0);
  await agent.reads("Mon colis est arrivé ouvert.");
  expect(await agent.log.locator(".bubble", { hasText: "colis" }).count()).toBe(1);
  expect(await customer.log.locator(".bubble", { hasText: "colis" }).count()).toBe(1);
});

it("a program killed in the middle goes on where it was", { timeout: 150_000 }, async () => {
  const before = await Program.start();
  const stage = await Stage.set(before.origin);
  try {
    const shop = await stage.open("/demo/customer");
    const desk = await stage.open("/demo/desk");
    const customer = new Customer(shop.page);
    const agent = new Agent(desk.page);
    await customer.enter("Camille", "fr");
    await customer.says("Bonjour, où est ma commande 48213 ?");
    await agent.opens("Camille");
    await agent.says(`${bonjour()} Camille, je suis Inès. Comment puis-je vous aider ?`);
    await agent.sees("Saluer", "done");

    await desk.page.clock.install();
    await before.kill();
    await shop.page.getByText("Connexion au chat perdue.").waitFor();
    await customer.writes("Vous êtes toujours là ?");
    const after = await Program.start(before);
    try {
      await desk.page.clock.fastForward(30_000);
      await agent.reads("Vous êtes toujours là ?");
      await agent.sidebar.getByText(/En direct|De nouveau en direct/u).waitFor();
      await agent.sees("Saluer", "done");
      await agent.clock("Réponse attendue").waitFor();
      await agent.says("Oui Camille. Merci de patienter deux minutes, je vérifie.");
      await agent.sees("Annoncer la durée de l’attente", "done");
      await customer.reads("Merci de patienter");
      expect(await customer.log.locator(".bubble").count()).toBe(4);
      expect(await agent.log.locator(".bubble").count()).toBe(4);
    } finally {
      await after.stop();
    }
    await stage.clear(ofTheLine);
  } finally {
    await before.kill();
    await stage.strike();
  }
});
