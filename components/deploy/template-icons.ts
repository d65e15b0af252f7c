import { Box, FileText, Globe, Newspaper, type LucideIcon } from "lucide-react";
import type { TemplateId } from "@/lib/templates/templates";

export const TEMPLATE_ICONS = {
  nginx: Globe,
  "static-site": FileText,
  wordpress: Newspaper,
  "any-image": Box,
} satisfies Record<TemplateId, LucideIcon>;
