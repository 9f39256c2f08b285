import { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { afterEach, describe, expect, it } from "vitest";
import { generatedText } from "@/testing/generatedText";
import { fromEditor, toEditor } from "./convert";
import { letterExtensions } from "./extensions";
import { firstUnprintable } from "./marks";
import { type Block, plain, runsOf, type Text } from "./text";

// One that is left behind looks at its document a moment later, when the tests have none any more.
const editors: Editor[] = [];
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy();
});

const p = (text: string, more: object = {}): Block => ({
  type: "paragraph",
  align: "start",
  content: text === "" ? [] : [{ text }],
  ...more,
});
const list = (style: string, ...items: Block[][]) => ({ type: "list", style, items }) as Block;
const table = (...rows: string[][]): Block => ({
  type: "table",
  rows: rows.map((row) => row.map((text) => ({ align: "start", content: text === "" ? [] : [{ text }] }))),
});

function editing(...blocks: Block[]) {
  const editor = new Editor({
    extensions: letterExtensions(),
    injectCSS: false,
    content: toEditor({ blocks }),
    enableInputRules: [],
    enablePasteRules: [],
  });
  editors.push(editor);
  const at = (words: string, offset = words.length) => {
    let place = -1;
    editor.state.doc.descendants((node, position) => {
      if (place < 0 && node.isTextblock && node.textContent === words) place = position + 1 + offset;
    });
    if (place < 0) throw new Error(`no “${words}”`);
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, place)));
    return editor;
  };
  const key = (name: string, more: object = {}) => {
    const event = new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...more });
    editor.view.dom.dispatchEvent(event);
    return event.defaultPrevented;
  };
  return { editor, at, key, blocks: () => fromEditor(editor.getJSON()).blocks };
}

/** As the keys do it, for the way through the editor's own method means words without form. */
function pasteWords({ view }: Editor, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  view.dom.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}

describe("numbered paragraphs", () => {
  it("go on with Enter, and end with a second one", () => {
    const { editor, at, key, blocks } = editing(p("One"));
    at("One").commands.toggleNumbered();
    key("Enter");
    editor.commands.insertContent("Two");
    key("Enter");
    expect(blocks()).toEqual([
      p("One", { numbered: true }),
      p("Two", { numbered: true }),
      p("", { numbered: true }),
    ]);
    key("Enter");
    expect(blocks()[2]).toEqual(p(""));
  });

  it("lose their number first when they are deleted from the front, and take it from a heading", () => {
    const { at, key, blocks } = editing(p("One", { numbered: true }), {
      type: "heading",
      level: 2,
      content: [{ text: "Two" }],
    });
    at("One", 0);
    key("Backspace");
    at("Two").commands.toggleNumbered();
    expect(blocks()).toEqual([p("One"), p("Two", { numbered: true })]);
  });
});

describe("lists", () => {
  it("are made, change their style and end by the same button", () => {
    const { at, blocks } = editing(p("x", { numbered: true, align: "end" }));
    at("x").commands.toggleLetterList("alpha");
    expect(blocks()).toEqual([list("alpha", [p("x")])]);
    at("x").commands.toggleLetterList("roman");
    expect(blocks()).toEqual([list("roman", [p("x")])]);
    at("x").commands.toggleLetterList("roman");
    expect(blocks()).toEqual([p("x")]);
  });

  it("lie at most three deep, each counted otherwise than the one around", () => {
    const { at, key, blocks } = editing(list("decimal", [p("a")], [p("b")], [p("c")], [p("d")]));
    at("a");
    expect(key("Tab")).toBe(true);
    at("b");
    key("Tab");
    at("c");
    key("Tab");
    key("Tab");
    at("d");
    key("Tab");
    key("Tab");
    expect(key("Tab")).toBe(true);
    expect(blocks()).toEqual([
      list("decimal", [p("a"), list("alpha", [p("b"), list("roman", [p("c")], [p("d")])])]),
    ]);
    key("Tab", { shiftKey: true });
    expect(blocks()).toEqual([
      list("decimal", [p("a"), list("alpha", [p("b"), list("roman", [p("c")])], [p("d")])]),
    ]);
  });

  it("leave the Tab key alone outside of them", () => {
    const { at, key } = editing(p("x"));
    at("x");
    expect(key("Tab")).toBe(false);
  });
});

describe("tables", () => {
  it("come where the cursor is, with a line below to write on", () => {
    const { editor, at, blocks } = editing(p("before"), p(""));
    at("");
    editor.commands.insertLetterTable(2, 2, true);
    editor.commands.insertContent("first");
    expect(blocks()).toEqual([p("before"), { ...table(["first", ""], ["", ""]), header: true }, p("")]);
    expect(editor.view.dom.querySelectorAll("[role=columnheader]")).toHaveLength(2);
    editor.commands.toggleTableHeader();
    expect(blocks()[1]).toEqual(table(["first", ""], ["", ""]));
    expect(editor.commands.insertLetterTable(1, 1, false)).toBe(false);
  });

  it("grow by rows and columns, and with Tab at their end; in a cell Enter breaks the line", () => {
    const { editor, at, key, blocks } = editing(table(["a", "b"]));
    at("b");
    key("Enter");
    editor.commands.insertContent("c");
    key("Tab");
    editor.commands.insertContent("d");
    expect(blocks()).toEqual([table(["a", "b\nc"], ["d", ""])]);
    at("a").commands.changeTable("addColumnAfter");
    at("a").commands.changeTable("addRowBefore");
    expect(blocks()).toEqual([table(["", "", ""], ["a", "", "b\nc"], ["d", "", ""])]);
    at("a").commands.changeTable("deleteRow");
    at("d").commands.changeTable("deleteColumn");
    expect(blocks()).toEqual([table(["", ""], ["", ""])]);
  });

  it("have no more columns than a page can bear", () => {
    const { at, blocks } = editing(table(Array.from({ length: 12 }, (_, index) => `c${index}`)));
    expect(at("c0").commands.changeTable("addColumnAfter")).toBe(false);
    expect(at("c0").commands.changeTable("addRowAfter")).toBe(true);
    at("c0").commands.changeTable("deleteTable");
    expect(blocks()).toEqual([]);
  });
});

describe("lines", () => {
  it("stand where the writer says, in paragraphs and in cells", () => {
    const { at, blocks } = editing(p("x"), table(["y"]));
    at("x").commands.setAlign("centre");
    at("y").commands.setAlign("end");
    expect(blocks()).toEqual([
      p("x", { align: "centre" }),
      { type: "table", rows: [[{ align: "end", content: [{ text: "y" }] }]] },
    ]);
  });
});

describe("what is pasted", () => {
  it("keeps the number of its first paragraph, and goes into the line where it is only words", () => {
    const { editor, at, blocks } = editing(p("ab"));
    at("ab", 1);
    editor.view.pasteHTML("<b>x</b>");
    expect(blocks()).toEqual([
      {
        type: "paragraph",
        align: "start",
        content: [{ text: "a" }, { text: "x", bold: true }, { text: "b" }],
      },
    ]);
    const second = editing(p("ab"));
    second.at("ab", 1);
    pasteWords(second.editor, "1. one\n2. two");
    const numbered = (text: string) => p(text, { numbered: true });
    expect(second.blocks()).toEqual([p("a"), numbered("one"), numbered("two"), p("b")]);
    const third = editing();
    pasteWords(third.editor, "1. one\n2. two");
    expect(third.blocks()).toEqual([numbered("one"), numbered("two")]);
  });

  it("into a cell becomes its lines, and the table stays whole", () => {
    const { editor, at, blocks } = editing(table(["a", "b"]));
    at("a");
    editor.view.pasteHTML("<h2>x</h2><ul><li>y</li><li>z</li></ul>");
    expect(blocks()).toEqual([table(["ax\ny\nz", "b"])]);
    at("b");
    editor.view.pasteText("c\n\nd");
    expect(blocks()).toEqual([table(["ax\ny\nz", "bc\nd"])]);
  });

  it("runs nothing, and brings in nothing that pretends to come from the editor itself", () => {
    const { editor } = editing();
    editor.view.pasteHTML(
      `<table data-pm-slice="0 0 []"><tr><td colspan="3" onclick="x()"><img src=x onerror=x()>a</td></tr><tr><td>b</td><td>c<script>x()</script></td></tr></table>`,
    );
    const { blocks } = fromEditor(editor.getJSON()) satisfies Text;
    expect(blocks).toEqual([table(["", "a"], ["b", "c"])]);
    expect(editor.view.dom.querySelector("img[src=x], script, [onclick], [colspan]")).toBeNull();
    expect(plain(runsOf(blocks))).toBe("abc");
  });
});

describe("what cannot be printed", () => {
  it("is marked where it stands, and found", () => {
    const { editor } = editing(p("a"), p("x😀y😀"), table(["👍🏽"]));
    editor.commands.markUnprintable(["😀", "👍🏽"]);
    const marked = () => [...editor.view.dom.querySelectorAll(".unprintable")].map((it) => it.textContent);
    expect(marked()).toEqual(["😀", "😀", "👍🏽"]);
    const place = firstUnprintable(editor.state, ["😀"]);
    expect(place && editor.state.doc.textBetween(...place)).toBe("😀");
    editor.commands.markUnprintable([]);
    expect(marked()).toEqual([]);
  });

  it("numbers within Urdu are set apart, within English they are not", () => {
    const { editor } = editing(p("مورخہ 12-11-2026"), p("dated 12-11-2026"));
    expect([...editor.view.dom.querySelectorAll("bdi")].map((it) => it.textContent)).toEqual(["12-11-2026"]);
  });

  it("is marked in the same places while it is written as when it is read", () => {
    const marks = (of: Editor) => of.view.dom.innerHTML.replace(/ class="ProseMirror-[^"]*"/g, "");
    for (let seed = 0; seed < 80; seed += 1) {
      const { editor } = editing(...generatedText(seed).blocks);
      editor.commands.markUnprintable(["😀"]);
      for (let step = 1; step < 6; step += 1) {
        const { doc, tr } = editor.state;
        const place = (seed * 31 + step * 17) % doc.content.size;
        const at = TextSelection.near(doc.resolve(place)).from;
        editor.view.dispatch(
          step % 3 ? tr.insertText(" مورخہ 12-11-2026 😀", at) : tr.delete(Math.min(place, at), at),
        );
        editor.commands.toggleTableHeader();
      }
      const fresh = editing(...fromEditor(editor.getJSON()).blocks).editor;
      fresh.commands.markUnprintable(["😀"]);
      expect(marks(editor)).toBe(marks(fresh));
    }
  });
});
