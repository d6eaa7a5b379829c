import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  chromium,
} from "playwright-core";

const known = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser to test in: `CHROME`, or one that is installed, or one installed now. */
function findChromium(): string {
  const named = process.env["CHROME"];
  if (named !== undefined && named !== "") {
    if (!existsSync(named)) throw new Error(`CHROME names ${named}, and there is no such file.`);
    return named;
  }
  const find = () => known.find((path) => existsSync(path));
  const found = find();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const apt = (...args: string[]) =>
      spawnSync("apt-get", ["-qq", ...args], {
        stdio: "inherit",
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
    apt("update");
    apt("install", "-y", "--no-install-recommends", "chromium");
  }
  const installed = find();
  if (installed !== undefined) return installed;
  throw new Error(
    "The page tests run in Chromium, and none was found. Install it (apt-get install chromium) " +
      "or set CHROME to the path of one, and run the build again.",
  );
}

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
