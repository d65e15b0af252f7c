import { describe, expect, it } from "vitest";
import { parseImageReference } from "@/lib/registry/image-reference";
import { publicReach } from "@/server/artifacts/reach";
import { testClock } from "@/server/testing/test-clock";
import { askRegistry } from "./ask-registry";
import { createRegistries } from "./registries";
import { type FakeRegistry, fakeRegistry } from "./testing/fake-registry";

const on = (registry: FakeRegistry, clock = testClock()) =>
  createRegistries({ clock, plainRegistries: [registry.host] });
const platforms = (...architectures: string[]) => ({
  manifests: architectures.map((architecture) => ({ platform: { os: "linux", architecture } })),
});
const manifests = (registry: FakeRegistry) =>
  registry.asked.filter((line) => line.includes("/manifests/"));

describe("a registry is asked", () => {
  it("for what an index holds, by HEAD first", async () => {
    await using registry = await fakeRegistry();
    const digest = registry.put("club/site", "3", platforms("amd64", "arm64"));
    expect(await on(registry).ask(`${registry.host}/club/site:3`)).toEqual({
      kind: "found",
      platforms: ["amd64", "arm64"],
    });
    expect(registry.asked).toEqual([
      "HEAD /v2/club/site/manifests/3",
      `GET /v2/club/site/manifests/${digest}`,
    ]);
  });

  it("for the configuration of a single image", async () => {
    await using registry = await fakeRegistry();
    const config = registry.blob("site", { os: "linux", architecture: "arm", variant: "v7" });
    registry.put("site", "latest", { config: { digest: config } });
    expect(await on(registry).ask(`${registry.host}/site`)).toEqual({
      kind: "found",
      platforms: ["arm/v7"],
    });
  });

  it("by digest when one is written", async () => {
    await using registry = await fakeRegistry();
    const digest = registry.put("site", "1", platforms("amd64"));
    expect(await on(registry).ask(`${registry.host}/site:gone@${digest}`)).toMatchObject({
      kind: "found",
    });
  });

  it("as nobody, with a token when it wants one", async () => {
    await using registry = await fakeRegistry();
    registry.put("club/site", "3", platforms("amd64"));
    registry.lock();
    expect(await on(registry).ask(`${registry.host}/club/site:3`)).toMatchObject({ kind: "found" });
    expect(registry.asked[1]).toBe("GET /token?service=fake&scope=repository%3Aclub%2Fsite%3Apull");
    expect(registry.headers.slice(2).map(({ authorization }) => authorization)).toEqual([
      "Bearer t0ken",
      "Bearer t0ken",
    ]);
  });

  it("once in a while: answers are given again, and a digest is read once", async () => {
    await using registry = await fakeRegistry();
    const clock = testClock();
    const registries = on(registry, clock);
    registry.put("site", "1", platforms("amd64"));
    await Promise.all([1, 2, 3].map(() => registries.ask(`${registry.host}/site:1`)));
    expect(manifests(registry)).toHaveLength(2);
    clock.advance(700_000);
    await registries.ask(`${registry.host}/site:1`);
    expect(manifests(registry).slice(2)).toEqual(["HEAD /v2/site/manifests/1"]);
  });

  it("again soon for what was missing: somebody may be pushing it", async () => {
    await using registry = await fakeRegistry();
    const clock = testClock();
    const registries = on(registry, clock);
    expect(await registries.ask(`${registry.host}/site:1`)).toEqual({ kind: "missing" });
    registry.put("site", "1", platforms("amd64"));
    clock.advance(30_000);
    expect(await registries.ask(`${registry.host}/site:1`)).toMatchObject({ kind: "found" });
  });
});

describe("a registry that refuses", () => {
  it.each([
    [404, "missing"],
    [401, "closed"],
    [403, "closed"],
    [429, "busy"],
    [500, "away"],
    [204, "away"],
    [302, "away"],
  ])("with %i is %s", async (status, kind) => {
    await using registry = await fakeRegistry();
    registry.instead((_, response) => void response.writeHead(status).end());
    expect(await on(registry).ask(`${registry.host}/site`)).toEqual({ kind });
  });

  it("a token is closed", async () => {
    await using registry = await fakeRegistry();
    registry.lock(`http://${registry.host}/nothing`);
    expect(await on(registry).ask(`${registry.host}/site`)).toEqual({ kind: "closed" });
  });

  it("to answer is asked once a minute, whatever is typed", async () => {
    await using registry = await fakeRegistry();
    const clock = testClock();
    const registries = on(registry, clock);
    registry.instead((request) => request.socket.destroy());
    for (const tag of ["1", "1.", "1.2"]) await registries.ask(`${registry.host}/site:${tag}`);
    expect(registry.asked).toHaveLength(1);
    clock.advance(61_000);
    await registries.ask(`${registry.host}/site:1.2`);
    expect(registry.asked).toHaveLength(2);
  });
});

describe("a registry that means harm", () => {
  const away = { kind: "away" };

  it("by silence is given three seconds for everything", async () => {
    await using registry = await fakeRegistry();
    registry.instead((request, response) => {
      if (request.method === "HEAD") return void response.writeHead(200).end();
      response.writeHead(200).write("{");
      const drip = setInterval(() => response.write(" "), 100);
      response.on("close", () => clearInterval(drip));
    });
    const started = performance.now();
    expect(await on(registry).ask(`${registry.host}/site`)).toEqual(away);
    expect(performance.now() - started).toBeLessThan(3900);
  });

  it("by size is left alone after 4 MiB", async () => {
    await using registry = await fakeRegistry();
    let sentBytes = 0;
    registry.instead((request, response) => {
      response.writeHead(200);
      if (request.method === "HEAD") return void response.end();
      const block = Buffer.alloc(1 << 20, "a");
      const more = () => {
        while (!response.destroyed && response.write(block)) sentBytes += block.length;
        sentBytes += block.length;
      };
      response.on("drain", more);
      more();
    });
    expect(await on(registry).ask(`${registry.host}/site`)).toEqual(away);
    expect(sentBytes).toBeLessThan(32 << 20);
  });

  it.each([
    "<html>",
    "[".repeat(200_000),
    '{"manifests":[{"platform":{"os":"linux","architecture":{}}}]',
    "null",
  ])("by its words is not understood: %.40s", async (text) => {
    await using registry = await fakeRegistry();
    registry.instead((_, response) => void response.end(text));
    expect(await on(registry).ask(`${registry.host}/site`)).toEqual(away);
  });

  it("by its token cannot write a header", async () => {
    await using registry = await fakeRegistry();
    registry.instead((request, response) => {
      if (request.url?.startsWith("/token") === true)
        return void response.end(JSON.stringify({ token: "a\r\nx-evil: 1" }));
      const challenge = `Bearer realm="http://${registry.host}/token"`;
      response.writeHead(401, { "www-authenticate": challenge }).end();
    });
    expect(await on(registry).ask(`${registry.host}/site`)).toEqual({ kind: "closed" });
    expect(registry.asked).toHaveLength(2);
  });

  it("by a redirect gets no token to others", async () => {
    await using registry = await fakeRegistry();
    await using other = await fakeRegistry();
    other.put("site", "1", platforms("amd64"));
    registry.instead((request, response) => {
      if (request.url?.startsWith("/token") === true)
        return void response.end(JSON.stringify({ token: "t0ken" }));
      const isKnown = request.headers.authorization === "Bearer t0ken";
      const location = `http://${other.host}${request.url}`;
      const challenge = `Bearer realm="http://${registry.host}/token"`;
      response.writeHead(
        isKnown ? 307 : 401,
        isKnown ? { location } : { "www-authenticate": challenge },
      );
      response.end();
    });
    expect(await on(registry).ask(`${registry.host}/site:1`)).toMatchObject({ kind: "found" });
    expect(other.headers.map(({ authorization }) => authorization)).toEqual([undefined, undefined]);
  });

  it("from the internet by its token service gets nowhere inside the network", async () => {
    await using registry = await fakeRegistry();
    await using inside = await fakeRegistry("127.0.0.2");
    registry.lock(`http://${inside.host}/token`);
    const kindOf = (address: string) => (address === "127.0.0.2" ? "private" : "public");
    const door = { origin: `http://${registry.host}`, reach: { ...publicReach, kindOf } } as const;
    const reference = parseImageReference(`${registry.host}/site`);
    expect(reference && (await askRegistry(reference, door, new Map()))).toEqual(away);
    expect(registry.asked).toHaveLength(1);
    expect(inside.connections()).toBe(0);
  });

  it("by redirecting in circles is given up", async () => {
    await using registry = await fakeRegistry();
    registry.instead(
      (request, response) => void response.writeHead(302, { location: request.url }).end(),
    );
    expect(await on(registry).ask(`${registry.host}/site`)).toEqual(away);
    expect(registry.asked).toHaveLength(4);
  });

  it.each([
    "127.0.0.1",
    "localhost",
    "[::1]",
    "169.254.169.254",
    "0.0.0.0",
    "2130706433.nip.example.invalid",
  ])("by its address (%s) is not spoken to unless the administrator named it", async (host) => {
    await using registry = await fakeRegistry();
    const port = registry.host.split(":")[1];
    const registries = createRegistries({ clock: testClock(), plainRegistries: [] });
    expect(await registries.ask(`${host}:${port}/site`)).toEqual(away);
    expect(registry.asked).toEqual([]);
  });

  it("by a name that is none is not asked at all", async () => {
    await using registry = await fakeRegistry();
    expect(await on(registry).ask(`${registry.host}/../../x`)).toEqual(away);
    expect(await on(registry).ask(`${registry.host}/a?b=c`)).toEqual(away);
    expect(registry.asked).toEqual([]);
  });
});
