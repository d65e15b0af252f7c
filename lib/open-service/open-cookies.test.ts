import { describe, expect, it } from "vitest";
import {
  cookieForBrowser,
  cookiesForApp,
  type CookieRules,
  openCookie,
  openCookieName,
  openCookieValues,
} from "./open-cookies";

const shared: CookieRules = { id: "k3v9", secure: false, isolated: false };
const isolated: CookieRules = { ...shared, isolated: true };
const overTls: CookieRules = { ...shared, secure: true };

describe("the cookie that lets a browser in", () => {
  it("is of this name, this opening and no script", () => {
    expect(openCookie(shared, "v")).toBe("gandalf-open-k3v9=v; Path=/; HttpOnly; SameSite=Lax");
    expect(openCookie(overTls, "v")).toMatch(/^__Host-gandalf-open-k3v9=v; .*; Secure$/);
  });

  it("is found beside others of its name that somebody planted", () => {
    const header = "gandalf-open-k3v9=planted; gandalf-open-other=x; gandalf-open-k3v9=real";
    expect(openCookieValues(shared, header)).toEqual(["planted", "real"]);
  });
});

describe("what the app gets of a browser's cookies", () => {
  it.each([
    ["the panel's session", "gandalf=secret"],
    ["the panel's session over TLS", "__Host-Http-gandalf=secret"],
    ["its own way in", `${openCookieName(shared)}=secret`],
    ["the way into another app", "gandalf-open-zzz=secret"],
    ["another app's own cookie", "gandalf-in-zzz-session=secret"],
    ["a name in capitals", "GANDALF=secret; GANDALF-OPEN-k3v9=secret"],
  ])("is never %s", (_, header) => {
    for (const rules of [shared, isolated, overTls]) expect(cookiesForApp(rules, header)).toBe("");
  });

  it("is its own, under the names that it gave them", () => {
    const header = "gandalf=x; gandalf-in-k3v9-session=1; gandalf-in-k3v9-__Host-a=b=c; theme=dark";
    expect(cookiesForApp(shared, header)).toBe("session=1; __Host-a=b=c");
    expect(cookiesForApp(isolated, header)).toContain("theme=dark");
  });

  it("keeps tokens against forged requests, which scripts read", () => {
    expect(cookiesForApp(shared, "XSRF-TOKEN=t; PHPSESSID=other")).toBe("XSRF-TOKEN=t");
    expect(cookiesForApp(shared, "__Host-gandalf-open-csrf=t")).toBe("");
  });
});

describe("what the browser gets of an app's cookies", () => {
  it("moves into the opening's own space, out of the reach of scripts of other ports", () => {
    expect(cookieForBrowser(shared, "sid=1; Path=/app; SameSite=Lax")).toBe(
      "gandalf-in-k3v9-sid=1; Path=/app; SameSite=Lax; HttpOnly",
    );
    expect(cookieForBrowser(shared, "sid=1; httponly; Path=/")).toBe(
      "gandalf-in-k3v9-sid=1; Path=/; HttpOnly",
    );
  });

  it.each(["gandalf", "Gandalf", "__Host-Http-gandalf", "gandalf-open-k3v9"])(
    "can never be the panel's %s",
    (name) => {
      for (const rules of [shared, isolated, overTls, { ...isolated, secure: true }])
        expect(cookieForBrowser(rules, `${name}=evil; Path=/api`)).toBe(
          `gandalf-in-k3v9-${name}=evil; Path=/api; HttpOnly`,
        );
    },
  );

  it("never leaves its own host name", () => {
    for (const domain of ["Domain=example.org", "domain = .example.org", "DOMAIN="])
      expect(cookieForBrowser(isolated, `a=1; ${domain}; Path=/`)).toBe("a=1; Path=/");
  });

  it("stays as it is under a name of its own, but for what plain http refuses", () => {
    expect(cookieForBrowser(isolated, "a=1; Path=/; HttpOnly")).toBe("a=1; Path=/; HttpOnly");
    expect(cookieForBrowser(isolated, "a=1; Secure; SameSite=None; Partitioned")).toBe("a=1");
    expect(cookieForBrowser(isolated, "__Host-a=1; Secure; Path=/")).toBe(
      "gandalf-in-k3v9-__Host-a=1; Path=/; HttpOnly",
    );
    const secure = { ...isolated, secure: true };
    expect(cookieForBrowser(secure, "__Host-a=1; Secure; Path=/")).toBe(
      "__Host-a=1; Secure; Path=/",
    );
  });

  it("is nothing where the app sent nothing that is a cookie", () => {
    for (const line of ["", "=", "=gandalf", "gandalf"])
      expect(cookieForBrowser(shared, line)).toBeNull();
  });
});
