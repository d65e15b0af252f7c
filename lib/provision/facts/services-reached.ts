import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import { script } from "@/lib/shell/argv";

interface Args {
  readonly api: string;
  readonly dns: string;
}

/** What a node and one of its pods reach. */
export interface Reached {
  readonly from: "node" | "pod";
  readonly what: "api" | "dns";
  readonly ok: boolean;
}

/**
 * Perl, because perl-base is on every Debian. A name is asked for with a question of 12 + 40 bytes; any answer without an
 * error counts. Source: RFC 1035 section 4.1.
 */
const PROBE = `use strict; use IO::Socket::INET; my ($from, $api, $dns) = @ARGV;
my $s = IO::Socket::INET->new(PeerAddr => $api, PeerPort => 443, Proto => "tcp", Timeout => 4);
print "$from api ", ($s ? "ok" : "no"), "\\n";
my $q = pack("n6", 4711, 0x0100, 1, 0, 0, 0) . join("", map { chr(length) . $_ } qw(kubernetes default svc cluster local)) . "\\0" . pack("n2", 1, 1);
my $u = IO::Socket::INET->new(PeerAddr => $dns, PeerPort => 53, Proto => "udp"); my $r = "no";
for (1 .. 3) { last if !$u; $u->send($q); my $in = ""; vec($in, fileno($u), 1) = 1;
  if (select($in, undef, undef, 1.5)) { my $b = ""; $u->recv($b, 512); $r = "ok" if length $b > 12 && !(unpack("n", substr($b, 2, 2)) & 15); last } }
print "$from dns $r\\n";`;

const READ = `perl -e "$3" node "$1" "$2"
n=$(ip netns list 2>/dev/null | sed -n 's/^\\(cni-[^ ]*\\).*/\\1/p' | head -n 1)
[ -z "$n" ] || ip netns exec "$n" perl -e "$3" pod "$1" "$2"`;

/** Whether the API's service and the cluster's names are reached, from this node and from inside one of its pods. */
export const servicesReached: Fact<Args, readonly Reached[]> = {
  id: "services-reached",
  slow: true,
  command: ({ api, dns }) => script(READ, api, dns, PROBE),
  parse: ({ stdout }) =>
    ok(
      [...stdout.matchAll(/^(node|pod) (api|dns) (ok|no)$/gm)].map(([, from, what, word]) => ({
        from: from as Reached["from"],
        what: what as Reached["what"],
        ok: word === "ok",
      })),
    ),
};
