import { compileHost } from "@/lib/network/compile/compile-host";
import { randomFrom } from "@/lib/network/testing/random";
import { randomView } from "@/lib/network/testing/random-policy";
import { hostFile } from "@/lib/render/nftables/host-file";

/** Rules that no policy would compile to: whoever wrote them into the file meant harm, or was a bug of ours. */
const hook = (where: string, ...rules: readonly string[]) => `add table inet gandalf
delete table inet gandalf
table inet gandalf {
  chain harm {
    type filter hook ${where};
    ${rules.join("\n    ")}
  }
}
`;
const nothing = "add table inet gandalf\ndelete table inet gandalf\n";

/** `panel`: where the host sees it come from; `wire`: another address of that network. */
const byHand = ({ panel, wire }: Place): readonly string[] => [
  hook("input priority filter; policy drop", ""),
  hook("output priority filter; policy drop", ""),
  hook("prerouting priority raw; policy drop", ""),
  hook("postrouting priority mangle; policy drop", ""),
  hook("input priority filter; policy accept", `ip saddr ${panel} drop`),
  hook("input priority filter; policy accept", "tcp dport 22 ct state new drop"),
  hook("input priority filter; policy accept", "tcp dport 22 reject with tcp reset"),
  hook("input priority filter; policy drop", 'iifname "lo" drop', "ct state established accept"),
  hook("prerouting priority mangle; policy drop", 'iifname "no-such-wire" accept'),
  hook(
    "output priority filter; policy accept",
    "tcp sport 22 tcp flags & (syn|ack) == (syn|ack) drop",
  ),
  hook("input priority filter; policy accept", "meta length > 200 drop"),
  hook("prerouting priority dstnat; policy accept", "")
    .replace("type filter", "type nat")
    .replace("\n    \n", "\n    tcp dport 22 redirect to :9\n"),
  `#: route ${panel}/32 via ${wire}\n${nothing}`,
  `#: forward\n#: route 0.0.0.0/1 via ${wire}\n#: route ${panel}/32 via ${wire}\n${nothing}`,
];

interface Place {
  readonly panel: string;
  readonly wire: string;
}

/**
 * As many files as asked for: those by hand, and compiled policies of another network altogether, whose panel is somewhere
 * else, whose interfaces do not exist and whose zones hold nobody.
 */
export function hostileRules(count: number, place: Place): readonly string[] {
  const random = randomFrom(20_261_124);
  const all = [...byHand(place)];
  while (all.length < count) {
    const view = randomView(random);
    const [host] = view.hosts;
    if (host === undefined) throw new Error("a view without hosts");
    const ruleset = compileHost(view, host, new Date("2026-11-23T12:00:00Z"));
    all.push(hostFile({ ruleset, forwards: random.chance(0.5), routes: [] }));
  }
  return all;
}
