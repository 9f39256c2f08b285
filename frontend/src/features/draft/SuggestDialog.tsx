import { Trans, useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Communication, Language, LetterBlock } from "@/api/schema";
import { LazyLetterEditor } from "@/editor/letter/LazyLetterEditor";
import { plain, runsOf, sameText, type Text } from "@/editor/letter/text";
import { ActDialog } from "@/office/ActDialog";
import { languagesLabel } from "@/office/draftWords";
import { RadioRow } from "@/office/RadioRow";
import { BoundedArea, lettersOver } from "@/ui/Bounded";
import { Checkbox } from "@/ui/Checkbox";
import { ErrorNotice } from "@/ui/errors";
import { Select } from "@/ui/Field";
import { SkeletonRows } from "@/ui/states";
import { readDraft } from "./commands";
import { fullContent, languagesOf, MOST_REMARK } from "./content";
import type { DraftActing } from "./useDraftAct";

interface SuggestDialogProps {
  id: string;
  acting: DraftActing;
  isOver: boolean;
  onClose: () => void;
}

/** One block of the text in other words. It is read as the office has it: the change must fit to the letter. */
export function SuggestDialog({ id, acting, isOver, onClose }: SuggestDialogProps) {
  const { i18n } = useLingui();
  const { data, error, refetch } = useQuery({
    queryKey: ["suggesting", id],
    queryFn: () => readDraft(id),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (data) return <Suggesting draft={data} acting={acting} isOver={isOver} onClose={onClose} />;
  return (
    <ActDialog
      wide
      isOver
      title={i18n._({ id: "draft.suggest", message: "Suggest a change" })}
      action=""
      pending={false}
      error={null}
      onSubmit={() => {}}
      onClose={onClose}
    >
      {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={3} />}
    </ActDialog>
  );
}

interface Chosen {
  language: Language;
  block: number;
}

function Suggesting({
  draft,
  acting,
  isOver,
  onClose,
}: Omit<SuggestDialogProps, "id"> & { draft: Communication }) {
  const { i18n } = useLingui();
  const content = fullContent(draft.content);
  const languages = languagesOf(content.languages);
  const [chosen, setChosen] = useState<Chosen>({ language: languages[0] ?? "en", block: 0 });
  const blocks: LetterBlock[] = content.text[chosen.language].blocks;
  const before = blocks[chosen.block];
  const [after, setAfter] = useState<Text>({ blocks: before ? [before] : [] });
  const [removes, setRemoves] = useState(false);
  const [remark, setRemark] = useState("");
  const [tried, setTried] = useState(false);
  const choose = (next: Chosen) => {
    const block = content.text[next.language].blocks[next.block];
    setChosen(next);
    setAfter({ blocks: block ? [block] : [] });
    setRemoves(false);
    setTried(false);
  };
  const wrong = !before
    ? i18n._({ id: "draft.suggest.nothing", message: "There is no text yet in this language." })
    : removes
      ? undefined
      : after.blocks.length > 1
        ? i18n._({
            id: "draft.suggest.one",
            message: "It has become several paragraphs. A suggestion puts one in the place of one.",
          })
        : sameText({ blocks: [before] }, after)
          ? i18n._({ id: "draft.suggest.same", message: "Nothing is changed yet." })
          : undefined;
  const submit = () => {
    setTried(true);
    if (wrong || !before || lettersOver(remark, MOST_REMARK) > 0) return;
    const [block] = after.blocks;
    acting.act({
      kind: "suggestion",
      text: draft.text_number,
      remark: remark.trim(),
      suggestion: { ...chosen, before, after: removes ? null : (block ?? null) },
    });
  };
  return (
    <ActDialog
      wide
      title={i18n._({ id: "draft.suggest", message: "Suggest a change" })}
      effect={i18n._({
        id: "draft.suggest.effect",
        message: "The text stays as it is until whoever has the file accepts the change.",
      })}
      action={i18n._({ id: "draft.suggest.do", message: "Suggest it" })}
      pending={acting.isPending}
      error={acting.error}
      isOver={isOver}
      onSubmit={submit}
      onClose={onClose}
    >
      {languages.length > 1 && (
        <RadioRow
          label={i18n._({ id: "draft.suggest.language", message: "In which text" })}
          value={chosen.language}
          onChange={(language) => choose({ language, block: 0 })}
          options={languages.map((value) => ({ value, label: languagesLabel(i18n, value) }))}
        />
      )}
      {blocks.length > 0 && (
        <Select
          label={i18n._({ id: "draft.suggest.block", message: "Which paragraph" })}
          dir={chosen.language === "ur" ? "rtl" : "ltr"}
          lang={chosen.language}
          value={chosen.block}
          onChange={(event) => choose({ ...chosen, block: Number(event.target.value) })}
        >
          {blocks.map((block, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is what is chosen.
            <option key={index} value={index}>
              {excerptOf(block, index)}
            </option>
          ))}
        </Select>
      )}
      {before && !removes && (
        <LazyLetterEditor
          key={`${chosen.language} ${chosen.block}`}
          language={chosen.language}
          label={i18n._({ id: "draft.suggest.text", message: "As it should read" })}
          value={after}
          onChange={setAfter}
        />
      )}
      {before && (
        <Checkbox
          label={<Trans id="draft.suggest.remove" message="It should go altogether" />}
          checked={removes}
          onChange={(event) => setRemoves(event.target.checked)}
        />
      )}
      {tried && wrong && (
        <p role="alert" className="text-sm text-red">
          {wrong}
        </p>
      )}
      <BoundedArea
        label={i18n._({ id: "draft.suggest.why", message: "Why" })}
        optional
        dir="auto"
        most={MOST_REMARK}
        value={remark}
        onChange={(event) => setRemark(event.target.value)}
      />
    </ActDialog>
  );
}

const EXCERPT = 90;

/** The place of a block and its first words. */
function excerptOf(block: LetterBlock, index: number): string {
  const words = plain(runsOf([block])).trim();
  return `${index + 1}. \u2068${words.length > EXCERPT ? `${words.slice(0, EXCERPT)}…` : words}\u2069`;
}
