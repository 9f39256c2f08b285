import { Trans, useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import { useStore } from "@/api/store";
import { chooseLanguage } from "@/i18n/i18n";
import { IconButton } from "@/ui/Button";
import { MoonIcon, SunIcon } from "@/ui/icons";
import { LanguageSwitch } from "@/ui/LanguageSwitch";
import { chooseTheme, isDark, theme } from "@/ui/theme";
import { WordMark } from "@/ui/WordMark";
import { languageWasChosen } from "./language";

/** The quiet page around signing in and choosing a password. */
export function SessionFrame({ title, children }: { title: ReactNode; children: ReactNode }) {
  const { i18n } = useLingui();
  useStore(theme);
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="no-print flex items-center justify-end gap-1 p-3">
        <LanguageSwitch
          onChoose={(language) => {
            languageWasChosen();
            void chooseLanguage(language);
          }}
        />
        <IconButton
          label={i18n._({ id: "shell.theme", message: "Light or dark" })}
          icon={isDark() ? <SunIcon /> : <MoonIcon />}
          onClick={() => chooseTheme(isDark() ? "light" : "dark")}
        />
      </header>
      <main id="main" className="mx-auto flex w-full max-w-md flex-1 flex-col justify-center px-4 pb-24">
        <div className="mb-8 flex flex-col items-center gap-2 text-center">
          <WordMark large />
          <p className="text-muted">
            <Trans id="session.tagline" message="The electronic office of government" />
          </p>
        </div>
        <div className="rounded-lg border border-line border-t-4 border-t-accent bg-surface p-6 shadow-sm">
          <h1 className="mb-4 font-serif text-2xl font-semibold lang-ur:font-normal">{title}</h1>
          {children}
        </div>
      </main>
    </div>
  );
}
