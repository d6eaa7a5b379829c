import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds on a page, rule by rule; brought in past the page's policy, which stays in force. */
export async function violations(page: Page, options: RunOptions = {}): Promise<object[]> {
  await page.evaluate(source);
  return page.evaluate(async (given) => {
    const { axe } = window as unknown as { axe: { run(o: RunOptions): Promise<AxeResults> } };
    const results = await axe.run(given);
    return results.violations.map((v) => ({
      rule: v.id,
      nodes: v.nodes.slice(0, 4).map((n) => `${n.target.join(" ")} ${n.any[0]?.message ?? ""}`),
    }));
  }, options);
}
