// Before anything is painted: the colours chosen on this device, or the device's own. The rest is in src/ui/theme.ts.
{
  const chosen = localStorage.getItem("daftar.theme");
  const followsDevice = chosen !== "dark" && chosen !== "light";
  const isDark = followsDevice ? matchMedia("(prefers-color-scheme: dark)").matches : chosen === "dark";
  document.documentElement.dataset.theme = isDark ? "dark" : "light";
}
