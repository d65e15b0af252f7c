/** A SHA256 fingerprint in groups of four, so that two can be compared by eye. Read out as it is. */
export function Fingerprint(props: { value: string; label?: string; quiet?: boolean }) {
  const [kind = "", digest = ""] = props.value.split(":");
  const groups = digest.match(/.{1,4}/g) ?? [];
  return (
    <p
      className={`font-mono text-[13px] leading-[22px] [overflow-wrap:anywhere] ${props.quiet === true ? "text-xs text-muted" : ""}`}
    >
      {props.label !== undefined && <span className="text-muted">{props.label}: </span>}
      <span className="text-muted">{kind}: </span>
      {groups.map((group, index) => (
        <span key={index} className="mr-[0.7em] inline-block whitespace-nowrap">
          {group}
        </span>
      ))}
    </p>
  );
}
