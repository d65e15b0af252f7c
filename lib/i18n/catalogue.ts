import { baseMessagesFor } from "./base";
import { addHosts } from "./en/add-hosts";
import { adopt } from "./en/adopt";
import { changes } from "./en/changes";
import { cluster } from "./en/cluster";
import { deploy } from "./en/deploy";
import { hostSettingsWords } from "./en/host-settings";
import { hosts } from "./en/hosts";
import { jobs } from "./en/jobs";
import { kubeConsole } from "./en/kube-console";
import { kubeLogs } from "./en/kube-logs";
import { kubeconfigs } from "./en/kubeconfigs";
import { network } from "./en/network";
import { openService } from "./en/open-service";
import { plan } from "./en/plan";
import { settings } from "./en/settings";
import { terminal } from "./en/terminal";
import { wizard } from "./en/wizard";
import type { Locale } from "./locale";

export { DEFAULT_LOCALE } from "./locale";

/** All English texts, by area. A new area is one file in `en/` and one line here. */
const en = {
  ...baseMessagesFor("en"),
  addHosts,
  adopt,
  changes,
  cluster,
  deploy,
  hosts,
  hostSettings: hostSettingsWords,
  jobs,
  kubeConsole,
  kubeLogs,
  kubeconfigs,
  network,
  openService,
  plan,
  wizard,
  settings,
  terminal,
};

/** The shape every language has: `const es = {…} satisfies Messages`. */
export type Messages = typeof en;

const CATALOGUES = { en } satisfies Record<Locale, Messages>;

/** The texts of one language. */
export const messagesFor = (locale: Locale): Messages => CATALOGUES[locale];
