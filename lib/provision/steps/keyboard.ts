import { ask } from "@/lib/provision/fact";
import { fileState } from "@/lib/provision/facts/file-state";
import { change, defineStep, inSync } from "@/lib/provision/step";
import { keyboardFile, layoutOf } from "@/lib/render/keyboard/keyboard-file";
import type { Keyboard } from "@/lib/schemas/host-settings";
import { script } from "@/lib/shell/argv";

/** Source: keyboard(5). */
export const KEYBOARD_PATH = "/etc/default/keyboard";

/** For the consoles of the next boot, and keyboards that are plugged in now. A host without either needs nothing. */
const RELOAD = `if command -v setupcon >/dev/null; then setupcon --save-only; fi
if command -v udevadm >/dev/null; then udevadm trigger --subsystem-match=input --action=change || :; fi`;

/** Sets the layout of a keyboard at the host itself. */
export const keyboardStep = defineStep({
  id: "host.keyboard",
  typicalMs: 400,
  skippable: true,
  label: (_: Keyboard) => "keyboard",
  title: ({ layout }: Keyboard) => `Set the keyboard's layout to ${layout}`,
  why: () => "Whoever stands before the host with a keyboard finds the keys where they are.",
  needs: (_: Keyboard) => ({ file: ask(fileState, { path: KEYBOARD_PATH }) }),
  decide: (keyboard, { file }) => {
    const content = keyboardFile(file?.text ?? null, keyboard);
    if (file?.text === content) return inSync(`layout ${keyboard.layout}`);
    return change(
      `keyboard: ${layoutOf(file?.text ?? "") ?? "none"} → ${keyboard.layout}`,
      {
        kind: "write-file",
        previous: file?.text ?? null,
        file: {
          path: KEYBOARD_PATH,
          content,
          ...{ mode: 0o644, owner: "root:root" },
        },
      },
      { kind: "run", argv: script(RELOAD), timeoutMs: 30_000, why: "let the consoles read it" },
    );
  },
});
