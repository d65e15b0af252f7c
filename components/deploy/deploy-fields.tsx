"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { Card } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import type { ParameterName } from "@/lib/templates/parameters";
import type { AppTemplate } from "@/lib/templates/template";
import { CONTROLS } from "./controls";
import { GROUPS, type GroupName } from "./groups";
import type { useDeployForm } from "./use-deploy-form";

/** What a template asks for, in sections. */
export function DeployFields(props: {
  template: AppTemplate;
  form: ReturnType<typeof useDeployForm>;
}) {
  const { template, form } = props;
  const groups = (Object.keys(GROUPS) as readonly GroupName[]).map((group) => ({
    group,
    names: GROUPS[group].filter((name) => template.parameters.includes(name)),
  }));
  return (
    <Card>
      {groups
        .filter(({ names }) => names.length > 0)
        .map(({ group, names }) => (
          <Group key={group} group={group} names={names} form={form} />
        ))}
    </Card>
  );
}

function Group(props: {
  group: GroupName;
  names: readonly ParameterName[];
  form: ReturnType<typeof useDeployForm>;
}) {
  const { group, names, form } = props;
  const [title, about] = useMessages().deploy.groups[group];
  return (
    <section className="grid gap-x-6 gap-y-3 border-t border-line p-5 first:border-t-0 md:grid-cols-[150px_minmax(0,1fr)]">
      <div>
        <h2 className="text-base font-[580]">{title}</h2>
        <p className="text-xs text-muted">{about}</p>
      </div>
      <div
        className={cx(
          "grid items-start gap-3.5",
          group === "much" ? "sm:grid-cols-3" : "sm:grid-cols-2",
        )}
      >
        {names.map((name) => {
          const Control = CONTROLS[name];
          return (
            <Control
              key={name}
              name={name}
              value={form.values[name]}
              {...form.problemsOf(name)}
              onChange={(value) => form.set(name, value)}
              onLeave={() => form.leave(name)}
            />
          );
        })}
      </div>
    </section>
  );
}
