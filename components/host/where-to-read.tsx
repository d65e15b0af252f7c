"use client";
import { MonitorCheck } from "lucide-react";
import { useMessages } from "@/components/hooks/use-messages";
import { CodeBlock } from "@/components/ui/code-block";
import { Note } from "@/components/ui/note";

/** File names of OpenSSH's host keys. Source: sshd_config(5), HostKey. */
const FILES: Record<string, string> = {
  "ssh-ed25519": "ed25519",
  "ssh-rsa": "rsa",
  "rsa-sha2-512": "rsa",
  "rsa-sha2-256": "rsa",
  "ecdsa-sha2-nistp256": "ecdsa",
  "ecdsa-sha2-nistp384": "ecdsa",
  "ecdsa-sha2-nistp521": "ecdsa",
};

/** "ssh-ed25519" → "ed25519": how people and file names call a key. */
export const shortKeyType = (keyType: string): string => FILES[keyType] ?? keyType;

/** How to see a host's fingerprint on the host itself. */
export function WhereToRead(props: { keyType: string; className?: string }) {
  const words = useMessages().hosts.whereToRead;
  return (
    <Note
      tone="info"
      icon={MonitorCheck}
      title={words.title}
      {...(props.className === undefined ? {} : { className: props.className })}
    >
      <p>{words.body}</p>
      <CodeBlock
        text={words.command(shortKeyType(props.keyType))}
        what={words.what}
        className="mt-1.5 text-text"
      />
    </Note>
  );
}
