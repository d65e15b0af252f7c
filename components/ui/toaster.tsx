"use client";
import { CircleCheck, LoaderCircle, OctagonX, TriangleAlert } from "lucide-react";
import { Toaster as Sonner } from "sonner";
import { Icon } from "./icon";

const OPTIONS = {
  unstyled: true,
  classNames: {
    toast:
      "flex w-[356px] max-w-full items-start gap-2.5 rounded-lg border border-line bg-raised px-3 py-[11px] font-sans text-sm text-text shadow-2",
    content: "min-w-0 flex-1",
    title: "font-name",
    description: "text-muted",
    icon: "mt-0.5",
    actionButton: "link -my-1 shrink-0 px-1 py-1 whitespace-nowrap",
    cancelButton: "link -my-1 shrink-0 px-1 py-1 whitespace-nowrap",
  },
};

/** Bottom right, above the phone's bar; at most three. Loaded after the page. */
export function Toaster() {
  return (
    <Sonner
      position="bottom-right"
      visibleToasts={3}
      duration={6_000}
      offset={16}
      mobileOffset={{ bottom: 76, left: 12, right: 12 }}
      toastOptions={OPTIONS}
      icons={{
        success: <Icon of={CircleCheck} size={15} className="text-ok-solid" />,
        error: <Icon of={OctagonX} size={15} className="text-danger-solid" />,
        warning: <Icon of={TriangleAlert} size={15} className="text-warn-solid" />,
        loading: <Icon of={LoaderCircle} size={15} turns className="text-accent-solid" />,
      }}
    />
  );
}
