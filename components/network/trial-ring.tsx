import { cx } from "@/components/ui/cx";

const RADIUS = 15.5;
const ROUND = 2 * Math.PI * RADIUS;

/** A ring that empties, with the seconds in it. */
export function TrialRing(props: { leftMs: number; ofMs: number; big?: boolean; unit?: string }) {
  const { leftMs, ofMs, big = false, unit } = props;
  const ratio = Math.min(1, Math.max(0, leftMs / ofMs));
  return (
    <span className="relative grid flex-none place-items-center">
      <svg viewBox="0 0 36 36" className={big ? "size-[132px]" : "size-11"} aria-hidden>
        <circle
          cx="18"
          cy="18"
          r={RADIUS}
          fill="none"
          strokeWidth={big ? 2.2 : 3}
          className={big ? "stroke-line" : "stroke-warn-line"}
        />
        <circle
          cx="18"
          cy="18"
          r={RADIUS}
          fill="none"
          strokeWidth={big ? 2.2 : 3}
          strokeLinecap="round"
          strokeDasharray={`${ratio * ROUND} ${ROUND}`}
          transform="rotate(-90 18 18)"
          className="stroke-warn-solid"
        />
      </svg>
      <span className="num absolute grid justify-items-center">
        <b
          className={cx(
            big ? "text-[40px] leading-10 font-[600]" : "text-base font-[620] text-warn",
          )}
        >
          {Math.ceil(leftMs / 1_000)}
        </b>
        {unit !== undefined && <span className="text-sm text-muted">{unit}</span>}
      </span>
    </span>
  );
}
