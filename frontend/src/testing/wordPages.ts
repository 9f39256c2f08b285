/** What Word puts on the clipboard, shortened in its head only. */
const HEAD = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- /* Font Definitions */ @font-face {font-family:Wingdings; panose-1:5 0 0 0;} p.MsoNormal {mso-style-unhide:no; margin:0in;} @list l0:level1 {mso-level-text:"%1\\.";} --></style>
<!--[if gte mso 10]><style>/* Style Definitions */ table.MsoNormalTable {mso-style-name:"Table Normal";}</style><![endif]-->
</head><body lang=EN-US style='tab-interval:.5in;word-wrap:break-word'><!--StartFragment-->`;
const FOOT = "<!--EndFragment--></body></html>";

const item = (mark: string, words: string, level = 1, list = 0, face = "") =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:${level * 0.5}in;mso-add-space:auto;text-indent:-.25in;mso-list:l${list} level${level} lfo${list + 1}'><!--[if !supportLists]--><span
style='${face}mso-fareast-font-family:"Times New Roman"'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;
</span></span></span><!--[endif]-->${words}<o:p></o:p></p>\n`;

export const ENGLISH_WORD_PAGE = `${HEAD}
<p class=MsoTitle align=center style='text-align:center'><b><u>OFFICE MEMORANDUM<o:p></o:p></u></b></p>
<p class=MsoNormal style='text-align:justify'><span style='font-size:12.0pt;font-family:"Times New Roman",serif'>Subject:<span
style='mso-tab-count:1'>       </span><b style='mso-bidi-font-weight:normal'>RELEASE OF&nbsp; FUNDS</b> FOR
2026-27<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
${item("1.", "The undersigned is directed to refer to <i>letter</i> No. F.8-2/2026.")}${item("2.", "The following are required:")}${item("a)", "sanction of the competent authority;", 2)}${item("b)", "head of account:", 2)}${item("i.", "major;", 3)}${item("ii.", "minor.", 3)}${item("3.", "Early reply is solicited<del cite='mailto:x' datetime='2026-11-12T10:00'> today</del><ins cite='mailto:x'> by 12-11-2026</ins>.")}
${item("·", "Copy to AGPR", 1, 1, "font-family:Symbol;")}${item("·", "Master file", 1, 1, "font-family:Symbol;")}
<h4 style='mso-list:none'>Details<a class=msocomanchor id="_anchor_1"><span style='mso-special-character:comment'>[AK1]</span></a></h4>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
 <thead><tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'><td width=208 valign=top><p class=MsoNormal><b>Head</b><o:p></o:p></p></td>
  <td width=416 colspan=2 valign=top><p class=MsoNormal align=center style='text-align:center'>Rupees<o:p></o:p></p></td></tr></thead>
 <tr><td rowspan=2><p class=MsoNormal>Pay</p></td><td><p class=MsoNormal align=right style='text-align:right'>1200</p></td><td><p class=MsoNormal>3400</p></td></tr>
 <tr><td><p class=MsoNormal>A</p><p class=MsoNormal>B</p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr>
</table>
<div style='mso-element:comment-list'><div style='mso-element:comment'>Ask the DS first</div></div>
<p class=MsoNormal align=right style='text-align:right'>(Aisha Khan)<br>
Section Officer<span style='mso-hide:all'> secret</span></p>${FOOT}`;

const urdu = (mark: string, words: string, level = 1) =>
  item(mark, `<span lang=ER style='font-family:"Jameel Noori Nastaleeq"'>${words}</span>`, level).replace(
    "<p class",
    "<p dir=RTL class",
  );

export const URDU_WORD_PAGE = `${HEAD}
<h1 align=center dir=RTL style='text-align:center;direction:rtl;unicode-bidi:embed'><span lang=ER>دفتری یادداشت<o:p></o:p></span></h1>
<p class=MsoNormal dir=RTL style='text-align:right;direction:rtl;unicode-bidi:embed'><span lang=ER>عنوان:<span
style='mso-spacerun:yes'>   </span>مالی سال 2026-27 کے فنڈز کا اجرا</span><span dir=LTR></span><o:p></o:p></p>
${urdu("۱۔", "مجھے یہ عرض کرنے کی ہدایت ہوئی ہے کہ <b>گرانٹ</b> جاری کی جائے۔")}${urdu("۲۔", "درج ذیل دستاویزات منسلک ہیں:")}${urdu("(الف)", "منظوری کی نقل", 2)}${urdu("(ب)", "حساب کی مد", 2)}
<p class=MsoNormal dir=RTL style='text-align:left;direction:rtl;unicode-bidi:embed'><span lang=ER>سیکشن افسر</span></p>${FOOT}`;
