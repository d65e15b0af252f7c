import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/**
 * Three suites. `unit` and `browser` need nothing but Node; `integration` needs the practice hosts
 * (lab/), so it only runs inside the lab's network, where scripts/test.mjs starts it.
 */
export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          environment: "node",
          include: ["{lib,server,scripts,app}/**/*.test.ts"],
          exclude: ["**/*.integration.test.ts"],
        },
      },
      {
        extends: true,
        test: { name: "browser", environment: "jsdom", include: ["components/**/*.test.tsx"] },
      },
      {
        extends: true,
        test: {
          name: "integration",
          environment: "node",
          include: ["{lib,server,lab}/**/*.integration.test.ts"],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
