//! Words of units, posts, persons and charges.

use super::{Text, words};

pub(super) const TEXTS: &[Text] = &[
    words(
        "code-shape",
        "A code has 1 to 40 letters, digits and - . _ ( ) / &, without spaces.",
        "کوڈ ایک سے 40 حروف، ہندسوں اور ‎- . _ ( ) / &‎ پر مشتمل ہوتا ہے، خالی جگہ کے بغیر۔",
    ),
    words(
        "code-taken",
        "Another one has this code already.",
        "یہ کوڈ پہلے ہی کسی اور کا ہے۔",
    ),
    words(
        "user-name-taken",
        "Another person has this user name already.",
        "یہ صارف نام پہلے ہی کسی اور کا ہے۔",
    ),
    words(
        "grade-out-of-range",
        "Grades run from BPS 1 to 22.",
        "سکیل (بی پی ایس) 1 سے 22 تک ہوتا ہے۔",
    ),
    words(
        "roles-empty",
        "A post needs at least one role.",
        "عہدے کے لیے کم از کم ایک ذمہ داری ضروری ہے۔",
    ),
    words(
        "roles-conflict",
        "An auditor or an administrator can have no other role.",
        "آڈیٹر یا منتظم کے پاس کوئی اور ذمہ داری نہیں ہو سکتی۔",
    ),
    words(
        "email-shape",
        "This is not an e-mail address.",
        "یہ درست ای میل پتا نہیں۔",
    ),
    words(
        "file-number-template-shape",
        "This is not a scheme for file numbers.",
        "یہ فائل نمبر کا درست خاکہ نہیں۔",
    ),
    words(
        "letterhead-unprintable",
        "It holds a character that cannot be printed.",
        "اس میں ایسی علامت ہے جو چھپ نہیں سکتی۔",
    ),
    words(
        "parent-unknown",
        "The unit above does not exist.",
        "بالائی شعبہ موجود نہیں۔",
    ),
    words(
        "parent-cycle",
        "A unit cannot lie below itself.",
        "کوئی شعبہ خود اپنے ماتحت نہیں ہو سکتا۔",
    ),
    words("unit-unknown", "There is no such unit.", "ایسا کوئی شعبہ نہیں۔"),
    words(
        "superior-unknown",
        "The post that it should report to does not exist.",
        "جس عہدے کو جواب دہ ہونا ہے وہ موجود نہیں۔",
    ),
    words(
        "superior-cycle",
        "A post cannot report to itself, nor to one that reports to it.",
        "کوئی عہدہ خود کو یا اپنے کسی ماتحت کو جواب دہ نہیں ہو سکتا۔",
    ),
    words("person-unknown", "There is no such person.", "ایسا کوئی فرد نہیں۔"),
    words(
        "unit-closed",
        "This unit has been closed.",
        "یہ شعبہ بند کیا جا چکا ہے۔",
    ),
    words(
        "unit-not-empty",
        "The unit still has posts or sub-units. Abolish or close those first.",
        "اس شعبے میں ابھی عہدے یا ذیلی شعبے موجود ہیں۔ پہلے انہیں ختم یا بند کریں۔",
    ),
    words(
        "unit-kind-fixed",
        "The kind of a unit cannot be changed.",
        "شعبے کی قسم تبدیل نہیں کی جا سکتی۔",
    ),
    words(
        "post-unit-fixed",
        "A post cannot be moved to another unit: its files belong there.",
        "عہدہ کسی دوسرے شعبے میں منتقل نہیں ہو سکتا: اس کی فائلیں وہیں کی ہیں۔",
    ),
    words(
        "post-abolished",
        "This post has been abolished.",
        "یہ عہدہ ختم کیا جا چکا ہے۔",
    ),
    words(
        "post-held",
        "Somebody holds this post. Hand the charge over instead.",
        "یہ عہدہ کسی کے پاس ہے۔ اس کے بجائے چارج منتقل کریں۔",
    ),
    words(
        "post-vacant",
        "Nobody holds this post. Appoint somebody instead.",
        "یہ عہدہ خالی ہے۔ اس کے بجائے تقرر کریں۔",
    ),
    words(
        "post-has-work",
        "Files or receipts still wait on the desk of this post.",
        "اس عہدے کی میز پر ابھی فائلیں یا موصولہ مراسلے زیرِ کار ہیں۔",
    ),
    words(
        "post-has-subordinates",
        "Other posts still report to this one.",
        "دوسرے عہدے ابھی اس کے ماتحت ہیں۔",
    ),
    words(
        "already-holder",
        "This person holds the post already, under this kind of charge.",
        "یہ عہدہ اسی نوعیت کے چارج میں پہلے ہی اس فرد کے پاس ہے۔",
    ),
    words(
        "charge-ended",
        "This charge has ended already.",
        "یہ چارج پہلے ہی ختم ہو چکا ہے۔",
    ),
    words(
        "assistant-is-giver",
        "Nobody is his own assistant. Choose another person.",
        "کوئی شخص خود اپنا معاون نہیں ہو سکتا۔ کسی اور فرد کا انتخاب کریں۔",
    ),
    words(
        "already-assisting",
        "This person assists at the post already, or is going to. End that first.",
        "یہ فرد پہلے ہی اس عہدے پر معاون ہے یا ہونے والا ہے۔ پہلے وہ تفویض ختم کریں۔",
    ),
    words(
        "delegation-until-past",
        "It has to end after it begins, and in the future.",
        "تفویض کا اختتام اس کے آغاز کے بعد اور مستقبل میں ہونا ضروری ہے۔",
    ),
    words(
        "delegation-too-long",
        "An assistant is chosen for a year at most. Give it again when the year is over.",
        "معاون زیادہ سے زیادہ ایک سال کے لیے مقرر ہوتا ہے۔ سال پورا ہونے پر دوبارہ مقرر کریں۔",
    ),
    words(
        "delegation-ended",
        "This delegation has ended already.",
        "یہ تفویض پہلے ہی ختم ہو چکی ہے۔",
    ),
    words(
        "person-deactivated",
        "This person's account is closed.",
        "اس فرد کا کھاتہ بند ہے۔",
    ),
    words(
        "person-active",
        "This person's account is open already.",
        "اس فرد کا کھاتہ پہلے ہی کھلا ہے۔",
    ),
    words(
        "own-account",
        "You cannot close your own account.",
        "آپ اپنا کھاتہ خود بند نہیں کر سکتے۔",
    ),
    words(
        "last-administrator",
        "Nobody would be left to manage the organisation. Give another person charge of an administrator's post first.",
        "تنظیم کا انتظام کرنے والا کوئی نہیں رہے گا۔ پہلے کسی اور فرد کو منتظم کے عہدے کا چارج دیں۔",
    ),
    words(
        "unit-has-files",
        "Files are kept under this unit's name. Closed, it would leave them without a reader.",
        "اس یونٹ کے نام پر فائلیں موجود ہیں۔ بند کرنے سے انہیں پڑھنے والا کوئی نہیں رہے گا۔",
    ),
    words(
        "self-appointed",
        "Nobody appoints himself. Another administrator has to do this.",
        "کوئی شخص خود کو تعینات نہیں کر سکتا۔ یہ کام کسی دوسرے منتظم کو کرنا ہو گا۔",
    ),
    words(
        "sides-conflict",
        "Whoever manages or audits the organisation handles no papers. End the person's other charge first.",
        "جو شخص تنظیم کا انتظام یا آڈٹ کرتا ہے وہ کاغذات پر کارروائی نہیں کر سکتا۔ پہلے اس فرد کا دوسرا چارج ختم کریں۔",
    ),
    words(
        "own-case-on-desk",
        "Work on this desk concerns the person's own service. It has to be sent on before he takes the post.",
        "اس میز پر موجود کام اس فرد کی اپنی ملازمت سے متعلق ہے۔ عہدہ سنبھالنے سے پہلے اسے آگے بھیجنا ضروری ہے۔",
    ),
    // The import.
    words("not-csv", "This is not a CSV file.", "یہ CSV فائل نہیں۔"),
    words(
        "too-many-rows",
        "A sheet can have at most 20,000 rows.",
        "ایک شیٹ میں زیادہ سے زیادہ 20,000 سطریں ہو سکتی ہیں۔",
    ),
    words("column-missing", "This column is missing.", "یہ کالم موجود نہیں۔"),
    words("column-unknown", "This column is not known.", "یہ کالم معلوم نہیں۔"),
    words("column-twice", "This column is there twice.", "یہ کالم دو بار آیا ہے۔"),
    words(
        "cell-count",
        "This row has more or fewer cells than the heading.",
        "اس سطر کے خانے سرخی سے کم یا زیادہ ہیں۔",
    ),
    words(
        "word-unknown",
        "This word is not one of those allowed here.",
        "یہ لفظ یہاں کے مقررہ الفاظ میں شامل نہیں۔",
    ),
    words("number-shape", "This is not a whole number.", "یہ پورا عدد نہیں۔"),
    words(
        "date-shape",
        "Write the date like 2026-07-01.",
        "تاریخ یوں لکھیں: ‎2026-07-01‎",
    ),
    words(
        "date-in-future",
        "This date has not come yet.",
        "یہ تاریخ ابھی نہیں آئی۔",
    ),
    words(
        "row-twice",
        "An earlier row says the same.",
        "اس سے پہلے کی ایک سطر میں یہی درج ہے۔",
    ),
    words(
        "unit-code-unknown",
        "No unit has this code, neither in the sheet nor in the office.",
        "اس کوڈ کا کوئی شعبہ نہ شیٹ میں ہے نہ دفتر میں۔",
    ),
    words(
        "post-code-unknown",
        "No post has this code, neither in the sheet nor in the office.",
        "اس کوڈ کا کوئی عہدہ نہ شیٹ میں ہے نہ دفتر میں۔",
    ),
    words(
        "user-name-unknown",
        "Nobody has this user name, neither in the sheet nor in the office.",
        "اس صارف نام کا کوئی فرد نہ شیٹ میں ہے نہ دفتر میں۔",
    ),
];
