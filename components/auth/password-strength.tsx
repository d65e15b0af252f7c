"use client";
import { Check, Circle } from "lucide-react";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { cx } from "@/components/ui/cx";
import { ToneLabel } from "@/components/ui/status";
import { passwordStrength } from "@/lib/format/password-strength";

const BARS = [1, 2, 3, 4];

/** Four bars and what they stand for, in words. */
export function PasswordStrengthHint(props: {
  password: string;
  leastLength: number;
  personal: readonly string[];
}) {
  const words = useBaseMessages().auth.strength;
  const strength = passwordStrength(props.password, props);
  const facts = [
    {
      id: "length",
      met: strength.longEnough,
      text: strength.longEnough ? words.length(strength.length) : words.atLeast(props.leastLength),
    },
    { id: "varied", met: strength.varied, text: strength.varied ? words.varied : words.repeats },
    { id: "personal", met: strength.impersonal, text: words.personal },
  ];
  const fill = strength.score >= 2 ? "bg-ok-solid" : "bg-warn-solid";
  return (
    <div className="mt-[3px] grid gap-1.5">
      <div role="img" aria-label={words.label(strength.score)} className="grid grid-cols-4 gap-1">
        {BARS.map((bar) => (
          <span
            key={bar}
            className={cx("h-1 rounded-[2px]", bar <= strength.score ? fill : "bg-line-strong")}
          />
        ))}
      </div>
      <p className="flex flex-wrap gap-x-3.5 gap-y-1">
        {facts
          .filter((fact) => fact.id !== "personal" || !fact.met)
          .map((fact) => (
            <ToneLabel
              key={fact.id}
              size="xs"
              tone={fact.met ? "ok" : "unknown"}
              icon={fact.met ? Check : Circle}
            >
              {fact.text}
            </ToneLabel>
          ))}
      </p>
    </div>
  );
}
