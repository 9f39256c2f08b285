import { Trans, useLingui } from "@lingui/react";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { DeskCounts } from "@/api/schema";
import { Num } from "@/i18n/format";
import type { DeskSearch } from "@/routes/desk";
import { cx } from "@/ui/cx";
import { CONTROL } from "@/ui/Field";

const TAB = "rounded-md px-3 py-1 no-underline";

/** Waiting, sent, parked. */
export function DeskTabs({ view }: { view: DeskSearch["view"] }) {
  const { i18n } = useLingui();
  const tabs: { view: DeskSearch["view"]; label: string }[] = [
    { view: undefined, label: i18n._({ id: "desk.waiting", message: "Waiting" }) },
    { view: "sent", label: i18n._({ id: "desk.sent", message: "Sent" }) },
    { view: "parked", label: i18n._({ id: "desk.parked", message: "Parked" }) },
  ];
  return (
    <nav
      aria-label={i18n._({ id: "desk.views", message: "Views of the desk" })}
      className="flex gap-1 rounded-lg bg-sunken p-1"
    >
      {tabs.map((tab) => (
        <Link
          key={tab.label}
          to="/"
          search={tab.view ? { view: tab.view } : {}}
          aria-current={tab.view === view ? "page" : undefined}
          className={cx(
            TAB,
            tab.view === view ? "bg-surface text-ink shadow-sm" : "text-muted hover:text-ink",
          )}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}

/** Saved views of what waits, each with how much there is; kind and order beside them. */
export function DeskFilters({ counts }: { counts: DeskCounts | undefined }) {
  const { i18n } = useLingui();
  const search = useSearch({ from: "/office/" });
  const navigate = useNavigate({ from: "/" });
  const set = (change: Partial<DeskSearch>) =>
    void navigate({ search: (before) => tidy({ ...before, ...change }), replace: true });
  const views: { show: DeskSearch["show"]; label: string; count: number | undefined }[] = [
    { show: undefined, label: i18n._({ id: "desk.show.all", message: "All" }), count: counts?.all },
    {
      show: "overdue",
      label: i18n._({ id: "desk.show.overdue", message: "Overdue" }),
      count: counts?.overdue,
    },
    { show: "today", label: i18n._({ id: "desk.show.today", message: "Due today" }), count: counts?.today },
    { show: "unread", label: i18n._({ id: "desk.show.unread", message: "Unread" }), count: counts?.unread },
  ];
  return (
    <div className="no-print mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
      <fieldset className="flex flex-wrap gap-1.5">
        <legend className="sr-only">
          <Trans id="desk.show" message="Show" />
        </legend>
        {views.map((view) => (
          <FilterButton
            key={view.label}
            pressed={search.show === view.show}
            onPress={() => set({ show: view.show })}
          >
            {view.label}
            {view.count !== undefined && (
              <span className="ms-1.5 opacity-80">
                <Num>{view.count >= 100 ? "99+" : view.count}</Num>
              </span>
            )}
          </FilterButton>
        ))}
      </fieldset>
      <div className="flex w-full items-center gap-2 sm:ms-auto sm:w-auto">
        <select
          aria-label={i18n._({ id: "desk.kind", message: "Kind of paper" })}
          className={cx(CONTROL, "min-w-0 flex-1 pe-8 sm:flex-none")}
          value={search.kind ?? ""}
          onChange={(event) => set({ kind: (event.target.value || undefined) as DeskSearch["kind"] })}
        >
          <option value="">{i18n._({ id: "desk.kind.all", message: "Every kind" })}</option>
          <option value="file">{i18n._({ id: "desk.kind.files", message: "Files" })}</option>
          <option value="receipt">{i18n._({ id: "desk.kind.receipts", message: "Receipts" })}</option>
          <option value="copy">
            {i18n._({ id: "desk.kind.copies", message: "Copies for information" })}
          </option>
        </select>
        <select
          aria-label={i18n._({ id: "desk.sort", message: "Order" })}
          className={cx(CONTROL, "min-w-0 flex-1 pe-8 sm:flex-none")}
          value={search.sort ?? "due"}
          onChange={(event) => set({ sort: event.target.value === "arrival" ? "arrival" : undefined })}
        >
          <option value="due">{i18n._({ id: "desk.sort.due", message: "Due first" })}</option>
          <option value="arrival">
            {i18n._({ id: "desk.sort.arrival", message: "Latest arrival first" })}
          </option>
        </select>
      </div>
    </div>
  );
}

function tidy(search: DeskSearch): DeskSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}

interface FilterButtonProps {
  pressed: boolean;
  onPress: () => void;
  children: ReactNode;
}

function FilterButton({ pressed, onPress, children }: FilterButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className={cx(
        "min-h-9 rounded-full border px-3.5 leading-[inherit] max-sm:px-2 max-sm:text-sm",
        pressed ? "border-accent bg-accent text-on-accent" : "border-line-strong bg-surface hover:bg-sunken",
      )}
    >
      {children}
    </button>
  );
}
