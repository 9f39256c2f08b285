import { Trans, useLingui } from "@lingui/react";
import { useState } from "react";
import type { Document, Enclosure } from "@/api/schema";
import { OrderedList } from "@/office/OrderedList";
import { Words } from "@/office/Words";
import { Button, IconButton } from "@/ui/Button";
import { EditIcon } from "@/ui/draftIcons";
import { PlusIcon } from "@/ui/paperIcons";
import { MOST_ENCLOSURES } from "./content";
import { EncloseDialog, RenameDialog } from "./EnclosureDialogs";

interface EnclosureSectionProps {
  fileId: string;
  enclosures: Enclosure[];
  /** What the office knows of the documents. */
  documents: Document[];
  onChange: (enclosures: Enclosure[]) => void;
  readOnly: boolean;
}

/** What goes along, in the order in which it is listed under the text. */
export function EnclosureSection(props: EnclosureSectionProps) {
  const { fileId, enclosures, documents, onChange, readOnly } = props;
  const { i18n } = useLingui();
  const [open, setOpen] = useState<number | "new" | null>(null);
  const label = i18n._({ id: "draft.enclosures", message: "Enclosures" });
  const renamed = typeof open === "number" ? enclosures[open] : undefined;
  return (
    <section aria-label={label} className="flex flex-col gap-1.5">
      <h3 className="text-sm font-medium lang-ur:font-normal">{label}</h3>
      <OrderedList
        label={label}
        items={enclosures}
        prefix="draft-enclosures"
        keyOf={({ document, title }) => `${document} ${title}`}
        nameOf={({ title }) => title}
        onChange={onChange}
        readOnly={readOnly}
        show={(one) => (
          <EnclosureLines enclosure={one} document={documents.find((it) => it.id === one.document)} />
        )}
        more={({ title }, index) => (
          <IconButton
            label={i18n._({
              id: "draft.enclosure.rename",
              message: "Rename {name}",
              values: { name: title },
            })}
            icon={<EditIcon />}
            onClick={() => setOpen(index)}
          />
        )}
      />
      {readOnly && enclosures.length === 0 && (
        <p className="text-muted">
          <Trans id="draft.enclosures.none" message="Nothing goes along" />
        </p>
      )}
      {!readOnly && enclosures.length < MOST_ENCLOSURES && (
        <Button
          id="draft-enclosures"
          className="self-start"
          icon={<PlusIcon />}
          onClick={() => setOpen("new")}
        >
          {i18n._({ id: "draft.enclosures.add", message: "Enclose something" })}
        </Button>
      )}
      {open === "new" && (
        <EncloseDialog
          fileId={fileId}
          without={enclosures.map(({ document }) => document)}
          room={MOST_ENCLOSURES - enclosures.length}
          onDone={(more) => {
            onChange([...enclosures, ...more]);
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      )}
      {renamed && (
        <RenameDialog
          title={renamed.title}
          onDone={(title) => {
            onChange(enclosures.map((one) => (one === renamed ? { ...one, title } : one)));
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

function EnclosureLines({ enclosure, document }: { enclosure: Enclosure; document: Document | undefined }) {
  return (
    <>
      <p>
        <Words>{enclosure.title}</Words>
      </p>
      {document && (
        <p className="text-sm text-muted">
          <bdi className="wrap-anywhere">{document.file_name}</bdi>
          {document.pages && (
            <>
              {" · "}
              <Trans
                id="paper.pages"
                message="{count, plural, one {# page} other {# pages}}"
                values={{ count: document.pages }}
              />
            </>
          )}
        </p>
      )}
    </>
  );
}
