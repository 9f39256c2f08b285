import { useLingui } from "@lingui/react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Act, CommunicationForm, File } from "@/api/schema";
import { currentLanguage } from "@/i18n/i18n";
import { ActDialog } from "@/office/ActDialog";
import { FORMS } from "@/office/draftWords";
import { languageOf } from "@/office/script";
import { useAct } from "@/office/useAct";
import { DONE } from "@/ui/unsaved";
import { openDraft } from "./commands";
import { type Content, firstContent } from "./content";
import { FormChoice } from "./FormChoice";

/** The form comes first: it decides how everything else is written. */
export function NewDraftDialog({ file, onClose }: { file: File; onClose: () => void }) {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const [form, setForm] = useState<CommunicationForm | null>(null);
  const [tried, setTried] = useState(false);
  const goTo = ({ id: draftId }: Act) =>
    void navigate({ to: "/files/$fileId/drafts/$draftId", params: { fileId: file.id, draftId }, ...DONE });
  const opening = useAct<Content, Act>({
    send: (content, attempt) => openDraft(file.id, content, attempt),
    onDone: goTo,
    onEarlier: goTo,
  });
  const submit = () => {
    setTried(true);
    const language = file.subject ? languageOf(file.subject) : currentLanguage();
    if (form) opening.act(firstContent(file, form, language));
  };
  return (
    <ActDialog
      wide
      title={i18n._({ id: "draft.new.title", message: "New draft: which form?" })}
      effect={i18n._({
        id: "draft.new.effect",
        message: "It can be changed later. Addressees, subject and text come on the next page.",
      })}
      action={i18n._({ id: "draft.new.do", message: "Begin the draft" })}
      pending={opening.isPending}
      error={opening.error}
      isOver={!file.can.includes("draft")}
      onSubmit={submit}
      onClose={onClose}
    >
      <FormChoice value={form} allowed={FORMS} onChange={setForm} />
      {tried && !form && (
        <p role="alert" className="text-sm text-red">
          {i18n._({ id: "draft.new.missing", message: "Choose a form first" })}
        </p>
      )}
    </ActDialog>
  );
}
