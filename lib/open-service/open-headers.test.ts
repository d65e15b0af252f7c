import { describe, expect, it } from "vitest";
import { headersForApp, headersForBrowser, type OpenedAs } from "./open-headers";

const opened: OpenedAs = {
  ...{ id: "k3v9", secure: false, isolated: false, appPort: 8080 },
  origin: "http://192.168.1.9:4470",
};

describe("headers for the app", () => {
  it("say the truth about the browser, whatever it wrote itself", () => {
    const sent = headersForApp(
      opened,
      {
        host: ["192.168.1.9:4470"],
        "x-forwarded-for": ["1.1.1.1"],
        "x-forwarded-host": ["evil"],
        "x-forwarded-proto": ["https"],
        "x-forwarded-user": ["admin"],
        "x-real-ip": ["1.1.1.1"],
        "x-gandalf-secure": ["1"],
        forwarded: ["for=1.1.1.1"],
        cookie: ["gandalf=secret; gandalf-in-k3v9-a=1"],
      },
      "192.0.2.7",
    );
    expect(sent).toEqual({
      host: "192.168.1.9:4470",
      "x-forwarded-for": "192.0.2.7",
      "x-forwarded-host": "192.168.1.9:4470",
      "x-forwarded-port": "4470",
      "x-forwarded-proto": "http",
      cookie: "a=1",
    });
  });

  it("carry the app's own sign-in, and nothing that is about one connection only", () => {
    const sent = headersForApp(
      opened,
      {
        authorization: ["Basic YTpi"],
        connection: ["keep-alive, X-Secret"],
        "x-secret": ["1"],
        te: ["trailers"],
        upgrade: ["h2c"],
        "proxy-authorization": ["x"],
        "content-length": ["5"],
      },
      "192.0.2.7",
    );
    expect(sent).toMatchObject({ authorization: "Basic YTpi", "content-length": "5" });
    expect(Object.keys(sent).join()).not.toMatch(/connection|x-secret|te,|upgrade|proxy/);
    expect(sent).not.toHaveProperty("cookie");
  });
});

describe("headers for the browser", () => {
  it("say nothing about the whole host name", () => {
    const sent = headersForBrowser(opened, {
      "strict-transport-security": ["max-age=1; includeSubDomains"],
      "clear-site-data": ['"cookies"'],
      "alt-svc": ['h3=":443"'],
      nel: ["{}"],
      "report-to": ["{}"],
      "transfer-encoding": ["chunked"],
      "content-type": ["text/html"],
    });
    expect(sent).toEqual({
      "content-type": "text/html",
      "cross-origin-resource-policy": "same-origin",
      "content-security-policy": ["frame-ancestors 'self'"],
      vary: "Cookie",
    });
  });

  it("keep the app's own policy and every cookie, each in its space", () => {
    const sent = headersForBrowser(
      { ...opened, isolated: true },
      { "content-security-policy": ["default-src 'self'"], "set-cookie": ["a=1", "gandalf=x"] },
    );
    expect(sent["content-security-policy"]).toEqual([
      "default-src 'self'",
      "frame-ancestors 'self'",
    ]);
    expect(sent["set-cookie"]).toEqual(["a=1", "gandalf-in-k3v9-gandalf=x; HttpOnly"]);
    expect(sent).not.toHaveProperty("vary");
  });

  it.each([
    ["/dir/", "/dir/"],
    ["http://192.168.1.9/dir/?a#b", "http://192.168.1.9:4470/dir/?a#b"],
    ["http://192.168.1.9:8080/dir/", "http://192.168.1.9:4470/dir/"],
    ["https://192.168.1.9/dir/", "http://192.168.1.9:4470/dir/"],
    ["http://192.168.1.9:3000/hosts", "http://192.168.1.9:3000/hosts"],
    ["https://login.example.org/?to=x", "https://login.example.org/?to=x"],
  ])("a redirect to %s leads to %s", (location, wanted) => {
    expect(headersForBrowser(opened, { location: [location] }).location).toBe(wanted);
  });
});
