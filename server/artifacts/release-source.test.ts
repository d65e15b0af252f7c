import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AddressKind, publicReach, type Reach } from "./reach";
import { downloadFile, getText, readRelease } from "./release-source";
import { sha256, smallBinary, smallImages } from "./testing/release-bytes";

const VERSION = "v1.34.4+k3s1";
const BYTES = Buffer.alloc(300_000, "k3s ");

let server: Server;
let url: string;
let asked: IncomingMessage[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;
beforeEach(async () => {
  asked = [];
  answer = (_, response) => response.end("ok");
  server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** Addresses of this machine, each standing for a kind of address elsewhere. */
const reach = (kinds: Readonly<Record<string, AddressKind>> = {}): Reach => ({
  kindOf: (address) => kinds[address] ?? "private",
  answerTimeoutMs: 300,
  idleTimeoutMs: 200,
});
const promised = { name: "k3s", url: "", sha256: "", sizeBytes: BYTES.length };
async function download() {
  const lines: string[] = [];
  const source = await downloadFile({ ...promised, url }, reach(), (line) => lines.push(line));
  if (!source.ok) throw new Error(source.problem.detail);
  return { bytes: Buffer.concat((await source.value.toArray()) as Buffer[]), lines };
}
const detailOf = async (address: string, kinds?: Record<string, AddressKind>) => {
  const text = await getText(address, reach(kinds));
  return text.ok ? `read: ${text.value}` : text.problem.detail;
};
const redirectTo = (location: string) => {
  answer = (request, response) =>
    request.url === "/" ? response.writeHead(302, { location }).end() : response.end("inside");
};

describe("the panel never speaks to", () => {
  it.each([
    "http://169.254.169.254/latest/meta-data/",
    "http://[fe80::1]/",
    "http://[::ffff:169.254.169.254]/",
    "http://127.0.0.1:1/",
    "http://0x7f.1/",
    "http://2130706433/",
    "http://localhost:1/",
    "http://[::1]:1/",
  ])("%s", async (address) => {
    const text = await getText(address, publicReach);
    expect(!text.ok && text.problem.detail).toContain("which the panel does not download from");
  });

  it.each(["file:///etc/passwd", "ftp://192.0.2.1/", "gopher://192.0.2.1/", "data:text/plain,x"])(
    "%s, for it is no web address",
    async (address) => {
      expect(await detailOf(address)).toContain("not to a web address");
    },
  );

  it("an address with a password in it", async () => {
    expect(await detailOf("http://ada:secret@192.0.2.1/")).toContain("name or password in it");
  });
});

describe("a redirect", () => {
  it("to another host is followed", async () => {
    const second = createServer((_, response) => response.end("elsewhere"));
    await new Promise<void>((resolve) => second.listen(0, "127.0.0.2", resolve));
    redirectTo(`http://127.0.0.2:${(second.address() as AddressInfo).port}/file`);
    expect(await detailOf(url)).toBe("read: elsewhere");
    second.close();
  });

  it("from the internet into a network of one's own is not", async () => {
    redirectTo("http://127.0.0.3:9/admin");
    const kinds = { "127.0.0.1": "public", "127.0.0.3": "private" } as const;
    expect(await detailOf(url, kinds)).toContain(
      "from the internet to 127.0.0.3 inside your network",
    );
  });

  it("to the metadata of a cloud is not, wherever it comes from", async () => {
    redirectTo("http://127.0.0.4/latest/meta-data/");
    expect(await detailOf(url, { "127.0.0.4": "forbidden" })).toContain("127.0.0.4");
    redirectTo("http://localhost:1/");
    expect(await detailOf(url, { "127.0.0.1": "private", "::1": "forbidden" })).not.toContain(
      "read:",
    );
  });

  it("to something that is not the web is not", async () => {
    redirectTo("file:///etc/passwd");
    expect(await detailOf(url)).toContain("redirects to file: and not to a web address");
  });

  it("in a circle ends", async () => {
    redirectTo("/");
    expect(await detailOf(`${url}/`)).toContain("redirects more than 5 times");
    expect(asked).toHaveLength(6);
  });
});

describe("a download", () => {
  const serve = (request: IncomingMessage, response: ServerResponse, cutAfter: number) => {
    const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? "")?.[1] ?? 0);
    const range = `bytes ${from}-${BYTES.length - 1}/${BYTES.length}`;
    const resumed = from > 0 ? { "content-range": range } : {};
    response.writeHead(from > 0 ? 206 : 200, { "content-length": BYTES.length - from, ...resumed });
    const end = Math.min(BYTES.length, from + cutAfter);
    response.write(BYTES.subarray(from, end), () => {
      if (end < BYTES.length) response.destroy();
      else response.end();
    });
  };

  it("that breaks off goes on from there, and says so", async () => {
    answer = (request, response) => serve(request, response, 120_000);
    const { bytes, lines } = await download();
    expect(sha256(bytes)).toBe(sha256(BYTES));
    expect(asked.map(({ headers }) => headers.range)).toEqual([
      undefined,
      "bytes=120000-",
      "bytes=240000-",
    ]);
    expect(lines[0]).toContain("broke off after 120000 of 300000 bytes");
  });

  it("ends when tries bring nothing any more", async () => {
    answer = (request, response) => serve(request, response, asked.length === 1 ? 1000 : 0);
    await expect(download()).rejects.toThrow("broke off after 1000 of 300000 bytes");
    expect(asked.length).toBeLessThan(6);
  });

  it("of a server that cannot resume ends with that", async () => {
    answer = (_, response) => {
      response.writeHead(200, { "content-length": BYTES.length });
      response.write(BYTES.subarray(0, 1000), () => response.destroy());
    };
    await expect(download()).rejects.toThrow("cannot be resumed");
  });

  it("that stands still is given up after the idle time", async () => {
    answer = (_, response) => {
      response.writeHead(200, { "content-length": BYTES.length });
      response.write(BYTES.subarray(0, 1000));
    };
    await expect(download()).rejects.toThrow("cannot be resumed");
  });
});

describe("text", () => {
  it("of a server that does not answer is waited for only so long", async () => {
    answer = () => undefined;
    expect(await detailOf(url)).toMatch(/did not answer within 0.3 s|sent nothing for 0.2 s/);
  });

  it("that never ends is cut at 1 MiB", async () => {
    let sent = 0;
    answer = (_, response) => {
      const more = () => {
        sent += 65_536;
        if (!response.destroyed) response.write(Buffer.alloc(65_536, "x"), more);
      };
      more();
    };
    expect(await detailOf(url)).toContain("is larger than 1 MiB");
    expect(sent).toBeLessThan(32 << 20);
  });
});

describe("a release", () => {
  const file = { arm64: smallBinary(VERSION, 0xb7), armhf: smallBinary(VERSION, 0x28) };
  const names = {
    arm64: ["k3s-arm64", "k3s-airgap-images-arm64.tar.zst", "sha256sum-arm64.txt"],
    armhf: ["k3s-armhf", "k3s-airgap-images-arm.tar.gz", "sha256sum-arm.txt"],
  } as const;

  it.each(["arm64", "armhf"] as const)("for %s is found under its own names", async (arch) => {
    const [binary, images, sums] = names[arch];
    const folder = `/${encodeURIComponent(VERSION)}`;
    const files: Record<string, Buffer> = {
      [`${folder}/${binary}`]: file[arch],
      [`${folder}/${images}`]: smallImages(),
      [`${folder}/${sums}`]: Buffer.from(
        `${sha256(file[arch])}  ${binary}\n${sha256(smallImages())}  ${images}\n`,
      ),
    };
    answer = ({ url: path = "", method }, response) => {
      const bytes = files[path];
      if (bytes === undefined) return void response.writeHead(404).end();
      response.writeHead(200, { "content-length": bytes.length });
      response.end(method === "HEAD" ? undefined : bytes);
    };
    const release = await readRelease(`${url}//`, { version: VERSION, arch, reach: reach() });
    if (!release.ok) throw new Error(release.problem.detail);
    expect(release.value.binary).toMatchObject({ name: binary, sizeBytes: file[arch].length });
    expect(release.value.images.name).toBe(images);
  });
});
