import { assertNever } from "@/lib/core/assert-never";
import type { BaseMessages } from "@/lib/i18n/base";
import type { Named, Trouble } from "@/lib/schemas/overview";

const DAY_MS = 86_400_000;

interface Said {
  readonly title: string;
  readonly body: string;
}

interface About {
  readonly words: BaseMessages["overview"]["trouble"];
  readonly nowMs: number;
  /** "29 Nov" */
  readonly date: (atMs: number) => string;
}

const namesOf = (hosts: readonly Named[]) => hosts.map(({ name }) => name);

/** A trouble as a title and one sentence with the remedy. */
export function troubleWords(trouble: Trouble, about: About): Said {
  const { words } = about;
  switch (trouble.kind) {
    case "host-key-changed":
      return { title: words.keyChanged(namesOf(trouble.hosts)), body: words.keyChangedBody };
    case "host-unreachable":
      return { title: words.unreachable(namesOf(trouble.hosts)), body: trouble.detail };
    case "host-blocked": {
      const hosts = namesOf(trouble.hosts);
      const { title, detail } = trouble;
      return {
        title: words.blocked(hosts, title),
        body: words.blockedBody(hosts, title, detail),
      };
    }
    case "host-warned": {
      const hosts = namesOf(trouble.hosts);
      return { title: words.warned(hosts, trouble.warnings), body: words.warnedBody(hosts) };
    }
    case "site-drifted":
      return {
        title: words.siteDrifted(namesOf(trouble.hosts)),
        body: words.siteDriftedBody(trouble.site.name),
      };
    case "site-differs":
      return {
        title: words.siteDiffers(trouble.site.name, trouble.differ),
        body: words.siteDiffersBody(trouble.example),
      };
    case "job-stopped":
      return {
        title: words.jobStopped[trouble.outcome](trouble.job.title),
        body:
          (trouble.outcome === "failed" ? trouble.detail : null) ??
          words.jobStoppedBody[trouble.outcome],
      };
    default:
      return clusterWords(trouble, about);
  }
}

type ClusterTrouble = Exclude<
  Trouble,
  { kind: `host-${string}` | `site-${string}` | "job-stopped" }
>;

function clusterWords(trouble: ClusterTrouble, { words, nowMs, date }: About): Said {
  const { name } = trouble.cluster;
  switch (trouble.kind) {
    case "api-away":
      return { title: words.apiAway(name), body: trouble.detail };
    case "nodes-not-ready":
      return {
        title: words.nodesNotReady(trouble.nodes, name, trouble.total),
        body: trouble.detail,
      };
    case "nodes-strained":
      return { title: words.nodesStrained(trouble.nodes, name), body: trouble.detail };
    case "certificate-ends":
    case "certificate-ended": {
      const endsMs = Date.parse(trouble.endsAt);
      const days = Math.floor((endsMs - nowMs) / DAY_MS);
      return {
        title:
          trouble.kind === "certificate-ended"
            ? words.certificateEnded(name)
            : words.certificateEnds(name, days),
        body: words.certificateBody(trouble.host, date(endsMs)),
      };
    }
    default:
      return assertNever(trouble);
  }
}
