import type { Config } from "./config";

/** Where a browser finds the panel: as it was told, or where it listens. */
export function panelUrl({ publicUrl, host }: Config, port: number): string {
  if (publicUrl !== null) return publicUrl.href.replace(/\/$/, "");
  const everywhere = host === "0.0.0.0" || host === "::";
  const name = host.includes(":") && !everywhere ? `[${host}]` : host;
  return `http://${everywhere ? "localhost" : name}:${port}`;
}
