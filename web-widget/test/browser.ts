import { mkdirSync } from "node:fs";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  chromium,
} from "playwright-core";
import { findChromium } from "./chromium.ts";

const args = [
  "--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none", "--process-per-site",
];

/** Starts the browser, without a window. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args });
}

/** Starts the browser of somebody who has set it up, in the folder `profile`. */
export function startBrowserOf(
  profile: string,
  options: BrowserContextOptions,
): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    ...options, executablePath: findChromium(), args,
  });
}

/** Where photographs go: build output, never compared byte by byte. */
export function photograph(name: string): string {
  const folder = `${import.meta.dirname}/../target/screenshots`;
  mkdirSync(folder, { recursive: true });
  return `${folder}/${name}.png`;
}

/** Notes every request that leaves `origin`, and every error the page reports. */
export function watchPage(page: Page, origin: string): { left: string[]; errors: string[] } {
  const seen = { left: [] as string[], errors: [] as string[] };
  page.on("request", (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith("data:")) {
      seen.left.push(request.url());
    }
  });
  page.on("pageerror", (error) => seen.errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") seen.errors.push(message.text());
  });
  return seen;
}
