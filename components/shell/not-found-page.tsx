import { MapPinOff } from "lucide-react";
import { buttonLook } from "@/components/ui/button-look";
import { Icon } from "@/components/ui/icon";
import { baseMessagesFor } from "@/lib/i18n/base";
import { DEFAULT_LOCALE } from "@/lib/i18n/locale";
import { PLACES } from "./places";

/** Says that nothing is here and leads back. Part of every page's tree, so it sends no code of its own. */
export function NotFoundPage() {
  const m = baseMessagesFor(DEFAULT_LOCALE).shell;
  return (
    <div className="grid min-h-[60vh] content-center justify-items-center gap-1 px-6 py-12 text-center">
      <Icon of={MapPinOff} size={20} className="mb-1 text-muted" />
      <h1 className="text-lg">{m.notFound.title}</h1>
      <p className="max-w-[52ch] text-sm text-muted">{m.notFound.body}</p>
      <a href={PLACES.overview} className={buttonLook({ look: "primary", className: "mt-3" })}>
        {m.error.overview}
      </a>
    </div>
  );
}
