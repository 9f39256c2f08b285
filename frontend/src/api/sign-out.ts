import { actAs } from "./acting";
import { client } from "./client";
import { queryClient } from "./query-client";
import { session } from "./session";

/** Forgets everything that this tab knew of the session. */
export function dropSession(): void {
  session.forget();
  actAs(null);
  queryClient.clear();
}

/** Ends this session, or every session of the person, on the server and here. */
export async function signOut(everywhere = false): Promise<void> {
  if (everywhere) await client.DELETE("/api/v1/sessions");
  else await client.DELETE("/api/v1/session");
  dropSession();
}
