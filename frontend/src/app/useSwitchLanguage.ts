import { useQueryClient } from "@tanstack/react-query";
import { client } from "@/api/client";
import { unreachable } from "@/api/problem";
import { chooseLanguage, currentLanguage, type Language } from "@/i18n/i18n";
import { problemText } from "@/i18n/problems";
import { toast } from "@/ui/toast";

/** Turns the office to the other language, at once on this machine and for good on the account. */
export function useSwitchLanguage() {
  const queries = useQueryClient();
  const other: Language = currentLanguage() === "en" ? "ur" : "en";
  const switchLanguage = async () => {
    try {
      // Its texts are loaded when it is first chosen.
      await chooseLanguage(other).catch(() => Promise.reject(unreachable()));
      await client.PATCH("/api/v1/me", { body: { language: other } });
      await queries.invalidateQueries({ queryKey: ["me"] });
    } catch (error) {
      toast(problemText(error), "failed");
    }
  };
  return { other, switchLanguage };
}
