import { sha256Hex } from "@/lib/core/digest";
import { quote, script, toLog, toShell, type Argv } from "@/lib/shell/argv";
import { HOST_PATHS } from "./host-paths";

/** A transient unit and where it leaves log and outcome. */
export interface UnitPlace {
  readonly unit: string;
  readonly folder: string;
}

/**
 * Same name and same command give the same unit, so that a panel that was restarted finds it again; another
 * command under the name is another unit. Source: systemd.unit(5) for the characters allowed.
 */
export function unitPlace(name: string, argv: Argv): UnitPlace {
  const words = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 40);
  const digest = sha256Hex(`${name}\n${toLog(argv)}`).slice(0, 12);
  const unit = `gandalf-${words === "" ? "" : `${words}-`}${digest}`;
  return { unit, folder: `${HOST_PATHS.units}/${unit}` };
}

/** What the unit runs: fence, command, outcome by rename. `busy` stays locked until it ends, however. */
export function unitProgram(place: UnitPlace, argv: Argv, epoch: number | null): string {
  const folder = quote(place.folder);
  const leave = (word: string) =>
    `{ echo ${word} >"$d/exit.new"; mv "$d/exit.new" "$d/exit"; exit 0; }`;
  const fence =
    epoch === null
      ? []
      : [
          `exec 9<${HOST_PATHS.lock} && flock -s -w 30 9 || ${leave("fenced")}`,
          `read -r e <${HOST_PATHS.epoch}; [ "$e" = ${epoch} ] || ${leave("fenced")}`,
          "exec 9<&-",
        ];
  return [
    "export LC_ALL=C LANG=C HOME=/root DEBIAN_FRONTEND=noninteractive",
    "export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    `d=${folder}; umask 022; cd /`,
    'exec 8>"$d/busy" && flock -x 8 && : >"$d/started"',
    'exec 3<"$d/stdin"; rm -f "$d/stdin" "$d/run"',
    ...fence,
    `( ${toShell(argv)} ) <&3 3<&- 8>&- >>"$d/log" 2>&1; c=$?`,
    leave('"$c"'),
    "",
  ].join("\n");
}

const STATE = `
u=$1 d=$2
case $(systemctl show -p ActiveState --value "$u.service" 2>/dev/null) in
active|activating|reloading|deactivating) echo running; exit 0;;
esac
[ -e "$d/exit" ] && { echo ended; exit 0; }
`;

/** Answers "running", "ended" or "gone". */
export const unitState = ({ unit, folder }: UnitPlace): Argv =>
  script(`${STATE}echo gone`, unit, folder);

/**
 * Starts the unit unless it runs or has ended unread. Input: the program's text, `programBytes` long, then
 * the command's own input. RuntimeMaxSec ends it should the panel never come back.
 */
export const startUnit = (
  { unit, folder }: UnitPlace,
  programBytes: number,
  limitS: number,
): Argv =>
  script(
    `${STATE}
umask 077; rm -rf "$d"; mkdir -p "$d" || exit 1
head -c "$3" >"$d/run" && cat >"$d/stdin" && : >"$d/log" || exit 1
systemctl reset-failed "$u.service" 2>/dev/null
systemd-run --quiet --collect --unit="$u" --description="Gandalf: $u" -p Type=exec \\
  -p RuntimeMaxSec="$4" -p KillMode=control-group -p TimeoutStopSec=15 -- /bin/sh "$d/run" >&2 || exit 1
echo running`,
    unit,
    folder,
    programBytes,
    limitS,
  );

/**
 * Prints the log from byte `offset` on as it grows, and ends when the unit does: the lock on "busy" is let go
 * by the kernel, whatever way the unit ended.
 */
export const followUnit = ({ folder }: UnitPlace, offset: number): Argv =>
  script(
    `d=$1
i=0; while [ ! -e "$d/started" ] && [ ! -e "$d/exit" ] && [ $i -lt 100 ]; do sleep 0.05; i=$((i+1)); done
tail -c +"$2" -s 0.2 -f "$d/log" & t=$!
flock -s "$d/busy" true
kill $t; wait $t 2>/dev/null`,
    folder,
    offset + 1,
  );

/** The rest of the log, then the mark "outcome": the exit code, "fenced", or nothing if it was killed. */
export const unitRest = ({ folder }: UnitPlace, offset: number, mark: string): Argv =>
  script(
    `tail -c +"$2" "$1/log"; printf '%s%s\\n' "$3" "outcome $(cat "$1/exit" 2>/dev/null)"`,
    folder,
    offset + 1,
    mark,
  );

/** Stops it with everything it started, and forgets it. */
export const stopUnit = ({ unit, folder }: UnitPlace): Argv =>
  script('systemctl stop "$1.service" 2>/dev/null; rm -rf "$2"', unit, folder);

/** Forgets an outcome that was read. */
export const clearUnit = ({ folder }: UnitPlace): Argv => ["rm", "-rf", folder];

/** One line for each unit of which something is left: "running NAME" or "ended NAME". Cheap when there is none. */
export const unitsLeft: Argv = script(
  `for d in ${HOST_PATHS.units}/gandalf-*; do
  [ -d "$d" ] || continue
  u=\${d##*/}
  case $(systemctl show -p ActiveState --value "$u.service" 2>/dev/null) in
  active|activating|reloading|deactivating) echo "running $u";;
  *) echo "ended $u";;
  esac
done`,
);

/** Forgets every outcome that nobody read. */
export const clearUnits: Argv = ["rm", "-rf", HOST_PATHS.units];
