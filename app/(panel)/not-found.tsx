import { NotFoundPage } from "@/components/shell/not-found-page";

/** A page found that its object does not exist: the frame stays. */
export default function NotFound() {
  return <NotFoundPage />;
}
