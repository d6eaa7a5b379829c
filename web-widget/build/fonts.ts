import { createReadStream, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Plugin } from "vite";

const require = createRequire(import.meta.url);

/** The two families, Latin letters only, under the names they have on the server. */
const files: Record<string, string> = {
  "inter.woff2": require.resolve(
    "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  ),
  "source-serif-4.woff2": require.resolve(
    "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
  ),
  "inter-licence.txt": require.resolve("@fontsource-variable/inter/LICENSE"),
  "source-serif-4-licence.txt": require.resolve("@fontsource-variable/source-serif-4/LICENSE"),
};

/** Serves the fonts under `/fonts/`, from the packages they come in. */
export function fonts(): Plugin {
  return {
    name: "souffleur-fonts",
    configureServer(server) {
      server.middlewares.use("/fonts", (request, response, next) => {
        const file = files[(request.url ?? "").slice(1)];
        if (file === undefined) next();
        else createReadStream(file).pipe(response);
      });
    },
    generateBundle() {
      for (const [name, file] of Object.entries(files)) {
        this.emitFile({ type: "asset", fileName: `fonts/${name}`, source: readFileSync(file) });
      }
    },
  };
}
