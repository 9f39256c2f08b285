//! Words of files, notes, movements and heads.

use super::{Text, words};

pub(super) const TEXTS: &[Text] = &[
    // The state of a file.
    words(
        "file-not-with-you",
        "The file is not on your desk.",
        "فائل آپ کی میز پر نہیں ہے۔",
    ),
    words("file-closed", "The file is closed.", "فائل بند ہو چکی ہے۔"),
    words(
        "file-merged",
        "The part was merged into its main file.",
        "یہ جزوی فائل اصل فائل میں ضم ہو چکی ہے۔",
    ),
    words(
        "file-parked",
        "The file is parked. Resume it first.",
        "فائل مؤخر ہے۔ پہلے اسے دوبارہ جاری کریں۔",
    ),
    words("file-not-parked", "The file is not parked.", "فائل مؤخر نہیں ہے۔"),
    words("file-not-closed", "The file is not closed.", "فائل بند نہیں ہے۔"),
    words(
        "file-already-opened",
        "The receiver has opened the file, so it cannot be pulled back. Ask for its return.",
        "وصول کنندہ فائل کھول چکا ہے، اس لیے واپس نہیں بلائی جا سکتی۔ واپسی کی درخواست کریں۔",
    ),
    words(
        "file-not-sent-by-you",
        "Another post sent the file.",
        "فائل کسی دوسرے عہدے نے بھیجی ہے۔",
    ),
    words(
        "export-under-way",
        "Your last export of this file is still being made. Wait until it is ready.",
        "اس فائل کی آپ کی پچھلی برآمد ابھی تیار ہو رہی ہے۔ اس کے مکمل ہونے کا انتظار کریں۔",
    ),
    words(
        "export-not-ready",
        "The export is not ready.",
        "برآمد ابھی تیار نہیں ہے۔",
    ),
    words(
        "file-without-sender",
        "Nobody sent you this file, so there is no one to return it to.",
        "یہ فائل آپ کو کسی نے نہیں بھیجی، اس لیے واپس کرنے کے لیے کوئی نہیں۔",
    ),
    words(
        "file-own-case",
        "The case concerns your own service.",
        "یہ معاملہ آپ کی اپنی ملازمت سے متعلق ہے۔",
    ),
    // Where a file goes.
    words(
        "forward-to-self",
        "The file is with that post already.",
        "فائل پہلے ہی اسی عہدے کے پاس ہے۔",
    ),
    words(
        "receiver-abolished",
        "That post was abolished.",
        "یہ عہدہ ختم کیا جا چکا ہے۔",
    ),
    words(
        "post-handles-no-files",
        "That post does not deal with files.",
        "یہ عہدہ فائلوں پر کارروائی نہیں کرتا۔",
    ),
    words(
        "target-own-case",
        "The case concerns the holder of that post. Nobody deals with his own case.",
        "یہ معاملہ اس عہدے کے حامل سے متعلق ہے۔ کوئی افسر اپنے معاملے پر کارروائی نہیں کر سکتا۔",
    ),
    words(
        "concerns-another",
        "The file is about one person and this is about another. Put it on a file of its own.",
        "یہ فائل ایک فرد کے بارے میں ہے اور یہ معاملہ کسی دوسرے فرد کا ہے۔ اسے الگ فائل پر رکھیں۔",
    ),
    words(
        "file-not-opened",
        "Open the file first. Until then its sender may still take it back unread.",
        "پہلے فائل کھولیں۔ اس وقت تک بھیجنے والا اسے بغیر پڑھے واپس لے سکتا ہے۔",
    ),
    words(
        "opener-own-case",
        "You cannot open a file about yourself.",
        "آپ اپنے بارے میں فائل نہیں کھول سکتے۔",
    ),
    // Dates.
    words(
        "park-date-past",
        "Choose a day after today.",
        "آج کے بعد کا کوئی دن منتخب کریں۔",
    ),
    words(
        "park-date-far",
        "Choose a day within a year.",
        "ایک سال کے اندر کا دن منتخب کریں۔",
    ),
    words(
        "due-date-past",
        "The due date is in the past.",
        "آخری تاریخ گزر چکی ہے۔",
    ),
    words(
        "due-date-far",
        "The due date is too far away.",
        "آخری تاریخ بہت دور ہے۔",
    ),
    // Texts.
    words("subject-empty", "A file needs a subject.", "فائل کا موضوع ضروری ہے۔"),
    words(
        "subject-too-long",
        "The subject is longer than 500 characters.",
        "موضوع 500 حروف سے طویل ہے۔",
    ),
    words(
        "subject-forbidden-characters",
        "The subject has a character that cannot be shown safely. Type it again rather than pasting it.",
        "موضوع میں ایسا حرف ہے جو محفوظ طریقے سے دکھایا نہیں جا سکتا۔ چسپاں کرنے کے بجائے دوبارہ ٹائپ کریں۔",
    ),
    words(
        "remark-too-long",
        "The remark is longer than 1,000 characters.",
        "ریمارکس 1,000 حروف سے طویل ہیں۔",
    ),
    words(
        "remark-forbidden-characters",
        "The remark has a character that cannot be shown safely. Type it again rather than pasting it.",
        "ریمارکس میں ایسا حرف ہے جو محفوظ طریقے سے دکھایا نہیں جا سکتا۔ چسپاں کرنے کے بجائے دوبارہ ٹائپ کریں۔",
    ),
    words(
        "reason-empty",
        "Say why the file is reopened.",
        "فائل دوبارہ کھولنے کی وجہ لکھیں۔",
    ),
    words(
        "reason-too-long",
        "The reason is longer than 1,000 characters.",
        "وجہ 1,000 حروف سے طویل ہے۔",
    ),
    words(
        "reason-forbidden-characters",
        "The reason has a character that cannot be shown safely. Type it again rather than pasting it.",
        "وجہ میں ایسا حرف ہے جو محفوظ طریقے سے دکھایا نہیں جا سکتا۔ چسپاں کرنے کے بجائے دوبارہ ٹائپ کریں۔",
    ),
    words("title-empty", "A paper needs a title.", "کاغذ کا عنوان ضروری ہے۔"),
    words(
        "title-too-long",
        "The title is longer than 500 characters.",
        "عنوان 500 حروف سے طویل ہے۔",
    ),
    words(
        "title-forbidden-characters",
        "The title has a character that cannot be shown safely. Type it again rather than pasting it.",
        "عنوان میں ایسا حرف ہے جو محفوظ طریقے سے دکھایا نہیں جا سکتا۔ چسپاں کرنے کے بجائے دوبارہ ٹائپ کریں۔",
    ),
    words(
        "classification-lowered",
        "A classification can only be raised.",
        "درجۂ رازداری صرف بڑھایا جا سکتا ہے، کم نہیں کیا جا سکتا۔",
    ),
    // Parts, volumes, links.
    words(
        "part-of-part",
        "A part has no parts or volumes of its own.",
        "جزوی فائل کے اپنے اجزا یا جلدیں نہیں ہوتیں۔",
    ),
    words(
        "file-not-a-part",
        "Only a part can be merged.",
        "صرف جزوی فائل ضم کی جا سکتی ہے۔",
    ),
    words(
        "main-file-away",
        "The main file is not on your desk. A part is merged where the main file is.",
        "اصل فائل آپ کی میز پر نہیں۔ جزوی فائل وہیں ضم ہوتی ہے جہاں اصل فائل ہو۔",
    ),
    words(
        "parts-open",
        "A part of this file is still on its way.",
        "اس فائل کا ایک جزو ابھی زیرِ کارروائی ہے۔",
    ),
    words(
        "later-volume-exists",
        "The file is continued in a later volume.",
        "یہ فائل اگلی جلد میں جاری ہے۔",
    ),
    words(
        "link-to-self",
        "A file is not linked to itself.",
        "فائل کو خود اسی سے منسلک نہیں کیا جا سکتا۔",
    ),
    // Notes.
    words("note-empty", "Write the note first.", "پہلے نوٹ تحریر کریں۔"),
    words(
        "note-too-long",
        "The note is too long. Attach long text as a paper and refer to it.",
        "نوٹ بہت طویل ہے۔ طویل متن کو بطور کاغذ منسلک کر کے اس کا حوالہ دیں۔",
    ),
    words(
        "note-forbidden-characters",
        "The note has a character that cannot be shown safely. Type it again rather than pasting it.",
        "نوٹ میں ایسا حرف ہے جو محفوظ طریقے سے دکھایا نہیں جا سکتا۔ چسپاں کرنے کے بجائے دوبارہ ٹائپ کریں۔",
    ),
    words(
        "draft-changed",
        "This draft was changed or signed in another window. Read it again, then decide which text is signed.",
        "یہ مسودہ کسی اور ونڈو میں تبدیل یا دستخط ہو چکا ہے۔ اسے دوبارہ پڑھ کر طے کریں کہ کس متن پر دستخط ہوں۔",
    ),
    words(
        "put-up-by-holder",
        "You hold this post. Sign the note yourself; only an assistant puts a draft up.",
        "یہ عہدہ آپ کے پاس ہے۔ نوٹ پر خود دستخط کریں؛ مسودہ صرف معاون پیش کرتا ہے۔",
    ),
    words(
        "agreement-with-text",
        "Agreement is a signature only. To write something, submit a note.",
        "اتفاق صرف دستخط سے ہوتا ہے۔ کچھ لکھنا ہو تو نوٹ پیش کریں۔",
    ),
    words(
        "order-not-authorised",
        "Your post may not authenticate orders. Submit a note for the officer who decides.",
        "آپ کا عہدہ احکام کی توثیق کا مجاز نہیں۔ فیصلہ کرنے والے افسر کے لیے نوٹ پیش کریں۔",
    ),
    words(
        "reference-page-unknown",
        "The note refers to a page that is not on the file.",
        "نوٹ میں ایسے صفحے کا حوالہ ہے جو فائل پر موجود نہیں۔",
    ),
    words(
        "reference-paragraph-unknown",
        "The note refers to a paragraph that is not on the file.",
        "نوٹ میں ایسے پیرا کا حوالہ ہے جو فائل پر موجود نہیں۔",
    ),
    words(
        "reference-file-unknown",
        "The note refers to a file that is not there for you.",
        "نوٹ میں ایسی فائل کا حوالہ ہے جو آپ کے لیے موجود نہیں۔",
    ),
    words(
        "reference-wrong",
        "A flag has 1 to 12 characters, the name of a rule 1 to 200.",
        "فلیگ ایک سے 12 اور قاعدے کا نام ایک سے 200 حروف کا ہوتا ہے۔",
    ),
    // Heads and numbers.
    words(
        "sub-head-required",
        "The numbering of this section needs a sub-head.",
        "اس سیکشن کی نمبرنگ کے لیے ذیلی مد ضروری ہے۔",
    ),
    words(
        "head-unknown",
        "There is no such open head in this section.",
        "اس سیکشن میں ایسی کوئی کھلی مد نہیں۔",
    ),
    words(
        "sub-head-unknown",
        "There is no such open sub-head under this head.",
        "اس مد کے تحت ایسی کوئی کھلی ذیلی مد نہیں۔",
    ),
    words(
        "head-code-wrong",
        "A code has 1 to 12 letters, digits, dots or hyphens.",
        "کوڈ ایک سے 12 حروف، ہندسوں، نقطوں یا ہائفن پر مشتمل ہوتا ہے۔",
    ),
    words(
        "head-code-taken",
        "The section has a head with this code.",
        "اس سیکشن میں اس کوڈ کی مد پہلے سے موجود ہے۔",
    ),
    words(
        "head-parent-wrong",
        "A sub-head belongs under an open main head of the same section.",
        "ذیلی مد اسی سیکشن کی کسی کھلی مرکزی مد کے تحت ہوتی ہے۔",
    ),
    words(
        "head-title-en-wrong",
        "The English title has 1 to 300 characters.",
        "انگریزی عنوان ایک سے 300 حروف کا ہوتا ہے۔",
    ),
    words(
        "head-title-ur-wrong",
        "The Urdu title has 1 to 300 characters.",
        "اردو عنوان ایک سے 300 حروف کا ہوتا ہے۔",
    ),
    words("head-closed", "The head is closed.", "مد بند ہو چکی ہے۔"),
    words(
        "head-not-empty",
        "The head has open sub-heads. Close them first.",
        "مد کے تحت کھلی ذیلی مدیں ہیں۔ پہلے انہیں بند کریں۔",
    ),
    // Fields.
    words(
        "unknown-unit",
        "There is no such section.",
        "ایسا کوئی سیکشن موجود نہیں۔",
    ),
    words("unknown-file", "There is no such file.", "ایسی کوئی فائل موجود نہیں۔"),
    words(
        "unknown-receipt",
        "There is no such receipt.",
        "ایسی کوئی ڈاک موجود نہیں۔",
    ),
];
