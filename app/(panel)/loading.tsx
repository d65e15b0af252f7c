import { PageSkeleton } from "@/components/shell/page-skeleton";

/** While a page's own code is on its way. */
export default function Loading() {
  return <PageSkeleton />;
}
