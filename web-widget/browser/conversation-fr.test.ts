import { afterAll, afterEach, beforeAll, expect, inject, it } from "vitest";
import { bonjour } from "./greeting.ts";
import { Agent, Customer } from "./people.ts";
import { barriers, picture, Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set(inject("origin"));
});
afterEach(() => stage.clear());
afterAll(() => stage.strike());

it("a French conversation is coached from its first word to its last", async () => {
  const [shop, desk] = [await stage.open("/demo/customer"), await stage.open("/demo/desk")];
  const customer = new Customer(shop.page);
  const agent = new Agent(desk.page);

  await customer.enter("Camille", "fr");
  await customer.says(
    "Bonjour, la cafetière reçue ce matin est fêlée. C’est la deuxième fois que je vous écris, je suis très déçue !",
  );
  await agent.opens("Camille");
  await agent.reads("fêlée");

  // The header never shows a time that stands still.
  await agent.sidebar.locator("sf-header", { hasText: "moins d’une minute" }).waitFor();

  // A clock runs, and the words to say are at hand.
  await agent.sees("Saluer", "pending");
  const left = await agent.secondsLeft("Première réponse");
  await expect.poll(() => agent.secondsLeft("Première réponse")).toBeLessThan(left);
  await agent.hint.getByRole("heading", { name: "Des excuses avant d’expliquer" }).waitFor();
  await agent.sees("Présenter des excuses", "at_risk");
  expect(await barriers(desk.page)).toEqual([]);
  await picture(desk.page, "conversation-fr-hint");

  // The phrase goes where the caret is; nothing is sent, and the draft says what it would do.
  await agent.field.fill(`${bonjour()} Camille, je suis Inès. Comment puis-je vous aider ?`);
  await agent.field.evaluate((field: HTMLTextAreaElement) => {
    const caret = field.value.indexOf(" Comment");
    field.setSelectionRange(caret, caret);
  });
  await agent.hint.getByRole("button", { name: "Insérer" }).click();
  await expect
    .poll(() => agent.field.inputValue())
    .toMatch(/je suis Inès\. Toutes mes excuses .+ Comment puis-je vous aider \?$/u);
  await desk.page.getByText(/Envoyer cochera/u).waitFor();
  await agent.sees("Présenter des excuses", "in_draft");
  expect(await customer.log.locator("li.other").count()).toBe(0);
  await customer.page.getByText("Inès écrit…").waitFor();

  await agent.sends();
  await customer.reads("Toutes mes excuses");
  for (const said of ["Saluer", "Offrir son aide à l’accueil", "Présenter des excuses"]) {
    await agent.sees(said, "done");
  }
  await agent.hint.waitFor({ state: "detached" });
  await agent.clock("Première réponse").waitFor({ state: "detached" });

  // A tick shows the words that earned it, and leads to the message.
  await agent.item("Présenter des excuses").getByRole("button").first().click();
  await agent.sidebar.locator("sf-evidence mark", { hasText: "excuses" }).waitFor();
  await agent.sidebar.locator("sf-evidence").getByRole("button").click();
  await agent.log.locator("li.marked .bubble", { hasText: "Toutes mes excuses" }).waitFor();

  // What was announced without its length is asked for; a hint can be hidden and brought back.
  await customer.says("Je préfère un échange, c’est la commande 48213.");
  await agent.reads("48213");
  await agent.says("Je vois. Un instant, je vérifie.");
  const wait = agent.hint.getByRole("heading", { name: "Dites combien de temps" });
  await wait.waitFor();
  await agent.hint.getByRole("button", { name: "Masquer" }).click();
  await wait.waitFor({ state: "detached" });
  await desk.page.getByRole("button", { name: "Annuler" }).click();
  await wait.waitFor();

  // Or called wrong.
  await agent.hint.getByRole("button", { name: /juste/iu }).click();
  await agent.hint.getByRole("button", { name: /hors sujet/iu }).click();
  await wait.waitFor({ state: "detached" });

  // The draft is read before the customer reads it; what is replaced can be taken back.
  await agent.field.fill("Notre SAV regarde cela.");
  await desk.page.locator("sf-composer mark", { hasText: "SAV" }).waitFor();
  await desk.page.getByRole("button", { name: /^Remplacer/u }).click();
  await expect.poll(() => agent.field.inputValue()).toBe("Notre service après-vente regarde cela.");
  await desk.page.locator("sf-composer mark").waitFor({ state: "detached" });
  await agent.field.press("Control+z");
  await expect.poll(() => agent.field.inputValue()).toBe("Notre SAV regarde cela.");

  await agent.says("Merci de patienter deux minutes, Camille, je regarde le stock.");
  await agent.sees("Annoncer la durée de l’attente", "done");
  await agent.sees("Employer son nom", "done");
  await agent.clock("Attente annoncée").waitFor();

  // A goodbye that comes too soon is told while it can still wait.
  await agent.field.fill("Au revoir et bonne journée !");
  await desk.page.locator(".finding", { hasText: "Demandez s’il reste une question" }).waitFor();
  await picture(desk.page, "conversation-fr-draft");
  await agent.field.fill("");
  await desk.page.locator(".finding").waitFor({ state: "detached" });

  await agent.says("C’est confirmé : vous allez recevoir demain une cafetière neuve.");
  await agent.sees("Annoncer la prochaine étape", "done");

  // What was promised stays in sight, with its words, until it is said to be kept.
  await agent.keeps(/^Promis\s: .+ au plus tard/u, "recevoir demain", /^Tenu, Promis/u);
  await agent.promise.getByText(/^tenu à/u).waitFor();
  await picture(desk.page, "conversation-fr-promise");

  await customer.says("Parfait, merci beaucoup pour votre aide !");
  await agent.reads("Parfait");
  await agent.says("Avec plaisir. Puis-je faire autre chose pour vous ?");
  await agent.sees("Demander s’il reste une question", "done");
  await customer.says("Non, c’est tout, au revoir !");
  await agent.reads("au revoir");
  await agent.says("Merci de votre confiance, et à bientôt.");
  await agent.sees("Remercier", "done");
  await picture(desk.page, "conversation-fr-close");

  await desk.page.getByRole("button", { name: "Terminer" }).click();
  await desk.page.getByText("Conversation terminée.").waitFor();
  await customer.page.getByText("La conversation est terminée.").waitFor();
  expect(await agent.field.count()).toBe(0);
  expect(await barriers(shop.page)).toEqual([]);
  await picture(shop.page, "conversation-fr-customer");
});
