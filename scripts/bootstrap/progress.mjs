// @ts-check
// What a person sees while something takes long: a line when it starts, with an honest estimate, and one when it ends.
const tty = process.stdout.isTTY;

/** @param {number} ms "0.4 s", "41 s", "8 min 3 s" */
export function duration(ms) {
  const seconds = ms / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 120) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** @param {string} text */
export function say(text) {
  console.log(text);
}

/**
 * Announces a piece of work, runs it, and says how long it took.
 * @template T
 * @param {string} what in the -ing form, for example "Installing packages"
 * @param {string} estimate for example "about 40 s", or "" where it is short
 * @param {(note: (text: string) => void) => Promise<T>} work `note` shows where it is, on a terminal only
 * @returns {Promise<T>}
 */
export async function task(what, estimate, work) {
  const began = Date.now();
  let detail = "";
  const line = () =>
    `• ${what}${estimate && ` (${estimate})`} … ${duration(Date.now() - began)}${detail && `  ${detail}`}`;
  const draw = () =>
    process.stdout.write(`\r\x1b[2K${line().slice(0, (process.stdout.columns || 80) - 1)}`);
  if (!tty) say(`• ${what}${estimate && ` (${estimate})`} …`);
  const timer = tty ? setInterval(draw, 500) : undefined;
  if (tty) draw();
  try {
    const result = await work((text) => (detail = text));
    if (tty) process.stdout.write("\r\x1b[2K");
    say(`✓ ${what}: ${duration(Date.now() - began)}`);
    return result;
  } catch (error) {
    if (tty) process.stdout.write("\n");
    throw error;
  } finally {
    clearInterval(timer);
  }
}
