import { ok } from "@/lib/core/result";
import type { Fact } from "@/lib/provision/fact";
import type { WaitState } from "@/lib/provision/step";
import { script } from "@/lib/shell/argv";
import { unitProperties } from "./unit-blocks";

/** So many failed starts are not a slow start any more: the reason is in the journal. */
const GIVE_UP_AFTER_RESTARTS = 3;
const REASON_CHARACTERS = 300;

const READ = `systemctl show --property=ActiveState,SubState,NRestarts,Result -- "$1"
[ "$(systemctl is-active -- "$1")" = active ] || { echo --journal; journalctl --unit="$1" --lines=12 --output=cat --no-pager; }`;

/** The last line that says why a program ended. Source: logrus' text form, which k3s writes. */
function lastError(journal: string): string | null {
  const lines = journal
    .split("\n")
    .filter((line) => /level=(fatal|error)|\b(fatal|panic|Error):/.test(line));
  return lines.at(-1)?.slice(0, REASON_CHARACTERS) ?? null;
}

/** Whether a service that is starting has come up, is on its way, or keeps failing. */
export const unitUp: Fact<{ readonly unit: string }, WaitState> = {
  id: "unit-up",
  command: ({ unit }) => script(READ, unit),
  parse: ({ stdout }, { unit }) => {
    const [head = "", journal = ""] = stdout.split("--journal\n");
    const values = unitProperties(head);
    const word = (key: string, otherwise: string) => values.get(key) ?? otherwise;
    const state = word("ActiveState", "unknown");
    const restarts = Number(word("NRestarts", "0"));
    if (state === "active") return ok({ state: "done", note: `${unit} is active` });
    const error = lastError(journal);
    const reason = error === null ? "" : `; its last error: ${error}`;
    if (state === "failed" || restarts >= GIVE_UP_AFTER_RESTARTS) {
      const result = word("Result", "success");
      const how = result === "success" ? "" : `, last with result "${result}"`;
      return ok({
        state: "failed",
        note: `${unit} failed ${restarts + 1} times${how}${reason}`,
      });
    }
    const again = restarts === 0 ? "" : `, started ${restarts + 1} times`;
    const note = `${unit} is ${state} (${word("SubState", "?")})${again}${reason}`;
    return ok({ state: "waiting", note });
  },
};
