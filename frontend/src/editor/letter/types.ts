export type Language = "en" | "ur";
