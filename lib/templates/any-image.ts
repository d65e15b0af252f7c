import { defineTemplate } from "./template";
import { WEB_PARAMETERS, webApp } from "./web-app";

/** Any image that listens on one port. */
export const anyImageTemplate = defineTemplate({
  id: "any-image",
  parameters: WEB_PARAMETERS,
  defaults: () => ({
    name: "app",
    namespace: "default",
    image: "",
    replicas: 1,
    port: 8080,
    cpuMillis: 100,
    memoryMiB: 64,
    memoryLimitMiB: 256,
    expose: { kind: "cluster" },
    environment: [],
    volume: { kind: "none" },
  }),
  build: (values) => webApp(values, { part: "app" }),
});
