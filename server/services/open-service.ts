import { fail, ok, type Result } from "@/lib/core/result";
import type { OpeningRow, OpenInput } from "@/lib/schemas/opening";
import type { Container } from "@/server/container";
import { listOpenPorts } from "./list-open-ports";
import { type Looker, openingRow } from "./opening-row";

interface Input extends Looker {
  readonly clusterId: string;
  readonly wanted: OpenInput;
  readonly address: string;
  /** The panel as this browser knows it. */
  readonly panel: URL;
}

const noPort = ({ kind, namespace, name, port }: OpenInput) => {
  const detail = `${kind} ${namespace}/${name} has no TCP port ${port}.`;
  const remedies = ["Choose one of the ports that are offered."];
  return fail({ code: "input.invalid" as const, detail, remedies, fields: { port: detail } });
};

/** Shows an app of a cluster under an origin of its own, to this browser alone. */
export async function openService(
  container: Pick<Container, "db" | "kube" | "openings">,
  { clusterId, wanted, user, sessionHash, address, panel }: Input,
): Promise<Result<OpeningRow>> {
  const offers = await listOpenPorts(container, { clusterId, user, target: wanted });
  if (!offers.ok) return offers;
  const { ports, other } = offers.value;
  if (!other && !ports.some(({ port }) => port === wanted.port)) return noPort(wanted);
  const opener = { user, sessionHash, address, panel };
  const opened = await container.openings.open(opener, clusterId, wanted);
  return opened.ok ? ok(openingRow(opened.value, { user, sessionHash })) : opened;
}
