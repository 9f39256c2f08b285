import { describe, expect, it } from "vitest";
import { ENGLISH_WORD_PAGE, URDU_WORD_PAGE } from "@/testing/wordPages";
import { type Block, excessesOf, normalText, plain, runsOf } from "../text";
import { blocksOfHtml } from "./html";

const read = (html: string) => normalText({ blocks: blocksOfHtml(html) }).blocks;
const words = (html: string) => read(html).map((block) => plain(runsOf([block])));
const p = (text: string, more: object = {}): Block => ({
  type: "paragraph",
  align: "start",
  content: [{ text }],
  ...more,
});

describe("from Word", () => {
  it("an English memorandum keeps its numbers, lists, table and signature", () => {
    const blocks = read(ENGLISH_WORD_PAGE);
    expect(blocks).toEqual([
      { type: "heading", level: 1, content: [{ text: "OFFICE MEMORANDUM", underline: true }] },
      {
        type: "paragraph",
        align: "start",
        content: [{ text: "Subject: " }, { text: "RELEASE OF FUNDS", bold: true }, { text: " FOR 2026-27" }],
      },
      {
        type: "paragraph",
        numbered: true,
        align: "start",
        content: [
          { text: "The undersigned is directed to refer to " },
          { text: "letter", italic: true },
          { text: " No. F.8-2/2026." },
        ],
      },
      p("The following are required:", { numbered: true }),
      {
        type: "list",
        style: "alpha",
        items: [
          [p("sanction of the competent authority;")],
          [p("head of account:"), { type: "list", style: "roman", items: [[p("major;")], [p("minor.")]] }],
        ],
      },
      p("Early reply is solicited by 12-11-2026.", { numbered: true }),
      { type: "list", style: "bullet", items: [[p("Copy to AGPR")], [p("Master file")]] },
      { type: "heading", level: 3, content: [{ text: "Details" }] },
      {
        type: "table",
        header: true,
        rows: [
          [
            { align: "start", content: [{ text: "Head", bold: true }] },
            { align: "centre", content: [{ text: "Rupees" }] },
            { align: "start", content: [] },
          ],
          [
            { align: "start", content: [{ text: "Pay" }] },
            { align: "end", content: [{ text: "1200" }] },
            { align: "start", content: [{ text: "3400" }] },
          ],
          [
            { align: "start", content: [] },
            { align: "start", content: [{ text: "A\nB" }] },
            { align: "start", content: [] },
          ],
        ],
      },
      p("(Aisha Khan)\nSection Officer", { align: "end" }),
    ]);
  });

  it("an Urdu one begins its lines at the right, and counts with its own letters", () => {
    expect(read(URDU_WORD_PAGE)).toEqual([
      { type: "heading", level: 1, content: [{ text: "دفتری یادداشت" }] },
      p("عنوان: مالی سال 2026-27 کے فنڈز کا اجرا"),
      {
        type: "paragraph",
        numbered: true,
        align: "start",
        content: [
          { text: "مجھے یہ عرض کرنے کی ہدایت ہوئی ہے کہ " },
          { text: "گرانٹ", bold: true },
          { text: " جاری کی جائے۔" },
        ],
      },
      p("درج ذیل دستاویزات منسلک ہیں:", { numbered: true }),
      { type: "list", style: "alpha", items: [[p("منظوری کی نقل")], [p("حساب کی مد")]] },
      p("سیکشن افسر", { align: "end" }),
    ]);
  });

  const line = (mark: string, text: string, level = 1) =>
    `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><span style='mso-list:Ignore'>${mark}<span>&nbsp;&nbsp;</span></span>${text}</p>`;

  it("a number that would be another afterwards stays as words", () => {
    expect(read(line("2.", "Second") + line("3.", "Third"))).toEqual([p("2. Second"), p("3. Third")]);
    expect(read(line("1.", "a") + line("2.", "b") + line("1.", "c"))).toEqual([
      { type: "list", style: "decimal", items: [[p("a")], [p("b")]] },
      { type: "list", style: "decimal", items: [[p("c")]] },
    ]);
    const broken = read(`${line("a)", "x")}${line("b)", "y")}<p>between</p>${line("c)", "z")}`);
    expect(broken.slice(1)).toEqual([p("between"), p("c) z")]);
  });

  it("a further paragraph of an item stays in it; what lies too deep comes up", () => {
    const [list] = read(`${line("a)", "x")}<p class=MsoListParagraph>more</p>${line("b)", "y")}`);
    expect(list).toEqual({ type: "list", style: "alpha", items: [[p("x"), p("more")], [p("y")]] });
    const deep = read([1, 2, 3, 4].map((level) => line("a)", `at ${level}`, level)).join(""));
    expect(JSON.stringify(deep).split('"list"')).toHaveLength(5);
    expect(excessesOf({ blocks: deep })).toEqual(new Set());
    expect(plain(runsOf(deep))).toBe("at 1at 2at 3at 4");
  });
});

describe("from a page", () => {
  it("takes nothing but words and forms, whatever the page tries", () => {
    const hostile = `<p onclick="alert(1)" style="position:fixed;background:url(http://evil.example/x)">Safe
      <script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">link</a></p>
      <svg><foreignObject><p>in a picture</p></foreignObject></svg><math><mtext><p>formula</p></mtext></math>
      <iframe srcdoc="<p>frame</p>"></iframe><object data=x>object</object><style>p{color:red}</style>
      <form action="//evil.example"><input value="typed"><button>press</button>form words</form>
      <template><p>hidden</p></template><noscript><p>noscript</p></noscript>
      <p style="display:none">unseen</p><p hidden>unseen too</p><span style="visibility:hidden">nor this</span>
      <p>a\u202Eb\u2066c\uFEFFd\u0000</p><base href="//evil.example"><meta http-equiv=refresh content=0>`;
    expect(words(hostile)).toEqual(["Safe link", "form words", "abcd"]);
    expect(Object.keys(globalThis)).not.toContain("alerted");
  });

  it("closes a markup that does not close, however deep", () => {
    expect(words(`<b><i><p>one<table><tr><td>two${"<div>".repeat(200)}three`).join(" ")).toMatch(
      /one.*two.*three/s,
    );
    expect(words("<p>5 &lt; 6 &amp; <b>7</b>")).toEqual(["5 < 6 & 7"]);
  });

  it("headings below the third are the third; within lists and cells they are bold words", () => {
    expect(read("<h2><b>Two</b></h2><h6>Six</h6><ul><li><h3>In</h3></li></ul>")).toEqual([
      { type: "heading", level: 2, content: [{ text: "Two" }] },
      { type: "heading", level: 3, content: [{ text: "Six" }] },
      { type: "list", style: "bullet", items: [[p("", { content: [{ text: "In", bold: true }] })]] },
    ]);
  });

  it("lists keep their style, wherever it is said; one that begins later keeps its marks as words", () => {
    const item = (text: string) => [p(text)];
    expect(
      read(
        "<ol type=i><li>x</ol><ol style='list-style-type: lower-latin'><li>y</ol><ol><li style='list-style-type:upper-roman'>z</ol>",
      ),
    ).toEqual([
      { type: "list", style: "roman", items: [item("x")] },
      { type: "list", style: "alpha", items: [item("y")] },
      { type: "list", style: "roman", items: [item("z")] },
    ]);
    expect(read("<ol start=4><li>four<li>five</ol>")).toEqual([p("(4) four"), p("(5) five")]);
    expect(read("<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>")).toEqual([
      {
        type: "list",
        style: "bullet",
        items: [[p("a"), { type: "list", style: "bullet", items: [item("b")] }], item("c")],
      },
    ]);
  });

  it("tables are even; those within become lines; those that only give room go", () => {
    const [table] = read(
      "<table><tr><th>A<th>B<tr><td colspan=2>wide<tr><td>x<table><tr><td>1<td>2<tr><td>3<td>4</table><td><ul><li>u<li>v</ul></table>",
    );
    if (table?.type !== "table") throw new Error("no table");
    expect(table.header).toBe(true);
    expect(table.rows.map((row) => row.map((cell) => plain(cell.content)))).toEqual([
      ["A", "B"],
      ["wide", ""],
      ["x\n1 | 2\n3 | 4", "• u\n• v"],
    ]);
    expect(words("<table><tr><td><p>Dear Sir,</p><h3>Head</h3></td></tr></table>")).toEqual([
      "Dear Sir,",
      "Head",
    ]);
    const [endless] = read("<table><tr><td colspan=999999999 rowspan=999999999>x<td>y</table>");
    expect(endless?.type === "table" && endless.rows.map((row) => row.length)).toEqual([101]);
  });

  it("a table within a list becomes lines, for an item has none", () => {
    expect(words("<ol><li>x<table><tr><td>1<td>2</table></ol>")).toEqual(["x1 | 2"]);
    expect(JSON.stringify(read("<ol><li>x<table><tr><td>1<td>2</table></ol>"))).not.toContain('"table"');
  });

  it("many fixed spaces are one, two breaks part paragraphs, raised digits stay raised", () => {
    expect(
      words(
        "<div>&nbsp;&nbsp; a &nbsp; b&nbsp;c<br><br>d<br>e<br></div><p>&nbsp;</p>10<sup>2</sup> H<sub>2</sub>O",
      ),
    ).toEqual(["a b\u00A0c", "d\ne", "10² H₂O"]);
    expect(words("<pre>x\n y</pre>")).toEqual(["x\ny"]);
  });

  it("bold is bold however it is written, and the wrapping of Google's documents is not", () => {
    const [block] = read(
      `<b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700;font-style:italic">Yes</span><span style="font-weight:400;text-decoration:underline"> no</span></p></b>`,
    );
    expect(block).toEqual(
      p("", {
        content: [
          { text: "Yes", bold: true, italic: true },
          { text: " no", underline: true },
        ],
      }),
    );
  });

  it("where lines stand follows the direction of the words", () => {
    expect(read("<p style='text-align:right'>end</p><p align=right>شروع</p><center>mid</center>")).toEqual([
      p("end", { align: "end" }),
      p("شروع"),
      p("mid", { align: "centre" }),
    ]);
  });
});
