import type { Argv } from "@/lib/shell/argv";

/*
 * Perl, because perl-base is essential on Debian and Ubuntu: it is on every bare host, as python3 and nc are
 * not. Source: Debian Policy 3.8, `dpkg-query -W -f '${Essential}' perl-base`.
 */

/**
 * Listens on what nobody listens on, says "ready <protocol> <port> <address>", or "busy …" where somebody does, for
 * each, answers whoever comes, and ends by itself.
 */
const LISTEN = `
use strict; use IO::Socket::IP; use IO::Select; $| = 1; alarm 90;
my $all = IO::Select->new; my %udp;
for (@ARGV) {
  my ($p, $n, $a) = split /,/, $_, -1;
  my @six = $a =~ /:/ ? (V6Only => 1) : ();
  my @how = $p eq "tcp" ? (Listen => 64, ReuseAddr => 1) : ();
  my $s = IO::Socket::IP->new(LocalHost => $a eq "" ? "0.0.0.0" : $a, LocalPort => $n, Proto => $p, @six, @how);
  if (!$s) { print "busy $p $n $a\\n" if $!{EADDRINUSE}; next }
  $udp{$s} = 1 if $p eq "udp"; $all->add($s); print "ready $p $n $a\\n";
}
print "done\\n";
while ($all->count) { for my $s ($all->can_read) {
  if ($udp{$s}) { my $b; my $f = recv $s, $b, 64, 0; send $s, $b, 0, $f if defined $f }
  else { my $c = $s->accept; close $c if $c }
} }`;

/**
 * Tries some hundred at once; prints "<protocol> <from> <address> <port> open|refused|silent|unroutable". A packet
 * that gets no answer is given three seconds, and UDP three packets.
 */
const CONNECT = `
use strict; use Socket qw(:DEFAULT :addrinfo); use Fcntl; $| = 1;
sub begin {
  my ($p, $f, $a, $n) = split /,/, $_[0], -1; my $t = $p eq "tcp" ? SOCK_STREAM : SOCK_DGRAM;
  my ($e, $to) = getaddrinfo($a, $n, { socktype => $t }); return "silent" if $e;
  socket(my $s, $to->{family}, $t, 0) or return "unroutable";
  fcntl $s, F_SETFL, O_NONBLOCK;
  if ($f ne "") {
    my ($no, $own) = getaddrinfo($f, 0, { socktype => $t, flags => AI_NUMERICHOST });
    return "unroutable" if $no or !bind $s, $own->{addr};
  }
  return { s => $s, udp => $p eq "udp" } if connect $s, $to->{addr} or $!{EINPROGRESS};
  return why($! + 0);
}
sub why {
  local $! = $_[0];
  return $!{ECONNREFUSED} ? "refused" : $!{ENETUNREACH} || $!{EADDRNOTAVAIL} ? "unroutable" : "silent";
}
while (my @now = splice @ARGV, 0, 400) {
  my (%open, %word); my $end = time + 4; my $sent = 0;
  for (@now) { my $o = begin($_); if (ref $o) { $open{$_} = $o } else { $word{$_} = $o } }
  while (%open and time < $end) {
    my ($in, $out) = ("", "");
    if (time > $sent) { $sent = time; $_->{udp} and send $_->{s}, "gandalf", 0 for values %open }
    vec($_->{udp} ? $in : $out, fileno $_->{s}, 1) = 1 for values %open;
    select $in, $out, undef, 0.2;
    for my $k (keys %open) {
      my $o = $open{$k};
      if ($o->{udp}) {
        next if !vec $in, fileno $o->{s}, 1;
        my $b; $word{$k} = defined recv($o->{s}, $b, 64, 0) ? "open" : why($! + 0);
      } else {
        next if !vec $out, fileno $o->{s}, 1;
        my $e = unpack "i", getsockopt $o->{s}, SOL_SOCKET, SO_ERROR; $word{$k} = $e ? why($e) : "open";
      }
      delete $open{$k};
    }
  }
  for (@now) { my $w = $word{$_} // "silent"; print join(" ", split(/,/, $_, -1), "$w\\n") }
}`;

/** Where to listen: "tcp,6443,192.168.1.220"; without an address at all of IPv4. */
export const listenProgram = (ends: readonly string[]): Argv => ["perl", "-e", LISTEN, ...ends];

/** What to try: "tcp,<own address or nothing>,192.168.1.220,6443" */
export const connectProgram = (targets: readonly string[]): Argv => [
  "perl",
  "-MErrno",
  "-e",
  CONNECT,
  ...targets,
];
