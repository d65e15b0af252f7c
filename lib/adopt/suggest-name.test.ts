import { expect, test } from "vitest";
import { suggestName } from "./suggest-name";

test.each([
  ["arn:aws:eks:eu-west-1:111122223333:cluster/prod", "arn:aws:eks:x:1:cluster/prod", "prod"],
  ["gke_shop_europe-west1-b_prod", "gke_shop_europe-west1-b_prod", "prod"],
  ["kind-kind", "kind-kind", "kind-kind"],
  ["default", "default", ""],
  ["kubernetes-admin@kubernetes", "kubernetes", ""],
  ["admin@home", "kubernetes", "home"],
  ["Ünïcode!", "9 lives", "lives"],
])("%s in %s is called %s", (context, cluster, name) => {
  expect(suggestName(context, cluster)).toBe(name);
});
