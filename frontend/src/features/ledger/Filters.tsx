import { Trans, useLingui } from "@lingui/react";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { KINDS, kindLabel, MODULES, moduleLabel } from "@/office/ledgerWords";
import type { LedgerSearch } from "@/routes/ledger";
import { Button } from "@/ui/Button";
import { DateField } from "@/ui/DateField";
import { Select, TextField } from "@/ui/Field";
import { CloseIcon, SearchIcon } from "@/ui/icons";
import { findingOf } from "./finding";

export function Filters({ search }: { search: LedgerSearch }) {
  const { i18n } = useLingui();
  const navigate = useNavigate({ from: "/ledger" });
  const set = (name: keyof LedgerSearch, value: string) =>
    void navigate({ search: (before) => ({ ...before, [name]: value || undefined }), replace: true });
  return (
    <div className="no-print mb-4 flex flex-col gap-3">
      <Finder onFind={(found) => void navigate({ search: found })} />
      <div className="flex flex-wrap items-end gap-3">
        <Select
          className="w-44"
          label={i18n._({ id: "ledger.module", message: "Area" })}
          value={search.module ?? ""}
          onChange={(event) => set("module", event.target.value)}
        >
          <option value="">{i18n._({ id: "ledger.module.all", message: "Every area" })}</option>
          {MODULES.map((module) => (
            <option key={module} value={module}>
              {moduleLabel(i18n, module)}
            </option>
          ))}
        </Select>
        <Select
          className="w-60"
          label={i18n._({ id: "ledger.kind", message: "Kind of act" })}
          value={search.kind ?? ""}
          onChange={(event) => set("kind", event.target.value)}
        >
          <option value="">{i18n._({ id: "ledger.kind.all", message: "Every kind" })}</option>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {kindLabel(i18n, kind)}
            </option>
          ))}
        </Select>
        <DateField
          className="w-44"
          label={i18n._({ id: "ledger.from", message: "From" })}
          value={search.from ?? ""}
          onChange={(event) => set("from", event.target.value)}
        />
        <DateField
          className="w-44"
          label={i18n._({ id: "ledger.to", message: "To" })}
          value={search.to ?? ""}
          onChange={(event) => set("to", event.target.value)}
        />
      </div>
      {(search.digest || search.subject) && (
        <div className="flex flex-wrap items-center gap-2">
          {search.digest && (
            <Button icon={<CloseIcon />} onClick={() => set("digest", "")}>
              <Trans id="ledger.digest.clear" message="All acts again" />
            </Button>
          )}
          {search.subject && (
            <Button icon={<CloseIcon />} onClick={() => set("subject", "")}>
              <Trans id="ledger.subject.clear" message="All subjects again" />
            </Button>
          )}
          <code dir="ltr" lang="en" className="break-all font-mono text-sm text-muted">
            {search.digest ?? search.subject}
          </code>
        </div>
      )}
    </div>
  );
}

/** One field for what an auditor has in hand. */
function Finder({ onFind }: { onFind: (found: { digest: string } | { subject: string }) => void }) {
  const { i18n } = useLingui();
  const [text, setText] = useState("");
  const [isWrong, setWrong] = useState(false);
  const find = (event: FormEvent) => {
    event.preventDefault();
    const found = findingOf(text);
    setWrong(found === null);
    if (!found) return;
    setText("");
    onFind(found);
  };
  return (
    <form className="flex max-w-3xl flex-wrap items-end gap-2" onSubmit={find}>
      <TextField
        className="min-w-56 flex-1"
        label={i18n._({ id: "ledger.find", message: "Receipt of an act, or id of a subject" })}
        hint={i18n._({
          id: "ledger.find.hint",
          message:
            "The 64 digits that an officer got for his act; or the address of a file, a receipt or a post.",
        })}
        error={
          isWrong
            ? i18n._({
                id: "ledger.find.wrong",
                message: "This is neither a receipt of 64 digits nor the id of a subject. Copy it whole.",
              })
            : undefined
        }
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" icon={<SearchIcon />}>
        <Trans id="ledger.find.do" message="Find" />
      </Button>
    </form>
  );
}
