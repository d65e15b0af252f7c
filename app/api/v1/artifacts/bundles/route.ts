import { ok } from "@/lib/core/result";
import { beginUploadInput } from "@/lib/schemas/artifact";
import { defineRoute } from "@/server/http/define-route";
import { listBundles } from "@/server/services/list-bundles";

export const GET = defineRoute({
  permission: "artifacts:read",
  handle: async ({ container }) => ok({ bundles: await listBundles(container) }),
});

export const POST = defineRoute({
  permission: "artifacts:write",
  body: beginUploadInput,
  status: 201,
  handle: async ({ container, body }) => {
    const id = await container.artifacts.uploads.begin(body);
    return id.ok ? ok({ upload: { id: id.value } }) : id;
  },
});
