import { NotFoundPage } from "@/components/shell/not-found-page";

/** Nothing at this address. */
export default function NotFound() {
  return <NotFoundPage />;
}
