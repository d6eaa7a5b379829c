import { afterAll, afterEach, beforeAll, expect, inject, it } from "vitest";
import { Agent, Customer } from "./people.ts";
import { barriers, picture, sideways, Stage } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set(inject("origin"));
});
// What the last step of the first test tries is refused aloud.
afterEach(() => stage.clear(/'TrustedHTML' assignment/u));
afterAll(() => stage.strike());

const script = `<script>window.hurt=1</script><img src=x onerror="window.hurt=1">`;
const texts = [
  `${script} {{7*7}} \${7*7} <b>gras</b> &amp; &lt;`,
  "مرحبا، أين طلبي؟ <i>‮abc‬</i>",
  "👩‍👩‍👧‍👦 🇫🇷 e\u0301 \u0000\u0007 𝒮𝑜𝓊𝒻𝒻𝓁𝑒𝓊𝓇",
  "a".repeat(4_000),
  "ligne\n\n\n   indentée\tfin",
];

it("whatever a customer types is shown as text, and hurts nothing", async () => {
  const shop = await stage.open("/demo/customer", { width: 320, height: 720 });
  const desk = await stage.open("/demo/desk", { width: 320, height: 720 });
  const customer = new Customer(shop.page);
  const agent = new Agent(desk.page);
  const name = `<u>Zoé</u> 🌿 ${script}`.slice(0, 60);
  await customer.enter(name, "fr");
  for (const text of texts) {
    await customer.writes(text);
    await expect.poll(() => customer.log.locator("li.waiting").count()).toBe(0);
  }
  await agent.opens("<u>Zoé</u> 🌿");
  await expect.poll(() => agent.log.locator(".bubble").count()).toBe(texts.length);
  const shown = await agent.log.locator(".bubble").allTextContents();
  expect(shown.map(plain)).toEqual(texts.map(plain));
  for (const page of [shop.page, desk.page]) {
    expect(await page.evaluate(() => "hurt" in window)).toBe(false);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
  }
  await picture(desk.page, "hostile-text-320");

  // The agent's own draft and answer are no different.
  await agent.field.fill(script);
  await expect.poll(() => desk.page.locator("sf-composer .mirror").textContent()).toContain(script);
  await agent.sends();
  await customer.log.locator("li.other .bubble", { hasText: "<script>" }).waitFor();
  expect(await shop.page.evaluate(() => "hurt" in window)).toBe(false);

  await desk.page.getByRole("button", { name: /^Souffleur\b/u }).click();
  await agent.sidebar.getByText("<u>Zoé</u>").first().waitFor();
  expect(await sideways(desk.page)).toBeLessThanOrEqual(0);
  expect(await barriers(desk.page)).toEqual([]);
  await picture(desk.page, "hostile-name-320");

  // Were a mistake to hand such a text over as markup, the browser itself would refuse it.
  for (const page of [shop.page, desk.page]) {
    const refused = await page.evaluate((text) => {
      try {
        // eslint-disable-next-line no-restricted-properties -- to see it refused
        document.createElement("div").innerHTML = text;
        return "done";
      } catch (error) {
        return (error as Error).name;
      }
    }, script);
    expect(refused).toBe("TypeError");
  }
});

it("a message longer than the contract allows is held back with the reason", async () => {
  const { page } = await stage.open("/demo/customer");
  const customer = new Customer(page);
  await customer.enter("Basile", "fr");
  await customer.writes("é".repeat(16_385));
  await page.getByRole("alert").getByText(/16.384 caractères/u).waitFor();
  expect(await customer.log.locator(".bubble").count()).toBe(0);
});

/** As fields hand it over: no control characters, one kind of line end. */
function plain(text: string): string {
  return text.replace(/[\u0000-\u0008\u000e-\u001f]/gu, "").trim();
}
