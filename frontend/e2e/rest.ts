import type { APIRequestContext, APIResponse } from "@playwright/test";
import { PASSWORD } from "./office";

/** An officer at the REST API, to prepare in a moment what a journey does not show. */
export interface RestOfficer {
  post: string;
  unit: string;
  get: <T>(path: string) => Promise<T>;
  send: <T = { id: string; version: number; number: string | null }>(
    path: string,
    body: object,
    version?: number,
  ) => Promise<T>;
  /** What is downloaded, as it is. */
  bytes: (path: string) => Promise<Buffer>;
  remove: (path: string) => Promise<unknown>;
  change: (path: string, body: object, version: number) => Promise<unknown>;
}

export async function restOfficer(
  request: APIRequestContext,
  userName: string,
  recoveryCode?: string,
): Promise<RestOfficer> {
  const bearer = async (answer: APIResponse) => ({
    Authorization: `Bearer ${(await answer.json()).access_token}`,
  });
  const data = { user_name: userName, password: PASSWORD };
  let signedIn = await bearer(await request.post("/api/v1/session", { data }));
  if (recoveryCode) {
    const proof = { headers: signedIn, data: { recovery_code: recoveryCode } };
    signedIn = await bearer(await request.post("/api/v1/session/second-factor", proof));
  }
  const me = await (await request.get("/api/v1/me", { headers: signedIn })).json();
  const post = me.charges[0].post.id as string;
  const headers = { ...signedIn, "Acting-Post": post };
  const read = async (response: { ok(): boolean; text(): Promise<string> }) => {
    const text = await response.text();
    if (!response.ok()) throw new Error(text);
    return text ? JSON.parse(text) : null;
  };
  return {
    post,
    unit: me.charges[0].post.unit.id as string,
    get: async (path) => read(await request.get(`/api/v1${path}`, { headers })),
    send: async (path, body, version) =>
      read(
        await request.post(`/api/v1${path}`, {
          data: body,
          headers: version === undefined ? headers : { ...headers, "If-Match": `"${version}"` },
        }),
      ),
    bytes: async (path) => {
      const answer = await request.get(`/api/v1${path}`, { headers });
      if (!answer.ok()) throw new Error(await answer.text());
      return answer.body();
    },
    remove: async (path) => read(await request.delete(`/api/v1${path}`, { headers })),
    change: async (path, data, version) =>
      read(
        await request.patch(`/api/v1${path}`, { data, headers: { ...headers, "If-Match": `"${version}"` } }),
      ),
  };
}

/** A new file on the officer's desk; answers its id and number. */
export async function newFile(
  officer: RestOfficer,
  subject: string,
  classification = "restricted",
): Promise<{ id: string; version: number; number: string | null }> {
  const heads = await officer.get<{ items: { id: string }[] }>(`/units/${officer.unit}/heads`);
  const head_id = heads.items[0]?.id;
  return officer.send("/files", { head_id, subject, classification, priority: "routine" });
}
