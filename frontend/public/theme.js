// The colours before the first paint; the rest is in src/ui/theme.ts.
{
  const chosen = localStorage.getItem("daftar.theme");
  const isDark = /dark|light/.test(chosen)
    ? chosen === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = isDark ? "dark" : "light";
}
