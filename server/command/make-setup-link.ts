import { fail, ok, type Result } from "@/lib/core/result";
import { issueSetupToken } from "@/server/services/issue-setup-token";
import { panelUrl } from "@/server/panel-url";
import type { PanelFiles } from "./open-files";

/** A new set-up link for a panel without administrator; earlier links stop working. Answers what to say. */
export async function makeSetupLink(files: PanelFiles): Promise<Result<string>> {
  const token = await issueSetupToken(files);
  if (token === null) {
    const administrator = await files.db.user.findFirst({ where: { role: "administrator" } });
    const email = administrator?.email ?? "";
    return fail({
      code: "auth.setup-link-invalid",
      detail: `This panel already has an administrator, ${email}.`,
      remedies: [`If the password is forgotten: npm run panel -- reset-password ${email}`],
    });
  }
  await files.audit.record({
    actor: { id: null, name: "command line" },
    address: "panel",
    action: "panel.setup-link",
    object: "panel",
  });
  const url = panelUrl(files.config, files.config.port);
  return ok(
    `Create the administrator with this link. It works once, for 24 hours, while the panel runs:\n  ${url}/setup#token=${token}`,
  );
}
