import { i18n } from "@lingui/core";
import createFetchClient, { type Middleware } from "openapi-fetch";
import createClient from "openapi-react-query";
import { actingPost } from "./acting";
import { problemOf, unreachable } from "./problem";
import type { paths } from "./schema";
import { session } from "./session";

/** The headers every request carries; uploads that bypass the client use them too. */
export async function officeHeaders(): Promise<Record<string, string>> {
  const headers: Record<string, string> = { "Accept-Language": i18n.locale || "en" };
  const token = await session.currentToken();
  if (token) headers.Authorization = `Bearer ${token}`;
  const post = actingPost.get();
  if (post) headers["Acting-Post"] = post;
  return headers;
}

async function send(request: Request): Promise<Response> {
  for (const [name, value] of Object.entries(await officeHeaders())) request.headers.set(name, value);
  try {
    return await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw unreachable();
  }
}

/** Sends a request; when the token turns out to be stale, renews it and sends the same request once more. */
export async function officeFetch(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await send(request);
  if (response.status !== 401 || session.state.get() !== "session") return response;
  return (await session.renew()) ? send(again) : response;
}

/** A refusal becomes an exception, so that callers handle one kind of failure. */
const refusals: Middleware = {
  async onResponse({ response }) {
    if (response.ok) return;
    const problem = await problemOf(response);
    // A post that weighs more was given meanwhile: it is signed in for anew, over the page that is open.
    if (problem.code === "second-factor-required") session.end();
    throw problem;
  },
};

export const client = createFetchClient<paths>({ fetch: officeFetch });
client.use(refusals);

/** Typed hooks: `api.useQuery("get", "/api/v1/desk", …)`. Keys derive from method and path. */
export const api = createClient(client);

/** The body of a call that is known to have one. */
export async function bodyOf<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  if (data === undefined) throw unreachable();
  return data;
}
