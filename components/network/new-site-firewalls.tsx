"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { Select } from "@/components/ui/select";
import type { NewSiteForm } from "./use-new-site-form";

const ZONES = ["wan", "dmz", "home"] as const;

/** Which hosts stand between the networks, and where each of their interfaces leads. */
export function NewSiteFirewalls({ form }: { form: NewSiteForm }) {
  const { values, set, problem } = form;
  const words = useMessages().network.new;
  const toggle = (id: string) =>
    set({
      firewallIds: values.firewallIds.includes(id)
        ? values.firewallIds.filter((each) => each !== id)
        : [...values.firewallIds, id],
    });
  const candidates = values.hosts.filter(({ role }) => role === null);
  const wrong = problem("firewalls");
  return (
    <fieldset className="grid gap-2.5">
      <legend className="mb-1.5 text-sm font-label">{words.firewalls}</legend>
      <p className="text-xs text-muted">{words.firewallsHelp}</p>
      {wrong !== undefined && <Note tone="danger" alert title={wrong} />}
      {candidates.length === 0 && <p className="text-sm text-muted">{words.noFirewall}</p>}
      {candidates.map((host) => {
        const firewall = values.firewalls.find(({ hostId }) => hostId === host.id);
        return (
          <div key={host.id} className="rounded-md border border-line px-3 py-2.5">
            <Checkbox checked={firewall !== undefined} onChange={() => toggle(host.id)}>
              <b className="font-name">{host.name}</b>{" "}
              <span className="num text-muted">{host.address}</span>
            </Checkbox>
            {firewall !== undefined && firewall.interfaces.length === 0 && (
              <p className="mt-2 text-xs text-warn">{words.noFacts(host.name)}</p>
            )}
            <div className="grid gap-2.5 sm:grid-cols-3">
              {firewall?.interfaces.map(({ name, zone }) => (
                <Field key={name} label={words.leadsTo(name)} className="mt-2.5">
                  <Select
                    value={zone}
                    options={ZONES.map((each) => ({ value: each, label: each }))}
                    onChange={(event) =>
                      set({
                        legs: { ...values.legs, [`${host.id} ${name}`]: event.target.value },
                      })
                    }
                  />
                </Field>
              ))}
            </div>
          </div>
        );
      })}
    </fieldset>
  );
}
