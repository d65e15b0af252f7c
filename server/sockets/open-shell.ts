import type { z } from "zod";
import { fail, ok, type Result } from "@/lib/core/result";
import type {
  consoleInput,
  containerShellInput,
  hostShellInput,
  OpenedShell,
  shellAttachInput,
} from "@/lib/schemas/terminal";
import { findBuiltCluster } from "@/server/services/cluster-row";
import type { SocketCall } from "./define-socket-event";

type Call<S extends z.ZodType> = SocketCall<z.output<S>>;

/** Opens a shell in a container and shows it on this connection. */
export async function openContainerShell(
  call: Call<typeof containerShellInput>,
): Promise<Result<OpenedShell>> {
  const { container, user, body, channel } = call;
  const isKnown = (await container.db.cluster.count({ where: { id: body.clusterId } })) > 0;
  if (!isKnown) return fail(noCluster);
  const { address, sessionHash } = channel;
  const opened = await container.terminals.openInContainer({ user, address, sessionHash }, body);
  return opened.ok ? attachShell({ ...call, body: { ...body, id: opened.value } }) : opened;
}

/** Opens a login shell on a host and shows it on this connection. */
export async function openHostShell(
  call: Call<typeof hostShellInput>,
): Promise<Result<OpenedShell>> {
  const { container, user, body, channel } = call;
  const { address, sessionHash } = channel;
  const opened = await container.terminals.openOnHost({ user, address, sessionHash }, body);
  return opened.ok ? attachShell({ ...call, body: { ...body, id: opened.value } }) : opened;
}

/** Opens kubectl on one of the cluster's own servers and shows it on this connection. */
export async function openKubeConsole(
  call: Call<typeof consoleInput>,
): Promise<Result<OpenedShell>> {
  const { container, user, body, channel } = call;
  const { clusterId, ...rest } = body;
  const found = await findBuiltCluster(container.db, clusterId, "The console");
  if (!found.ok) return found;
  const { id, name, members } = found.value;
  const servers = members.filter(({ role }) => role === "server");
  const { address, sessionHash } = channel;
  const wish = { cluster: { id, name }, servers, ...rest };
  const opened = await container.terminals.openConsole({ user, address, sessionHash }, wish);
  return opened.ok ? attachShell({ ...call, body: { ...body, id: opened.value } }) : opened;
}

/** Shows a shell that runs on this connection, with what it said last. */
export async function attachShell({
  container,
  user,
  body: { id, cols, rows },
  channel,
}: Pick<Call<typeof shellAttachInput>, "container" | "user" | "body" | "channel">): Promise<
  Result<OpenedShell>
> {
  const attached = container.terminals.attach(
    { id, user },
    {
      data: (data, taken) => channel.send("shell.data", { id, data }, taken),
      end: (end) => channel.send("shell.end", { id, ...end }),
    },
  );
  if (!attached.ok) return attached;
  const { title, detach } = attached.value;
  channel.open.add(`shell:${id}`, detach);
  container.terminals.resize({ id, user }, { cols, rows });
  return ok({ id, title });
}

const noCluster = {
  code: "object.not-found" as const,
  detail: "There is no such cluster.",
  remedies: ["Go back to the list of clusters."],
};
