import { officeHeaders } from "@/api/client";
import { type ProblemBody, ProblemError, unreachable } from "@/api/problem";
import type { Document } from "@/api/schema";

/** What the registry accepts; the server decides by the bytes, this only helps to choose. */
export const ACCEPTED = ".pdf,.jpg,.jpeg,.png,.tif,.tiff,application/pdf,image/jpeg,image/png,image/tiff";
export const MAX_BYTES = 100 * 1024 * 1024;

/** Streams one document to the server. XMLHttpRequest, because `fetch` does not tell how far an upload is. */
export async function uploadDocument(
  file: globalThis.File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Document> {
  const headers = await officeHeaders();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/v1/documents?file_name=${encodeURIComponent(file.name)}`);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 201) resolve(request.response as Document);
      else reject(refusal(request));
    };
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(new DOMException("upload stopped", "AbortError"));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

function refusal(request: XMLHttpRequest): ProblemError {
  const body = request.response as ProblemBody | null;
  return body?.code ? new ProblemError({ ...body, status: request.status }) : unreachable(request.status);
}
