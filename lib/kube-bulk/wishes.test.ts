import { expect, it } from "vitest";
import { parseLabelChanges } from "./label-text";
import { commonWishes } from "./wishes";

it("offers what can be done to every one of the objects, and nothing else", () => {
  const deployment = { kind: "Deployment" };
  expect(commonWishes(deployment, [["scale", "restart", "pause", "edit", "delete"]])).toEqual([
    ...["restart", "scale", "pause", "label", "delete"],
  ]);
  expect(
    commonWishes(deployment, [
      ["scale", "restart", "pause", "edit", "delete"],
      ["scale", "resume", "edit", "delete"],
    ]),
  ).toEqual(["scale", "label", "delete"]);
});

it("tells a schedule that goes on from a rollout that does, and never deletes nodes", () => {
  expect(commonWishes({ kind: "CronJob" }, [["run-now", "resume"]])).toEqual(["unsuspend"]);
  expect(commonWishes({ kind: "Deployment" }, [["resume"]])).toEqual(["resume"]);
  expect(commonWishes({ kind: "Node" }, [["cordon", "drain", "delete"]])).toEqual([
    ...["cordon", "drain"],
  ]);
});

it("reads labels as kubectl takes them and names the line that is none", () => {
  expect(parseLabelChanges("team=web\n old-\nempty=\n")).toEqual({
    ok: true,
    value: { team: "web", old: null, empty: "" },
  });
  for (const line of ["team", "$(reboot)=x", "a=<b>", "=x", "a b-"])
    expect(parseLabelChanges(`x=y\n${line}`)).toEqual({ ok: false, line });
});
