"use client";
import { ErrorPage } from "@/components/shell/error-page";

/** A page broke: the frame stays, and so do the other pages. */
export default function PanelError(props: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <ErrorPage digest={props.error.digest} onAgain={props.reset} />;
}
