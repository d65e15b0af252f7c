"use client";
import { useMessages } from "@/components/hooks/use-messages";
import type { ContextFacts } from "@/lib/schemas/adopt";

/** Where a context leads, what it proves and whom it trusts. */
export function ContextFactsList({ context }: { context: ContextFacts }) {
  const words = useMessages().adopt;
  const { server, identity, authorities, obstacles } = context;
  const isTrusting = !obstacles.some(({ wants }) =>
    wants.some(({ part }) => part === "certificate-authority"),
  );
  return (
    <dl className="grid grid-cols-[130px_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm max-sm:grid-cols-1 max-sm:gap-y-0.5">
      <dt className="text-muted">{words.server}</dt>
      <dd className="num break-all max-sm:mb-1.5">{server}</dd>
      {identity !== null && (
        <>
          <dt className="text-muted">{words.identity}</dt>
          <dd className="max-sm:mb-1.5">{words.identities[identity]}</dd>
        </>
      )}
      {isTrusting && (
        <>
          <dt className="text-muted">{words.authorities}</dt>
          <dd className="grid gap-1">
            {authorities.length === 0 && words.publicAuthorities}
            {authorities.map(({ subject, fingerprint }) => (
              <span key={fingerprint}>
                {subject}
                <span className="block font-mono text-xs break-all text-muted">
                  {words.fingerprint(fingerprint)}
                </span>
              </span>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}
