import { plural } from "@/lib/format/plural";
import { wizardAdvisor } from "./wizard-advisor";
import { wizardBundle } from "./wizard-bundle";
import { wizardRoles } from "./wizard-roles";
import { wizardSettings } from "./wizard-settings";
import { wizardTopology } from "./wizard-topology";

/** The new-cluster wizard and its advisor. */
export const wizard = {
  title: "New cluster",
  saved: "Saved as you go. Close the tab whenever you like.",
  savedInPanel: "Saved in the panel as a draft.",
  startOver: "Start over",
  steps: {
    topology: "Topology",
    hosts: "Hosts",
    roles: "Roles",
    settings: "Settings",
    preflight: "Preflight",
    plan: "Plan",
  },
  notes: {
    hosts: (count: number) => `${count} chosen`,
    roles: "Who does what",
    settings: "Name, version, networks",
    preflight: "The hosts are asked again",
    plan: "See every change first",
  },
  onTo: {
    topology: "Topology",
    hosts: "Hosts",
    roles: "Roles",
    settings: "Settings",
    preflight: "Preflight",
    plan: "See the plan",
  },
  topology: wizardTopology,
  hosts: {
    title: "Which hosts?",
    body: "All hosts that are free and answer are chosen. Leave out what should stay as it is.",
    none: "No hosts yet",
    noneBody: "Add the machines first; a few minutes with their addresses and one password.",
    add: "Add hosts",
    inCluster: (cluster: string) => `In cluster ${cluster}`,
    chooseAll: "All free hosts",
    label: "Hosts of this cluster",
    unreachable: "It does not answer; the plan needs it to.",
  },
  roles: wizardRoles,
  advisor: wizardAdvisor,
  settings: wizardSettings,
  bundle: wizardBundle,
  preflight: {
    title: "Are the hosts fit for it?",
    running: (count: number) =>
      `Asking ${plural(count, "host")}: disks, ports between them, clocks…`,
    runningHelp:
      "A disk test and a real connection on every port that must be open. A few seconds; nothing is kept.",
    again: "Check again",
    clean: "Every check passes",
    cleanBody: "Ports, disks, clocks and kernels are as k3s needs them.",
    found: (problems: number, warnings: number) =>
      [
        ...(problems > 0 ? [plural(problems, "problem")] : []),
        ...(warnings > 0 ? [plural(warnings, "warning")] : []),
        ...(problems + warnings === 0 ? ["Nothing stands in the way"] : []),
      ].join(", ") + ".",
    notes: "Good to know",
    onHosts: (names: readonly string[]) => `On ${names.join(", ")}.`,
    body: "Nothing has been changed on any host. The plan comes next.",
    general: "Between hosts",
  },
  obstacle: {
    tooFew: (least: number, chosen: number) =>
      least === 1
        ? "Choose at least 1 host."
        : `Choose at least ${least} hosts: a load balancer, a database and a server. ${chosen} ${chosen === 1 ? "is" : "are"} chosen.`,
    advice: (count: number, overridable: boolean) =>
      `Solve ${plural(count, "problem")}${overridable ? ", or choose “keep anyway” on it" : ""}.`,
    preflightRunning: "The check is still running.",
    preflight: (count: number) => `Solve ${plural(count, "problem")}, then check again.`,
  },
};
