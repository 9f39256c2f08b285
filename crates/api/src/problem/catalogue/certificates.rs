use super::{Text, text, words};

/// Authorities for certificates, and officers' certificates.
pub(super) const TEXTS: &[Text] = &[
    words(
        "certificate-revoked",
        "This certificate was revoked before.",
        "یہ سند پہلے ہی منسوخ ہو چکی ہے۔",
    ),
    words(
        "certificate-chain-invalid",
        "These certificates do not lead from the authority's own to its root, each issued by the next.",
        "یہ اسناد مجاز ادارے کی اپنی سند سے اس کی بنیادی سند تک نہیں پہنچتیں؛ ہر سند اگلی کی جاری کردہ ہونی چاہیے۔",
    ),
    words(
        "certificate-not-an-authority",
        "The first certificate may not certify others.",
        "پہلی سند کو دوسروں کی تصدیق کا اختیار حاصل نہیں۔",
    ),
    words(
        "certificate-not-valid",
        "One of the certificates is not valid yet, or not any more.",
        "ان میں سے کوئی سند ابھی مؤثر نہیں ہوئی یا اس کی میعاد ختم ہو چکی ہے۔",
    ),
    words(
        "certificate-key-mismatch",
        "The secret key does not belong to the first certificate.",
        "خفیہ کلید پہلی سند کی نہیں ہے۔",
    ),
    words(
        "certificate-key-unsupported",
        "The key must be one on the curve P-256.",
        "کلید P-256 کی ہونی چاہیے۔",
    ),
    text(
        "time-stamp-unavailable",
        503,
        (
            "The authority that stamps the time of signatures does not answer as it should.",
            "دستخط کے وقت کی تصدیق کرنے والا ادارہ درست جواب نہیں دے رہا۔",
        ),
        (
            "Nothing was issued and no number was used. Try again in a moment; if it stays so, tell your administrator.",
            "کچھ جاری نہیں ہوا اور کوئی نمبر خرچ نہیں ہوا۔ تھوڑی دیر بعد دوبارہ کوشش کریں؛ مسئلہ برقرار رہے تو اپنے منتظم کو بتائیں۔",
        ),
    ),
    words(
        "certificate-no-office",
        "There is no unit yet, whose name the authority would have.",
        "ابھی کوئی یونٹ موجود نہیں جس کے نام پر مجاز ادارہ بنایا جائے۔",
    ),
];
