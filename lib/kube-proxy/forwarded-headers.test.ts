import { expect, test } from "vitest";
import {
  answerHeaders,
  foreignIdentity,
  requestHeaders,
  switchHeaders,
  upgradeHeaders,
} from "./forwarded-headers";

const HOSTILE = {
  authorization: "Bearer x",
  cookie: "gandalf=1",
  connection: "keep-alive, x-remote-user",
  "keep-alive": "1",
  "proxy-authorization": "Basic x",
  te: "trailers",
  "transfer-encoding": "chunked",
  "x-forwarded-for": "1.2.3.4",
  "x-forwarded-uri": "/",
  "x-real-ip": "1.2.3.4",
  "x-remote-user": "system:admin",
  "x-remote-group": "system:masters",
  "x-remote-extra-scopes": "all",
  "x-gandalf-address": "1.2.3.4",
  host: "evil.test",
  origin: "http://evil.test",
};

test("of a request only what the API needs goes on", () => {
  const sent = requestHeaders({ ...HOSTILE, accept: "application/json", "content-type": "a/b" });
  expect(sent).toEqual({ accept: "application/json", "content-type": "a/b" });
});

test("an upgrade carries its protocol and nothing about who asks", () => {
  const sent = upgradeHeaders({
    ...HOSTILE,
    connection: "Upgrade",
    upgrade: "SPDY/3.1",
    "content-length": "5",
    "x-stream-protocol-version": ["v4.channel.k8s.io", "v5.channel.k8s.io"],
  });
  expect(sent).toEqual({
    connection: "Upgrade",
    upgrade: "SPDY/3.1",
    "x-stream-protocol-version": ["v4.channel.k8s.io", "v5.channel.k8s.io"],
  });
});

test("an answer sets no cookie and no policy on the panel's own address", () => {
  const hostile = {
    "set-cookie": ["gandalf=stolen"],
    "content-security-policy": "script-src *",
    "strict-transport-security": "max-age=1",
    "clear-site-data": "*",
    "access-control-allow-origin": "*",
    "service-worker-allowed": "/",
  };
  expect(answerHeaders({ ...hostile, "content-type": "text/html" })).toEqual({
    "content-type": "text/html",
  });
  expect(switchHeaders({ ...hostile, upgrade: "websocket", "sec-websocket-accept": "x" })).toEqual({
    upgrade: "websocket",
    "sec-websocket-accept": "x",
  });
});

test("every way to be somebody else is noticed", () => {
  for (const name of [
    "impersonate-user",
    "Impersonate-Group",
    "impersonate-extra-scopes",
    "impersonate-uid",
  ])
    expect(foreignIdentity({ accept: "*/*", [name]: "x" })).toBe(name);
  const protocol = "v5.channel.k8s.io, base64url.bearer.authorization.k8s.io.eHg";
  expect(foreignIdentity({ "sec-websocket-protocol": protocol })).toBe("sec-websocket-protocol");
  expect(foreignIdentity({ ...HOSTILE })).toBeNull();
});
