import type { I18n } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Act, AmendmentKind, Communication, CommunicationForm, File } from "@/api/schema";
import { currentLanguage } from "@/i18n/i18n";
import { ActDialog } from "@/office/ActDialog";
import { FORMS } from "@/office/draftWords";
import { languageOf } from "@/office/script";
import { useAct } from "@/office/useAct";
import { DONE } from "@/ui/unsaved";
import { openDraft } from "./commands";
import { amendingContent, type Content, firstContent } from "./content";
import { FormChoice } from "./FormChoice";

interface NewDraftDialogProps {
  file: File;
  /** The issued communication that the new one does something to. */
  amending?: { draft: Communication; how: AmendmentKind };
  onClose: () => void;
}

/** The form comes first: it decides how everything else is written. */
export function NewDraftDialog({ file, amending, onClose }: NewDraftDialogProps) {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const [form, setForm] = useState<CommunicationForm | null>(amending?.draft.content.form ?? null);
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
    if (!form) return;
    opening.act(
      amending
        ? amendingContent(file, form, amending.draft, amending.how)
        : firstContent(file, form, language),
    );
  };
  return (
    <ActDialog
      wide
      title={
        amending
          ? amendTitle(i18n, amending.how)
          : i18n._({ id: "draft.new.title", message: "New draft: which form?" })
      }
      effect={
        amending
          ? i18n._({
              id: "draft.amends.effect",
              message:
                "A new draft on this file, to the same addressees and about the same subject. What was issued stays as it is until the new one is issued.",
            })
          : i18n._({
              id: "draft.new.effect",
              message: "It can be changed later. Addressees, subject and text come on the next page.",
            })
      }
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

export function amendTitle(i18n: I18n, how: AmendmentKind): string {
  const titles: Record<AmendmentKind, string> = {
    corrigendum: i18n._({ id: "draft.amend.corrigendum", message: "Issue a corrigendum" }),
    supersession: i18n._({ id: "draft.amend.supersession", message: "Supersede it" }),
    rescission: i18n._({ id: "draft.amend.rescission", message: "Rescind it" }),
  };
  return titles[how];
}
