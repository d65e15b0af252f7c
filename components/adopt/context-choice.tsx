"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Radio } from "@/components/ui/radio";
import type { Intake } from "./use-intake";

/** Which of a file's contexts is meant. */
export function ContextChoice({ intake }: { intake: Intake }) {
  const words = useMessages().adopt;
  const { facts, chosen, setContext } = intake;
  const contexts = facts?.contexts ?? [];
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="mb-2 text-sm font-label">
        {words.contexts(contexts.length)}{" "}
        <span className="font-meta text-muted">{words.chooseContext}</span>
      </legend>
      <div className="grid max-h-80 gap-2.5 overflow-y-auto rounded-md border border-line p-3">
        {contexts.map(({ name, server, obstacles }) => (
          <Radio
            key={name}
            name="context"
            checked={chosen?.name === name}
            onChange={() => setContext(name)}
            help={
              <span className="num break-all">
                {server}
                {obstacles.length > 0 && ` · ${words.obstacleCount(obstacles.length)}`}
              </span>
            }
          >
            <span className="font-name break-all">{name}</span>
          </Radio>
        ))}
      </div>
    </fieldset>
  );
}
