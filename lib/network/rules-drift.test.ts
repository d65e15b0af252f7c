import { describe, expect, it } from "vitest";
import { rulesDrift } from "./rules-drift";

/** As nft 1.0.6 lists it. */
const LISTING = `table inet gandalf {
	counter panel.ssh {
	}

	set rate_forward_tcp-22.4 {
		type ipv4_addr
		size 65535
		flags dynamic,timeout
		timeout 5m
	}

	set zone_home4 {
		type ipv4_addr
		flags interval
		elements = { 192.168.1.0/24 }
	}

	chain to_host {
		type filter hook prerouting priority mangle; policy drop;
		iifname "lo" accept
		ip saddr @panel4 tcp dport 22 counter name "panel.ssh" accept
	}
}
`;

describe("rules in the kernel against those that were kept", () => {
  it("are the same when only sources of a limit were remembered", () => {
    const live = LISTING.replace(
      "\t\ttimeout 5m\n",
      "\t\ttimeout 5m\n\t\telements = { 198.51.100.7 limit rate over 20/minute burst 10 packets expires 4m59s,\n\t\t\t     198.51.100.8 limit rate over 20/minute burst 10 packets expires 1m }\n",
    );
    expect(live).not.toBe(LISTING);
    expect(rulesDrift(LISTING, live)).toBeNull();
  });

  it("differ in a rule that somebody added, one that is gone, and a zone that was changed", () => {
    const live = LISTING.replace('iifname "lo" accept', "tcp dport 23 accept").replace(
      "192.168.1.0/24",
      "192.168.0.0/16",
    );
    expect(rulesDrift(LISTING, live)).toEqual({
      lines: [
        { sign: "-", text: "elements = { 192.168.1.0/24 }" },
        { sign: "+", text: "elements = { 192.168.0.0/16 }" },
        { sign: "-", text: 'iifname "lo" accept' },
        { sign: "+", text: "tcp dport 23 accept" },
      ],
    });
  });

  it("are all gone when the table is", () => {
    expect(rulesDrift(LISTING, "")?.lines.every(({ sign }) => sign === "-")).toBe(true);
  });
});
