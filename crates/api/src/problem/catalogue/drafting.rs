//! Words of drafts for approval.

use super::{Text, words};

pub(super) const TEXTS: &[Text] = &[
    // Forms of communication.
    words(
        "letter-between-divisions",
        "A letter is not written between Divisions. Use an office memorandum or a UO note.",
        "ڈویژنوں کے درمیان خط نہیں لکھا جاتا۔ دفتری یادداشت یا یو او نوٹ استعمال کریں۔",
    ),
    words(
        "form-not-for-addressee",
        "This form of communication is not used for this addressee.",
        "مراسلت کی یہ صورت اس مکتوب الیہ کے لیے استعمال نہیں ہوتی۔",
    ),
    // What amends an earlier issue.
    words(
        "draft-amended-unknown",
        "There is no such issued communication, or it is not for you to see.",
        "ایسی کوئی جاری شدہ مراسلت موجود نہیں، یا آپ اسے دیکھنے کے مجاز نہیں۔",
    ),
    words(
        "draft-amended-elsewhere",
        "Another department issued it. Only the issuing unit, or a unit above it, corrects, supersedes or rescinds it.",
        "یہ کسی دوسرے محکمے نے جاری کی تھی۔ اس کی تصحیح یا منسوخی صرف جاری کنندہ یونٹ یا اس سے بالا یونٹ کر سکتا ہے۔",
    ),
    words(
        "draft-amended-ended",
        "It was superseded or rescinded before. What has ended is not amended again.",
        "یہ پہلے ہی منسوخ یا تبدیل ہو چکی ہے۔ جو ختم ہو چکی ہو اس میں دوبارہ ترمیم نہیں ہوتی۔",
    ),
    // What is written.
    words(
        "draft-text-too-long",
        "The text is longer than 200,000 characters. Enclose what is longer.",
        "عبارت دو لاکھ حروف سے زیادہ ہے۔ اس سے طویل مواد منسلک کریں۔",
    ),
    words(
        "draft-list-too-deep",
        "Lists can lie in each other three deep.",
        "فہرست کے اندر فہرست زیادہ سے زیادہ تین درجے تک ہو سکتی ہے۔",
    ),
    words(
        "draft-table-too-large",
        "A table has at most 500 rows and 12 columns. Enclose a larger one.",
        "جدول میں زیادہ سے زیادہ 500 سطریں اور 12 کالم ہوتے ہیں۔ بڑا جدول منسلک کریں۔",
    ),
    words(
        "draft-table-uneven",
        "All rows of a table have the same number of cells.",
        "جدول کی تمام سطروں میں خانوں کی تعداد برابر ہونی چاہیے۔",
    ),
    words(
        "draft-forbidden-character",
        "It holds an invisible character that changes how text reads. Type that place anew.",
        "عبارت میں ایک پوشیدہ علامت ہے جو پڑھنے کی ترتیب بدل دیتی ہے۔ وہ جگہ دوبارہ ٹائپ کریں۔",
    ),
    words(
        "draft-unprintable",
        "It holds a character that cannot be printed.",
        "عبارت میں ایسی علامت ہے جو چھپ نہیں سکتی۔",
    ),
    words(
        "draft-subject-too-long",
        "The subject is longer than 300 characters.",
        "موضوع 300 حروف سے زیادہ ہے۔",
    ),
    words(
        "draft-subject-missing",
        "The subject is missing in this language.",
        "اس زبان میں موضوع درج نہیں۔",
    ),
    words(
        "draft-text-missing",
        "The text is missing in this language.",
        "اس زبان میں عبارت درج نہیں۔",
    ),
    words(
        "draft-above-file",
        "A communication is not held more closely than its file. Raise the classification of the file first.",
        "مراسلے کی درجہ بندی فائل سے بلند نہیں ہو سکتی۔ پہلے فائل کی درجہ بندی بڑھائیں۔",
    ),
    // Whom it names.
    words(
        "draft-too-many-addressees",
        "There are more than 200 addressees.",
        "مکتوب الیہ 200 سے زیادہ ہیں۔",
    ),
    words(
        "draft-addressee-missing",
        "Nobody is addressed.",
        "کوئی مکتوب الیہ درج نہیں۔",
    ),
    words(
        "draft-addressee-gone",
        "This post or unit does not exist any more.",
        "یہ عہدہ یا شعبہ اب موجود نہیں۔",
    ),
    words(
        "draft-address-too-long",
        "An address has at most eight lines of 200 characters.",
        "پتے میں زیادہ سے زیادہ آٹھ سطریں، اور ہر سطر میں 200 حروف ہوتے ہیں۔",
    ),
    words(
        "draft-address-without-name",
        "The first line of the address is missing.",
        "پتے کی پہلی سطر درج نہیں۔",
    ),
    words(
        "draft-address-email-wrong",
        "This is no e-mail address.",
        "یہ ای میل کا پتا درست نہیں۔",
    ),
    words(
        "draft-signatory-missing",
        "Nobody is named who is to sign.",
        "دستخط کنندہ درج نہیں۔",
    ),
    words(
        "draft-signatory-may-not-sign",
        "This post may not authenticate orders, or does not exist any more.",
        "اس عہدے کو احکام کی توثیق کا اختیار نہیں، یا یہ عہدہ اب موجود نہیں۔",
    ),
    // What goes along.
    words(
        "draft-too-many-enclosures",
        "There are more than 50 enclosures.",
        "منسلکات 50 سے زیادہ ہیں۔",
    ),
    words(
        "draft-enclosure-title",
        "Each enclosure has a title of at most 300 characters.",
        "ہر منسلکہ کا عنوان ہونا چاہیے، زیادہ سے زیادہ 300 حروف کا۔",
    ),
    words(
        "draft-enclosure-unknown",
        "This document is neither in the file's correspondence nor uploaded by your post.",
        "یہ دستاویز نہ فائل کی خط و کتابت میں ہے نہ آپ کے عہدے سے اپ لوڈ ہوئی ہے۔",
    ),
    words(
        "draft-reply-not-on-file",
        "The paper that it answers is not on this file.",
        "جس مراسلے کا جواب دیا جا رہا ہے وہ اس فائل پر نہیں۔",
    ),
    // What may be done with it.
    words(
        "draft-issued",
        "It was issued. Nothing about it changes any more; a correction is a new issue.",
        "یہ جاری ہو چکا ہے۔ اب اس میں کچھ تبدیل نہیں ہوتا؛ تصحیح نئے اجراء سے ہوتی ہے۔",
    ),
    words(
        "draft-withdrawn",
        "The draft was given up.",
        "یہ مسودہ واپس لیا جا چکا ہے۔",
    ),
    words(
        "draft-approved",
        "This text is approved already.",
        "یہ عبارت پہلے ہی منظور ہو چکی ہے۔",
    ),
    words(
        "draft-not-approved",
        "It is not approved, or was changed since. Have it approved first.",
        "یہ منظور شدہ نہیں، یا منظوری کے بعد بدل چکا ہے۔ پہلے منظوری لیں۔",
    ),
    words(
        "draft-not-signatory",
        "Another post is named to sign it.",
        "اس پر دستخط کے لیے کوئی اور عہدہ مقرر ہے۔",
    ),
    words(
        "issue-number-taken",
        "Another communication took the number while you looked at it. Nothing was issued. Sign it under its new number.",
        "آپ کے دیکھنے کے دوران یہ نمبر کسی اور مراسلے کو مل گیا۔ کچھ جاری نہیں ہوا۔ نئے نمبر کے ساتھ دستخط کریں۔",
    ),
    words(
        "draft-too-many-pages",
        "It has more than 300 pages. Enclose what is longer.",
        "یہ 300 صفحات سے زیادہ ہے۔ اس سے طویل مواد منسلک کریں۔",
    ),
    words(
        "draft-may-not-approve",
        "Only section officers and above approve a draft.",
        "مسودے کی منظوری سیکشن آفیسر یا اس سے اوپر کے افسران دیتے ہیں۔",
    ),
    words(
        "draft-approved-alone",
        "Nobody approves what he alone has written. Let somebody else draft or vet it.",
        "کوئی افسر تنہا اپنے لکھے ہوئے مسودے کی منظوری نہیں دیتا۔ کسی اور سے مسودہ لکھوائیں یا جانچ کروائیں۔",
    ),
    words(
        "draft-not-ready",
        "Something stands in the way of approval.",
        "منظوری میں کوئی امر مانع ہے۔",
    ),
    words(
        "draft-text-moved-on",
        "Somebody wrote on since you read it. Read the latest text.",
        "آپ کے پڑھنے کے بعد عبارت بدل چکی ہے۔ تازہ ترین عبارت پڑھیں۔",
    ),
    words("draft-remark-empty", "Write what you have to say.", "اپنی رائے لکھیں۔"),
    words(
        "draft-remark-too-long",
        "A remark has at most 2,000 characters.",
        "رائے زیادہ سے زیادہ 2,000 حروف کی ہوتی ہے۔",
    ),
    words(
        "draft-passage-changed",
        "The passage that the change was suggested for reads otherwise now.",
        "جس حصے کے لیے تبدیلی تجویز ہوئی تھی وہ اب بدل چکا ہے۔",
    ),
    words(
        "draft-suggestion-decided",
        "This suggestion was decided already.",
        "اس تجویز پر فیصلہ ہو چکا ہے۔",
    ),
    words(
        "draft-suggestion-empty",
        "The suggestion changes nothing.",
        "اس تجویز سے کچھ تبدیل نہیں ہوتا۔",
    ),
];
