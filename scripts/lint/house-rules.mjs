// @ts-check
import { basename, extname } from "node:path";

/** Next's own names ("[id]", "(panel)") are folders, so file names need no exception. */
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;

/** One noun or verb per file, in kebab-case. */
const fileName = {
  meta: { type: "layout", messages: { kebab: "Name this file in kebab-case: {{name}}." } },
  /** @param {import("eslint").Rule.RuleContext} context */
  create: (context) => ({
    /** @param {import("eslint").Rule.Node} node */
    Program(node) {
      const name = basename(context.filename, extname(context.filename));
      if (!KEBAB.test(name)) context.report({ node, messageId: "kebab", data: { name } });
    },
  }),
};

/** The rules that only this house has. */
const house = { rules: { "file-name": fileName } };

export default house;
