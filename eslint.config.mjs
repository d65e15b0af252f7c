// The house rules of docs/adr, as far as a linter can hold them. Import directions: scripts/walls.mjs.
import next from "eslint-config-next";
import tseslint from "typescript-eslint";
import house from "./scripts/lint/house-rules.mjs";

const TESTS = ["**/*.test.{ts,tsx}", "**/testing/**", "e2e/**"];
const CONFIGS = ["*.config.{ts,mjs,js}"];
const SCRIPTS = ["scripts/**", "lab/**", "bench/**"];

const forbid = (selector, message) => ({ selector, message });
const noProcessEnv = forbid(
  "MemberExpression[object.name='process'][property.name='env']",
  "Read the environment in server/config.ts and pass the setting on.",
);
const noDefaultExport = forbid("ExportDefaultDeclaration", "Export by name.");
const everywhere = [
  forbid("ExportAllDeclaration", "No barrels: import from the file that has it."),
  forbid("TSEnumDeclaration", "Use a union of strings."),
];

export default tseslint.config(
  {
    ignores: [
      ...[".next/**", "dist/**", "node_modules/**", "lib/generated/**", "next-env.d.ts"],
      ...["coverage/**", "test-results/**", "playwright-report/**"],
    ],
  },
  ...next,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    plugins: { house },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/only-throw-error": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Our objects are records of closures: none of them uses `this`.
      "@typescript-eslint/unbound-method": "off",
      "@typescript-eslint/ban-ts-comment": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_+$" }],
      // A function that answers a promise may have nothing to wait for today.
      "@typescript-eslint/require-await": "off",
      // An async handler where void is expected: React's and node's own event handlers.
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { attributes: false } },
      ],
      complexity: ["error", 12],
      eqeqeq: "error",
      "house/file-name": "error",
      "max-lines": ["error", { max: 250 }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      "max-params": ["error", 3],
      "no-console": "error",
      "no-nested-ternary": "error",
      "no-param-reassign": "error",
      "no-restricted-syntax": ["error", ...everywhere, noProcessEnv, noDefaultExport],
    },
  },
  {
    // Words and known values are data: long by nature.
    files: ["lib/i18n/**", "**/testing/**"],
    rules: { "max-lines": "off" },
  },
  {
    files: [...TESTS, ...SCRIPTS, "server/config.ts", "server/index.ts"],
    rules: { "no-restricted-syntax": ["error", ...everywhere, noDefaultExport] },
  },
  {
    // Next asks for default exports.
    files: ["app/**/*.{ts,tsx}"],
    rules: { "no-restricted-syntax": ["error", ...everywhere, noProcessEnv] },
  },
  {
    // So do all tools, and their settings come from the environment.
    files: [...CONFIGS, "scripts/lint/**"],
    rules: { "no-restricted-syntax": ["error", ...everywhere] },
  },
  {
    files: TESTS,
    rules: {
      "max-lines": "off",
      "max-lines-per-function": "off",
      // Answers of an API in a test are compared, not trusted.
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/no-unsafe-call": "off",
    },
  },
  {
    // Here "use…" is a verb, not a hook.
    files: ["server/**", "lib/**", ...SCRIPTS, "e2e/**"],
    rules: { "react-hooks/rules-of-hooks": "off" },
  },
  { files: [...SCRIPTS, "e2e/**"], rules: { "no-console": "off" } },
  {
    // Warns of libraries that React's compiler cannot memoize; the compiler is not used here.
    files: ["components/**"],
    rules: { "react-hooks/incompatible-library": "off" },
  },
);
