import { officeFetch } from "@/api/client";
import { problemOf } from "@/api/problem";
import { download } from "@/office/download";
import type { ByteSource } from "./engine";

const path = (documentId: string) => `/api/v1/documents/${encodeURIComponent(documentId)}`;

async function get(url: string, signal: AbortSignal, range?: string): Promise<Response> {
  const request = new Request(url, {
    signal,
    ...(range ? { headers: { Range: range } } : {}),
  });
  const response = await officeFetch(request);
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** The bytes of a stored document, whole or by ranges, read in the name of the acting post. */
export function documentSource(documentId: string, size: number): ByteSource {
  return {
    size,
    async read(signal, begin, end) {
      const range = begin === undefined || end === undefined ? undefined : `bytes=${begin}-${end - 1}`;
      const response = await get(`${path(documentId)}/content`, signal, range);
      const bytes = new Uint8Array(await response.arrayBuffer());
      // A server or proxy that ignores ranges answers with everything.
      return range && response.status === 200 ? bytes.slice(begin, end) : bytes;
    },
  };
}

/** A page of a scan as a picture; the caller revokes the address when it is done. */
export async function pageImage(
  documentId: string,
  page: number,
  width: number,
  signal: AbortSignal,
): Promise<string> {
  const response = await get(`${path(documentId)}/pages/${page}/image?width=${width}`, signal);
  return URL.createObjectURL(await response.blob());
}

/** Saves the document as it was received, under its own name. */
export function downloadDocument(documentId: string, fileName: string): Promise<void> {
  return download(`${path(documentId)}/content`, fileName);
}
