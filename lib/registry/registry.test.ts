import { describe, expect, it } from "vitest";
import { parseChallenge, tokenUrl } from "./challenge";
import { fullImageName, imageProblem, parseImageReference } from "./image-reference";
import { readConfigPlatform, readManifest } from "./platforms";
import { runsOn } from "./runs-on";

const DIGEST = `sha256:${"ab".repeat(32)}`;

describe("an image's name", () => {
  it.each([
    ["nginx", "docker.io/library/nginx:latest"],
    ["nginx:1.14.2", "docker.io/library/nginx:1.14.2"],
    ["club/site:3", "docker.io/club/site:3"],
    ["docker.io/nginx", "docker.io/library/nginx:latest"],
    ["index.docker.io/library/nginx:1", "docker.io/library/nginx:1"],
    ["localhost/a", "localhost/a:latest"],
    ["localhost:5000/a:b", "localhost:5000/a:b"],
    ["[fd00::1]:5000/a/b", "[fd00::1]:5000/a/b:latest"],
    ["registry.example.org:443/club/a__b-c.d:V1_x", "registry.example.org:443/club/a__b-c.d:V1_x"],
    [`ghcr.io/a/b@${DIGEST}`, `ghcr.io/a/b@${DIGEST}`],
    [`nginx:1.14.2@${DIGEST}`, `docker.io/library/nginx@${DIGEST}`],
  ])("%s is in full %s", (text, full) => {
    const read = parseImageReference(text);
    expect(read && fullImageName(read)).toBe(full);
  });

  it.each([
    ["Nginx:1", /lower case: nginx/],
    ["registry.example.org/Club/site", /lower case/],
    ["nginx:", /tag/],
    ["nginx:a b", /tag/],
    ["nginx@sha256:12", /digest/],
    [`nginx@${DIGEST}@${DIGEST}`, /one @/],
    ["a//b", /looks like/],
    ["-a", /looks like/],
    ["a_", /looks like/],
    ["", /looks like/],
    ["https://docker.io/nginx", /registry's host/],
    ["exa_mple.org/a", /registry's host/],
    ["a.b:99999999/c", /registry's host/],
    [`a.b/${"c".repeat(300)}`, /255/],
  ])("%s is refused with what to do", (text, said) => {
    expect(imageProblem(text)).toMatch(said);
    expect(parseImageReference(text)).toBeNull();
  });

  it("is judged fast whatever it holds", () => {
    const started = performance.now();
    for (const text of [
      "a-".repeat(50_000),
      "_".repeat(50_000),
      "a.".repeat(50_000),
      "0".repeat(90_000),
    ])
      imageProblem(`${text}!`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe("a registry's challenge", () => {
  it("names where a token is to be had for reading one repository", () => {
    const header =
      'Bearer realm="https://auth.example.org/token?a=b",service="registry.example.org"';
    const challenge = parseChallenge(header);
    expect(challenge && tokenUrl(challenge, "club/site")).toBe(
      "https://auth.example.org/token?a=b&service=registry.example.org&scope=repository%3Aclub%2Fsite%3Apull",
    );
  });

  it.each([
    undefined,
    "",
    'Basic realm="x"',
    "Bearer",
    "Bearer realm=",
    `Bearer ${"a".repeat(9999)}`,
  ])("%s is none", (header) => {
    expect(parseChallenge(header)).toBeNull();
  });

  it("whose realm is no address leads nowhere", () => {
    expect(tokenUrl({ realm: "not an address", service: null }, "a")).toBeNull();
  });
});

describe("a manifest", () => {
  const entry = (platform: unknown) => ({ digest: DIGEST, platform });

  it("that is an index names Linux platforms once, without attestations", () => {
    const manifests = [
      entry({ os: "linux", architecture: "amd64" }),
      entry({ os: "linux", architecture: "arm", variant: "v7" }),
      entry({ os: "linux", architecture: "arm64", variant: "v8" }),
      entry({ os: "linux", architecture: "amd64" }),
      entry({ os: "windows", architecture: "amd64" }),
      entry({ os: "unknown", architecture: "unknown" }),
      entry(undefined),
    ];
    expect(readManifest(JSON.stringify({ manifests }))).toEqual({
      kind: "index",
      platforms: ["amd64", "arm/v7", "arm64"],
    });
  });

  it("that is a single image leads to its configuration, which names its platform", () => {
    expect(readManifest(JSON.stringify({ config: { digest: DIGEST } }))).toEqual({
      kind: "single",
      configDigest: DIGEST,
    });
    expect(readConfigPlatform('{"os":"linux","architecture":"arm","variant":"v6"}')).toBe("arm/v6");
  });

  it.each([
    "",
    "null",
    "[]",
    "{}",
    '{"manifests":{}}',
    '{"manifests":"x"}',
    '{"config":{"digest":"../../etc/passwd"}}',
    '{"config":{"digest":"sha256:zz"}}',
    '{"__proto__":{"manifests":[]}}',
    `{"manifests":[${'{"platform":{}},'.repeat(600)}{}]}`,
    "[".repeat(100_000),
  ])("%.60s is none", (text) => {
    expect(readManifest(text)).toBeNull();
    expect(readConfigPlatform(text)).toBeNull();
  });

  it("cannot bring markup in as an architecture", () => {
    const manifests = [entry({ os: "linux", architecture: "<img src=x>" })];
    expect(readManifest(JSON.stringify({ manifests }))).toEqual({ kind: "index", platforms: [] });
  });
});

describe("a node", () => {
  it.each([
    ["amd64", ["amd64"], true],
    ["amd64", ["386"], true],
    ["amd64", ["arm64"], false],
    ["arm", ["arm/v6"], true],
    ["arm", ["arm64"], false],
    ["arm64", ["arm/v7"], true],
    ["arm64", ["amd64"], false],
    ["riscv64", [], false],
  ])("of %s with an image for %j: %s", (node, platforms, runs) => {
    expect(runsOn(node, platforms)).toBe(runs);
  });
});
