import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { panelEnv, panelFlags } from "@/scripts/bootstrap/panel-process.mjs";
import { root } from "@/scripts/bootstrap/root.mjs";

const environment = Object.entries(panelEnv).map(([name, value]) => `${name}=${value}`);

test.each(["deploy/gandalf.service", "Dockerfile"])(
  "%s starts the panel as npm start does",
  (path) => {
    const text = readFileSync(join(root, path), "utf8");
    for (const word of [...panelFlags, ...environment]) expect(text).toContain(word);
    expect(text).not.toContain("--enable-source-maps");
  },
);
