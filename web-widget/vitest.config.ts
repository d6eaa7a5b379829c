import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["src/**/*.test.ts"] } },
      {
        test: {
          name: "pages",
          include: ["test/**/*.test.ts"],
          globalSetup: "test/serve-pages.ts",
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["browser/**/*.test.ts"],
          globalSetup: "browser/program-for-all.ts",
          testTimeout: 60_000,
          hookTimeout: 300_000,
          // Two browsers at once are as many as two cores carry.
          maxWorkers: 2,
        },
      },
    ],
  },
});
