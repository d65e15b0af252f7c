import { expect, test } from "vitest";
import { isWorthRecording, requestInfo } from "./request-info";

test.each([
  ["GET", "/api/v1/pods", "", "list core pods"],
  ["GET", "/api/v1/namespaces/web/pods/a", "", "get core pods web a"],
  ["GET", "/api/v1/namespaces/web/pods", "?watch=true", "watch core pods web"],
  ["GET", "/api/v1/namespaces/web/pods/a/log", "?follow=true", "get core pods web a log"],
  ["POST", "/api/v1/namespaces/web/pods/a/exec", "?command=sh", "create core pods web a exec"],
  ["DELETE", "/api/v1/namespaces/web", "", "delete core namespaces web"],
  ["PUT", "/api/v1/namespaces/web/finalize", "", "update core namespaces web finalize"],
  [
    "DELETE",
    "/apis/apps/v1/namespaces/web/deployments",
    "",
    "deletecollection apps deployments web",
  ],
  [
    "PATCH",
    "/apis/apps/v1/namespaces/web/deployments/x/scale",
    "",
    "patch apps deployments web x scale",
  ],
  ["GET", "/api/v1/nodes/w1/proxy/metrics", "", "get core nodes w1 proxy"],
  ["GET", "/version", "", "list core"],
])("%s %s%s is %s", (...[method, path, query, expected]) => {
  const { verb, group, resource, namespace, name, subresource } = requestInfo(method, path, query);
  const words = [verb, group || "core", resource, namespace, name, subresource];
  expect(words.filter(Boolean).join(" ")).toBe(expected);
});

test("changes, ways into a container and reading secrets are recorded; looking and asking are not", () => {
  const recorded = (method: string, path: string) =>
    isWorthRecording(requestInfo(method, path, ""));
  expect(recorded("POST", "/api/v1/namespaces/web/configmaps")).toBe(true);
  expect(recorded("GET", "/api/v1/namespaces/web/pods/a/exec")).toBe(true);
  expect(recorded("GET", "/api/v1/namespaces/web/secrets")).toBe(true);
  expect(recorded("GET", "/api/v1/namespaces/web/pods")).toBe(false);
  expect(recorded("POST", "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews")).toBe(false);
});
