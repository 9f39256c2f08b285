//! Words of the templates.

use super::{Text, text, words};

pub(super) const TEXTS: &[Text] = &[
    words(
        "template-exists",
        "There is a template for this form already. Save a version of it.",
        "اس قسم کا ٹیمپلیٹ پہلے سے موجود ہے۔ اس کا نیا نسخہ محفوظ کریں۔",
    ),
    words(
        "template-unchanged",
        "These are the words of the latest version.",
        "متن تازہ ترین نسخے جیسا ہی ہے۔",
    ),
    words("template-empty", "A template needs words.", "ٹیمپلیٹ خالی ہے۔"),
    words(
        "template-too-long",
        "A template has at most 100,000 bytes.",
        "ٹیمپلیٹ زیادہ سے زیادہ 100,000 بائٹ کا ہو سکتا ہے۔",
    ),
    words(
        "template-forbidden-character",
        "A template has no control characters.",
        "ٹیمپلیٹ میں کنٹرول حروف نہیں ہو سکتے۔",
    ),
    words(
        "template-unit-unknown",
        "This unit does not exist, or was closed.",
        "یہ یونٹ موجود نہیں یا بند ہو چکا ہے۔",
    ),
    words(
        "template-version-unknown",
        "There is no such version.",
        "ایسا کوئی نسخہ موجود نہیں۔",
    ),
    words("template-in-force", "This version is in force.", "یہ نسخہ نافذ ہے۔"),
    words(
        "template-not-in-force",
        "No version of this template is in force.",
        "اس ٹیمپلیٹ کا کوئی نسخہ نافذ نہیں۔",
    ),
    text(
        "template-broken",
        422,
        ("The template has mistakes.", "ٹیمپلیٹ میں غلطیاں ہیں۔"),
        (
            "Nothing was put in force. Mend the lines that are named.",
            "کچھ نافذ نہیں ہوا۔ بتائی گئی سطریں درست کریں۔",
        ),
    ),
    text(
        "template-hides",
        422,
        (
            "The template does not show all that a communication must show.",
            "ٹیمپلیٹ میں وہ سب نظر نہیں آتا جو ہر مراسلے پر ہونا ضروری ہے۔",
        ),
        (
            "Nothing was put in force. Print what is named, large enough to be read.",
            "کچھ نافذ نہیں ہوا۔ بتائی گئی چیزیں پڑھنے کے قابل صورت میں شامل کریں۔",
        ),
    ),
    text(
        "template-unprintable",
        422,
        (
            "The template prints a character that no typeface has.",
            "ٹیمپلیٹ میں ایسا حرف ہے جو کسی فونٹ میں نہیں۔",
        ),
        ("Nothing was put in force.", "کچھ نافذ نہیں ہوا۔"),
    ),
    text(
        "template-too-many-pages",
        422,
        (
            "The template makes too many pages.",
            "ٹیمپلیٹ بہت زیادہ صفحات بناتا ہے۔",
        ),
        ("Nothing was put in force.", "کچھ نافذ نہیں ہوا۔"),
    ),
    text(
        "template-too-slow",
        422,
        ("The template takes too long.", "ٹیمپلیٹ بہت زیادہ وقت لیتا ہے۔"),
        (
            "Nothing was put in force. Look for what is repeated without end.",
            "کچھ نافذ نہیں ہوا۔ دیکھیں کہ کیا چیز بے انتہا دہرائی جا رہی ہے۔",
        ),
    ),
    text(
        "template-too-large",
        422,
        (
            "The template takes too much memory.",
            "ٹیمپلیٹ بہت زیادہ میموری لیتا ہے۔",
        ),
        ("Nothing was put in force.", "کچھ نافذ نہیں ہوا۔"),
    ),
    text(
        "template-fails",
        409,
        (
            "The office's template fails on this communication.",
            "دفتر کا ٹیمپلیٹ اس مراسلے پر ناکام ہو گیا۔",
        ),
        (
            "Nothing was changed and no number is lost. Ask an administrator to mend the template, or to withdraw it.",
            "کچھ تبدیل نہیں ہوا اور کوئی نمبر ضائع نہیں ہوا۔ منتظم سے کہیں کہ ٹیمپلیٹ درست کرے یا واپس لے۔",
        ),
    ),
];
