//! Words of second factors and passkeys.

use super::{Text, text, words};

pub(super) const TEXTS: &[Text] = &[
    text(
        "second-factor-required",
        403,
        (
            "Your post needs a second factor.",
            "آپ کے عہدے کے لیے دوہری تصدیق لازمی ہے۔",
        ),
        (
            "Sign in again; you will be asked for it, or shown how to set it up.",
            "دوبارہ داخل ہوں؛ تصدیق مانگی جائے گی یا اسے ترتیب دینے کا طریقہ بتایا جائے گا۔",
        ),
    ),
    text(
        "passkey-sign-in-failed",
        401,
        (
            "Signing in with this passkey did not work.",
            "اس پاس کی سے داخلہ نہیں ہو سکا۔",
        ),
        (
            "It may be waiting for an administrator's approval. Sign in with your password instead.",
            "ممکن ہے کہ منتظم کی منظوری باقی ہو۔ پاس ورڈ سے داخل ہوں۔",
        ),
    ),
    text(
        "factor-proof-required",
        403,
        ("Confirm first that it is you.", "پہلے تصدیق کریں کہ یہ آپ ہی ہیں۔"),
        (
            "Enter a code or use your passkey; this then works for five minutes.",
            "کوڈ درج کریں یا پاس کی استعمال کریں؛ اس کے بعد پانچ منٹ تک یہ کام ہو سکے گا۔",
        ),
    ),
    words(
        "code-wrong",
        "This code is not right, has expired, or was used already. Wait for the next one.",
        "یہ کوڈ درست نہیں، پرانا ہو چکا ہے یا استعمال ہو چکا ہے۔ اگلے کوڈ کا انتظار کریں۔",
    ),
    words(
        "recovery-code-wrong",
        "None of your unused recovery codes is this one.",
        "یہ آپ کے غیر استعمال شدہ ہنگامی کوڈوں میں سے نہیں۔",
    ),
    words("one-proof", "Give exactly one proof.", "تصدیق کا صرف ایک طریقہ دیں۔"),
    words(
        "password-not-enough",
        "You have a second factor; the password alone does not confirm it is you.",
        "آپ کی دوہری تصدیق موجود ہے؛ صرف پاس ورڈ کافی نہیں۔",
    ),
    words(
        "passkey-unknown",
        "No approved passkey of yours is this one.",
        "یہ آپ کی منظور شدہ پاس کی نہیں۔",
    ),
    words(
        "totp-not-offered",
        "There is no set-up of a phone to confirm, or it has waited too long. Begin again.",
        "تصدیق کے لیے فون کی کوئی ترتیب موجود نہیں یا اس کا وقت گزر چکا ہے۔ دوبارہ شروع کریں۔",
    ),
    words("totp-none", "No phone is set up.", "کوئی فون ترتیب نہیں دیا گیا۔"),
    words(
        "factor-none",
        "Set up a phone or a passkey first.",
        "پہلے فون یا پاس کی ترتیب دیں۔",
    ),
    words(
        "last-factor",
        "Your post needs a second factor, and this is your only one.",
        "آپ کے عہدے کے لیے دوہری تصدیق لازمی ہے اور آپ کے پاس یہی ایک ذریعہ ہے۔",
    ),
    words(
        "passkeys-impossible",
        "Browsers make no passkeys for this office's address.",
        "براؤزر اس دفتر کے پتے کے لیے پاس کی نہیں بناتے۔",
    ),
    words(
        "challenge-unknown",
        "This request has expired or was answered already. Begin again.",
        "اس درخواست کا وقت گزر چکا ہے یا جواب دیا جا چکا ہے۔ دوبارہ شروع کریں۔",
    ),
    words(
        "passkey-known",
        "This passkey is enrolled already.",
        "یہ پاس کی پہلے سے درج ہے۔",
    ),
    words(
        "too-many-passkeys",
        "You have ten passkeys. Revoke one first.",
        "آپ کی دس پاس کیز درج ہیں۔ پہلے ایک منسوخ کریں۔",
    ),
    words(
        "passkey-name",
        "A name has 1 to 100 characters on one line.",
        "نام ایک سطر میں 1 سے 100 حروف تک ہوتا ہے۔",
    ),
    words(
        "passkey-revoked",
        "This passkey was revoked.",
        "یہ پاس کی منسوخ ہو چکی ہے۔",
    ),
    words(
        "passkey-approved",
        "This passkey is approved already.",
        "یہ پاس کی پہلے ہی منظور شدہ ہے۔",
    ),
    words(
        "own-passkey",
        "Nobody approves his own passkey. Ask another administrator.",
        "کوئی شخص اپنی پاس کی خود منظور نہیں کر سکتا۔ دوسرے منتظم سے کہیں۔",
    ),
    words(
        "own-factors",
        "Nobody resets his own second factors. Ask another administrator.",
        "کوئی شخص اپنی دوہری تصدیق خود بحال نہیں کر سکتا۔ دوسرے منتظم سے کہیں۔",
    ),
    words(
        "notice-unknown",
        "This is no notice of yours.",
        "یہ آپ کی اطلاعات میں سے نہیں۔",
    ),
    words(
        "passkey-malformed",
        "The answer of the passkey cannot be read.",
        "پاس کی کا جواب پڑھا نہیں جا سکا۔",
    ),
    words(
        "passkey-key-unsupported",
        "The office does not know this kind of passkey.",
        "دفتر اس قسم کی پاس کی قبول نہیں کرتا۔",
    ),
    words(
        "passkey-other-type",
        "The answer of the passkey was made for another purpose.",
        "پاس کی کا جواب کسی اور مقصد کے لیے تھا۔",
    ),
    words(
        "passkey-other-challenge",
        "The answer of the passkey belongs to another request.",
        "پاس کی کا جواب کسی اور درخواست کا ہے۔",
    ),
    words(
        "passkey-other-origin",
        "The passkey was asked by a page from elsewhere.",
        "پاس کی کسی اور ویب صفحے نے طلب کی۔",
    ),
    words(
        "passkey-cross-origin",
        "The passkey was asked inside a page from elsewhere.",
        "پاس کی کسی اور ویب صفحے کے اندر سے طلب کی گئی۔",
    ),
    words(
        "passkey-other-host",
        "This passkey belongs to another address.",
        "یہ پاس کی کسی اور پتے کی ہے۔",
    ),
    words(
        "passkey-not-present",
        "Nobody touched the passkey.",
        "پاس کی کو کسی نے ہاتھ نہیں لگایا۔",
    ),
    words(
        "passkey-not-verified",
        "The passkey was not unlocked by finger, face or PIN.",
        "پاس کی کو انگلی، چہرے یا پن سے کھولا نہیں گیا۔",
    ),
    words(
        "passkey-signature-wrong",
        "The signature of the passkey is wrong.",
        "پاس کی کا دستخط درست نہیں۔",
    ),
    words(
        "passkey-counter-back",
        "There may be a copy of this passkey. An administrator must approve it anew.",
        "ممکن ہے کہ اس پاس کی کی نقل موجود ہو۔ منتظم کو اسے دوبارہ منظور کرنا ہوگا۔",
    ),
];
