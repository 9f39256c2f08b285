//! Words of signing.

use super::{Text, words};

pub(super) const TEXTS: &[Text] = &[
    words(
        "signing-proof-needed",
        "Prove who you are once more before you sign.",
        "دستخط سے پہلے ایک بار پھر اپنی شناخت کی تصدیق کریں۔",
    ),
    words(
        "signing-factor-needed",
        "You need a second factor to sign. Set one up in your account.",
        "دستخط کے لیے شناخت کا دوسرا ذریعہ درکار ہے۔ اپنے کھاتے میں ترتیب دیں۔",
    ),
    words(
        "signing-passkey-needed",
        "In this unit only a passkey signs.",
        "اس یونٹ میں دستخط صرف پاس کی سے ہوتے ہیں۔",
    ),
    words(
        "signing-preparation-unknown",
        "What you were shown has expired or was signed before. Look at it again and sign anew.",
        "جو عبارت آپ کو دکھائی گئی تھی اس کی مدت ختم ہو چکی ہے یا اس پر دستخط ہو چکے ہیں۔ دوبارہ دیکھ کر دستخط کریں۔",
    ),
    words(
        "signing-prepared-otherwise",
        "What would be signed now is not what you were shown. Look at it again and sign anew.",
        "اب جس عبارت پر دستخط ہوں گے وہ وہ نہیں جو آپ کو دکھائی گئی تھی۔ دوبارہ دیکھ کر دستخط کریں۔",
    ),
];
