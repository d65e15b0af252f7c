"use client";
import { useMessages } from "@/components/hooks/use-messages";
import { AgeCell } from "@/components/kube/age-cell";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import { KeyValues } from "@/components/ui/key-values";
import type { ColumnType } from "@/lib/schemas/kube-kind";
import type { ObjectCondition, ObjectDetail } from "@/lib/schemas/kube-object";
import { useKinds } from "../kinds/use-kinds";
import { ValueCell } from "../kinds/value-cell";
import { ContainerList } from "./container-list";
import { ObjectKeys } from "./object-keys";
import { RelatedObjects } from "./related-objects";

/** What it is and what it is made of at the left; what belongs to it at the right. */
export function ObjectSummary(props: { clusterId: string; detail: ObjectDetail }) {
  const { clusterId, detail } = props;
  const words = useMessages().cluster.object;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_360px]">
      <div className="grid min-w-0 gap-4">
        {detail.containers !== null && (
          <ContainerList
            clusterId={clusterId}
            pod={detail.ref}
            containers={detail.containers}
            usage={detail.usage}
          />
        )}
        {detail.keys !== null && <ObjectKeys clusterId={clusterId} detail={detail} />}
        <Facts clusterId={clusterId} detail={detail} />
        {detail.conditions.length > 0 && <Conditions conditions={detail.conditions} />}
      </div>
      <div className="grid min-w-0 gap-4">
        <RelatedObjects clusterId={clusterId} detail={detail} />
        <Pairs title={words.labels} pairs={detail.labels} />
        <Pairs title={words.annotations} pairs={detail.annotations} />
      </div>
    </div>
  );
}

function Facts(props: { clusterId: string; detail: ObjectDetail }) {
  const { clusterId, detail } = props;
  const words = useMessages().cluster.object;
  const kinds = useKinds(clusterId).data?.kinds ?? [];
  const { namespace } = detail.ref;
  return (
    <Card>
      <CardHead title={words.facts} />
      <CardBody>
        <KeyValues
          items={[
            ...detail.facts.map(({ id, label, type, value }) => ({
              id,
              name: label,
              value: (
                <ValueCell
                  type={type as ColumnType}
                  {...{ value, clusterId, kinds, namespace, oneLine: false }}
                />
              ),
            })),
            { id: "created", name: words.created, value: <AgeCell at={detail.createdAt} /> },
          ]}
        />
      </CardBody>
    </Card>
  );
}

function Conditions(props: { conditions: readonly ObjectCondition[] }) {
  const words = useMessages().cluster.object.conditions;
  return (
    <Card>
      <CardHead title={words.title} />
      <CardBody className="grid gap-2.5">
        {props.conditions.map((condition) => (
          <div
            key={condition.type}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 text-sm sm:grid-cols-[180px_64px_minmax(0,1fr)_auto]"
          >
            <span className="font-name break-words">{condition.type}</span>
            <span className="text-muted">{condition.status}</span>
            <span className="min-w-0 break-words text-muted max-sm:order-last max-sm:col-span-2">
              {[condition.reason, condition.message].filter((text) => text !== "").join(": ")}
            </span>
            <AgeCell at={condition.since} />
          </div>
        ))}
      </CardBody>
    </Card>
  );
}

/** Keys with their values; nothing when there are none. */
function Pairs(props: { title: string; pairs: Readonly<Record<string, string>> }) {
  const pairs = Object.entries(props.pairs);
  if (pairs.length === 0) return null;
  return (
    <Card>
      <CardHead title={props.title} />
      <CardBody>
        <dl className="grid gap-2 text-xs">
          {pairs.map(([key, value]) => (
            <div key={key} className="min-w-0">
              <dt className="break-all text-muted">{key}</dt>
              <dd className="line-clamp-4 break-all" title={value}>
                {value}
              </dd>
            </div>
          ))}
        </dl>
      </CardBody>
    </Card>
  );
}
