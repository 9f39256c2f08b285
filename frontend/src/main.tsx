import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "@/app/App";
import { activate, allTexts, preferredLanguage } from "@/i18n/i18n";
import "@/styles/index.css";
import { startTheme } from "@/ui/theme";

startTheme();
const root = document.getElementById("root");
if (root) {
  void activate(preferredLanguage()).then(() => {
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    );
    // The other texts follow when the first page stands.
    setTimeout(() => void allTexts(), 1500);
  });
}
