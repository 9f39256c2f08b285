import { Store } from "@/api/store";

export type Theme = "system" | "light" | "dark";

const STORED = "daftar.theme";
const darkSystem = window.matchMedia("(prefers-color-scheme: dark)");

function stored(): Theme {
  const value = localStorage.getItem(STORED);
  return value === "light" || value === "dark" ? value : "system";
}

export const theme = new Store<Theme>(stored());

function apply(): void {
  const chosen = theme.get();
  const dark = chosen === "dark" || (chosen === "system" && darkSystem.matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}

export function chooseTheme(next: Theme): void {
  localStorage.setItem(STORED, next);
  theme.set(next);
  apply();
}

/** Follows the system when no theme was chosen. `public/theme.js` has taken the remembered one before the first paint. */
export function startTheme(): void {
  apply();
  darkSystem.addEventListener("change", apply);
}

/** Whether the page is dark now, whoever decided it. */
export function isDark(): boolean {
  return document.documentElement.dataset.theme === "dark";
}
