/** Settings of this browser. */
export const settings = {
  title: "Settings",
  facts: "Look and keys are kept in this browser.",
  look: "Look",
  theme: "Theme",
  light: "Light",
  dark: "Dark",
  keys: "Keys",
  password: {
    title: "Password",
    help: "Changing it ends your other sessions and your kubeconfigs that go through the panel.",
    direct:
      "A kubeconfig that goes straight to a cluster cannot be ended from here: it works until the time that was chosen when it was made, a day at most.",
    current: "Current password",
    next: "New password",
    submit: "Change password",
    done: "Password changed",
    doneBody:
      "Your other sessions have ended, and so have your kubeconfigs that go through the panel. Make new ones where you need them.",
  },
  kit: "Every part of the interface once",
  kitOpen: "Open the kit",
};
