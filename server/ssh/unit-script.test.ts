import { describe, expect, it } from "vitest";
import { secret } from "@/lib/core/secret";
import { unitPlace } from "./unit-script";

describe("a transient unit's name", () => {
  it("is readable, safe for systemd and for paths, and the same for the same work", () => {
    const { unit, folder } = unitPlace("master1/apt install", ["apt-get", "install", "haproxy"]);
    expect(unit).toMatch(/^gandalf-master1-apt-install-[0-9a-f]{12}$/);
    expect(folder).toBe(`/run/gandalf/units/${unit}`);
    expect(unitPlace("master1/apt install", ["apt-get", "install", "haproxy"]).unit).toBe(unit);
  });

  it("differs when the command does", () => {
    expect(unitPlace("x", ["true"]).unit).not.toBe(unitPlace("x", ["false"]).unit);
  });

  it.each(["../../etc", "a\nb", "$(reboot)", "%n@x", "ñ", "", "x".repeat(500)])(
    "takes nothing dangerous over from %j",
    (name) => {
      expect(unitPlace(name, ["true"]).unit).toMatch(/^gandalf-[a-z0-9-]{12,60}$/);
    },
  );

  it("tells nothing about secrets in the command", () => {
    const one = unitPlace("x", ["login", secret("a")]);
    expect(unitPlace("x", ["login", secret("b")])).toEqual(one);
  });
});
