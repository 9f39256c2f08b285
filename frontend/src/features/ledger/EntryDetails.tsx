import { Trans, useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { LedgerEntry } from "@/api/schema";
import { Num, nameOf, Time, titleOf } from "@/i18n/format";
import { kindLabel, moduleLabel, subjectLabel } from "@/office/ledgerWords";
import { CopyCode } from "@/ui/CopyCode";
import { Content } from "./Content";
import { ProveThis } from "./ProveThis";

interface Body {
  charge?: string | null;
  commitment?: string | null;
  content?: Record<string, unknown>;
}

/** Everything that an entry says, in words and as it was hashed. */
export function EntryDetails({ entry }: { entry: LedgerEntry }) {
  const { i18n } = useLingui();
  const { charge, commitment, content } = entry.body as Body;
  return (
    <div className="mt-2 mb-2 flex flex-col gap-4 rounded-md bg-sunken px-4 py-3">
      <dl className="grid gap-x-5 gap-y-1 sm:grid-cols-[auto_minmax(0,1fr)]">
        <Fact name={<Trans id="ledger.what" message="What" />}>
          {kindLabel(i18n, entry.kind)}{" "}
          <span className="text-muted">({moduleLabel(i18n, entry.module)})</span>
        </Fact>
        <Fact name={<Trans id="ledger.when" message="When" />}>
          <Time at={entry.at} /> <Num className="text-sm text-muted">{entry.at}</Num>
        </Fact>
        <Fact name={<Trans id="ledger.who" message="Who" />}>
          {entry.person ? (
            <bdi>{nameOf(entry.person)}</bdi>
          ) : (
            <Trans id="ledger.system" message="The system" />
          )}
        </Fact>
        {entry.post && (
          <Fact name={<Trans id="ledger.post" message="For the post" />}>
            <bdi>{titleOf(entry.post)}</bdi>{" "}
            <span className="text-muted">
              (<bdi>{nameOf(entry.post.unit)}</bdi>)
            </span>
          </Fact>
        )}
        {charge && (
          <Fact name={<Trans id="ledger.charge" message="Under the charge" />}>
            <Id>{charge}</Id>
          </Fact>
        )}
        <Fact name={<Trans id="ledger.on" message="On" />}>
          {subjectLabel(i18n, entry.subject_kind)} <Id>{entry.subject_id}</Id>{" "}
          <Link to="/ledger" search={{ subject: entry.subject_id }} className="text-sm text-accent underline">
            <Trans id="ledger.subject" message="All of this subject" />
          </Link>
        </Fact>
        <Fact name={<Trans id="ledger.place.name" message="Place in the ledger" />}>
          {entry.position === null ? (
            <Trans id="ledger.place.none" message="Waits for its place in the ledger" />
          ) : (
            <Num>{entry.position}</Num>
          )}
        </Fact>
        <Fact name={<Trans id="ledger.digest" message="Receipt (SHA-256)" />}>
          <CopyCode label={i18n._({ id: "ledger.digest", message: "Receipt (SHA-256)" })}>
            {entry.digest}
          </CopyCode>
        </Fact>
        <Fact name={<Trans id="ledger.commitment" message="Words of the act" />}>
          {commitment ? (
            <>
              <p>
                <Trans
                  id="ledger.commitment.some"
                  message="Not told here. The entry is bound to them by this digest; whoever may read the subject sees them in its timeline."
                />
              </p>
              <Id>{commitment}</Id>
            </>
          ) : (
            <Trans id="ledger.commitment.none" message="The act had none." />
          )}
        </Fact>
      </dl>
      {content && Object.keys(content).length > 0 && (
        <section>
          <h3 className="mb-1 font-serif text-lg">
            <Trans id="ledger.content" message="What the act was" />
          </h3>
          <Content of={content} />
        </section>
      )}
      <details>
        <summary className="w-fit cursor-pointer text-accent">
          <Trans id="ledger.body" message="The entry as it was hashed" />
        </summary>
        <pre
          dir="ltr"
          lang="en"
          className="mt-1 overflow-x-auto whitespace-pre-wrap break-all rounded-md bg-surface p-3 font-mono text-xs"
        >
          {JSON.stringify(entry.body, null, 2)}
        </pre>
      </details>
      <ProveThis entry={entry} />
    </div>
  );
}

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="mb-1 min-w-0 sm:mb-0">{children}</dd>
    </>
  );
}

export function Id({ children }: { children: string }) {
  return (
    <code dir="ltr" lang="en" className="break-all font-mono text-sm">
      {children}
    </code>
  );
}
