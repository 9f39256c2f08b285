use super::{Text, text, words};

/// Keys of the office and of its officers.
pub(super) const TEXTS: &[Text] = &[
    text(
        "keys-unavailable",
        503,
        (
            "The office's keys cannot be used just now.",
            "دفتر کی کلیدیں اس وقت استعمال نہیں ہو سکتیں۔",
        ),
        (
            "Nothing was changed. Try again in a moment; if it stays so, tell your administrator.",
            "کچھ تبدیل نہیں ہوا۔ تھوڑی دیر بعد دوبارہ کوشش کریں؛ مسئلہ برقرار رہے تو اپنے منتظم کو بتائیں۔",
        ),
    ),
    words(
        "key-unknown",
        "The office has no key with this id.",
        "دفتر کے پاس اس شناخت کی کوئی کلید نہیں۔",
    ),
    words(
        "key-current",
        "This key seals new secrets. Make another one first.",
        "نئے راز اسی کلید سے مہربند ہوتے ہیں۔ پہلے دوسری کلید بنائیں۔",
    ),
    words(
        "key-in-use",
        "Secrets of the database still need this key. Seal them anew first.",
        "ڈیٹا بیس کے کچھ رازوں کو ابھی اس کلید کی ضرورت ہے۔ پہلے انہیں دوبارہ مہربند کریں۔",
    ),
    words(
        "signing-key-retired",
        "This signing key is no longer in use.",
        "دستخط کی یہ کلید اب استعمال میں نہیں۔",
    ),
];
