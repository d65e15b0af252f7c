import { plural } from "@/lib/format/plural";

/** Opening an app of a cluster in the browser. */
export const openService = {
  button: "Open in browser",
  title: (name: string) => `Open ${name} in the browser`,
  intro:
    "The panel connects to a ready pod with your own rights and shows the app under an address of its own, for this browser only.",
  port: "Port",
  portHelp: "Of the service; the panel finds the pod’s port behind it.",
  portOf: (port: number, name: string, isPage: boolean) =>
    `${port}${name === "" ? "" : ` · ${name}`}${isPage ? "" : " · probably not a page"}`,
  otherPort: "Another port…",
  otherPortLabel: "Port number in the pod",
  noPorts: "Its manifest names no port. Write the one that the app listens on.",
  noServicePorts: "This service has no TCP port, so there is nothing to open.",
  scheme: "The app speaks",
  schemes: { http: "HTTP", https: "HTTPS" },
  schemeHelp: {
    http: "What most apps speak inside a cluster.",
    https: "Its certificate is not checked: the way to it is the cluster’s own.",
  },
  submit: (port: number) => `Open port ${port}`,
  submitEmpty: "Open",
  cancel: "Cancel",
  close: "Close",
  opened: (origin: string) => `Open at ${origin}`,
  openedBody: "No new tab? The browser held it back:",
  enter: "Go to the app",
  kubectl: "The same for kubectl, and for what is not a page:",
  kubectlWhat: "kubectl command",
  list: "Open now",
  listOf: (count: number) => `${plural(count, "app")} open`,
  listTitle: "Apps open in the browser",
  listIntro:
    "Each ends when you close it, when you sign out, or when nobody used it for half an hour.",
  row: (port: number, owner: string) => `Port ${port} · ${owner}`,
  pod: (pod: string) => `answered by ${pod}`,
  used: (age: string) => `used ${age}`,
  connections: (count: number) => plural(count, "connection"),
  closeNamed: (name: string) => `Close ${name}`,
  closed: (name: string) => `${name} is closed.`,
  none: "Nothing is open.",
};

/** What an opening says in place of the app: plain pages without scripts, and with no right to anything. */
export const openNotices = {
  retry: (seconds: number) => `This page tries again every ${seconds} seconds by itself.`,
  back: "Back to the panel",
  remedies: "What to do",
  nothing: {
    title: "Nothing is open here",
    body: "This address showed an app of a cluster. It was closed, its time was over, or the panel was started anew.",
    remedies: ["Open the app again from its page in the panel."],
  },
  notYours: {
    title: "This app was opened in another browser",
    body: "Only the browser in which somebody opened it may see it, and this one did not show that it is the one.",
    remedies: ["Open the app again from its page in the panel, in this browser."],
  },
  badTicket: {
    title: "This way in has been used",
    body: "The link that leads into an app works once, within half a minute, in the browser of the person who asked for it.",
    remedies: ["Open the app again from the panel."],
  },
  foreign: {
    title: "Refused: another site asked",
    body: "A page of another address tried to use this app. Only its own pages may.",
    remedies: ["Write the app’s address into the browser yourself."],
  },
  worker: {
    title: "Service workers are off",
    body: "The next app on this port would inherit it.",
    remedies: ["Give apps names of their own: GANDALF_OPEN_URL."],
  },
  busy: {
    title: "Too many connections",
    body: "This app already has as many connections through the panel as one app may have.",
    remedies: ["Close some of its tabs."],
  },
  failed: (name: string) => `${name} does not answer`,
};
