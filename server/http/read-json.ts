import type { Problem } from "@/lib/core/problem";
import { fail, ok, type Result } from "@/lib/core/result";

const tooLarge = (maxBytes: number): Problem => ({
  code: "input.too-large",
  detail: `The request is larger than ${maxBytes} bytes.`,
  remedies: ["Send less at once."],
});

const notJson: Problem = {
  code: "input.invalid",
  detail: "The request body is not JSON.",
  remedies: ["Send a JSON object with Content-Type: application/json."],
  fields: {},
};

/** Reads at most `maxBytes`; the rest of a longer body is not read at all. */
async function readText(request: Request, maxBytes: number): Promise<Result<string>> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes)
    return fail(tooLarge(maxBytes));
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return fail(tooLarge(maxBytes));
    text += decoder.decode(chunk, { stream: true });
  }
  return ok(text + decoder.decode());
}

/** The body as parsed JSON. Anything but application/json is refused: a form cannot pose as a call. */
export async function readJson(request: Request, maxBytes: number): Promise<Result<unknown>> {
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? ""))
    return fail(notJson);
  const text = await readText(request, maxBytes);
  if (!text.ok) return text;
  try {
    return ok(JSON.parse(text.value));
  } catch {
    return fail(notJson);
  }
}
