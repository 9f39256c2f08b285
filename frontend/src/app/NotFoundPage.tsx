import { Trans, useLingui } from "@lingui/react";
import { ButtonLink } from "@/ui/Button";
import { useTitle } from "@/ui/useTitle";
import { WordMark } from "@/ui/WordMark";

export function NotFoundPage() {
  const { i18n } = useLingui();
  const title = i18n._({ id: "shell.notFound", message: "There is no such page" });
  useTitle(title);
  return (
    <main className="mx-auto flex min-h-dvh max-w-2xl flex-col items-center justify-center gap-3 p-6 text-center">
      <WordMark large />
      <h1 className="mt-6 font-serif text-2xl font-semibold lang-ur:font-normal">{title}</h1>
      <p className="text-muted">
        <Trans
          id="shell.notFound.do"
          message="The address may be incomplete or out of date. Start from the desk."
        />
      </p>
      <ButtonLink to="/" tone="primary">
        <Trans id="shell.toDesk" message="To the desk" />
      </ButtonLink>
    </main>
  );
}
