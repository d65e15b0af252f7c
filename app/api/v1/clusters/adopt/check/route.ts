import { checkInput } from "@/lib/schemas/adopt";
import { tellChecks } from "@/server/services/tell-checks";
import { defineRoute } from "@/server/http/define-route";

/** Checks a cluster before anything is stored; a line of JSON as soon as each is known. */
export const POST = defineRoute({
  permission: "clusters:adopt",
  body: checkInput,
  needsDisk: false,
  handle: async ({ container, body }) => tellChecks(container, body),
});
