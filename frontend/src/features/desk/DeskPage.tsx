import { Trans, useLingui } from "@lingui/react";
import { useSearch } from "@tanstack/react-router";
import { withAllTexts } from "@/i18n/i18n";
import { lazily } from "@/ui/lazily";
import { SkeletonRows } from "@/ui/states";
import { useTitle } from "@/ui/useTitle";
import { DeskTabs } from "./DeskFilters";
import { Waiting } from "./Waiting";

// What was sent or parked is looked at less often: it comes with its texts when it is.
const DeskFiles = lazily(() => withAllTexts(import("./DeskFiles")).then((it) => it.default), {
  waiting: <SkeletonRows rows={8} />,
});

/** Everything that waits for the acting post, and what it has sent or parked. */
export function DeskPage() {
  const { i18n } = useLingui();
  const { view } = useSearch({ from: "/office/" });
  useTitle(i18n._({ id: "shell.desk", message: "Desk" }));
  return (
    <div className="mx-auto max-w-[90rem]">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h1 className="font-serif text-2xl font-semibold lang-ur:font-normal">
          {view === "sent" ? (
            <Trans id="desk.sent.title" message="Sent from this desk" />
          ) : view === "parked" ? (
            <Trans id="desk.parked.title" message="Parked" />
          ) : (
            <Trans id="desk.title" message="Waiting for you" />
          )}
        </h1>
        <DeskTabs view={view} />
      </div>
      {view ? <DeskFiles scope={view} /> : <Waiting />}
    </div>
  );
}
