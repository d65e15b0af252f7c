"use client";
import { useId } from "react";
import { Input } from "@/components/ui/input";
import { useSiteEditor } from "./site-editor";

/** An address, with the site's hosts offered by name. */
export function AddressInput(props: {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  /** IPv6 and networks are offered too. */
  zones?: boolean;
}) {
  const { value, onChange, placeholder = "192.168.1.210", zones = false } = props;
  const { site, spec } = useSiteEditor();
  const id = useId();
  return (
    <>
      <Input
        mono
        list={id}
        value={value}
        placeholder={placeholder}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={id}>
        {site.hosts.map((host) => (
          <option key={host.id} value={host.address}>
            {host.name}
          </option>
        ))}
        {zones &&
          spec.zones.flatMap(({ name, subnets }) =>
            subnets.map((subnet) => (
              <option key={subnet} value={subnet}>
                {name}
              </option>
            )),
          )}
      </datalist>
    </>
  );
}
