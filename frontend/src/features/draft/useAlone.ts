import { useQuery } from "@tanstack/react-query";
import { useMe } from "@/api/me";
import type { Communication } from "@/api/schema";
import { remarksQuery, textsQuery } from "./queries";

/**
 * Whether the officer alone wrote and passed every text, so that he may not approve it either; `undefined` while that is
 * not known.
 */
export function useAlone(draft: Communication): boolean | undefined {
  const me = useMe().person.id;
  const { data: texts } = useQuery(textsQuery(draft.id));
  const { data: remarks } = useQuery(remarksQuery(draft.id));
  if (!texts || !remarks) return undefined;
  const passed = remarks.filter(({ verdict }) => verdict === "passed").map(({ made }) => made);
  return [...texts.map(({ written }) => written), ...passed].every(({ person }) => person?.id === me);
}
