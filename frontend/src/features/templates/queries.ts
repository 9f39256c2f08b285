import { useQueryClient } from "@tanstack/react-query";
import { api, bodyOf, client } from "@/api/client";
import type { Template, TemplateVersion } from "@/api/schema";

/** Offices have few templates of their own: one page holds them. */
export function useTemplates() {
  return api.useQuery("get", "/api/v1/templates", { params: { query: { limit: 200 } } });
}

export function useTemplate(id: string) {
  return api.useQuery("get", "/api/v1/templates/{id}", { params: { path: { id } } });
}

export function useVersions(id: string) {
  return api.useQuery("get", "/api/v1/templates/{id}/versions", {
    params: { path: { id }, query: { limit: 200 } },
  });
}

/** The words of a version. They never change. */
export const readVersion = (id: string, number: number): Promise<TemplateVersion> =>
  bodyOf(client.GET("/api/v1/templates/{id}/versions/{number}", { params: { path: { id, number } } }));

export const readBuiltIn = async (form: Template["form"]): Promise<string> =>
  (await bodyOf(client.GET("/api/v1/built-in-templates/{form}", { params: { path: { form } } }))).source;

/** Reads again what a change of a template may have touched. */
export function useRefreshTemplates(): () => Promise<void> {
  const queries = useQueryClient();
  return () =>
    queries.invalidateQueries({
      predicate: ({ queryKey }) => String(queryKey[1] ?? "").startsWith("/api/v1/templates"),
    });
}
