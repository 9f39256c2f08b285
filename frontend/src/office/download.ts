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

/** Fetches what needs the session's headers and hands it to the browser as a file. */
export async function download(path: string, fileName: string): Promise<void> {
  const response = await officeFetch(new Request(path));
  if (!response.ok) throw await problemOf(response);
  saveAs(await response.blob(), fileName);
}
