import type { ManagedHost } from "@/lib/provision/roles/managed-host";
import { bootArgumentsStep } from "@/lib/provision/steps/boot-arguments";
import { configFileStep } from "@/lib/provision/steps/config-file";
import { hostNameStep } from "@/lib/provision/steps/host-name";
import { keyboardStep } from "@/lib/provision/steps/keyboard";
import { localeStep } from "@/lib/provision/steps/locale";
import { ownNameLineStep } from "@/lib/provision/steps/own-name-line";
import { rebootForArgumentsStep } from "@/lib/provision/steps/reboot-for-arguments";
import { sshdStep } from "@/lib/provision/steps/sshd";
import { staticAddressStep } from "@/lib/provision/steps/static-address";
import { swapOffStep } from "@/lib/provision/steps/swap-off";
import { timeZoneStep } from "@/lib/provision/steps/time-zone";
import { trialOverStep } from "@/lib/provision/steps/trial-over";
import { unitFileStep } from "@/lib/provision/steps/unit-file";
import { REVERT_UNIT, REVERT_UNIT_PATH, TRIAL_PROGRAM } from "@/lib/render/trial/paths";
import { REVERT_UNIT_TEXT, TRIAL_TEXT } from "@/lib/render/trial/program";
import type { HostSettings } from "@/lib/schemas/host-settings";
import { planOf } from "./converge-nodes";
import type { HostRebootInput } from "./build-host-reboot";
import { type NodeId, type Plan, planNode, type PlanNode } from "./plan";

export interface PrepareInput extends Omit<HostRebootInput, "panelBoot"> {
  readonly settings: HostSettings;
}

/** Every host by itself, all at once. What may lock the panel out comes last, one after another. */
export function buildPreparePlan({ hosts, settings, boots }: PrepareInput): Plan {
  return planOf(
    hosts.flatMap((host) => {
      const harmless = harmlessNodes(host, settings);
      const trials = trialNodes(host, settings, idsOf(harmless));
      const before = trials.at(-1) ?? null;
      const reboots =
        settings.memoryCgroups === true && host.clusterName === null
          ? [rebootNode(host, boots, before === null ? idsOf(harmless) : [before.id])]
          : [];
      return [...harmless, ...trials, ...reboots];
    }),
  );
}

const idsOf = (nodes: readonly PlanNode[]): readonly NodeId[] => nodes.map(({ id }) => id);

const on = ({ id, name }: ManagedHost, key: string, after: readonly NodeId[] = []) => ({
  hostId: id,
  hostName: name,
  key,
  after,
});

function harmlessNodes(host: ManagedHost, settings: HostSettings): readonly PlanNode[] {
  const { hostName, timeZone, locale, keyboard, swapOff, memoryCgroups } = settings;
  return [
    timeZone === undefined
      ? null
      : planNode(timeZoneStep, { zone: timeZone }, on(host, "host.time-zone")),
    locale === undefined ? null : planNode(localeStep, { locale }, on(host, "host.locale")),
    keyboard === undefined ? null : planNode(keyboardStep, keyboard, on(host, "host.keyboard")),
    swapOff === undefined ? null : planNode(swapOffStep, {}, on(host, "host.swap")),
    hostName === undefined
      ? null
      : planNode(ownNameLineStep, { name: hostName }, on(host, "host.own-name")),
    hostName === undefined
      ? null
      : planNode(hostNameStep, { name: hostName }, on(host, "host.name")),
    memoryCgroups === undefined
      ? null
      : planNode(bootArgumentsStep, {}, on(host, "host.boot-arguments")),
  ].filter((node) => node !== null);
}

/** What takes a change back comes onto the host before the change. */
function trialNodes(
  host: ManagedHost,
  { ssh, address }: HostSettings,
  after: readonly NodeId[],
): readonly PlanNode[] {
  if (ssh === undefined && address === undefined) return [];
  const hostName = host.name;
  const over = planNode(trialOverStep, {}, on(host, "trial.over"));
  const program = planNode(
    configFileStep,
    { path: TRIAL_PROGRAM, content: TRIAL_TEXT, mode: 0o755, why: BRINGS_BACK },
    on(host, "trial.program", [over.id]),
  );
  const unit = planNode(
    unitFileStep,
    { unit: REVERT_UNIT, path: REVERT_UNIT_PATH, content: REVERT_UNIT_TEXT, why: AT_BOOT },
    on(host, "trial.unit", [program.id]),
  );
  const sshd =
    ssh === undefined
      ? []
      : [planNode(sshdStep, { hostName, ...ssh }, on(host, "host.sshd", [...after, unit.id]))];
  const last = sshd[0]?.id ?? unit.id;
  const fixed =
    address === undefined
      ? []
      : [
          planNode(
            staticAddressStep,
            { hostName, known: host.address, wanted: address },
            on(host, "host.address", [...after, last]),
          ),
        ];
  return [over, program, unit, ...sshd, ...fixed];
}

const BRINGS_BACK =
  "Puts a change on trial and brings the old files back by itself unless the panel reaches the host again.";
const AT_BOOT = "Brings the old files back when the host starts in the middle of a trial.";

const rebootNode = (
  host: ManagedHost,
  boots: PrepareInput["boots"],
  after: readonly NodeId[],
): PlanNode =>
  planNode(
    rebootForArgumentsStep,
    { hostName: host.name, from: boots[host.id] ?? null },
    on(host, "host.reboot", after),
  );
