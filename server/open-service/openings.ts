import { randomBytes } from "node:crypto";
import type { Logger } from "pino";
import type { Clock } from "@/lib/core/clock";
import { fail, ok, type Result } from "@/lib/core/result";
import { secret } from "@/lib/core/secret";
import { openingAddress, sharesPort } from "@/lib/open-service/opening-address";
import type { OpenInput } from "@/lib/schemas/opening";
import type { SessionUser } from "@/lib/schemas/session";
import type { Audit } from "@/server/audit/audit";
import { allows } from "@/server/auth/permissions";
import type { Sessions } from "@/server/auth/sessions";
import { newToken } from "@/server/auth/token";
import type { Bus } from "@/server/bus";
import type { Config } from "@/server/config";
import type { Lifecycle } from "@/server/lifecycle";
import { createOpenFront } from "./open-front";
import { createOpenPorts, type OpenPorts } from "./open-ports";
import { type CloseReason, Opening } from "./opening";
import { createTickets, type Tickets } from "./tickets";
import { type Clusters, wayToApp } from "./way-to-app";

const MAX_PER_PERSON = 8;
const MAX_OPENINGS = 64;
/** How soon an opening ends after its person lost the right to it, or left it alone. */
const RECHECK_EVERY_MS = 15_000;
/** 32 letters and digits that fit into a host name and are not mistaken for each other. */
const ID_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

/** Who opens one, and how that browser reached the panel. */
export interface Opener {
  readonly user: Pick<SessionUser, "id" | "name" | "role">;
  readonly sessionHash: string;
  readonly address: string;
  readonly panel: URL;
}

/** A person who does something to one. */
interface Closer {
  readonly actor: Pick<SessionUser, "id" | "name">;
  readonly address: string;
}

interface Asked {
  readonly id: string;
  readonly clusterId: string;
}

interface Needs {
  readonly audit: Audit;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly config: Pick<Config, "host" | "openPorts" | "openUrl" | "trustedProxies">;
  readonly kube: Clusters;
  readonly lifecycle: Pick<Lifecycle, "onStop">;
  readonly log: Logger;
  readonly sessions: Pick<Sessions, "check">;
}

const newId = (): string =>
  [...randomBytes(16)].map((byte) => ID_LETTERS[byte % ID_LETTERS.length]).join("");

/** Apps of clusters that browsers look at through the panel. No port is open before the first of them. */
export class Openings {
  readonly #needs: Needs;
  readonly #open = new Map<string, Opening>();
  readonly #tickets: Tickets;
  readonly #ports: OpenPorts;
  /** Openings are made one after the other: two must not get the same port. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(needs: Needs) {
    this.#needs = needs;
    const { bus, clock, config, lifecycle, log } = needs;
    this.#tickets = createTickets(clock);
    const find = (host: string) =>
      this.#all().find(({ facts }) => facts.address.host === host) ?? null;
    const serve = () => createOpenFront({ config, log, tickets: this.#tickets, find });
    this.#ports = createOpenPorts(config, serve);
    const timer = setInterval(() => void this.recheck(), RECHECK_EVERY_MS).unref();
    const stopListening = bus.on("sessions.closed", ({ tokenHashes }) => {
      for (const opening of this.#all())
        if (tokenHashes.includes(opening.facts.sessionHash)) this.close(opening, "signed-out");
    });
    lifecycle.onStop("openings", async () => {
      clearInterval(timer);
      stopListening();
      for (const opening of this.#all()) this.close(opening, "stopped");
      await this.#ports.close();
    });
  }

  /** Opens an app, or answers the opening that this browser has of it already. */
  open(opener: Opener, clusterId: string, wanted: OpenInput): Promise<Result<Opening>> {
    const opened = this.#last.then(() => this.#openNext(opener, clusterId, wanted));
    this.#last = opened.catch(() => {}); // whoever asked hears of it
    return opened;
  }

  list(clusterId: string): readonly Opening[] {
    return this.#all().filter(({ facts }) => facts.clusterId === clusterId);
  }

  find({ id, clusterId }: Asked): Opening | null {
    const found = this.#open.get(id);
    return found?.facts.clusterId === clusterId ? found : null;
  }

  /** A one-time way in. */
  ticket({ facts }: Opening): string {
    return this.#tickets.issue(facts.id);
  }

  /** Ends it, now. */
  close(opening: Opening, reason: CloseReason, by: Closer | null = null): void {
    this.#open.delete(opening.facts.id);
    if (!opening.close()) return;
    const seconds = Math.round((this.#needs.clock.nowMs() - opening.openedAtMs) / 1000);
    // A database that cannot be written says so where somebody reads it.
    const { actor, address } = by ?? { actor: opening.facts.user, address: "panel" };
    const more = { reason, seconds, owner: opening.facts.user.name };
    void this.#record("service.close", opening, { actor, address, more }).catch(() => {});
  }

  /** Ends what is idle, and what its person may not have any more. */
  async recheck(): Promise<void> {
    for (const opening of this.#all()) {
      const { sessionHash, user } = opening.facts;
      const now = await this.#needs.sessions.check(sessionHash);
      const mayStay = now?.role === user.role && allows(now.role, "service:open");
      if (!mayStay) this.close(opening, "signed-out");
      else if (opening.isOverdue) this.close(opening, "idle");
    }
  }

  #all(): readonly Opening[] {
    return [...this.#open.values()];
  }

  async #openNext(opener: Opener, clusterId: string, wanted: OpenInput): Promise<Result<Opening>> {
    const own = this.#all().filter(({ facts }) => facts.user.id === opener.user.id);
    const same = own.find((opening) => isSame(opening, opener, { clusterId, wanted }));
    if (same !== undefined) return ok(same);
    if (own.length >= MAX_PER_PERSON || this.#open.size >= MAX_OPENINGS) return fail(tooMany);
    const { clock, config, kube } = this.#needs;
    const { user, sessionHash, panel } = opener;
    const port = await this.#takePort(panel);
    if (!port.ok) return port;
    const id = newId();
    const address = openingAddress({ template: config.openUrl, panel, id, port: port.value });
    const facts = {
      ...{ id, clusterId, wanted, user, sessionHash, address },
      ownPort: address.isolated ? null : port.value,
      panelOrigin: panel.origin,
      cookie: secret(newToken()),
    };
    const way = wayToApp({ kube, clock, clusterId, user, wanted });
    const opening = new Opening(facts, way, clock);
    this.#open.set(id, opening);
    const { address: from } = opener;
    await this.#record("service.open", opening, { actor: user, address: from, more: {} });
    return ok(opening);
  }

  /** Apps that only a port tells apart need one each. */
  #takePort(panel: URL): Promise<Result<number>> {
    const shares = sharesPort({ template: this.#needs.config.openUrl, panel });
    const used = new Set(this.#all().map(({ facts }) => facts.ownPort));
    return this.#ports.take((port) => shares || !used.has(port));
  }

  #record(action: string, { facts }: Opening, { actor, address, more }: Closer & { more: object }) {
    return this.#needs.audit.record({
      actor: { id: actor.id, name: actor.name },
      ...{ action, address },
      object: `cluster:${facts.clusterId}`,
      detail: { ...facts.wanted, origin: facts.address.origin, ...more },
    });
  }
}

const SAME = ["kind", "namespace", "name", "port", "scheme"] as const;

/** Whether that browser has the same port of the same object open, under the name it knows the panel by. */
function isSame(
  { facts }: Opening,
  { sessionHash, panel, user }: Opener,
  { clusterId, wanted }: { readonly clusterId: string; readonly wanted: OpenInput },
): boolean {
  if (facts.sessionHash !== sessionHash || facts.clusterId !== clusterId) return false;
  if (facts.panelOrigin !== panel.origin || facts.user.role !== user.role) return false;
  return SAME.every((key) => facts.wanted[key] === wanted[key]);
}

const tooMany = {
  code: "input.too-large" as const,
  detail: `You have ${MAX_PER_PERSON} apps open already, or everybody together ${MAX_OPENINGS}.`,
  remedies: ["Close some of them in the list of what is open."],
};
