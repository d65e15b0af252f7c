import { defineTemplate } from "./template";
import { WEB_PARAMETERS, webApp } from "./web-app";

/** The reference: ten copies of nginx on port 80. */
export const nginxTemplate = defineTemplate({
  id: "nginx",
  parameters: WEB_PARAMETERS,
  defaults: () => ({
    name: "nginx",
    namespace: "default",
    image: "nginx:1.14.2",
    replicas: 10,
    port: 80,
    cpuMillis: 50,
    memoryMiB: 32,
    memoryLimitMiB: 64,
    expose: { kind: "cluster" },
    environment: [],
    volume: { kind: "none" },
  }),
  build: (values) => webApp(values, { part: "nginx" }),
});
