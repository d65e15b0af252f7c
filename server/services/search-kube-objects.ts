import { fail, ok, type Result } from "@/lib/core/result";
import { canBeListed, customName, type Discovered } from "@/lib/kube/discovery";
import type { KubeResource } from "@/lib/kube/kind";
import { kindOf, isKindName, kindOfObject } from "@/lib/kube/kinds";
import { matchObject, searchWords, type Searched } from "@/lib/kube/search-match";
import type { RowStatus } from "@/lib/schemas/kube-kind";
import type {
  KubeSearchAnswer,
  KubeSearchQuery,
  SearchGroup,
  SearchHit,
} from "@/lib/schemas/kube-search";
import type { Container } from "@/server/container";
import { problemOf } from "@/server/kube/api-failure";
import type { KubeHub } from "@/server/kube/kube-hub";
import { inParallel } from "@/server/hosts/in-parallel";
import { clusterExists } from "./cluster-exists";

type Needs = Pick<Container, "db" | "kube">;

/** Requests to the API at once. */
const AT_ONCE = 6;
/** Events and leases come and go by the thousand and are no place to go to. */
const LEFT_OUT = ["events", "events.events.k8s.io", "leases.coordination.k8s.io"];

/** Objects of every kind whose name, namespace or label fits. Bounded in time, requests and answers. */
export async function searchKubeObjects(
  { db, kube }: Needs,
  clusterId: string,
  { q, limit }: KubeSearchQuery,
): Promise<Result<KubeSearchAnswer>> {
  const exists = await clusterExists(db, clusterId);
  if (!exists.ok) return exists;
  const served = await kube.discover(clusterId);
  if (!served.ok) return fail(problemOf(served.problem));
  const resources = served.value.filter(isSearched);
  const words = searchWords(q);
  const found = await inParallel(resources, AT_ONCE, async (resource) => {
    const read = await readObjects(kube, clusterId, resource);
    return { read, group: toGroup(resource, { ...read, words, limit }) };
  });
  const groups = found.map(({ group }) => group).filter(({ total }) => total > 0);
  return ok({
    groups: groups.sort((a, b) => bestRank(a) - bestRank(b)).map(({ group }) => group),
    incomplete: found.flatMap(({ read, group }) =>
      read.why === "" ? [] : [{ list: group.group.list, why: read.why }],
    ),
  });
}

const isSearched = (resource: Discovered) =>
  canBeListed(resource) && !LEFT_OUT.includes(listName(resource));

const listName = (resource: KubeResource) =>
  kindOfObject(resource.apiVersion, resource.kind)?.name ?? customName(resource);

interface Read {
  readonly objects: readonly (Searched & { readonly status: RowStatus | null })[];
  /** Why these are not all; empty when they are. */
  readonly why: string;
}

/** From what is watched already, else a list of names and labels. */
async function readObjects(
  kube: Pick<KubeHub, "peek" | "metadata">,
  clusterId: string,
  resource: Discovered,
): Promise<Read> {
  const name = listName(resource);
  const rows = kube.peek(clusterId, name)?.rows;
  if (rows && isKindName(name)) {
    const kind = kindOf(name);
    const objects = [...rows.values()].map((row) => ({
      ...row,
      texts: kind.searchText(row),
      status: kind.status(row),
    }));
    return { objects, why: "" };
  }
  const listed = await kube.metadata(clusterId, resource);
  if (!listed.ok) return { objects: [], why: listed.problem.detail };
  const { objects, isCut } = listed.value;
  return {
    objects: objects.map((object) => ({ ...object, status: null })),
    why: isCut ? `Only the first ${objects.length} were looked at.` : "",
  };
}

interface Wanted extends Read {
  readonly words: readonly string[];
  readonly limit: number;
}

interface Ranked {
  readonly group: SearchGroup;
  readonly total: number;
  readonly best: number;
  readonly isBuiltIn: boolean;
}

function toGroup(resource: Discovered, { objects, words, limit }: Wanted): Ranked {
  const matches = objects.flatMap((object) => {
    const match = matchObject(object, words);
    return match === null ? [] : [{ object, match }];
  });
  matches.sort(
    (a, b) =>
      a.match.rank - b.match.rank ||
      Number(a.object.name > b.object.name) - Number(a.object.name < b.object.name),
  );
  const { apiVersion, kind } = resource;
  const hits = matches.slice(0, limit).map(({ object, match }): SearchHit => ({
    ...{ apiVersion, kind, namespace: object.namespace, name: object.name },
    status: object.status,
    label: match.label,
  }));
  const builtIn = kindOfObject(apiVersion, kind);
  const label = builtIn?.info.label ?? kind;
  return {
    group: { list: listName(resource), label, total: matches.length, hits },
    total: matches.length,
    best: matches[0]?.match.rank ?? Infinity,
    isBuiltIn: builtIn !== undefined,
  };
}

/** Kinds that somebody knows come before those that a chart brought, when both fit as well. */
const bestRank = ({ best, isBuiltIn }: Ranked) => best * 2 + (isBuiltIn ? 0 : 1);
