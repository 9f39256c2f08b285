import type { I18n } from "@lingui/core";
import type { MeCharge } from "@/api/schema";
import { formatDate, nameOf, titleOf } from "@/i18n/format";

/** Keeps a name in one piece inside a sentence of the other script. */
const isolate = (text: string) => `\u2068${text}\u2069`;

/** "Assistant to Section Officer (Budget-I), Bilal Hassan, until 5 Dec 2026". */
export function assistantTo(i18n: I18n, { post, assists, until }: MeCharge): string {
  return i18n._({
    id: "delegation.assistantTo",
    message: "Assistant to {post}, {officer}, until {day}",
    values: {
      post: isolate(titleOf(post)),
      officer: isolate(assists ? nameOf(assists) : ""),
      day: until ? isolate(formatDate(until)) : "",
    },
  });
}
