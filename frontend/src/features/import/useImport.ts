import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { bodyOf, client } from "@/api/client";
import { idempotencyKey } from "@/api/headers";
import type { Import } from "@/api/schema";
import { type ChosenFiles, requestOf } from "./sheets";

interface ImportInput {
  files: ChosenFiles;
  dryRun: boolean;
}

export function isOver(run: Import | undefined): boolean {
  return run?.state === "done" || run?.state === "refused";
}

/** Starts an import and follows it until it is over. */
export function useImport() {
  const queries = useQueryClient();
  const start = useMutation({
    mutationFn: async ({ files, dryRun }: ImportInput) =>
      bodyOf(
        client.POST("/api/v1/organisation/imports", {
          params: { header: { "Idempotency-Key": idempotencyKey() } },
          body: await requestOf(files, dryRun),
        }),
      ),
  });
  const id = start.data?.id;
  const run = useQuery({
    queryKey: ["get", "/api/v1/organisation/imports/{id}", id],
    enabled: id !== undefined,
    queryFn: ({ signal }) =>
      bodyOf(client.GET("/api/v1/organisation/imports/{id}", { params: { path: { id: id ?? "" } }, signal })),
    refetchInterval: ({ state }) => (isOver(state.data) ? false : 700),
  });
  const applied = run.data?.state === "done" && !run.data.dry_run;
  useEffect(() => {
    if (applied) void queries.invalidateQueries();
  }, [applied, queries]);
  return {
    start: start.mutate,
    reset: start.reset,
    run: id ? run.data : undefined,
    running: start.isPending || (id !== undefined && !isOver(run.data) && !run.error),
    error: start.error ?? run.error,
  };
}
