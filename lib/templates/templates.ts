import { anyImageTemplate } from "./any-image";
import { nginxTemplate } from "./nginx";
import { staticSiteTemplate } from "./static-site";
import type { AppTemplate } from "./template";
import { wordpressTemplate } from "./wordpress";

/** Every app there is a form for, in the order of the gallery. Adding one is its file and one line here. */
export const TEMPLATES = {
  nginx: nginxTemplate,
  "static-site": staticSiteTemplate,
  wordpress: wordpressTemplate,
  "any-image": anyImageTemplate,
} as const satisfies Record<string, AppTemplate>;

export type TemplateId = keyof typeof TEMPLATES;

export const isTemplateId = (text: string): text is TemplateId => Object.hasOwn(TEMPLATES, text);

export const TEMPLATE_IDS = Object.keys(TEMPLATES) as readonly TemplateId[];
