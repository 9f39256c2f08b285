import { bodyOf, client, officeFetch } from "@/api/client";
import { ifMatch } from "@/api/headers";
import { problemOf } from "@/api/problem";
import type { Act, PreviewTemplate, Template } from "@/api/schema";
import type { Bytes } from "@/office/digest";

/** A sample, printed with these words. */
export async function printSample(wanted: PreviewTemplate): Promise<Bytes> {
  const response = await officeFetch(
    new Request("/api/v1/template-previews", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(wanted),
    }),
  );
  if (!response.ok) throw await problemOf(response);
  return new Uint8Array(await response.arrayBuffer());
}

const guarded = ({ id }: Template, version: number, key: string) => ({
  params: { path: { id }, header: { ...ifMatch(version), "Idempotency-Key": key } },
});

export const saveVersion = (
  template: Template,
  version: number,
  words: { source: string; based_on: number },
  key: string,
): Promise<Act> =>
  bodyOf(client.POST("/api/v1/templates/{id}/versions", { ...guarded(template, version, key), body: words }));

export const putInForce = (template: Template, version: number, number: number, key: string): Promise<Act> =>
  bodyOf(
    client.POST("/api/v1/templates/{id}/enforcement", {
      ...guarded(template, version, key),
      body: { number },
    }),
  );

export const withdraw = (template: Template, version: number, key: string): Promise<Act> =>
  bodyOf(client.POST("/api/v1/templates/{id}/withdrawal", { ...guarded(template, version, key), body: {} }));
