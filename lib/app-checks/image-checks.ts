import type { RawNodeObject } from "@/lib/kube-write/raw-objects";
import { fullImageName, parseImageReference } from "@/lib/registry/image-reference";
import { runsOn } from "@/lib/registry/runs-on";
import type { AppCheck } from "@/lib/schemas/app-check";
import { type Counted, podsOf } from "./asked";
import type { AppWorld } from "./world";

/** The images that the objects name, each once. */
export const imagesOf = (objects: readonly Counted[]): readonly string[] => [
  ...new Set(podsOf(objects).flatMap(({ containers }) => containers.map(({ image }) => image))),
];

/** Those that some node would have to fetch. */
export const imagesToFetch = (
  objects: readonly Counted[],
  nodes: readonly RawNodeObject[],
): readonly string[] =>
  imagesOf(objects).filter((image) => havingNodes(image, nodes).length < nodes.length);

function havingNodes(image: string, nodes: readonly RawNodeObject[]): readonly RawNodeObject[] {
  const reference = parseImageReference(image);
  if (reference === null) return [];
  const full = fullImageName(reference);
  return nodes.filter(({ status }) =>
    status?.images?.some(({ names }) => names?.includes(full) === true),
  );
}

/** Whether each image is there, and for the processors that the nodes have. */
export const imageChecks = (objects: readonly Counted[], world: AppWorld): readonly AppCheck[] =>
  imagesOf(objects).flatMap((image) => {
    const having = havingNodes(image, world.nodes).map(({ metadata }) => metadata.name);
    if (having.length > 0 && having.length === world.nodes.length)
      return [{ code: "image-there", field: "image", image, nodes: having, all: true } as const];
    const there = {
      code: "image-there",
      field: "image",
      image,
      nodes: having,
      all: false,
    } as const;
    return [...(having.length > 0 ? [there] : []), saidOf(image, world)];
  });

function saidOf(image: string, { images, nodes }: AppWorld): AppCheck {
  const registry = parseImageReference(image)?.registry ?? "";
  const about = { field: "image", image, registry } as const;
  const answer = images.get(image) ?? { kind: "away" };
  if (answer.kind === "missing") return { code: "image-missing", ...about };
  if (answer.kind === "closed") return { code: "image-closed", ...about };
  if (answer.kind === "busy") return { code: "image-busy", ...about };
  if (answer.kind === "away") return { code: "image-unasked", ...about };
  const { platforms } = answer;
  const unable = nodes
    .map(({ status }) => status?.nodeInfo?.architecture ?? "")
    .filter((architecture) => architecture !== "" && !runsOn(architecture, platforms));
  if (unable.length === 0) return { code: "image-runs", ...about, platforms };
  const counts = [...new Set(unable)].map((architecture) => ({
    architecture,
    nodes: unable.filter((each) => each === architecture).length,
  }));
  const none = unable.length === nodes.length;
  return { code: "image-unfit", ...about, platforms, unable: counts, none };
}
