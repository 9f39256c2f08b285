import { useLingui } from "@lingui/react";
import { useState } from "react";
import type { Communication, CommunicationLanguages, File, PostRef, UnitRef } from "@/api/schema";
import { LetterTexts } from "@/editor/letter/LetterTexts";
import { isBlankText, plain, runsOf } from "@/editor/letter/text";
import type { Language } from "@/editor/letter/types";
import { LANGUAGES, languagesLabel } from "@/office/draftWords";
import { RadioRow } from "@/office/RadioRow";
import { confirm } from "@/ui/confirm";
import { type Content, languagesOf } from "./content";
import { EnclosureSection } from "./EnclosureSection";
import { FormField } from "./FormField";
import type { Names } from "./names";
import { PartySection } from "./PartySection";
import { Shown } from "./Shown";
import { SubjectFields } from "./SubjectFields";
import { Terms } from "./Terms";

export interface DraftFieldsProps {
  draft: Communication;
  file: File;
  content: Content;
  names: Names;
  onLearn: (named: { posts?: PostRef[]; units?: UnitRef[] }) => void;
  onChange: (change: Partial<Content>) => void;
  readOnly: boolean;
}

/** Everything that a draft says, in the order in which it stands on paper. */
export function DraftFields(props: DraftFieldsProps) {
  const { draft, content, names, onLearn, onChange, readOnly } = props;
  const parties = { names, onLearn, readOnly, urdu: content.languages !== "en" };
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <FormField
          value={content.form}
          allowed={draft.forms}
          onChange={(form) => onChange({ form })}
          readOnly={readOnly}
        />
        <LanguagesField {...props} />
      </div>
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <PartySection
          {...parties}
          party="addressees"
          addressees={content.addressees}
          onChange={(addressees) => onChange({ addressees })}
        />
        <PartySection
          {...parties}
          party="copies"
          addressees={content.copies}
          onChange={(copies) => onChange({ copies })}
        />
      </div>
      <SubjectFields content={content} onChange={onChange} readOnly={readOnly} />
      <div id="draft-text">
        <LetterTexts
          languages={content.languages}
          texts={content.text}
          onChange={(language, text) => onChange({ text: { ...content.text, [language]: text } })}
          readOnly={readOnly}
          unprintable={{ en: unprintableIn(draft, content, "en"), ur: unprintableIn(draft, content, "ur") }}
        />
      </div>
      <EnclosureSection
        fileId={draft.file.id}
        enclosures={content.enclosures}
        documents={draft.documents}
        onChange={(enclosures) => onChange({ enclosures })}
        readOnly={readOnly}
      />
      <Terms {...props} />
    </div>
  );
}

/** The office tells of all texts together which characters it cannot print. */
function unprintableIn({ unprintable }: Communication, { text }: Content, language: Language): string[] {
  const words = plain(runsOf(text[language].blocks));
  return unprintable.filter((character) => words.includes(character));
}

function LanguagesField({ content, onChange, readOnly }: DraftFieldsProps) {
  const { i18n } = useLingui();
  const label = i18n._({ id: "draft.languages", message: "Written in" });
  // The choice is seen at once, also while the question is open.
  const [asking, setAsking] = useState<CommunicationLanguages | null>(null);
  const choose = async (languages: CommunicationLanguages) => {
    const left = languagesOf(content.languages).filter((one) => !languagesOf(languages).includes(one));
    const lost = left.filter((one) => content.subject[one].trim() || !isBlankText(content.text[one]));
    setAsking(languages);
    const isSure =
      lost.length === 0 ||
      (await confirm({
        title: i18n._({
          id: "draft.languages.lose",
          message: "Take the other language out of the draft?",
        }),
        body: i18n._({
          id: "draft.languages.lose.what",
          message: "Its subject and text are removed: nothing may be approved that nobody sees.",
        }),
        action: i18n._({ id: "draft.languages.lose.do", message: "Take it out" }),
        danger: true,
      }));
    setAsking(null);
    if (!isSure) return;
    const subject = { ...content.subject };
    const text = { ...content.text };
    for (const one of left) {
      subject[one] = "";
      text[one] = { blocks: [] };
    }
    onChange({ languages, subject, text });
  };
  if (readOnly) return <Shown label={label}>{languagesLabel(i18n, content.languages)}</Shown>;
  return (
    <RadioRow
      label={label}
      value={asking ?? content.languages}
      onChange={(languages) => void choose(languages)}
      options={LANGUAGES.map((value) => ({ value, label: languagesLabel(i18n, value) }))}
    />
  );
}
