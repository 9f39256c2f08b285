import { useQuery } from "@tanstack/react-query";
import { bodyOf, client } from "@/api/client";
import { useMay } from "@/api/me";
import { useDebounced } from "@/office/useDebounced";

export interface Found {
  id: string;
  kind: "file" | "receipt";
  number: string;
  subject: string;
}

async function findFiles(query: string, signal: AbortSignal): Promise<Found[]> {
  const page = await bodyOf(client.GET("/api/v1/files", { params: { query: { query, limit: 6 } }, signal }));
  return page.items.map(({ id, number, subject }) => ({ id, kind: "file", number, subject }));
}

async function findReceipts(query: string, signal: AbortSignal): Promise<Found[]> {
  const page = await bodyOf(
    client.GET("/api/v1/receipts", { params: { query: { query, limit: 6 } }, signal }),
  );
  return page.items.map((line) => ({
    id: line.id,
    kind: "receipt",
    number: line.diary_number,
    subject: line.subject,
  }));
}

/** Files and receipts that the acting post may see, by number or words of the subject. */
export function useFound(typed: string): { found: Found[]; searching: boolean } {
  const query = useDebounced(typed.trim());
  const files = useMay("read_file");
  const receipts = useMay("read_diary");
  const result = useQuery({
    queryKey: ["palette", query, files, receipts],
    enabled: query.length >= 2 && (files || receipts),
    queryFn: async ({ signal }) => {
      const lists = await Promise.all([
        files ? findFiles(query, signal) : [],
        receipts ? findReceipts(query, signal) : [],
      ]);
      return lists.flat();
    },
  });
  return { found: query.length >= 2 ? (result.data ?? []) : [], searching: result.isFetching };
}
