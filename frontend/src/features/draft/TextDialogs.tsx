import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import type { Addressee, CommunicationText } from "@/api/schema";
import { LetterTexts } from "@/editor/letter/LetterTexts";
import { Num, nameOf, titleOf } from "@/i18n/format";
import { languageOf } from "@/office/script";
import { Words } from "@/office/Words";
import { CopyCode } from "@/ui/CopyCode";
import { Dialog } from "@/ui/Dialog";
import { ErrorNotice } from "@/ui/errors";
import { SkeletonRows } from "@/ui/states";
import { AddresseeLines } from "./AddresseeLines";
import { addresseeKey, type Content, fullContent } from "./content";
import { DifferencesView, valuesOf } from "./DifferencesView";
import type { Field } from "./differences";
import { Hand } from "./Hand";
import { Names } from "./names";
import { textQuery } from "./queries";
import { Shown } from "./Shown";

interface ReadDialogProps {
  id: string;
  number: number;
  onClose: () => void;
}

/** One text as it was, whole. */
export function ReadDialog({ id, number, onClose }: ReadDialogProps) {
  const { i18n } = useLingui();
  const { data: text, error, refetch } = useQuery(textQuery(id, number));
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={<Trans id="draft.text" message="Text {number}" values={{ number: <Num>{number}</Num> }} />}
    >
      {error && !text && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!text && !error && <SkeletonRows rows={4} />}
      {text && (
        <>
          <p className="text-sm text-muted">
            <Hand hand={text.written} />
          </p>
          <Particulars content={fullContent(text.content)} names={new Names().learn(text.names)} />
          <LetterTexts
            readOnly
            languages={text.content.languages}
            texts={fullContent(text.content).text}
            onChange={() => {}}
          />
          <details className="text-sm">
            <summary className="w-fit text-accent">
              <Trans id="draft.text.digest" message="Digest of this text" />
            </summary>
            <CopyCode label={i18n._({ id: "draft.text.digest", message: "Digest of this text" })}>
              {text.digest}
            </CopyCode>
          </details>
        </>
      )}
    </Dialog>
  );
}

/** What stands around the text, as far as there is something. */
export function Particulars({ content, names }: { content: Content; names: Names }) {
  const { i18n } = useLingui();
  const fields: [Field, string][] = [
    ["form", i18n._({ id: "draft.form", message: "Form" })],
    ["addressees", i18n._({ id: "draft.addressees", message: "To" })],
    ["copies", i18n._({ id: "draft.copies", message: "Copies to" })],
    ["subject_en", i18n._({ id: "draft.subject.en", message: "Subject in English" })],
    ["subject_ur", i18n._({ id: "draft.subject.ur", message: "Subject in Urdu" })],
    ["enclosures", i18n._({ id: "draft.enclosures", message: "Enclosures" })],
    ["signatory", i18n._({ id: "draft.signatory", message: "Signatory" })],
  ];
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {fields.map(([field, label]) => {
        const values = valuesOf(i18n, field, content, names);
        if (values.length === 0) return null;
        return (
          <Shown key={field} label={label}>
            {field === "addressees" || field === "copies" ? (
              <Party addressees={content[field]} names={names} />
            ) : (
              values.map((value) => (
                <p key={value} lang={languageOf(value)}>
                  <Words>{value}</Words>
                </p>
              ))
            )}
          </Shown>
        );
      })}
    </div>
  );
}

/** All to whom it goes, one below the other. */
function Party({ addressees, names }: { addressees: Addressee[]; names: Names }) {
  const { i18n } = useLingui();
  const gone = i18n._({ id: "draft.addressee.gone", message: "A post or unit that does not exist any more" });
  return (
    <ul className="flex flex-col gap-1.5">
      {addressees.map((one) => (
        <li key={addresseeKey(one)} className="wrap-anywhere">
          <AddresseeLines addressee={one} names={names} gone={gone} />
        </li>
      ))}
    </ul>
  );
}

interface CompareDialogProps {
  id: string;
  before: number;
  after: number;
  onClose: () => void;
}

/** Two texts, and what lies between them. */
export function CompareDialog({ id, before, after, onClose }: CompareDialogProps) {
  const { i18n } = useLingui();
  const older = useQuery({ ...textQuery(id, before), staleTime: 0 });
  const newer = useQuery({ ...textQuery(id, after), staleTime: 0 });
  const error = older.error ?? newer.error;
  const labelOf = ({ number, written: { person, post } }: CommunicationText) =>
    [
      i18n._({ id: "draft.text", message: "Text {number}", values: { number } }),
      person ? nameOf(person) : post && titleOf(post),
    ]
      .filter(Boolean)
      .join(" · ");
  const retry = () => {
    void older.refetch();
    void newer.refetch();
  };
  return (
    <Dialog open wide onClose={onClose} title={i18n._({ id: "draft.compare", message: "What changed" })}>
      {error && <ErrorNotice error={error} onRetry={retry} />}
      {!error && !(older.data && newer.data) && <SkeletonRows rows={4} />}
      {older.data && newer.data && (
        <DifferencesView
          before={{ content: fullContent(older.data.content), label: labelOf(older.data) }}
          after={{ content: fullContent(newer.data.content), label: labelOf(newer.data) }}
          names={new Names().learn(older.data.names).learn(newer.data.names)}
        />
      )}
    </Dialog>
  );
}
