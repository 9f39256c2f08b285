import { keepPreviousData } from "@tanstack/react-query";
import { api } from "@/api/client";

const WATCH_MS = 30_000;

/** A draft lies before several desks: what others do with it is seen while it is open. */
const watching = ({ state }: { state: { error: unknown } }) => (state.error ? false : WATCH_MS);

export const draftsQuery = (fileId: string) =>
  api.queryOptions(
    "get",
    "/api/v1/files/{id}/communications",
    { params: { path: { id: fileId } } },
    { select: (page) => page.items },
  );

export const draftQuery = (id: string) =>
  api.queryOptions(
    "get",
    "/api/v1/communications/{id}",
    { params: { path: { id } } },
    { refetchInterval: watching },
  );

/** An addressee inside accepts or answers while the sender looks. */
export const dispatchesQuery = (id: string) =>
  api.queryOptions(
    "get",
    "/api/v1/communications/{id}/dispatches",
    { params: { path: { id } } },
    { select: (page) => page.items, refetchInterval: watching },
  );

export const fileQuery = (id: string) =>
  api.queryOptions("get", "/api/v1/files/{id}", { params: { path: { id } } });

export const textsQuery = (id: string) =>
  api.queryOptions(
    "get",
    "/api/v1/communications/{id}/texts",
    { params: { path: { id } } },
    { select: (page) => page.items },
  );

export const textQuery = (id: string, number: number) =>
  api.queryOptions(
    "get",
    "/api/v1/communications/{id}/texts/{number}",
    { params: { path: { id, number } } },
    { placeholderData: keepPreviousData },
  );

export const remarksQuery = (id: string) =>
  api.queryOptions(
    "get",
    "/api/v1/communications/{id}/remarks",
    { params: { path: { id } } },
    { select: (page) => page.items, refetchInterval: watching },
  );

export const papersQuery = (fileId: string) =>
  api.queryOptions(
    "get",
    "/api/v1/files/{id}/papers",
    { params: { path: { id: fileId } } },
    { select: (page) => page.items },
  );
