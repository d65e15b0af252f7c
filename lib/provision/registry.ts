import type { Step } from "./step";
import { agentTokenStep } from "./steps/agent-token";
import { apiStaysStep } from "./steps/api-stays";
import { artifactStep } from "./steps/artifact";
import { cgroupCheckStep } from "./steps/cgroup-check";
import { cleanK3sStep } from "./steps/clean-k3s";
import { configFileStep } from "./steps/config-file";
import { deleteNodeStep } from "./steps/delete-node";
import { drainForRebootStep } from "./steps/drain-for-reboot";
import { drainNodeStep } from "./steps/drain-node";
import { firewallBootStep } from "./steps/firewall-boot";
import { hostNameStep } from "./steps/host-name";
import { hostsBlockStep } from "./steps/hosts-block";
import { hostsBlockGoneStep } from "./steps/hosts-block-gone";
import { k3sServiceStep } from "./steps/k3s-service";
import { linksStep } from "./steps/links";
import { mariadbDatabaseStep } from "./steps/mariadb-database";
import { mariadbUsersStep } from "./steps/mariadb-users";
import { nodeBackStep } from "./steps/node-back";
import { nodeReadyStep } from "./steps/node-ready";
import { packagesStep } from "./steps/packages";
import { pathsGoneStep } from "./steps/paths-gone";
import { portsStep } from "./steps/ports";
import { purgeStep } from "./steps/purge";
import { purgeMariadbStep } from "./steps/purge-mariadb";
import { rebootHostStep } from "./steps/reboot-host";
import { rulesBackStep } from "./steps/rules-back";
import { rulesKeptStep } from "./steps/rules-kept";
import { rulesOnTrialStep } from "./steps/rules-on-trial";
import { rulesProvedStep } from "./steps/rules-proved";
import { rulesReachedStep } from "./steps/rules-reached";
import { secretFileStep } from "./steps/secret-file";
import { serviceStep } from "./steps/service";
import { stopServiceStep } from "./steps/stop-service";
import { swapOffStep } from "./steps/swap-off";
import { sysctlStep } from "./steps/sysctl";
import { timeSyncStep } from "./steps/time-sync";
import { uncordonNodeStep } from "./steps/uncordon-node";
import { unitFileStep } from "./steps/unit-file";
import { unitUpStep } from "./steps/unit-up";
import { bootArgumentsStep } from "./steps/boot-arguments";
import { keyboardStep } from "./steps/keyboard";
import { localeStep } from "./steps/locale";
import { ownNameLineStep } from "./steps/own-name-line";
import { rebootForArgumentsStep } from "./steps/reboot-for-arguments";
import { sshdStep } from "./steps/sshd";
import { staticAddressStep } from "./steps/static-address";
import { timeZoneStep } from "./steps/time-zone";
import { trialOverStep } from "./steps/trial-over";

/** Every step there is. Adding one is its file, its cases in __golden__, and one line here. */
export const STEPS: readonly Step<never>[] = [
  hostNameStep,
  hostsBlockStep,
  timeSyncStep,
  cgroupCheckStep,
  portsStep,
  sysctlStep,
  swapOffStep,
  packagesStep,
  configFileStep,
  unitFileStep,
  secretFileStep,
  serviceStep,
  mariadbDatabaseStep,
  mariadbUsersStep,
  artifactStep,
  linksStep,
  agentTokenStep,
  k3sServiceStep,
  nodeReadyStep,
  drainNodeStep,
  deleteNodeStep,
  stopServiceStep,
  cleanK3sStep,
  hostsBlockGoneStep,
  pathsGoneStep,
  purgeStep,
  purgeMariadbStep,
  apiStaysStep,
  drainForRebootStep,
  rebootHostStep,
  unitUpStep,
  nodeBackStep,
  uncordonNodeStep,
  firewallBootStep,
  rulesOnTrialStep,
  rulesReachedStep,
  rulesProvedStep,
  rulesKeptStep,
  rulesBackStep,
  bootArgumentsStep,
  keyboardStep,
  localeStep,
  ownNameLineStep,
  rebootForArgumentsStep,
  sshdStep,
  staticAddressStep,
  timeZoneStep,
  trialOverStep,
];
