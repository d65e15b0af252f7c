import { objectOf } from "./objects";
import { defineTemplate } from "./template";
import { webApp } from "./web-app";

/** Source: the official nginx image's default configuration. */
const WEB_ROOT = "/usr/share/nginx/html";

/** One page in a config map, served by nginx. */
export const staticSiteTemplate = defineTemplate({
  id: "static-site",
  parameters: [
    "name",
    "namespace",
    "page",
    "image",
    "replicas",
    "cpuMillis",
    "memoryMiB",
    "memoryLimitMiB",
    "expose",
  ],
  defaults: () => ({
    name: "site",
    namespace: "default",
    page: '<!doctype html>\n<html lang="en">\n  <title>Our site</title>\n  <h1>Our site</h1>\n</html>\n',
    image: "nginx:1.28",
    replicas: 2,
    cpuMillis: 20,
    memoryMiB: 16,
    memoryLimitMiB: 64,
    expose: { kind: "cluster" },
  }),
  build: (values) => {
    const { name, namespace, page } = values;
    const of = { part: "static-site", app: name, namespace };
    const configMap = `${name}-pages`;
    return [
      {
        ...objectOf(of, { apiVersion: "v1", kind: "ConfigMap", name: configMap }),
        data: { "index.html": page },
      },
      ...webApp(
        { ...values, port: 80, environment: [], volume: { kind: "none" } },
        {
          part: "static-site",
          mounts: [{ name: "pages", mountPath: WEB_ROOT, readOnly: true }],
          volumes: [{ name: "pages", configMap: { name: configMap } }],
        },
      ),
    ];
  },
});
