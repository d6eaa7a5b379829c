import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const known = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const named = process.env["CHROME"] ?? "";
const installed = () => known.find((path) => existsSync(path));

/** The browser to test in: `CHROME`, or one that is installed. */
export function findChromium(): string {
  if (named !== "") {
    if (!existsSync(named)) throw new Error(`CHROME names ${named}, and there is no such file.`);
    return named;
  }
  const found = installed();
  if (found !== undefined) return found;
  throw new Error(
    "The page tests run in Chromium, and none was found. Install it (apt-get install chromium) " +
      "or set CHROME to the path of one, and run the build again.",
  );
}

/**
 * Installs one where there is none, as root on Debian or Ubuntu. Once, before all workers: two that
 * install at the same time lock each other out.
 */
export default function installChromium(): void {
  if (named !== "" || installed() !== undefined) return;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  const apt = (...args: string[]) =>
    spawnSync("apt-get", ["-qq", "-o", "DPkg::Lock::Timeout=120", ...args], {
      stdio: "inherit",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  apt("update");
  apt("install", "-y", "--no-install-recommends", "chromium");
}
