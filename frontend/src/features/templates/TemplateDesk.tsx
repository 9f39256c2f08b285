import { Trans, useLingui } from "@lingui/react";
import { useMemo, useRef, useState } from "react";
import type { Act, Template, TemplateVersion } from "@/api/schema";
import { useAct } from "@/office/useAct";
import { useDebounced } from "@/office/useDebounced";
import { Button } from "@/ui/Button";
import { confirm } from "@/ui/confirm";
import { toast } from "@/ui/toast";
import { useUnsaved } from "@/ui/unsaved";
import { putInForce, saveVersion, withdraw } from "./commands";
import { useRefreshTemplates } from "./queries";
import { SamplePreview } from "./SamplePreview";
import { SourceEditor, type SourceHandle } from "./SourceEditor";
import { faultOf, TemplateFault } from "./TemplateFault";
import { VersionList } from "./VersionList";

type TemplateAct =
  | { kind: "save"; source: string; based_on: number }
  | { kind: "force"; number: number }
  | { kind: "withdraw" };

/** Words and their print side by side. What is typed stays here, whatever is refused. */
export function TemplateDesk({ template, opened }: { template: Template; opened: TemplateVersion }) {
  const { i18n } = useLingui();
  const refresh = useRefreshTemplates();
  const editor = useRef<SourceHandle>(null);
  const [source, setSource] = useState(opened.source);
  const [saved, setSaved] = useState(opened.source);
  const [basis, setBasis] = useState(opened.number);
  const shown = useDebounced(source);
  const isChanged = source !== saved;
  useUnsaved(isChanged);
  const acting = useAct<TemplateAct, Act>({
    version: template.version,
    send: (act, { key, version }) => {
      switch (act.kind) {
        case "save":
          return saveVersion(template, version, { source: act.source, based_on: act.based_on }, key);
        case "force":
          return putInForce(template, version, act.number, key);
        case "withdraw":
          return withdraw(template, version, key);
      }
    },
    onDone: async (_, act) => {
      if (act.kind === "save") setSaved(act.source);
      await refresh();
      toast(doneText(act));
    },
    onFailed: () => void refresh(),
  });
  const doneText = (act: TemplateAct): string => {
    if (act.kind === "save") return i18n._({ id: "template.saved", message: "The version is saved." });
    if (act.kind === "force") return i18n._({ id: "template.forced", message: "The version is in force." });
    return i18n._({ id: "template.withdrawn", message: "The template is out of force." });
  };
  const force = async (number: number) => {
    const sure = await confirm({
      title: i18n._("template.force.sure", { number }, { message: "Put version {number} in force?" }),
      body: i18n._({
        id: "template.force.body",
        message:
          "It prints every sample first, which takes a moment. From then on it sets what is issued; what was issued before stays as it is.",
      }),
      action: i18n._({ id: "template.force", message: "Put in force" }),
    });
    if (sure) acting.act({ kind: "force", number });
  };
  const withdrawIt = async () => {
    const sure = await confirm({
      title: i18n._({ id: "template.withdraw.sure", message: "Take this template out of force?" }),
      body: i18n._({
        id: "template.withdraw.body",
        message:
          "The template of a unit above sets the form then, or the office's, or the one that comes with the program.",
      }),
      action: i18n._({ id: "template.withdraw", message: "Take out of force" }),
      danger: true,
    });
    if (sure) acting.act({ kind: "withdraw" });
  };
  const goTo = (line: number, column: number) => editor.current?.goTo(line, column);
  const marked = useMemo(
    () => new Set(faultOf(acting.error)?.mistakes.map((mistake) => mistake.line)),
    [acting.error],
  );
  return (
    <>
      <div className="no-print mb-3 flex flex-wrap items-center gap-2">
        <Button
          tone="primary"
          pending={acting.isPending}
          onClick={() => acting.act({ kind: "save", source, based_on: basis })}
        >
          <Trans id="template.save" message="Save a version" />
        </Button>
        {template.in_force !== template.latest && !isChanged && (
          <Button pending={acting.isPending} onClick={() => void force(template.latest)}>
            <Trans id="template.force" message="Put in force" />
          </Button>
        )}
        {template.in_force !== null && (
          <Button tone="danger" pending={acting.isPending} onClick={() => void withdrawIt()}>
            <Trans id="template.withdraw" message="Take out of force" />
          </Button>
        )}
        {isChanged && (
          <span className="text-sm text-muted">
            <Trans id="template.changed" message="Not saved yet" />
          </span>
        )}
      </div>
      <TemplateFault error={acting.error} onGo={goTo} />
      <div className="mt-3 grid gap-6 lg:grid-cols-2">
        <SourceEditor ref={editor} value={source} onChange={setSource} marked={marked} />
        <SamplePreview form={template.form} source={shown} onGo={goTo} />
      </div>
      <VersionList
        template={template}
        source={source}
        pending={acting.isPending}
        onForce={(number) => void force(number)}
        onTake={(words, number) => {
          setSource(words);
          setBasis(number);
        }}
      />
    </>
  );
}
