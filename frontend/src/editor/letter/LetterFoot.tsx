import { useLingui } from "@lingui/react";
import { useDeferredValue, useMemo } from "react";
import { Button } from "@/ui/Button";
import { cx } from "@/ui/cx";
import {
  countCharacters,
  type Excess,
  excessesOf,
  MOST_BLOCKS,
  MOST_CHARACTERS,
  MOST_COLUMNS,
  MOST_DEPTH,
  MOST_ROWS,
  type Text,
} from "./text";

interface LetterFootProps {
  id: string;
  text: Text;
  readOnly: boolean;
  unprintable: readonly string[];
  onShow: () => void;
}

/** Below the text: how long it is, and what the office would not take. */
export function LetterFoot({ id, text, readOnly, unprintable, onShow }: LetterFootProps) {
  const { i18n } = useLingui();
  const settled = useDeferredValue(text);
  const { count, excesses } = useMemo(
    () => ({ count: countCharacters(settled), excesses: excessesOf(settled) }),
    [settled],
  );
  const number = (value: number) => i18n.number(value, { numberingSystem: "latn" });
  const words: Record<Excess, string> = {
    characters: i18n._({
      id: "letter.excess.characters",
      message: "The text is too long. What is longer belongs into an enclosure.",
    }),
    blocks: i18n._({
      id: "letter.excess.blocks",
      message: "The text has too many paragraphs: at most {most} are kept.",
      values: { most: number(MOST_BLOCKS) },
    }),
    rows: i18n._({
      id: "letter.excess.rows",
      message: "A table has too many rows: at most {most} are kept.",
      values: { most: MOST_ROWS },
    }),
    columns: i18n._({
      id: "letter.excess.columns",
      message: "A table has too many columns: on a page at most {most} can be read.",
      values: { most: MOST_COLUMNS },
    }),
    depth: i18n._({
      id: "letter.excess.depth",
      message: "Lists lie too deep in each other: at most {most} deep.",
      values: { most: MOST_DEPTH },
    }),
  };
  return (
    <div id={id} className="flex flex-col gap-1 text-sm">
      <div role="status" className="flex flex-col gap-1 empty:hidden">
        {[...excesses].map((excess) => (
          <p key={excess} className="rounded-md bg-red-soft px-2 py-1 text-red">
            {words[excess]}
          </p>
        ))}
        {unprintable.length > 0 && (
          <p className="flex flex-wrap items-center gap-x-3 rounded-md bg-red-soft px-2 py-1 text-red">
            <span>
              {i18n._({ id: "letter.unprintable", message: "This cannot be printed:" })}{" "}
              {unprintable.map((character) => (
                <bdi key={character} className="unprintable mx-0.5 px-0.5 text-ink">
                  {character}
                </bdi>
              ))}
            </span>
            <Button tone="quiet" className="min-h-7!" onClick={onShow}>
              {i18n._({ id: "letter.unprintable.show", message: "Show the first" })}
            </Button>
          </p>
        )}
      </div>
      {!readOnly && (
        <p className={cx("text-muted", excesses.has("characters") && "text-red!")}>
          {i18n._({
            id: "letter.characters",
            message: "{count} of {most} characters",
            values: { count: number(count), most: number(MOST_CHARACTERS) },
          })}
        </p>
      )}
      <p className="sr-only">
        {i18n._({
          id: "letter.editor.keys",
          message:
            "In a list Tab moves an item one step deeper, in a table it goes to the next cell. Escape leads to the buttons.",
        })}
      </p>
    </div>
  );
}
