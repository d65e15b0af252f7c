import { lookup as dnsLookup } from "node:dns";
import { type IncomingMessage, request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { type AddressKind, type Reach } from "./reach";

/** GitHub needs one, a mirror behind a proxy perhaps two. */
const MAX_REDIRECTS = 5;

interface Asked {
  readonly method: "GET" | "HEAD";
  readonly headers?: Readonly<Record<string, string>>;
  readonly reach: Reach;
  /** Ends the request, or its answer, wherever it is. */
  readonly signal?: AbortSignal;
  /** What the server was that named this address: a public one may not name one inside the panel's network. */
  readonly namedBy?: AddressKind;
  readonly maxRedirects?: number;
}

/** Why a request was not made or not followed; its message ends the sentence "<address> …". */
export class Refusal extends Error {}

/**
 * Asks over http or https and follows redirects, speaking only to addresses that `reach` allows: judged after the
 * name was looked up, for the very connection that is made, so no name can change its mind in between. Throws.
 */
export async function guardedRequest(address: string, asked: Asked): Promise<IncomingMessage> {
  const { maxRedirects = MAX_REDIRECTS } = asked;
  let url = checkedUrl(address, null);
  const { origin } = url;
  let begun = asked.namedBy ?? null;
  for (let hop = 0; hop <= maxRedirects; hop += 1) {
    const answer = await ask(url, url.origin === origin ? asked : withoutToken(asked), begun);
    begun ??= asked.reach.kindOf(answer.socket.remoteAddress ?? "");
    const { statusCode = 0, headers } = answer;
    if (statusCode < 300 || statusCode >= 400 || headers.location === undefined) return answer;
    answer.destroy();
    url = checkedUrl(new URL(headers.location, url).href, url);
  }
  throw new Refusal(`redirects more than ${maxRedirects} times`);
}

/** What one server was told of who asks is nothing for the next. */
function withoutToken(asked: Asked): Asked {
  const told = Object.entries(asked.headers ?? {}).filter(([name]) => name !== "authorization");
  return { ...asked, headers: Object.fromEntries(told) };
}

function checkedUrl(address: string, from: URL | null): URL {
  const url = URL.parse(address);
  const lead = from === null ? "is" : "redirects to";
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new Refusal(`${lead} ${url?.protocol ?? "something"} and not to a web address`);
  if (url.username !== "" || url.password !== "")
    throw new Refusal(`${lead} an address with a name or password in it`);
  if (from?.protocol === "https:" && url.protocol === "http:")
    throw new Refusal("redirects from https to http, where anybody could change the file");
  return url;
}

/** One request. `begun` is what the first server was: a public one may not send the panel into its own network. */
function ask(
  url: URL,
  { method, headers = {}, reach, signal }: Asked,
  begun: AddressKind | null,
): Promise<IncomingMessage> {
  const refusal = (address: string): Refusal | null => {
    const kind = reach.kindOf(address);
    if (kind === "forbidden")
      return new Refusal(`leads to ${address}, which the panel does not download from`);
    if (begun === "public" && kind === "private")
      return new Refusal(`leads from the internet to ${address} inside your network`);
    return null;
  };
  const literal = url.hostname.replace(/^\[|\]$/g, "");
  const refused = isIP(literal) === 0 ? null : refusal(literal);
  if (refused !== null) return Promise.reject(refused);
  const send = url.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = send(url, {
      method,
      headers: { "user-agent": "gandalf", ...headers },
      agent: false,
      lookup: guardedLookup(refusal),
      timeout: reach.idleTimeoutMs,
      ...(signal === undefined ? {} : { signal }),
    });
    const late = () =>
      request.destroy(new Refusal(`did not answer within ${reach.answerTimeoutMs / 1000} s`));
    const timer = setTimeout(late, reach.answerTimeoutMs);
    request.on("timeout", () =>
      request.destroy(new Refusal(`sent nothing for ${reach.idleTimeoutMs / 1000} s`)),
    );
    request.on("response", (answer) => {
      clearTimeout(timer);
      resolve(answer);
    });
    request.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    request.end();
  });
}

/** Looks a name up, and fails when any of its addresses is refused: a name that points both ways is a trick. */
function guardedLookup(refusal: (address: string) => Refusal | null): LookupFunction {
  return (hostname, options, callback) => {
    dnsLookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, "");
      for (const { address } of addresses) {
        const refused = refusal(address);
        if (refused !== null) return callback(refused, "");
      }
      const [first] = addresses;
      if (options.all === true) return callback(null, addresses);
      callback(null, first?.address ?? "", first?.family ?? 4);
    });
  };
}
