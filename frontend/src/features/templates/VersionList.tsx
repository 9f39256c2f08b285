import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import type { Template, TemplateVersionLine } from "@/api/schema";
import { Num, nameOf, Time } from "@/i18n/format";
import { Button } from "@/ui/Button";
import { cx } from "@/ui/cx";
import { ErrorNotice } from "@/ui/errors";
import { Chip, SkeletonRows } from "@/ui/states";
import { compare, type Line } from "./compare";
import { readVersion, useVersions } from "./queries";

interface VersionListProps {
  template: Template;
  /** What stands in the editor. */
  source: string;
  onTake: (source: string, number: number) => void;
  onForce: (number: number) => void;
  pending: boolean;
}

/** All versions, the latest first: to compare with what is being written, to take up again, to put in force. */
export function VersionList({ template, source, onTake, onForce, pending }: VersionListProps) {
  const { i18n } = useLingui();
  const versions = useVersions(template.id);
  const [compared, setCompared] = useState<{ number: number; lines: Line[] } | null>(null);
  const [failed, setFailed] = useState<unknown>(null);
  const read = async (number: number, then: (words: string) => void) => {
    try {
      then((await readVersion(template.id, number)).source);
      setFailed(null);
    } catch (error) {
      setFailed(error);
    }
  };
  const named = (label: string, { number }: TemplateVersionLine) => `${label}: ${number}`;
  return (
    <section className="mt-6" aria-labelledby="template-versions">
      <h2 id="template-versions" className="mb-2 font-serif text-lg">
        <Trans id="template.versions" message="Versions" />
      </h2>
      {versions.error && <ErrorNotice error={versions.error} onRetry={() => void versions.refetch()} />}
      {failed !== null && <ErrorNotice error={failed} />}
      {versions.isLoading && <SkeletonRows rows={3} />}
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {versions.data?.items.map((version) => (
          <li key={version.number} className="flex flex-col gap-2 px-4 py-2">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <span className="font-medium lang-ur:font-normal">
                <Num>{version.number}</Num>
              </span>
              <span className="text-muted">
                {version.saved_by && (
                  <>
                    <bdi>{nameOf(version.saved_by)}</bdi>
                    {" · "}
                  </>
                )}
                <Time at={version.saved_at} />
              </span>
              {template.in_force === version.number && (
                <Chip tone="green">
                  <Trans id="template.inForce.now" message="In force" />
                </Chip>
              )}
              <span className="ms-auto flex flex-wrap gap-1">
                <Button
                  tone="quiet"
                  aria-label={named(i18n._({ id: "template.compare", message: "Compare" }), version)}
                  aria-expanded={compared?.number === version.number}
                  onClick={() =>
                    compared?.number === version.number
                      ? setCompared(null)
                      : void read(version.number, (words) =>
                          setCompared({ number: version.number, lines: compare(words, source) }),
                        )
                  }
                >
                  <Trans id="template.compare" message="Compare" />
                </Button>
                <Button
                  tone="quiet"
                  aria-label={named(i18n._({ id: "template.take", message: "Take up again" }), version)}
                  onClick={() => void read(version.number, (words) => onTake(words, version.number))}
                >
                  <Trans id="template.take" message="Take up again" />
                </Button>
                {template.in_force !== version.number && (
                  <Button
                    tone="quiet"
                    pending={pending}
                    aria-label={named(i18n._({ id: "template.force", message: "Put in force" }), version)}
                    onClick={() => onForce(version.number)}
                  >
                    <Trans id="template.force" message="Put in force" />
                  </Button>
                )}
              </span>
            </div>
            {compared?.number === version.number && <Comparison lines={compared.lines} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

const SIGNS = { both: " ", old: "−", new: "+" };

function Comparison({ lines }: { lines: Line[] }) {
  const { i18n } = useLingui();
  const label = i18n._({ id: "template.compare.with", message: "This version beside what you are writing" });
  if (lines.every(({ side }) => side === "both")) {
    return (
      <p className="text-sm text-muted">
        <Trans id="template.compare.same" message="This version and what you are writing are the same." />
      </p>
    );
  }
  return (
    <>
      <p className="text-sm text-muted">
        <Trans
          id="template.compare.signs"
          message="{old} stands only in this version, {fresh} only in what you are writing."
          values={{ old: <Num>{SIGNS.old}</Num>, fresh: <Num>{SIGNS.new}</Num> }}
        />
      </p>
      <section
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region.
        tabIndex={0}
        dir="ltr"
        lang="en"
        className="max-h-80 overflow-auto rounded-md bg-sunken py-1"
      >
        <pre className="w-max min-w-full font-mono text-sm">
          {lines.map(({ side, text }, index) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place.
              key={index}
              className={cx("block px-3", side === "old" && "bg-red-soft", side === "new" && "bg-green-soft")}
            >
              {`${SIGNS[side]} ${text}`}
            </span>
          ))}
        </pre>
      </section>
    </>
  );
}
