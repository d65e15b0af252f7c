import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Frame } from "@/components/shell/frame";
import { pageUser } from "@/server/http/page-session";

/** Every page behind the sign-in stands in the frame. The API guards the data; this only names who looks. */
export default async function PanelLayout({ children }: { children: ReactNode }) {
  return <Frame user={await pageUser(await headers())}>{children}</Frame>;
}
