// @ts-check
// Makes what the panel runs from: the database client, Next's pages and the server bundle. Only what changed.
import { run } from "./child.mjs";
import { toolEnv } from "./node.mjs";
import { task } from "./progress.mjs";
import { whenChanged } from "./stamp.mjs";
import { Stop } from "./stop.mjs";

const SETTINGS = ["package-lock.json", "tsconfig.json"];
const SCHEMA = ["prisma/schema.prisma", "prisma.config.ts", "prisma/schema-engine.mjs"];

/** @param {string} what @param {string} estimate @param {string[]} command */
async function tool(what, estimate, [program = "", ...args]) {
  await task(what, estimate, async (note) => {
    const { code, output } = await run(program, args, {
      env: { ...toolEnv(), NODE_ENV: "production" },
      onLine: note,
    });
    if (code !== 0)
      throw new Stop(
        `${what} failed (exit code ${code}).`,
        "Read its words above. On an unchanged clone this is a bug of the panel: please report it.",
        output,
      );
  });
}

/** The typed database client in lib/generated. */
export async function generateClient() {
  const sources = [...SCHEMA, "package-lock.json"];
  await whenChanged({ name: "client", sources, output: "lib/generated" }, () =>
    tool("Generating the database client", "about 3 s", ["prisma", "generate"]),
  );
}

/** Next's production build in .next. */
export async function buildPages() {
  const sources = [
    "app",
    "components",
    "lib",
    "server",
    "public",
    "next.config.js",
    "postcss.config.mjs",
    "scripts/compress-pages.mjs",
    ...SCHEMA,
    ...SETTINGS,
  ];
  await whenChanged({ name: "pages", sources, output: ".next/BUILD_ID" }, async () => {
    await tool("Building the pages", "about 30 s, longer on a Raspberry Pi", ["next", "build"]);
    await tool("Compressing the pages", "", ["node", "scripts/compress-pages.mjs"]);
  });
}

/** The server as one file, dist/server.js. */
export async function bundleServer() {
  const sources = ["server", "lib", "scripts/bundle-server.mjs", ...SCHEMA, ...SETTINGS];
  await whenChanged({ name: "server", sources, output: "dist/server.js" }, () =>
    tool("Bundling the server", "", ["node", "scripts/bundle-server.mjs"]),
  );
}

/** Everything `npm start` needs after the packages. */
export async function build() {
  await generateClient();
  await buildPages();
  await bundleServer();
}
