import { plural } from "@/lib/format/plural";

/** First run, signing in and signing in again. */
export const auth = {
  setup: {
    pageTitle: "Set up",
    pitch: "Six machines, one cluster, and you know what happened to each of them.",
    promises: {
      plan: [
        "Nothing is touched before you have seen it",
        "Every file and every command is shown as a plan first.",
      ],
      resume: [
        "Any crash ends in the same state",
        "Power cut, closed laptop, lost link: press Resume.",
      ],
      lock: [
        "You cannot lock yourself out",
        "Network changes undo themselves unless you confirm them.",
      ],
    } satisfies Record<string, readonly [string, string]>,
    stays: "Everything stays on this machine.",
    title: "Create the administrator",
    intro: "This account can do everything. You can add people with fewer rights later.",
    name: "Your name",
    email: "E-mail",
    emailHelp: "Only to sign in and for alerts you ask for. Nothing is sent anywhere yet.",
    password: "Password",
    submit: "Create and continue",
    once: "The link works once. Lost it? Make a new one where the panel runs: npm run panel -- setup-link",
    linkDead: "This set-up link no longer works",
    linkDeadBody: "It was used, has expired, or a newer one was made.",
    linkMissing: "The set-up link is incomplete",
    linkMissingBody:
      "Open the whole link that the terminal printed, with everything after “token=”.",
    newLink: "Make a new one where the panel runs: npm run panel -- setup-link",
    done: "This panel is already set up",
    doneBody: "It has an administrator. Sign in, or ask them for an account.",
    goSignIn: "Go to sign-in",
  },
  signIn: {
    pageTitle: "Sign in",
    greeting: { morning: "Good morning.", afternoon: "Good afternoon.", evening: "Good evening." },
    promises: {
      hidden: ["Nothing is shown before you sign in", "No version, no cluster, no names."],
      address: [
        "Look at the address bar",
        "Type your password only where it shows your own panel.",
      ],
    } satisfies Record<string, readonly [string, string]>,
    title: "Sign in",
    toPanelOn: "to the panel on",
    email: "E-mail",
    password: "Password",
    submit: "Sign in",
    forgotten: "Forgotten?",
    forgottenHelp: "Where the panel runs: npm run panel -- reset-password and your e-mail",
    kept: "Signed out in the middle of something? Your page and form are kept.",
    waitTitle: "Too many attempts",
    waitSeconds: (seconds: number) => `Try again in ${plural(seconds, "second")}.`,
    waitOver: "You can try again now.",
    notSetUp: "This panel is not set up yet",
    notSetUpBody: "Open the set-up link that its terminal printed.",
  },
  strength: {
    label: (score: number) => `Strength ${score} of 4`,
    length: (count: number) => plural(count, "character"),
    atLeast: (least: number) => `At least ${least} characters`,
    repeats: "Fewer repeats and runs",
    varied: "No repeats or runs",
    personal: "Without your name or e-mail",
  },
};
