type Checked =
  { readonly value: string } | { readonly obstacle: readonly [detail: string, remedy: string] };

const ASK = "Ask whoever made the cluster for the address of its API.";

/** What a kubeconfig gives as the API's address: "https://10.0.0.1:6443", without a slash at its end. */
export function checkAddress(server: string): Checked {
  if (server === "") return { obstacle: ["It does not say where the API is (server).", ASK] };
  const url = URL.parse(server);
  if (url === null) return { obstacle: [`${server} is not an address.`, ASK] };
  if (url.protocol !== "https:")
    return {
      obstacle: [
        `${server} is not https: credentials would travel in the clear.`,
        "Use the API's https address.",
      ],
    };
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "")
    return { obstacle: [`The address of ${url.host} has more in it than a host and a path.`, ASK] };
  if (url.hostname === "0.0.0.0" || url.hostname === "[::]")
    return {
      obstacle: [
        `${server} is where the cluster listens, not where it can be reached.`,
        "Write the machine's address in its place: 127.0.0.1 if the panel runs on the same one.",
      ],
    };
  return { value: url.href.replace(/\/+$/, "") };
}

/** Whether an address leads to the panel's own machine, as k3s and kind write it into their files. */
export const isLoopback = (server: string): boolean =>
  /^(localhost|127(\.\d+){3}|\[::1\])$/.test(URL.parse(server)?.hostname ?? "");
