import { describe, expect, it } from "vitest";
import { readSshdDropIn, sshdConfigFor, sshdDropIn } from "./drop-in";

const DEBIAN = "Include /etc/ssh/sshd_config.d/*.conf\n\n#Port 22\nUsePAM yes\n";

describe("sshd's settings", () => {
  it.each([
    { port: 2222, keyOnly: true },
    { port: 2222, keyOnly: false },
    { port: null, keyOnly: true },
    { port: null, keyOnly: false },
  ])("of %j are read back as they were written", (choice) => {
    expect(readSshdDropIn(sshdDropIn(choice))).toEqual(choice);
  });

  it("leave Debian's own file alone", () => {
    expect(sshdConfigFor(DEBIAN, { port: 2222, keyOnly: true })).toBe(DEBIAN);
  });

  it("comment out a port of the file's own, or sshd would listen on both", () => {
    expect(sshdConfigFor(`${DEBIAN}Port 22\n`, { port: 2222, keyOnly: false })).toBe(
      `${DEBIAN}# gandalf: port # Port 22\n`,
    );
  });

  it("are read first where a file of an older release does not read its folder", () => {
    const old = "Port 22\nUsePAM yes\n";
    const once = sshdConfigFor(old, { port: 2222, keyOnly: true });
    expect(once).toBe(
      "Include /etc/ssh/sshd_config.d/*.conf\n# gandalf: port # Port 22\nUsePAM yes\n",
    );
    expect(sshdConfigFor(once, { port: 2222, keyOnly: true })).toBe(once);
  });
});
