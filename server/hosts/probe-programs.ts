import type { Argv } from "@/lib/shell/argv";

/*
 * Perl, because perl-base is essential on Debian and Ubuntu: it is on every bare host, as python3 and nc are
 * not. Source: Debian Policy 3.8, `dpkg-query -W -f '${Essential}' perl-base`.
 */

/**
 * Listens on what nobody listens on, says "ready <protocol> <port>" or "busy …" for each, answers whoever
 * comes, and ends by itself.
 */
const LISTEN = `
use strict; use IO::Socket::INET; use IO::Select; $| = 1; alarm 90;
my $all = IO::Select->new; my %udp;
for (@ARGV) {
  my ($p, $n) = split /:/;
  my $s = IO::Socket::INET->new(LocalPort => $n, Proto => $p, ($p eq "tcp" ? (Listen => 64, ReuseAddr => 1) : ()));
  if (!$s) { print "busy $p $n\\n"; next }
  $udp{$s} = 1 if $p eq "udp"; $all->add($s); print "ready $p $n\\n";
}
print "done\\n";
while ($all->count) { for my $s ($all->can_read) {
  if ($udp{$s}) { my $b; $s->recv($b, 64) and $s->send($b) } else { my $c = $s->accept; close $c if $c }
} }`;

/** Tries everything at once; prints "<protocol> <address> <port> open|refused|silent". */
const CONNECT = `
use strict; use IO::Socket::INET; $| = 1; my @kids;
for my $t (@ARGV) {
  my $pid = fork; if ($pid) { push @kids, $pid; next }
  my ($p, $a, $n) = split /,/, $t; my $r = "silent";
  my $s = IO::Socket::INET->new(PeerAddr => $a, PeerPort => $n, Proto => $p, Timeout => 3);
  if ($p eq "tcp") { $r = $s ? "open" : $!{ECONNREFUSED} ? "refused" : "silent" }
  elsif ($s) { for (1 .. 3) {
    $s->send("gandalf"); my $in = ""; vec($in, fileno($s), 1) = 1;
    if (select($in, undef, undef, 1)) { my $b; $r = defined $s->recv($b, 64) ? "open" : "refused"; last }
  } }
  print "$p $a $n $r\\n"; exit 0;
}
waitpid $_, 0 for @kids;`;

/** `listenProgram(["tcp:6443"])` */
export const listenProgram = (ports: readonly string[]): Argv => ["perl", "-e", LISTEN, ...ports];

/** `connectProgram(["tcp,192.168.1.220,6443"])` */
export const connectProgram = (targets: readonly string[]): Argv => [
  "perl",
  "-MErrno",
  "-e",
  CONNECT,
  ...targets,
];
