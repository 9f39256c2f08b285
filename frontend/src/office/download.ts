import { officeFetch } from "./client";
import { problemOf } from "./problem";

/** Fetches what needs the session's headers and hands it to the browser as a file. */
export async function download(path: string, fileName: string): Promise<void> {
  const response = await officeFetch(new Request(path));
  if (!response.ok) throw await problemOf(response);
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
