import { officeFetch } from "@/api/client";
import { problemOf } from "@/api/problem";

/** Hands bytes to the browser as a file. */
export function saveAs(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Fetches what needs the session's headers and hands it to the browser as a file; without a name, under the server's. */
export async function download(path: string, fileName?: string): Promise<void> {
  const response = await officeFetch(new Request(path));
  if (!response.ok) throw await problemOf(response);
  saveAs(await response.blob(), fileName ?? givenName(response.headers.get("content-disposition") ?? ""));
}

/** The file's name in a header (RFC 6266): the whole one where there is one, the plain one for old clients otherwise. */
export function givenName(disposition: string): string {
  const whole = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (whole) return decodeURIComponent(whole);
  return /filename="([^"]*)"/i.exec(disposition)?.[1] ?? "document";
}
