import { appChecks } from "@/lib/app-checks/app-checks";
import { imagesToFetch } from "@/lib/app-checks/image-checks";
import { fail, ok, type Result } from "@/lib/core/result";
import type { AppChecks, TemplateInput } from "@/lib/schemas/app-check";
import { isTemplateId, TEMPLATES } from "@/lib/templates/templates";
import type { AppTemplate } from "@/lib/templates/template";
import type { Container } from "@/server/container";
import { readAppWorld } from "@/server/kube/write/read-app-world";
import { kubeWriter, type Asking } from "./kube-writer";

/** What somebody should know before an app is deployed. Nothing is touched. */
export async function checkTemplate(
  needs: Pick<Container, "db" | "kube" | "registries">,
  asking: Asking,
  { template: id, values }: TemplateInput,
): Promise<Result<AppChecks>> {
  if (!isTemplateId(id))
    return fail({
      code: "object.not-found",
      detail: `The panel has no template called ${id}.`,
      remedies: ["Choose one of the gallery."],
    });
  const template: AppTemplate = TEMPLATES[id];
  const parsed = template.schema.safeParse(values);
  if (!parsed.success)
    return fail({
      code: "input.invalid",
      detail: "The form is not complete yet.",
      remedies: ["Correct the marked fields."],
      fields: Object.fromEntries(
        parsed.error.issues.map(({ path, message }) => [path.join("."), message]),
      ),
    });
  const writer = await kubeWriter(needs, asking);
  if (!writer.ok) return writer;
  const objects = template.build(parsed.data);
  const { world, unknown } = await readAppWorld(writer.value.api, objects);
  const wanted = imagesToFetch(objects, world.nodes);
  const answers = await Promise.all(
    wanted.map(async (image) => [image, await needs.registries.ask(image)] as const),
  );
  const app = { objects, passwords: template.passwords(parsed.data) };
  return ok({ checks: appChecks(app, { ...world, images: new Map(answers) }), unknown });
}
