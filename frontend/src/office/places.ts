import type { ReferenceTarget } from "@/api/schema";

/** How officers write a place on the file. */
export const placeText = (place: Extract<ReferenceTarget, { kind: "page" | "paragraph" }>): string =>
  place.kind === "page" ? `p. ${place.page}/C` : `para ${place.paragraph}/N`;
