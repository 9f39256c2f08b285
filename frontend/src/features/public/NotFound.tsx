import { Trans, useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import { isProblem } from "@/api/problem";
import { ErrorNotice } from "@/ui/errors";
import { Verdict } from "./Verdict";

interface NotAnsweredProps {
  error: unknown;
  title: string;
  /** What else it can mean, a line each. */
  children: ReactNode;
}

/** Nothing was found, which can mean much; or the office could not answer now. */
export function NotAnswered({ error, title, children }: NotAnsweredProps) {
  if (!isProblem(error) || error.status !== 404) return <ErrorNotice error={error} />;
  return (
    <Verdict tone="plain" title={title}>
      <p>
        <Trans id="public.notFound.means" message="This can mean:" />
      </p>
      <ul className="flex list-disc flex-col gap-1 ps-5">{children}</ul>
    </Verdict>
  );
}

/** The usual reason. */
export function Mistyped() {
  const { i18n } = useLingui();
  return (
    <li>
      {i18n._({
        id: "public.notFound.typed",
        message:
          "Something was mistyped. The number must stand as it is printed, with its hyphens and strokes. In a code there is no letter O, I, L or U: what looks so is 0 or 1, or V.",
      })}
    </li>
  );
}
