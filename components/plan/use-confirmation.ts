"use client";
import { Boxes, Container, Database, HardDrive, KeyRound, Network, Server } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import type { TypedConfirmation } from "@/components/ui/confirm-dialog";
import type { Consequence } from "@/components/ui/takes-with-it";
import type { Messages } from "@/lib/i18n/catalogue";
import type { BuiltCluster, ClusterRow } from "@/lib/schemas/cluster";
import type { ClusterOperation } from "@/lib/schemas/operation";
import type { PlanView } from "@/lib/schemas/plan-view";

/** What the dialog before a loss says. */
export interface Confirmation {
  readonly question: string;
  readonly happens: string;
  readonly takes: readonly Consequence[];
  readonly verb: string;
  readonly typed?: TypedConfirmation;
}

interface About {
  readonly cluster: ClusterRow;
  readonly operation: ClusterOperation;
  readonly plan: PlanView;
}

/** The confirmation an operation needs; null when nothing is lost by it. */
export function useConfirmation(about: About): Confirmation | null {
  const words = useMessages().plan;
  const { operation, cluster } = about;
  if (operation.kind === "delete")
    return cluster.origin === "built" ? deletion(cluster, words.deleteDialog) : null;
  if (operation.kind === "reboot") return reboot(about, operation, words.rebootDialog);
  if (operation.kind === "remove-host") return removal(about, operation, words.removeDialog);
  return null;
}

function deletion(cluster: BuiltCluster, words: Messages["plan"]["deleteDialog"]): Confirmation {
  const hosts = cluster.members.length;
  const database = cluster.members.find((member) => member.role === "datastore");
  return {
    question: words.question(cluster.name),
    happens: words.happens(hosts),
    verb: words.verb(cluster.name),
    typed: { name: cluster.name, because: words.because },
    takes: [
      {
        icon: Boxes,
        title: words.workloads,
        detail: words.workloadsDetail,
        verdict: words.lost,
        tone: "danger",
      },
      ...(database
        ? [
            {
              icon: Database,
              title: words.database(cluster.spec.database.name),
              detail: words.databaseDetail(database.hostName),
              verdict: words.lost,
              tone: "danger" as const,
            },
          ]
        : []),
      {
        icon: KeyRound,
        title: words.access,
        detail: words.accessDetail,
        verdict: words.invalid,
        tone: "warn",
      },
      {
        icon: Server,
        title: words.hosts(hosts),
        detail: words.hostsDetail,
        verdict: words.kept,
        tone: "ok",
      },
    ],
  };
}

function removal(
  { cluster, plan }: About,
  operation: Extract<ClusterOperation, { kind: "remove-host" }>,
  words: Messages["plan"]["removeDialog"],
): Confirmation {
  const leaving = cluster.members.find((member) => member.hostId === operation.hostId);
  const host =
    leaving?.hostName ??
    plan.nodes.find((node) => node.hostId === operation.hostId)?.hostName ??
    operation.hostId;
  const left = cluster.members.filter((member) => member.hostId !== operation.hostId);
  const alone = !left.some((member) => member.role === "agent");
  return {
    question: words.question(host, cluster.name),
    happens: operation.gone ? words.happensGone(host) : words.happens(host),
    verb: words.verb(host),
    ...(alone ? { typed: { name: host, because: words.because } } : {}),
    takes: [
      {
        icon: Container,
        title: words.pods(host),
        detail: alone ? words.podsStay : words.podsMove,
        verdict: alone ? words.down : words.moves,
        tone: alone ? "danger" : "ok",
      },
      {
        icon: HardDrive,
        title: words.volumes,
        detail: words.volumesDetail(host),
        verdict: words.lost,
        tone: "warn",
      },
      ...(leaving?.role === "server" ? [apiConsequence(left, words)] : []),
    ],
  };
}

function reboot(
  { cluster }: About,
  { hostIds }: Extract<ClusterOperation, { kind: "reboot" }>,
  words: Messages["plan"]["rebootDialog"],
): Confirmation {
  const going = cluster.members.filter((member) => hostIds.includes(member.hostId));
  const of = (role: string) => going.filter((member) => member.role === role);
  const nodes = [...of("agent"), ...of("server")].map((member) => member.hostName);
  const spare = cluster.members.filter((member) => member.role === "server").length > 1;
  const name = going.length === 1 ? (going[0]?.hostName ?? "") : words.hosts(going.length);
  const row = (icon: Consequence["icon"], said: readonly [string, string], down: boolean) => ({
    icon,
    title: said[0],
    detail: said[1],
    verdict: down ? words.away : words.stays,
    tone: down ? ("warn" as const) : ("ok" as const),
  });
  return {
    question: words.question(name),
    happens: words.happens(going.length),
    verb: words.verb(name),
    takes: [
      ...(nodes.length > 0
        ? [{ ...row(Container, words.pods(nodes.join(", ")), false), verdict: words.move }]
        : []),
      ...(of("server").length > 0
        ? [row(Server, spare ? words.apiSpare : words.apiAlone, !spare)]
        : []),
      ...of("load-balancer").map(({ hostName }) => row(Network, words.entry(hostName), true)),
      ...of("datastore").map(({ hostName }) => row(Database, words.database(hostName), true)),
    ],
  };
}

function apiConsequence(
  left: ClusterRow["members"],
  words: Messages["plan"]["removeDialog"],
): Consequence {
  const servers = left.filter((member) => member.role === "server").length;
  return {
    icon: Server,
    title: words.api,
    detail: words.apiLeft(servers),
    verdict: servers > 1 ? words.stays : words.single,
    tone: servers > 1 ? "ok" : "warn",
  };
}
