import { configs as lit } from "eslint-plugin-lit";
import litA11y from "eslint-plugin-lit-a11y";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  globalIgnores(["node_modules/", "target/"]),
  {
    files: ["**/*.ts"],
    extends: [
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
      lit["flat/recommended"],
      litA11y.configs.recommended,
    ],
    plugins: { "lit-a11y": litA11y },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // Only text ever comes from a customer: no way to turn it into markup.
      "no-restricted-properties": [
        "error",
        { property: "innerHTML", message: "Customers' words reach the page as text only." },
        { property: "outerHTML", message: "Customers' words reach the page as text only." },
        { property: "insertAdjacentHTML", message: "Customers' words reach the page as text only." },
      ],
      "no-restricted-imports": [
        "error",
        { patterns: [{ group: ["lit/directives/unsafe-*"], message: "Text only." }] },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "max-lines": ["error", { max: 400 }],
    },
  },
);
