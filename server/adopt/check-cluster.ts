import {
  DISTRIBUTION_NAMES,
  guessDistribution,
  type NodeSigns,
} from "@/lib/adopt/guess-distribution";
import { minorOf, OLDEST_MINOR } from "@/lib/adopt/supported-version";
import { ok, type Result } from "@/lib/core/result";
import { plural } from "@/lib/format/plural";
import type { KubeCredentials } from "@/lib/kube/kubeconfig";
import type { CheckLine, Distribution } from "@/lib/schemas/adopt";
import type { Container } from "@/server/container";
import { adoptedAccess } from "@/server/kube/access";
import { createApiClient, type ApiClient } from "@/server/kube/api-client";
import type { ApiFailure } from "@/server/kube/api-failure";
import { may } from "@/server/kube/may-ask-as-people";
import { failed, failedBy, passed, warned } from "./check-line";
import { checkPeople } from "./check-people";
import { checkAddress, checkTls } from "./check-way";
import { identityEnd } from "./identity-end";
import { clusterWithUid, systemUid } from "./system-uid";

/** What the checks found out, if nothing failed. */
export interface Found {
  readonly uid: string;
  readonly version: string;
  readonly distribution: Distribution;
  readonly identity: string;
  readonly identityEndsAt: string | null;
}

interface Asked {
  readonly credentials: KubeCredentials;
  /** The cluster whose kubeconfig is to be replaced; null for a new one. */
  readonly replaces: { readonly id: string; readonly systemUid: string | null } | null;
  readonly say: (line: CheckLine) => void;
}

type Needs = Pick<Container, "db" | "kube" | "clock">;

const DAY_MS = 86_400_000;
const ENDS_SOON_DAYS = 30;

/** Checks one after the other and says each; stops where nothing more can be known. Null when it must not be used. */
export async function checkCluster(needs: Needs, asked: Asked): Promise<Found | null> {
  const { credentials, say } = asked;
  for (const check of [checkAddress, checkTls]) {
    const line = await check(credentials);
    say(line);
    if (line.state === "fail") return null;
  }
  const api = createApiClient(credentials, adoptedAccess(credentials));
  try {
    return await checkApi(needs, { ...asked, api });
  } finally {
    api.close();
  }
}

type WithApi = Asked & { readonly api: ApiClient };

async function checkApi(needs: Needs, asked: WithApi): Promise<Found | null> {
  const { api, say, credentials } = asked;
  const who = await whoAmI(api);
  if (!who.ok) return stop(say, failedBy("credential", notAccepted(who.problem, credentials)));
  const end = identityEnd(credentials.identity);
  say(credentialLine(who.value, end, needs.clock.nowMs()));
  const version = await api.json<{ gitVersion?: string }>({ path: "/version" });
  if (!version.ok) return stop(say, failedBy("version", version.problem));
  const { gitVersion = "" } = version.value;
  const versionLine = lineOfVersion(gitVersion);
  say(versionLine);
  if (versionLine.state === "fail") return null;
  const nodes = await readNodes(api);
  const signs = nodes.ok ? nodes.value : [];
  const distribution = guessDistribution({ version: gitVersion, nodes: signs });
  say(distributionLine(distribution));
  say(await readingLine(api));
  say(await checkPeople(api, who.value));
  say(nodesLine(nodes));
  const uid = await knownLine(needs, asked);
  if (uid === null) return null;
  return {
    ...{ uid, version: gitVersion, distribution, identity: who.value },
    identityEndsAt: end?.toISOString() ?? null,
  };
}

function stop(say: Asked["say"], line: CheckLine): null {
  say(line);
  return null;
}

/** Source: Kubernetes API reference, authentication/v1 SelfSubjectReview. */
async function whoAmI(api: ApiClient): Promise<Result<string, ApiFailure>> {
  const answer = await api.json<{ status?: { userInfo?: { username?: string } } }>({
    method: "POST",
    path: "/apis/authentication.k8s.io/v1/selfsubjectreviews",
    body: { apiVersion: "authentication.k8s.io/v1", kind: "SelfSubjectReview" },
  });
  if (answer.ok) return ok(answer.value.status?.userInfo?.username ?? "");
  // Before 1.28 there is none; the version says so better.
  return answer.problem.httpStatus === 404 ? ok("") : answer;
}

const notAccepted = (problem: ApiFailure, { identity }: KubeCredentials): ApiFailure =>
  problem.httpStatus !== 401
    ? problem
    : {
        ...problem,
        detail:
          identity.kind === "password"
            ? "The cluster does not accept the name and password: Kubernetes takes none since 1.19."
            : "The cluster does not accept this credential: it ended, was withdrawn, or belongs to another cluster.",
        remedies: ["Take a new kubeconfig from the cluster, and paste that one."],
      };

function credentialLine(who: string, end: Date | null, nowMs: number): CheckLine {
  const lasts =
    end === null ? "It does not say when it ends." : `It ends ${end.toISOString().slice(0, 10)}.`;
  const detail = `It is accepted: you are ${who || "somebody without a name"}. ${lasts}`;
  if (end === null || end.getTime() - nowMs > ENDS_SOON_DAYS * DAY_MS)
    return passed("credential", detail);
  return warned("credential", detail, {
    remedies: ["Use one that lasts, or replace the kubeconfig here before that day."],
  });
}

function lineOfVersion(gitVersion: string): CheckLine {
  const minor = minorOf(gitVersion);
  if (minor !== null && minor >= OLDEST_MINOR)
    return passed("version", `${gitVersion}. The panel works with 1.${OLDEST_MINOR} and newer.`);
  return failed(
    "version",
    `${gitVersion || "No version"}: the panel needs 1.${OLDEST_MINOR} or newer.`,
    {
      remedies: ["Bring the cluster up to a version that is still supported; then adopt it."],
    },
  );
}

const distributionLine = (distribution: Distribution): CheckLine =>
  passed(
    "distribution",
    distribution === "other"
      ? "Nothing says what made it. It is treated as plain Kubernetes."
      : `It looks like ${DISTRIBUTION_NAMES[distribution]}.`,
  );

/** Lists of all namespaces are what the pages are made of. */
async function readingLine(api: ApiClient): Promise<CheckLine> {
  const all = await may(api, { verb: "list", group: "*", resource: "*" });
  if (all.ok && all.value) return passed("reading", "It may read everything.");
  const pods = await may(api, { verb: "list", resource: "pods" });
  if (pods.ok && pods.value)
    return warned("reading", "It may read pods of all namespaces, but not everything.", {
      remedies: ["Lists that it may not read say so. ClusterRole view reads most of them."],
    });
  return warned("reading", "It may not list pods of all namespaces: most lists will stay empty.", {
    remedies: ["Use a kubeconfig that may at least read: ClusterRole view, bound cluster-wide."],
  });
}

interface RawNode {
  readonly metadata: {
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec?: { readonly providerID?: string };
}

async function readNodes(api: ApiClient): Promise<Result<readonly NodeSigns[], ApiFailure>> {
  const answer = await api.json<{ items?: readonly RawNode[] }>({ path: "/api/v1/nodes" });
  if (!answer.ok) return answer;
  return ok(
    (answer.value.items ?? []).map(({ metadata, spec }) => ({
      providerId: spec?.providerID ?? "",
      labels: Object.keys(metadata.labels ?? {}),
      annotations: Object.keys(metadata.annotations ?? {}),
    })),
  );
}

const nodesLine = (nodes: Result<readonly NodeSigns[], ApiFailure>): CheckLine =>
  nodes.ok
    ? passed("nodes", `It has ${plural(nodes.value.length, "node")}.`)
    : warned("nodes", "It may not list nodes: the page of nodes will be empty.", {
        remedies: ["Let it get, list and watch nodes."],
      });

/** Says whether this panel has the cluster already; answers its UID, or null when it must not be used. */
async function knownLine(needs: Needs, { api, replaces, say }: WithApi): Promise<string | null> {
  const uid = await systemUid(api);
  if (!uid.ok)
    return stop(
      say,
      failed("known", "It may not read the namespace kube-system, by which clusters are known.", {
        remedies: [
          "Use a kubeconfig that may at least read: ClusterRole view, bound cluster-wide.",
        ],
      }),
    );
  if (replaces !== null) {
    const isSame = replaces.systemUid === null || replaces.systemUid === uid.value;
    say(
      isSame
        ? passed("known", "It leads to the same cluster.")
        : failed("known", ANOTHER[0], { remedies: [ANOTHER[1]] }),
    );
    return isSame ? uid.value : null;
  }
  const twin = await clusterWithUid(needs, uid.value);
  if (twin === null) {
    say(passed("known", "This panel does not have it yet."));
    return uid.value;
  }
  const remedies = ["Open it. To give it another kubeconfig, replace it there."];
  return stop(
    say,
    failed("known", `This panel has this cluster already: ${twin.name}.`, {
      remedies,
      clusterId: twin.id,
    }),
  );
}

const ANOTHER = [
  "This kubeconfig leads to another cluster.",
  "Adopt that one under a name of its own; this one needs its own kubeconfig.",
] as const;
