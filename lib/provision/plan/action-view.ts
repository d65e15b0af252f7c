import { assertNever } from "@/lib/core/assert-never";
import { hasSecret, redactText } from "@/lib/core/text";
import type { Action } from "@/lib/provision/step";
import type { ActionView } from "@/lib/schemas/plan-view";
import { toLog } from "@/lib/shell/argv";

/** An action as the plan page shows it; secrets redacted. */
export function actionView(action: Action): ActionView {
  switch (action.kind) {
    case "write-file":
      return {
        kind: "write-file",
        path: action.file.path,
        mode: `0${action.file.mode.toString(8)}`,
        owner: action.file.owner,
        before: action.previous,
        after: redactText(action.file.content),
        secret: hasSecret(action.file.content),
        validator: action.file.validate === undefined ? null : toLog(action.file.validate),
      };
    case "remove-file":
      return { kind: "remove-file", path: action.path, before: action.previous };
    case "run":
      return { kind: "run", command: toLog(action.argv), why: action.why };
    case "put-artifact":
      return {
        kind: "put-artifact",
        path: action.path,
        name: action.artifact.name,
        sizeBytes: action.artifact.sizeBytes,
        sha256: action.artifact.sha256,
      };
    case "wait":
    case "consult":
    case "keep-at":
      return { kind: "wait", what: action.what, timeoutMs: action.timeoutMs };
    default:
      return assertNever(action);
  }
}
