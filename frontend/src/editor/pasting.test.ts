import { Editor } from "@tiptap/core";
import { afterEach, describe, expect, it } from "vitest";
import { bodyFromDocument, plainText } from "./body";
import { noteExtensions } from "./extensions";
import { asParagraphs } from "./pasting";

// One that is left behind looks at its document a moment later, when the tests have none any more.
const editors: Editor[] = [];
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy();
});

function newEditor(content = ""): Editor {
  const editor = new Editor({ extensions: noteExtensions(""), injectCSS: false, content });
  editors.push(editor);
  return editor;
}

/** What is in the note after pasting. */
function pasted(html: string): string[] {
  const editor = newEditor();
  editor.view.pasteHTML(html);
  return plainText(bodyFromDocument(editor.getJSON())).split("\n");
}

describe("a pasted table", () => {
  it("becomes a paragraph per row, its cells apart", () => {
    const rows = pasted(
      "<p>Before</p><table><thead><tr><th>Head</th><th>Budget</th><th>Actual</th></tr></thead>" +
        "<tbody><tr><td>Salaries</td><td>1200</td><td>3400</td></tr></tbody></table><p>After</p>",
    );
    expect(rows).toEqual(["Before", "Head | Budget | Actual", "Salaries | 1200 | 3400", "After"]);
  });

  it("keeps the place of an empty cell, and the words of a cell apart", () => {
    const rows = pasted(
      "<table><tr><td><p>Pay of</p><p>officers</p></td><td></td><td>3400</td></tr><tr><td>Rent</td><td>1<br>2</td><td>5</td></tr></table>",
    );
    expect(rows).toEqual(["Pay of officers | | 3400", "Rent | 1 2 | 5"]);
  });

  it("that only gives room to paragraphs leaves them as they are", () => {
    const rows = pasted(
      "<table><tr><td><p>Dear Sir,</p><p><b>Kindly</b> refer.</p><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>",
    );
    expect(rows).toEqual(["Dear Sir,", "Kindly refer.", "1 | 2"]);
  });
});

describe("other text", () => {
  it("is left alone", () => {
    expect(asParagraphs("<p>a <b>b</b></p>")).toBe("<p>a <b>b</b></p>");
    expect(pasted("<ul><li><p>One</p></li><li>Two</li></ul>")).toEqual(["One", "Two"]);
  });

  it("begins a paragraph where a line began", () => {
    expect(pasted("<p>First<br>second<br></p><div>a<br><br>b</div>")).toEqual(["First", "second", "a", "b"]);
    expect(pasted("1200<br>3400")).toEqual(["1200", "3400"]);
    expect(pasted("<p><b>Bold<br>words</b></p>")).toEqual(["Bold words"]);
  });
});

it("Shift and Enter begin a paragraph", () => {
  const editor = newEditor("<p>First</p>");
  editor.commands.focus("end");
  const key = new KeyboardEvent("keydown", { key: "Enter", shiftKey: true, bubbles: true, cancelable: true });
  editor.view.dom.dispatchEvent(key);
  editor.commands.insertContent("second");
  expect(plainText(bodyFromDocument(editor.getJSON()))).toBe("First\nsecond");
});
