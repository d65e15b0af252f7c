import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { root } from "@/scripts/bootstrap/root.mjs";

const read = (path: string) => readFileSync(join(root, path), "utf8");
/** Instructions of the Dockerfile as [name, rest], continued lines joined. */
const instructions = read("Dockerfile")
  .replaceAll("\\\n", " ")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => [line.split(" ", 1)[0] ?? "", line.replace(/^\S+\s+/, "")] as const);
const all = (name: string) =>
  instructions.filter(([found]) => found === name).map(([, rest]) => rest);
const lastStage = instructions.slice(instructions.findLastIndex(([name]) => name === "FROM"));

test("the image is made of instructions that exist, from a pinned major version of Node for every platform", () => {
  const known = [
    "FROM",
    "WORKDIR",
    "ENV",
    "COPY",
    "RUN",
    "USER",
    "VOLUME",
    "EXPOSE",
    "HEALTHCHECK",
    "CMD",
  ];
  expect(instructions.map(([name]) => name).filter((name) => !known.includes(name))).toEqual([]);
  expect(all("FROM")).toEqual(["node:24-bookworm-slim AS build", "node:24-bookworm-slim"]);
});

test("what is copied from the project exists and is not kept from the build", () => {
  const sources = all("COPY")
    .filter((rest) => !rest.startsWith("--from"))
    .flatMap((rest) => rest.split(" ").slice(0, -1));
  expect(sources.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  const ignored = read(".dockerignore").trim().split("\n");
  for (const needed of ["app", "components", "lib", "prisma", "public", "scripts", "server"])
    expect(ignored).not.toContain(needed);
  for (const heavy of ["node_modules", ".git", ".next", "data", "dist"])
    expect(ignored).toContain(heavy);
});

test("the panel runs in it as a user without rights, with its data in a volume, and reports its health", () => {
  const names = lastStage.map(([name]) => name);
  expect(lastStage.find(([name]) => name === "USER")?.[1]).toBe("node");
  expect(names.indexOf("USER")).toBeLessThan(names.indexOf("CMD"));
  expect(all("VOLUME")).toEqual(["/data"]);
  expect(all("ENV").at(-1)).toContain("GANDALF_DATA=/data");
  expect(all("HEALTHCHECK")[0]).toContain("/healthz");
});

test("commands in brackets are JSON, as Docker wants them", () => {
  const lists = [...all("CMD"), ...all("HEALTHCHECK")].map((rest) => rest.slice(rest.indexOf("[")));
  for (const list of lists)
    expect(z.array(z.string()).parse(JSON.parse(list)).length).toBeGreaterThan(1);
});

const compose = z.strictObject({
  services: z.record(
    z.string(),
    z.strictObject({
      build: z.literal("."),
      image: z.string(),
      restart: z.enum(["unless-stopped", "always", "on-failure", "no"]),
      init: z.boolean(),
      stop_grace_period: z.string().regex(/^\d+s$/),
      ports: z.array(z.string()),
      environment: z.record(z.string(), z.string()),
      volumes: z.array(z.string()),
      read_only: z.boolean(),
      tmpfs: z.array(z.string()),
      cap_drop: z.array(z.string()),
      security_opt: z.array(z.string()),
    }),
  ),
  volumes: z.record(z.string(), z.null()),
});

test("the compose file has only keys that Compose knows, and the volume that it mounts", () => {
  const { services, volumes } = compose.parse(parse(read("docker-compose.yml")));
  const mounted = Object.values(services).flatMap((service) =>
    service.volumes.map((mount) => mount.split(":")[0]),
  );
  expect(mounted).toEqual(Object.keys(volumes));
  expect(services.panel?.volumes).toEqual(["data:/data"]);
  expect(services.panel?.cap_drop).toEqual(["ALL"]);
  expect(services.panel?.ports[0]).toMatch(/^\$\{GANDALF_BIND:-127\.0\.0\.1\}:/);
});
