import type { Problem } from "@/lib/core/problem";
import { ApiProblem } from "./api-problem";

interface Sending {
  readonly signal: AbortSignal;
  readonly onProgress: (sentBytes: number) => void;
}

/**
 * Sends a file as the body of a PUT, telling how far it is: `fetch` cannot. Path as in `api`; failures throw
 * `ApiProblem`, a cancelled one the signal's reason.
 */
export function sendFile<T>(path: string, file: Blob, { signal, onProgress }: Sending): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", `/api/v1${path}`);
    request.responseType = "json";
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.addEventListener("progress", ({ loaded }) => onProgress(loaded));
    request.addEventListener("load", () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as T);
      else reject(refusal(request.status, request.response));
    });
    request.addEventListener("error", () => reject(lost()));
    request.addEventListener("abort", () => reject(signal.reason as Error));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

function refusal(status: number, answer: unknown): ApiProblem {
  if (typeof answer === "object" && answer !== null && "code" in answer && "remedies" in answer)
    return new ApiProblem({ problem: answer as Problem, status });
  return new ApiProblem({
    problem: {
      code: "panel.unexpected",
      detail: `The panel answered ${status} without saying why. Its log has the details.`,
      remedies: ["Behind a proxy: see that it lets uploads of 2 GiB pass."],
    },
    status,
  });
}

const lost = (): ApiProblem =>
  new ApiProblem({
    problem: {
      code: "panel.unreachable",
      detail: "The connection to the panel broke off during the upload. Nothing of it was kept.",
      remedies: ["Check that the panel is running, then upload again."],
    },
    status: 0,
  });
