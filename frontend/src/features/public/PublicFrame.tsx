import { Trans, useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import { useStore } from "@/api/store";
import { chooseLanguage } from "@/i18n/i18n";
import { PublicLinks } from "@/office/PublicLinks";
import { IconButton } from "@/ui/Button";
import { MoonIcon, SunIcon } from "@/ui/icons";
import { LanguageSwitch } from "@/ui/LanguageSwitch";
import { chooseTheme, isDark, theme } from "@/ui/theme";
import { useTitle } from "@/ui/useTitle";
import { WordMark } from "@/ui/WordMark";

/** The page of somebody who has no account here: who speaks, in which language, and nothing to sign in to. */
export function PublicFrame({
  title,
  lead,
  children,
}: {
  title: string;
  lead: ReactNode;
  children: ReactNode;
}) {
  const { i18n } = useLingui();
  useStore(theme);
  useTitle(title);
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex items-center justify-between gap-2 border-b border-line bg-surface px-4 py-2">
        <WordMark />
        <div className="flex items-center gap-1">
          <LanguageSwitch onChoose={(language) => void chooseLanguage(language)} />
          <IconButton
            label={i18n._({ id: "shell.theme", message: "Light or dark" })}
            icon={isDark() ? <SunIcon /> : <MoonIcon />}
            onClick={() => chooseTheme(isDark() ? "light" : "dark")}
          />
        </div>
      </header>
      <main id="main" className="mx-auto flex w-full max-w-xl flex-1 flex-col gap-5 px-4 py-6 sm:py-10">
        <div className="flex flex-col gap-2">
          <h1 className="font-serif text-2xl font-semibold lang-ur:font-normal">{title}</h1>
          <p className="text-muted">{lead}</p>
        </div>
        {children}
      </main>
      <footer className="mx-auto flex w-full max-w-xl flex-col gap-2 border-t border-line px-4 py-4 text-sm">
        <PublicLinks withSignIn />
        <p className="text-muted">
          <Trans
            id="public.foot"
            message="What you ask here is not kept, and needs no account. Nobody from the office will ask you for a password here."
          />
        </p>
      </footer>
    </div>
  );
}
