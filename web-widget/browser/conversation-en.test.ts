import { afterAll, afterEach, beforeAll, expect, inject, it } from "vitest";
import { hello } from "./greeting.ts";
import { Agent, Customer } from "./people.ts";
import { barriers, picture, Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set(inject("origin"));
});
afterEach(() => stage.clear());
afterAll(() => stage.strike());

it("an English conversation is coached from its first word to its last", async () => {
  const seat = { locale: "en-GB", theme: "dark" } as const;
  const [shop, desk] = [await stage.open("/demo/customer", seat), await stage.open("/demo/desk", seat)];
  const customer = new Customer(shop.page);
  const agent = new Agent(desk.page);

  await customer.enter("Daniel", "en");
  await customer.says("Hi, my order still isn’t here and nobody answers. I’m really frustrated!");
  await agent.opens("Daniel");
  await agent.reads("frustrated");

  await agent.sees("Greet the customer", "pending");
  const left = await agent.secondsLeft("First reply");
  await expect.poll(() => agent.secondsLeft("First reply")).toBeLessThan(left);
  await agent.hint.getByRole("heading", { name: "Apologize first, then explain" }).waitFor();
  expect(await barriers(desk.page)).toEqual([]);
  await picture(desk.page, "conversation-en-hint");

  // From the keyboard alone: the phrase is inserted, read over and sent.
  await agent.field.fill(`${hello()} Daniel, this is Inès. How can I help you? `);
  await agent.field.press("Alt+i");
  await expect.poll(() => agent.field.inputValue()).toMatch(/help you\? My apologies .+together\.$/u);
  await desk.page.getByText(/Sending will tick/u).waitFor();
  await agent.sends();
  await customer.reads("My apologies");
  for (const said of ["Greet the customer", "Offer help at the start", "Apologize"]) {
    await agent.sees(said, "done");
  }
  await agent.hint.waitFor({ state: "detached" });

  // A point that is not right can be contested, and stays where it is.
  await agent.item("Apologize").getByRole("button").first().click();
  await agent.item("Apologize").getByRole("button", { name: "Not right?" }).click();
  await agent.item("Apologize").getByRole("textbox").fill("I’d said it on the phone already.");
  await agent.item("Apologize").getByRole("button", { name: "Send" }).click();
  await agent.sees("Apologize", "contested");
  await desk.page.reload();
  await agent.opens("Daniel");
  await agent.sees("Apologize", "contested");
  await agent.item("Apologize").getByRole("button").first().click();
  await agent.item("Apologize").getByText("I’d said it on the phone already.").waitFor();

  await customer.says("It’s order 77120. I’d like it sent again, please.");
  await agent.reads("77120");
  await agent.says("Noted, Daniel. Please give me two minutes, I’m checking.");
  await agent.sees("Say how long the wait will be", "done");
  await agent.sees("Use the customer’s name", "done");
  await agent.clock("Announced wait").waitFor();

  // The draft is read before the customer reads it, and mended with one press, article and all.
  await agent.field.fill("I’m getting you an RMA today.");
  await desk.page.locator("sf-composer mark", { hasText: "an RMA" }).waitFor();
  await picture(desk.page, "conversation-en-draft");
  await desk.page.getByRole("button", { name: /^Replace/u }).click();
  await expect.poll(() => agent.field.inputValue()).toBe("I’m getting you a return number today.");
  await desk.page.locator("sf-composer mark").waitFor({ state: "detached" });

  await agent.says("Thanks for waiting. You will receive a new parcel. We will call you by noon tomorrow.");
  await agent.sees("Say what happens next", "done");
  await agent.clock("Announced wait").waitFor({ state: "detached", timeout: 20_000 });

  // What was promised stays in sight, with its words, until it is said to be kept.
  await agent.keeps(/^Promised: by .+12:00\sPM/u, "by noon tomorrow", /^Kept, Promised/u);
  await agent.promise.getByText(/^kept at/u).waitFor();
  expect(await barriers(desk.page)).toEqual([]);
  await picture(desk.page, "conversation-en-promise");

  await customer.says("Great, thanks so much for your help!");
  await agent.reads("Great, thanks");
  await agent.says("You’re welcome. Is there anything else I can do for you?");
  await agent.sees("Ask if there’s anything else", "done");
  await customer.says("No, that’s all. Goodbye!");
  await agent.reads("Goodbye");
  await agent.says("Thank you for getting in touch, goodbye!");
  await agent.sees("Thank the customer", "done");
  await picture(desk.page, "conversation-en-close");

  await desk.page.getByRole("button", { name: "End", exact: true }).click();
  await customer.page.getByText("The conversation has ended.").waitFor();
  await customer.page.getByRole("button", { name: "New conversation" }).click();
  await customer.page.getByRole("textbox", { name: "Your first name" }).waitFor();
});

it("a scene plays the customer, and anybody can take over", async () => {
  const { page } = await stage.open("/", { locale: "en-GB" });
  await page.getByRole("link", { name: "Play the scene" }).click();
  const agent = new Agent(page);
  await agent.reads("my order still isn’t here");
  await picture(page, "scene-en-desk");
  await agent.says(`${hello()} Daniel, this is Inès. How can I help you?`);
  await agent.reads("order 77120");
  await page.getByRole("link", { name: "Play the customer" }).click();
  const customer = new Customer(page);
  await customer.reads("How can I help you?");
  await customer.says("Actually, a refund will do.");
  await picture(page, "scene-en-customer");
  await page.getByRole("link", { name: "Play the agent" }).click();
  await agent.reads("a refund will do");
});
