import type { I18n } from "@lingui/core";
import { Trans, useLingui } from "@lingui/react";
import { LazyCompareTexts } from "@/editor/letter/compare/LazyCompareTexts";
import { formatDate, titleOf } from "@/i18n/format";
import { classificationLabel, priorityLabel } from "@/office/deskLabels";
import { amendmentLabel, formLabel, languagesLabel } from "@/office/draftWords";
import { Words } from "@/office/Words";
import type { Content } from "./content";
import { changedFields, changedTexts, type Field } from "./differences";
import type { Names } from "./names";

interface Side {
  content: Content;
  label: string;
}

interface DifferencesViewProps {
  before: Side;
  after: Side;
  names: Names;
}

/** What differs between two texts of a draft: first what is around the text, then the text itself. */
export function DifferencesView({ before, after, names }: DifferencesViewProps) {
  const { i18n } = useLingui();
  const fields = changedFields(before.content, after.content);
  const texts = changedTexts(before.content, after.content);
  if (fields.length === 0 && texts.length === 0) {
    return (
      <p>
        <Trans id="draft.compare.same" message="They say the same." />
      </p>
    );
  }
  return (
    <div className="flex min-w-0 flex-col gap-5">
      {fields.length > 0 && (
        <table
          aria-label={i18n._({ id: "draft.compare.fields", message: "Around the text" })}
          className="w-full table-fixed border-collapse text-start [&_td]:border [&_td]:border-line [&_td]:px-2 [&_td]:py-1 [&_td]:align-top [&_th]:border [&_th]:border-line [&_th]:px-2 [&_th]:py-1 [&_th]:text-start [&_th]:align-top [&_th]:font-normal [&_th]:text-muted"
        >
          <thead>
            <tr>
              <td />
              <th scope="col">
                <bdi>{before.label}</bdi>
              </th>
              <th scope="col">
                <bdi>{after.label}</bdi>
              </th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field}>
                <th scope="row">{fieldLabel(i18n, field)}</th>
                {[before, after].map(({ content, label }) => (
                  <td key={label}>
                    <Values values={valuesOf(i18n, field, content, names)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {texts.map((language) => (
        <LazyCompareTexts
          key={language}
          language={language}
          before={before.content.text[language]}
          after={after.content.text[language]}
          beforeLabel={before.label}
          afterLabel={after.label}
        />
      ))}
    </div>
  );
}

function Values({ values }: { values: string[] }) {
  if (values.length === 0) return "–";
  return (
    <ul>
      {values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: of two given texts nothing changes.
        <li key={index}>
          <Words>{value}</Words>
        </li>
      ))}
    </ul>
  );
}

function fieldLabel(i18n: I18n, field: Field): string {
  const labels: Record<Field, string> = {
    form: i18n._({ id: "draft.form", message: "Form" }),
    languages: i18n._({ id: "draft.languages", message: "Written in" }),
    addressees: i18n._({ id: "draft.addressees", message: "To" }),
    copies: i18n._({ id: "draft.copies", message: "Copies to" }),
    subject_en: i18n._({ id: "draft.subject.en", message: "Subject in English" }),
    subject_ur: i18n._({ id: "draft.subject.ur", message: "Subject in Urdu" }),
    enclosures: i18n._({ id: "draft.enclosures", message: "Enclosures" }),
    signatory: i18n._({ id: "draft.signatory", message: "Signatory" }),
    in_reply_to: i18n._({ id: "draft.reply", message: "In reply to" }),
    amends: i18n._({ id: "draft.amends", message: "What it does to an earlier issue" }),
    reply_due_on: i18n._({ id: "draft.replyDue", message: "Answer asked for by" }),
    priority: i18n._({ id: "paper.priority", message: "Priority" }),
    classification: i18n._({ id: "paper.classification", message: "Classification" }),
  };
  return labels[field];
}

/** A field in words, one line for each entry. */
export function valuesOf(i18n: I18n, field: Field, content: Content, names: Names): string[] {
  const gone = i18n._({ id: "draft.addressee.gone", message: "A post or unit that does not exist any more" });
  switch (field) {
    case "form":
      return [formLabel(i18n, content.form)];
    case "languages":
      return [languagesLabel(i18n, content.languages)];
    case "addressees":
    case "copies":
      return content[field].map((one) => [names.nameOf(one) ?? gone, ...names.linesOf(one)].join(" · "));
    case "subject_en":
      return some(content.subject.en);
    case "subject_ur":
      return some(content.subject.ur);
    case "enclosures":
      return content.enclosures.map(({ title }) => title);
    case "signatory": {
      const post = names.post(content.signatory);
      return content.signatory ? [post ? titleOf(post) : gone] : [];
    }
    case "in_reply_to":
      return content.in_reply_to
        ? [i18n._({ id: "draft.reply.one", message: "A receipt on this file" })]
        : [];
    case "amends":
      return content.amends ? [amendmentLabel(i18n, content.amends.how)] : [];
    case "reply_due_on":
      return content.reply_due_on ? [formatDate(content.reply_due_on)] : [];
    case "priority":
      return [priorityLabel(i18n, content.priority)];
    case "classification":
      return [classificationLabel(i18n, content.classification)];
  }
}

const some = (text: string) => (text ? [text] : []);
