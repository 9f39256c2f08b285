import { i18n } from "@lingui/core";
import { describe, expect, it } from "vitest";
import { generatedText } from "@/testing/generatedText";
import { type Block, normalText, type Text } from "../text";
import { changesText } from "./changesText";
import { type Change, changes, compareTexts } from "./compare";
import { unitsOf } from "./units";
import { diffWords } from "./words";

const p = (text: string, more: object = {}): Block => ({ type: "paragraph", content: [{ text }], ...more });
const text = (...blocks: Block[]): Text => ({ blocks });
const kinds = (found: readonly Change[]) => found.map(({ kind }) => kind);
const joined = (before: string, after: string) =>
  diffWords(before, after)
    .map(({ kind, text }) => (kind === "same" ? text : `${kind === "added" ? "+" : "-"}[${text}]`))
    .join("");

describe("words", () => {
  it("are what differs, with their spaces and without their neighbours", () => {
    expect(joined("the quick fox", "the slow fox")).toBe("the -[quick ]+[slow ]fox");
    expect(joined("dated 12-11-2026.", "dated 14-11-2026.")).toBe("dated -[12-11-2026]+[14-11-2026].");
    expect(joined("AGPR", "AGPR, Islamabad")).toBe("AGPR+[, Islamabad]");
    expect(joined("مذکورہ گرانٹ جاری", "مذکورہ ضمنی گرانٹ جاری")).toBe("مذکورہ +[ضمنی ]گرانٹ جاری");
    expect(joined("", "new")).toBe("+[new]");
    expect(joined("same", "same")).toBe("same");
  });

  it("of both sides are all there", () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const [before, after] = [generatedText(seed), generatedText(seed + 1)].map((of) =>
        unitsOf(of, "en")
          .map((unit) => unit.text)
          .join(" "),
      ) as [string, string];
      const side = (hidden: string) =>
        diffWords(before, after)
          .filter(({ kind }) => kind !== hidden)
          .map((part) => part.text)
          .join("")
          .replace(/\s+/g, "");
      expect(side("added")).toBe(before.replace(/\s+/g, ""));
      expect(side("removed")).toBe(after.replace(/\s+/g, ""));
    }
  });
});

describe("two versions", () => {
  it("stand beside each other where they are alike", () => {
    const before = text(
      p("One is here to stay"),
      p("Nobody needs this sentence"),
      p("Three was written long ago"),
    );
    const after = text(
      p("One is here to stay"),
      p("Three was written very long ago"),
      p("Something quite different"),
    );
    const found = compareTexts(before, after, "en");
    expect(kinds(found)).toEqual(["same", "removed", "changed", "added"]);
    expect(found[2]).toMatchObject({
      words: [[{ text: "Three was written " }, { kind: "added", text: "very " }, {}]],
    });
    expect(changes(before, after)).toEqual({ changed: 1, form: 0, added: 1, removed: 1 });
  });

  it("know what is new before and after what was changed", () => {
    const before = text(p("Three was written long ago"), p("Four is about the budget of the year"));
    const after = text(
      p("Brand new words"),
      p("Three was written very long ago"),
      p("More of them"),
      p("Four is about the budget of the next year"),
    );
    expect(kinds(compareTexts(before, after, "en"))).toEqual(["added", "changed", "added", "changed"]);
    expect(kinds(compareTexts(after, before, "en"))).toEqual(["removed", "changed", "removed", "changed"]);
  });

  it("that differ in form only say so; a number that moves is no change", () => {
    const before = text(p("a b", { numbered: true }), p("c d"), p("bold"));
    const after = text(
      p("new words", { numbered: true }),
      p("a b", { numbered: true }),
      p("c d", { numbered: true }),
      {
        type: "paragraph",
        content: [{ text: "bold", bold: true }],
      },
    );
    const found = compareTexts(before, after, "en");
    expect(kinds(found)).toEqual(["added", "same", "form", "form"]);
    expect(found[1]).toMatchObject({ before: { mark: "1." }, after: { mark: "2." } });
  });

  it("compare items and rows one by one, cell by cell", () => {
    const row = (...cells: string[]) => cells.map((cell) => ({ content: [{ text: cell }] }));
    const both = (amount: string): Text =>
      text(
        { type: "list", style: "alpha", items: [[p("منظوری")], [p(`حساب ${amount} کی مد`)]] },
        { type: "table", rows: [row("Pay", amount, "x"), row("Rent", "5", "y")] },
      );
    const found = compareTexts(both("1,200"), both("3,400"), "ur");
    expect(kinds(found)).toEqual(["same", "changed", "changed", "same"]);
    expect(found[0]).toMatchObject({ after: { mark: "(الف)", depth: 1 } });
    expect(found[2]).toMatchObject({
      words: [
        [{ kind: "same", text: "Pay" }],
        [{ kind: "removed" }, { kind: "added", text: "3,400" }],
        [{ kind: "same" }],
      ],
    });
  });

  it("give back both in their order, whatever they are", () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const before = generatedText(seed);
      const after = generatedText(seed * 7 + 1);
      const found = compareTexts(before, after, "en");
      const keys = (of: Text) => unitsOf(of, "en").map(({ key }) => key);
      expect(found.flatMap((change) => (change.kind === "added" ? [] : change.before.key))).toEqual(
        keys(before),
      );
      expect(found.flatMap((change) => (change.kind === "removed" ? [] : change.after.key))).toEqual(
        keys(after),
      );
      expect(changes(before, normalText(before))).toEqual({ changed: 0, form: 0, added: 0, removed: 0 });
    }
  });

  it("are compared in bearable time, however long", () => {
    const long = (word: string) =>
      text(...Array.from({ length: 3000 }, (_, index) => p(`${word} ${index} of the many that there are`)));
    const found = compareTexts(long("one"), long("other"), "en");
    expect(changes(long("one"), long("other")).changed).toBe(3000);
    expect(found).toHaveLength(3000);
  }, 20_000);
});

it("is said in one line", () => {
  expect(changesText(i18n, { changed: 3, form: 0, added: 1, removed: 0 })).toBe(
    "3 paragraphs changed, 1 paragraph added",
  );
  expect(changesText(i18n, { changed: 0, form: 0, added: 0, removed: 0 })).toBe("Nothing was changed");
});
