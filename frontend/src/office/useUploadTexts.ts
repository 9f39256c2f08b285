import { useLingui } from "@lingui/react";

export function useUploadTexts() {
  const { i18n } = useLingui();
  return {
    tooLarge: i18n._({
      id: "paper.upload.too_large",
      message: "This scan is larger than 100 MB. Scan it in fewer colours or in several parts.",
    }),
    empty: i18n._({ id: "paper.upload.empty", message: "This file is empty. Choose the scan again." }),
  };
}
