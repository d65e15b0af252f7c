/** Settings of this browser. */
export const settings = {
  title: "Settings",
  facts: "Kept in this browser.",
  look: "Look",
  theme: "Theme",
  light: "Light",
  dark: "Dark",
  keys: "Keys",
  kit: "Every part of the interface once",
  kitOpen: "Open the kit",
};
