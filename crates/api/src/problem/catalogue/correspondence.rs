//! Words of documents and receipts.

use super::{Text, text, words};

pub(super) const TEXTS: &[Text] = &[
    words(
        "mail-diarised",
        "The mail is in the diary already.",
        "یہ ای میل ڈائری میں درج ہو چکی ہے۔",
    ),
    words(
        "mail-set-aside",
        "The mail was set aside. Bring it back first.",
        "یہ ای میل ایک طرف رکھی جا چکی ہے۔ پہلے اسے واپس لائیں۔",
    ),
    words(
        "mail-not-set-aside",
        "The mail was not set aside.",
        "یہ ای میل ایک طرف نہیں رکھی گئی تھی۔",
    ),
    words(
        "mail-is-report",
        "It is a mail server's report about a letter of ours, and no paper for the diary.",
        "یہ ہمارے کسی مراسلے کے بارے میں میل سرور کی اطلاع ہے، ڈائری کا کاغذ نہیں۔",
    ),
    words(
        "unknown-mail",
        "No such mail came in for this registry.",
        "اس رجسٹری کے لیے ایسی کوئی ای میل موصول نہیں ہوئی۔",
    ),
    text(
        "document-empty",
        422,
        ("The document is empty.", "دستاویز خالی ہے۔"),
        (
            "Nothing was saved. Scan it again, or choose another file.",
            "کچھ محفوظ نہیں ہوا۔ دوبارہ سکین کریں یا کوئی اور فائل منتخب کریں۔",
        ),
    ),
    text(
        "document-too-large",
        413,
        ("The document is larger than 100 MB.", "دستاویز 100 ایم بی سے بڑی ہے۔"),
        (
            "Nothing was saved. Scan it in parts or at a lower resolution.",
            "کچھ محفوظ نہیں ہوا۔ حصوں میں یا کم ریزولوشن پر سکین کریں۔",
        ),
    ),
    text(
        "document-type-refused",
        415,
        (
            "This is not a PDF, JPEG, PNG or TIFF, whatever its name says.",
            "نام کچھ بھی ہو، یہ PDF، JPEG، PNG یا TIFF نہیں۔",
        ),
        (
            "Nothing was saved. The type is known by the content of the file.",
            "کچھ محفوظ نہیں ہوا۔ قسم کا تعین فائل کے مواد سے ہوتا ہے۔",
        ),
    ),
    text(
        "document-media-type",
        415,
        (
            "A document must be sent as application/octet-stream.",
            "دستاویز application/octet-stream کے طور پر بھیجی جانی چاہیے۔",
        ),
        ("", ""),
    ),
    text(
        "document-interrupted",
        400,
        (
            "The document did not arrive to its end.",
            "دستاویز پوری موصول نہیں ہوئی۔",
        ),
        (
            "Nothing was saved. Send it again.",
            "کچھ محفوظ نہیں ہوا۔ دوبارہ بھیجیں۔",
        ),
    ),
    text(
        "page-unreadable",
        422,
        ("This page cannot be shown here.", "یہ صفحہ یہاں دکھایا نہیں جا سکتا۔"),
        (
            "The document itself is kept as it was received; download it to read it.",
            "دستاویز جوں کی توں محفوظ ہے؛ پڑھنے کے لیے ڈاؤن لوڈ کریں۔",
        ),
    ),
    // Fields.
    words(
        "unknown-post",
        "There is no such post, or it was abolished.",
        "ایسا کوئی عہدہ نہیں یا وہ ختم کر دیا گیا ہے۔",
    ),
    words("unknown-person", "There is no such person.", "ایسا کوئی فرد نہیں۔"),
    words(
        "unknown-document",
        "There is no such document, or it is not yours.",
        "ایسی کوئی دستاویز نہیں یا وہ آپ کی نہیں۔",
    ),
    // The rules of the diary.
    words(
        "received-in-future",
        "The date of receipt is in the future.",
        "وصولی کی تاریخ آئندہ کی ہے۔",
    ),
    words(
        "received-too-early",
        "The date of receipt is before 1947.",
        "وصولی کی تاریخ 1947ء سے پہلے کی ہے۔",
    ),
    words(
        "reference-in-future",
        "The date of the letter is in the future.",
        "مراسلے کی تاریخ آئندہ کی ہے۔",
    ),
    words(
        "reference-too-early",
        "The date of the letter is before 1947.",
        "مراسلے کی تاریخ 1947ء سے پہلے کی ہے۔",
    ),
    words("due-in-past", "The due date has passed.", "آخری تاریخ گزر چکی ہے۔"),
    words(
        "due-too-far",
        "The due date is more than five years away.",
        "آخری تاریخ پانچ سال سے زیادہ دور ہے۔",
    ),
    words(
        "too-many-documents",
        "A receipt carries at most 50 documents.",
        "ایک مراسلے کے ساتھ زیادہ سے زیادہ 50 دستاویزات ہو سکتی ہیں۔",
    ),
    words(
        "sealed-mail-scanned",
        "Confidential mail is neither opened nor scanned by the registry. Diarise it without a scan.",
        "خفیہ ڈاک رجسٹری میں نہ کھولی جاتی ہے نہ سکین کی جاتی ہے۔ اسے سکین کے بغیر ڈائری میں درج کریں۔",
    ),
    words(
        "marked-to-self",
        "It is with this post already.",
        "یہ پہلے ہی اس عہدے کے پاس ہے۔",
    ),
    words(
        "concerns-receiver",
        "The case concerns the service of the person who holds this post. It cannot be marked to him.",
        "یہ معاملہ اس عہدے دار کی اپنی ملازمت سے متعلق ہے، اس لیے اسے نہیں بھیجا جا سکتا۔",
    ),
    words(
        "concerns-copy-receiver",
        "The case concerns the service of a person who would get a copy.",
        "یہ معاملہ ایک ایسے فرد کی ملازمت سے متعلق ہے جسے نقل بھیجی جا رہی ہے۔",
    ),
    words(
        "concerns-sender",
        "The case concerns the service of the person who now holds the post that it came from. Mark it to another post.",
        "یہ معاملہ اس فرد کی ملازمت سے متعلق ہے جو اب بھیجنے والے عہدے پر فائز ہے۔ اسے کسی اور عہدے کے نام مارک کریں۔",
    ),
    words(
        "diarist-own-case",
        "You cannot diarise a paper about yourself. Another registry has to do this.",
        "آپ اپنے بارے میں کوئی کاغذ ڈائری نہیں کر سکتے۔ یہ کام کسی اور رجسٹری کو کرنا ہو گا۔",
    ),
    words(
        "receiver-handles-no-papers",
        "That post manages or audits the organisation and handles no papers.",
        "یہ عہدہ تنظیم کے انتظام یا آڈٹ کے لیے ہے اور کاغذات پر کارروائی نہیں کرتا۔",
    ),
    words(
        "copy-receiver-handles-no-papers",
        "A post that would get a copy manages or audits the organisation and handles no papers.",
        "نقل پانے والا ایک عہدہ تنظیم کے انتظام یا آڈٹ کے لیے ہے اور کاغذات پر کارروائی نہیں کرتا۔",
    ),
    words("copied-twice", "A post is named twice.", "ایک عہدہ دو بار درج ہے۔"),
    words(
        "too-many-copies",
        "At most 50 copies can be sent at once.",
        "ایک وقت میں زیادہ سے زیادہ 50 نقول بھیجی جا سکتی ہیں۔",
    ),
    words(
        "remark-needed",
        "Say what the other reason is.",
        "بتائیں کہ دوسری وجہ کیا ہے۔",
    ),
    words("reason-needed", "Give a reason.", "وجہ بیان کریں۔"),
    words(
        "receipt-not-accepted",
        "The receipt waits for acceptance. Accept it first.",
        "یہ مراسلہ قبولیت کا منتظر ہے۔ پہلے اسے قبول کریں۔",
    ),
    words(
        "receipt-not-marked",
        "The receipt does not wait for acceptance.",
        "یہ مراسلہ قبولیت کا منتظر نہیں۔",
    ),
    words(
        "mode-by-system",
        "Only the system itself enters what comes through it; the entry of such a receipt keeps this mode.",
        "نظام کے ذریعے آنے والے مراسلے کا اندراج نظام خود کرتا ہے، اور اس کا ذریعۂ وصولی تبدیل نہیں ہوتا۔",
    ),
    words(
        "sealed-not-returned",
        "It is closely held and was not opened in the registry: it does not go back there. Accept it, and mark it to the right post.",
        "یہ خفیہ مراسلہ رجسٹری میں نہیں کھولا گیا، اس لیے وہاں واپس نہیں جاتا۔ اسے قبول کر کے متعلقہ عہدے کو نشان زد کریں۔",
    ),
    words(
        "receipt-in-registry",
        "The receipt is still with the registry.",
        "یہ مراسلہ ابھی رجسٹری میں ہے۔",
    ),
    words(
        "receipt-on-file",
        "The receipt is on a file and moves with it.",
        "یہ مراسلہ فائل پر ہے اور اسی کے ساتھ چلتا ہے۔",
    ),
    words(
        "receipt-disposed",
        "The receipt was disposed of. Reopen it first.",
        "یہ مراسلہ نمٹایا جا چکا ہے۔ پہلے اسے دوبارہ کھولیں۔",
    ),
    words(
        "receipt-not-disposed",
        "The receipt was not disposed of.",
        "یہ مراسلہ نمٹایا نہیں گیا۔",
    ),
    words(
        "receipt-already-accepted",
        "An officer has accepted the receipt; its diary entry stands.",
        "افسر اس مراسلے کو قبول کر چکا ہے؛ ڈائری کا اندراج برقرار رہے گا۔",
    ),
    words(
        "nothing-to-correct",
        "This changes nothing.",
        "اس سے کچھ تبدیل نہیں ہوتا۔",
    ),
];
