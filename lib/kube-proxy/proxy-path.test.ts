import { describe, expect, test } from "vitest";
import { parseProxyPath } from "./proxy-path";

const ID = "cmabcdefgh123";

test("a target names its cluster, path and query, untouched", () => {
  expect(parseProxyPath(`/k8s/${ID}/api/v1/pods?watch=true&fieldSelector=a%3Db`)).toEqual({
    clusterId: ID,
    path: "/api/v1/pods",
    query: "?watch=true&fieldSelector=a%3Db",
  });
  expect(parseProxyPath(`/k8s/${ID}`)?.path).toBe("/");
  expect(parseProxyPath(`/k8s/${ID}/`)?.path).toBe("/");
});

test("names with colons, dots, tildes and encoded colons go through", () => {
  for (const path of [
    "/api/v1/namespaces/web/services/https:shop:443/proxy/",
    "/apis/rbac.authorization.k8s.io/v1/clusterroles/system:node",
    "/apis/rbac.authorization.k8s.io/v1/clusterroles/system%3Anode",
    "/api/v1/namespaces/web/pods/a..b",
  ])
    expect(parseProxyPath(`/k8s/${ID}${path}`)?.path).toBe(path);
});

describe("a target that somebody could read in two ways is none", () => {
  test.each([
    "/api/v1/../../secrets",
    "/api/v1/./pods",
    "/api/%2e%2e/pods",
    "/api/%2E%2e%2fpods",
    "/api/v1/namespaces%2fkube-system/secrets",
    "/api/v1/namespaces%5ckube-system",
    "/api\\v1",
    "//api/v1/pods",
    "/api//v1/pods",
    "/api/v1/pods%00",
    "/api/v1/pods%0d%0aX: 1",
    "/api/v1/pods%",
    "/api/v1/pods%zz",
    "/api/v1/pods%252e%252e",
    "/api/v1/pods#x",
    "/api/v1/p\u00f6ds",
    "/api/v1/pods\u0000",
    `/api/${"a".repeat(9000)}`,
  ])("%j", (path) => expect(parseProxyPath(`/k8s/${ID}${path}`)).toBeNull());

  test.each([
    "/k8s/",
    "/k8s//api",
    "/k8s/UPPER123/api",
    "/k8s/..%2f/api",
    `http://evil.test/k8s/${ID}/api`,
    `/K8S/${ID}/api`,
    `/k8s/${ID}.evil/api`,
  ])("%j", (target) => expect(parseProxyPath(target)).toBeNull());
});
