/**
 * The steps of the build that Maven starts. Each is left out when nothing it reads has changed since
 * it last went well, so that building another module costs no time here; `mvn clean` forgets.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";

const [what, skip] = process.argv.slice(2);
const withTests = skip !== "true";
const filesHere = readdirSync(".").filter((name) => /\.(json|ts|js)$/.test(name));

function filesIn(place) {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`);
}

function hashOf(places) {
  const hash = createHash("sha256").update(process.version);
  for (const file of places.flatMap(filesIn).sort()) {
    hash.update(file).update("\0").update(readFileSync(file));
  }
  return hash.digest("hex");
}

function unlessDone(stamp, places, work) {
  const hash = hashOf(places);
  let last;
  try {
    last = readFileSync(stamp, "utf8");
  } catch {
    last = undefined;
  }
  if (last === hash) return;
  work();
  writeFileSync(stamp, hash);
}

function run(command, ...args) {
  const result = spawnSync(command, args, { stdio: "inherit" });
  if (result.error) console.error(`${command} can't be started: ${result.error.message}`);
  if (result.status !== 0) process.exit(result.status ?? 1);
}

const bin = (name, ...args) => run(process.execPath, `node_modules/${name}`, ...args);
const sources = ["src", "build", ...filesHere];
const examples = "../plugin/src/main/resources/wire-examples";
const policy = "../server/src/main/resources/io/souffleur/server/http/content-security-policy.txt";

mkdirSync("target", { recursive: true });
unlessDone("node_modules/.souffleur", ["package-lock.json"], () => {
  run("npm", "ci", "--no-progress", "--loglevel=error");
});

switch (what) {
  case "scripts":
    if (withTests) {
      unlessDone("target/checked", [...sources, "test", examples], () => {
        bin("eslint/bin/eslint.js", "--max-warnings", "0", ".");
        bin("typescript/bin/tsc", "--noEmit");
        bin("vitest/vitest.mjs", "run", "--project", "unit");
      });
    }
    unlessDone("target/built", sources, () => {
      bin("vite/bin/vite.js", "build", "--logLevel", "warn");
    });
    break;
  case "pages":
    if (withTests) {
      unlessDone("target/photographed", [...sources, "test", policy], () => {
        bin("vitest/vitest.mjs", "run", "--project", "pages");
      });
    }
    break;
  case "browser":
    if (withTests) {
      const program = ["../server/target/lib", "../server/bin"].concat(
        filesIn("../server/target").filter((name) => /souffleur-server-[^/]*\.jar$/.test(name)),
      );
      unlessDone("target/tried", [...program, "browser", "test", ...filesHere], () => {
        bin("vitest/vitest.mjs", "run", "--project", "browser");
      });
    }
    break;
  default:
    console.error("usage: build.sh scripts|pages|browser [true to leave the tests out]");
    process.exit(2);
}
