import { gzipSync } from "node:zlib";
import { build, type Plugin, type Rolldown } from "vite";

const source = `${import.meta.dirname}/../src`;

/** What a host includes with one script tag, and the most it may weigh, gzipped. */
const scripts: Record<string, { entry: string; kilobytes: number }> = {
  "souffleur.js": { entry: `${source}/souffleur-sidebar.ts`, kilobytes: 45 },
  "souffleur-embed.js": { entry: `${source}/embed/souffleur-embed.ts`, kilobytes: 8 },
};

/** Builds the scripts for hosts as classic scripts: no module loading, no CORS, any page. */
export function widgetScripts(): Plugin {
  return {
    name: "souffleur-widget-scripts",
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const script = scripts[(request.url ?? "").slice(1)];
        if (script === undefined) {
          next();
          return;
        }
        bundle(script.entry).then((code) => {
          response.setHeader("Content-Type", "text/javascript");
          response.end(code);
        }, next);
      });
    },
    async generateBundle() {
      for (const [fileName, { entry, kilobytes }] of Object.entries(scripts)) {
        const code = await bundle(entry);
        const weight = gzipSync(code, { level: 9 }).length / 1000;
        if (weight > kilobytes) {
          this.error(
            `${fileName} weighs ${weight.toFixed(1)} kB gzipped, at most ${kilobytes} are allowed`,
          );
        }
        this.info(`${fileName}: ${weight.toFixed(1)} kB gzipped of ${kilobytes}`);
        this.emitFile({ type: "asset", fileName, source: code });
      }
    },
  };
}

async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "warn",
    build: {
      write: false,
      target: "es2022",
      rolldownOptions: { input: entry, output: { format: "iife" } },
    },
  });
  const outputs = [result].flat() as Rolldown.RolldownOutput[];
  const chunks = outputs.flatMap((o) => o.output).filter((part) => part.type === "chunk");
  const [only] = chunks;
  if (only === undefined || chunks.length !== 1) {
    throw new Error(`${entry} does not bundle into one script`);
  }
  return only.code;
}
