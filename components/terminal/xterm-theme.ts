/** The frame's own colours as xterm takes them: it draws on a canvas and knows no variables. */
export function xtermTheme(frame: HTMLElement) {
  const styles = getComputedStyle(frame);
  const colour = (name: string) => toHex(styles.getPropertyValue(name).trim());
  return {
    background: colour("--sunken"),
    foreground: colour("--text"),
    cursor: colour("--accent"),
    cursorAccent: colour("--sunken"),
    selectionBackground: colour("--accent-line"),
    red: colour("--danger"),
    green: colour("--ok"),
    yellow: colour("--warn"),
    blue: colour("--info"),
    magenta: colour("--accent"),
    brightBlack: colour("--muted"),
  };
}

/** The browser resolves any CSS colour by drawing it. */
function toHex(css: string): string {
  const canvas = document.createElement("canvas");
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext("2d");
  if (context === null) return "#808080";
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
