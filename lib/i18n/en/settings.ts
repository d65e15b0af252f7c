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
    help: "Changing it ends your other sessions.",
    current: "Current password",
    next: "New password",
    submit: "Change password",
    done: "Password changed",
    doneBody: "Your other sessions have ended.",
  },
  kit: "Every part of the interface once",
  kitOpen: "Open the kit",
};
