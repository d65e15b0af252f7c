import type { ReactNode } from "react";
import { Frame } from "@/components/shell/frame";

/** Every page behind the sign-in stands in the frame. */
export default function PanelLayout({ children }: { children: ReactNode }) {
  return <Frame>{children}</Frame>;
}
