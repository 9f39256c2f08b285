import { useLingui } from "@lingui/react";
import type { Language } from "@/api/schema";
import { languageOf } from "@/office/script";
import { Words } from "@/office/Words";
import { BoundedArea } from "@/ui/Bounded";
import { cx } from "@/ui/cx";
import { type Content, languagesOf, MOST_SUBJECT } from "./content";
import { Shown } from "./Shown";

interface SubjectFieldsProps {
  content: Content;
  onChange: (change: Partial<Content>) => void;
  readOnly: boolean;
}

/** The subject in each language; how many letters it has is told while it is typed. */
export function SubjectFields({ content, onChange, readOnly }: SubjectFieldsProps) {
  const { i18n } = useLingui();
  const { languages, subject } = content;
  const labels: Record<Language, string> = {
    en: i18n._({ id: "draft.subject.en", message: "Subject in English" }),
    ur: i18n._({ id: "draft.subject.ur", message: "Subject in Urdu" }),
  };
  return (
    <div className={cx("grid items-start gap-4", languages === "both" && "lg:grid-cols-2")}>
      {languagesOf(languages).map((language) => {
        const count = [...subject[language].trim()].length;
        if (readOnly) {
          return (
            <Shown key={language} label={labels[language]} id={`draft-subject-${language}`}>
              {subject[language] ? (
                <p lang={languageOf(subject[language])}>
                  <Words>{subject[language]}</Words>
                </p>
              ) : (
                "–"
              )}
            </Shown>
          );
        }
        return (
          <BoundedArea
            key={language}
            id={`draft-subject-${language}`}
            label={labels[language]}
            hint={i18n._({
              id: "draft.subject.count",
              message: "{count} of {most} letters",
              values: { count, most: MOST_SUBJECT },
            })}
            most={MOST_SUBJECT}
            rows={2}
            lang={language}
            dir={language === "ur" ? "rtl" : "ltr"}
            className={
              language === "ur"
                ? "[&_textarea]:min-h-12 [&_textarea]:pt-2 [&_textarea]:leading-[2.3]"
                : "[&_textarea]:leading-normal"
            }
            value={subject[language]}
            onChange={(event) =>
              onChange({ subject: { ...subject, [language]: event.target.value.replace(/\n/g, " ") } })
            }
          />
        );
      })}
    </div>
  );
}
