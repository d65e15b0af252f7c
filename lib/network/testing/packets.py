"""Sends packets through a firewall with real rules, and tells which came where.

Standard input: JSON {"zones": {name: {"subnets": [...], "own": [addresses of the firewall]}}, "internet": name,
"cases": [{"rules": text for nft, "packets": [{"zone", "from", "to", "protocol", "port"}]}]}.
Standard output: JSON, per case a list with the name of the zone that each packet came out in, "firewall", or null.

Needs root, nft, ip. One network namespace is the firewall, one more stands for each zone; its veth has the zone's name.
"""
import ctypes
import ipaddress
import json
import os
import select
import socket
import struct
import subprocess
import sys

ETH = {4: 0x0800, 6: 0x86DD}
FIRST_PORT = 10_000
QUIET_S = 0.3
# Source: linux/sched.h, asm-generic/socket.h; Python names neither before 3.12.
CLONE_NEWNET = 0x40000000
SO_RCVBUFFORCE = 33


def run(*argv, stdin=None):
    done = subprocess.run(argv, input=stdin, text=True, capture_output=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(argv)}: {done.stderr}")


def enter(namespace):
    if ctypes.CDLL(None, use_errno=True).setns(namespace, CLONE_NEWNET) != 0:
        raise OSError(ctypes.get_errno(), "setns")


def within(name, make):
    """What `make` answers in the namespace: sockets stay where they were made."""
    here = os.open("/proc/self/ns/net", os.O_RDONLY)
    there = os.open(f"/run/netns/{name}", os.O_RDONLY)
    enter(there)
    try:
        return make()
    finally:
        enter(here)
        os.close(here)
        os.close(there)


def build(zones, internet):
    run("ip", "netns", "add", "fw")
    for key in ("ipv4.ip_forward", "ipv6.conf.all.forwarding"):
        run("ip", "netns", "exec", "fw", "sysctl", "-qw", f"net.{key}=1")
    for number, (name, zone) in enumerate(zones.items()):
        run("ip", "netns", "add", f"z{number}")
        run("ip", "link", "add", name, "netns", "fw", "type", "veth", "peer", "name", "fw", "netns", f"z{number}")
        run("ip", "-n", f"z{number}", "link", "set", "fw", "up")
        run("ip", "-n", "fw", "link", "set", name, "up")
        for version, net in ((4, f"10.99.{number}."), (6, f"fd99:{number}::")):
            run("ip", "-n", "fw", "addr", "add", f"{net}1/{24 if version == 4 else 64}", "dev", name, *(["nodad"] if version == 6 else []))
            run("ip", "-n", f"z{number}", "addr", "add", f"{net}2/{24 if version == 4 else 64}", "dev", "fw", *(["nodad"] if version == 6 else []))
        for own in zone["own"]:
            run("ip", "-n", "fw", "addr", "add", own, "dev", name)
        for subnet in zone["subnets"]:
            route(subnet, number)
        if name == internet:
            route("default", number)


def route(net, number):
    for version, via in ((4, f"10.99.{number}.2"), (6, f"fd99:{number}::2")):
        if net == "default" or ipaddress.ip_network(net).version == version:
            run("ip", "-n", "fw", f"-{version}", "route", "add", net, "via", via)


def checksum(data):
    data += b"\0" * (len(data) % 2)
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def packet(number, spec):
    """The bytes of one packet; its number is its source port, or the identifier of its echo request."""
    source, target = ipaddress.ip_address(spec["from"]), ipaddress.ip_address(spec["to"])
    mine = FIRST_PORT + number
    if spec["protocol"] == "tcp":
        proto, body = 6, struct.pack("!HHIIBBHHH", mine, spec["port"], 1, 0, 5 << 4, 2, 1024, 0, 0)
        at = 16
    elif spec["protocol"] == "udp":
        proto, body = 17, struct.pack("!HHHH", mine, spec["port"], 8, 0)
        at = 6
    else:
        proto, body = (1, struct.pack("!BBHHH", 8, 0, 0, mine, 1)) if source.version == 4 else (58, struct.pack("!BBHHH", 128, 0, 0, mine, 1))
        at = 2
    pseudo = source.packed + target.packed + struct.pack("!IxxxB" if source.version == 6 else "!xBH", *((len(body), proto) if source.version == 6 else (proto, len(body))))
    total = checksum((b"" if proto == 1 else pseudo) + body) or 0xFFFF
    body = body[:at] + struct.pack("!H", total) + body[at + 2 :]
    if source.version == 6:
        return struct.pack("!IHBB", 6 << 28, len(body), proto, 64) + source.packed + target.packed + body
    head = struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(body), 0, 0, 64, proto, 0) + source.packed + target.packed
    return head[:10] + struct.pack("!H", checksum(head)) + head[12:] + body


SYN = 2


def number_of(proto, body):
    """The number of a packet that came; None for what is not one of ours, such as an answer."""
    if proto == socket.IPPROTO_UDP or (proto == socket.IPPROTO_TCP and body[13] == SYN):
        return struct.unpack("!H", body[:2])[0] - FIRST_PORT
    if proto in (socket.IPPROTO_ICMP, socket.IPPROTO_ICMPV6) and body[0] in (8, 128):
        return struct.unpack("!H", body[4:6])[0] - FIRST_PORT
    return None


def taken_apart(data):
    """Protocol and body of a whole packet."""
    if data[0] >> 4 == 4:
        return data[9], data[(data[0] & 15) * 4 :]
    return data[6], data[40:]


def listen():
    """Sockets of every zone, and of what the firewall delivers to itself, behind its rules."""
    ears = {}
    for number, name in enumerate(job["zones"]):
        ear = within(f"z{number}", lambda: socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(3)))
        ears[ear] = name
    for family, protos in ((socket.AF_INET, (6, 17, 1)), (socket.AF_INET6, (6, 17, 58))):
        for proto in protos:
            ear = within("fw", lambda: socket.socket(family, socket.SOCK_RAW, proto))
            ears[ear] = "firewall"
    for ear in ears:
        ear.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, 1 << 24)
    return ears


def read(ear, name):
    data, sender = ear.recvfrom(2048)
    if name == "firewall" and ear.family == socket.AF_INET6:
        return number_of(ear.proto, data)
    if name != "firewall" and (sender[2] == socket.PACKET_OUTGOING or sender[1] not in ETH.values()):
        return None
    return number_of(*taken_apart(data))


def try_case(case, first):
    """Numbers go on from case to case, so that no connection is one that the kernel remembers."""
    run("ip", "netns", "exec", "fw", "nft", "-f", "-", stdin=case["rules"])
    for number, spec in enumerate(case["packets"], first):
        door, address = doors[spec["zone"]]
        version = ipaddress.ip_address(spec["from"]).version
        door.sendto(packet(number, spec), ("fw", ETH[version], 0, 0, address))
        if number % 50 == 49:
            collect(0)
    collect(QUIET_S)


def collect(patience_s):
    while ready := select.select(list(ears), [], [], patience_s)[0]:
        for ear in ready:
            number = read(ear, ears[ear])
            if number is not None and 0 <= number < len(came):
                came[number] = ears[ear]


def door_of(number, name):
    """Where packets of the zone are put on the wire, and the firewall's hardware address there."""
    words = subprocess.check_output(["ip", "-n", "fw", "-o", "link", "show", "dev", name], text=True).split()
    address = bytes.fromhex(words[words.index("link/ether") + 1].replace(":", ""))
    return within(f"z{number}", lambda: socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM)), address


job = json.load(sys.stdin)
came = [None] * sum(len(case["packets"]) for case in job["cases"])
build(job["zones"], job["internet"])
try:
    doors = {name: door_of(number, name) for number, name in enumerate(job["zones"])}
    ears = listen()
    first, answers = 0, []
    for case in job["cases"]:
        try_case(case, first)
        answers.append(came[first : first + len(case["packets"])])
        first += len(case["packets"])
    print(json.dumps(answers))
finally:
    for number in range(len(job["zones"])):
        run("ip", "netns", "del", f"z{number}")
    run("ip", "netns", "del", "fw")
