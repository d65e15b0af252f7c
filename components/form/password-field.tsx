"use client";
import { Eye, EyeOff } from "lucide-react";
import { useState, type ComponentProps, type ReactNode } from "react";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** A password with show and hide. `after` stands under it: a strength hint. */
export function PasswordField(
  props: Omit<ComponentProps<typeof Input>, "type" | "end"> & {
    label: ReactNode;
    problem?: string | undefined;
    help?: ReactNode;
    aside?: ReactNode;
    after?: ReactNode;
    autoComplete: "current-password" | "new-password" | "off";
  },
) {
  const { label, problem, help, aside, after, ...input } = props;
  const [shown, setShown] = useState(false);
  const words = useBaseMessages().ui;
  return (
    <Field
      label={label}
      problem={problem}
      {...(help === undefined ? {} : { help })}
      {...(aside === undefined ? {} : { aside })}
    >
      <Input
        {...input}
        type={shown ? "text" : "password"}
        autoCapitalize="none"
        spellCheck={false}
        end={
          <Button
            look="ghost"
            size="sm"
            icon={shown ? EyeOff : Eye}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            {shown ? words.hide : words.show}
          </Button>
        }
      />
      {after}
    </Field>
  );
}
