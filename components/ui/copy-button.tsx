"use client";
import { Check, Copy } from "lucide-react";
import { useCopy } from "@/components/hooks/use-copy";
import { useBaseMessages } from "@/components/hooks/use-base-messages";
import { Button } from "./button";
import { IconButton } from "./icon-button";

/** Copies `text`. With `label` a button with words, else an icon that names `what` it copies. */
export function CopyButton(props: {
  text: string;
  what: string;
  label?: string;
  className?: string;
}) {
  const { text, what, label, className } = props;
  const words = useBaseMessages().ui;
  const { copied, copy } = useCopy();
  const icon = copied ? Check : Copy;
  return (
    <>
      {label === undefined ? (
        <IconButton
          icon={icon}
          size="sm"
          label={copied ? words.copied : words.copyNamed(what)}
          onClick={() => copy(text)}
          className={className}
        />
      ) : (
        <Button size="sm" icon={icon} onClick={() => copy(text)} className={className}>
          {copied ? words.copied : label}
        </Button>
      )}
      <span role="status" className="sr-only">
        {copied ? words.copied : ""}
      </span>
    </>
  );
}
