//! Words of dispatch.

use super::{Text, words};

pub(super) const TEXTS: &[Text] = &[
    words(
        "dispatch-inside",
        "The addressee is in this office: the system itself delivers it.",
        "مکتوب الیہ اسی دفتر میں ہے، یہ مراسلہ نظام خود پہنچاتا ہے۔",
    ),
    words(
        "dispatch-outside",
        "The addressee is outside this office: send it by post or by hand.",
        "مکتوب الیہ اس دفتر سے باہر ہے، اسے ڈاک یا دستی طور پر ارسال کریں۔",
    ),
    words(
        "dispatch-delivered",
        "It lies with the addressee already.",
        "یہ مراسلہ مکتوب الیہ تک پہنچ چکا ہے۔",
    ),
    words(
        "dispatch-on-its-way",
        "It has left the office already.",
        "یہ مراسلہ پہلے ہی ترسیل ہو چکا ہے۔",
    ),
    words(
        "dispatch-being-mailed",
        "The office is about to send it by e-mail: wait whether the mail server takes it.",
        "دفتر اسے ای میل سے ارسال کر رہا ہے، پہلے دیکھیں کہ میل سرور اسے وصول کرتا ہے یا نہیں۔",
    ),
    words(
        "dispatch-not-on-its-way",
        "It is not on its way: it has not left, has come back, or has arrived.",
        "یہ مراسلہ راستے میں نہیں: ابھی ترسیل نہیں ہوا، واپس آ چکا ہے یا پہنچ چکا ہے۔",
    ),
    words(
        "dispatch-channel",
        "Letters leave by post or by hand.",
        "مراسلے ڈاک سے یا دستی طور پر ترسیل ہوتے ہیں۔",
    ),
    words(
        "dispatch-day-in-future",
        "This day has not come yet.",
        "یہ تاریخ ابھی نہیں آئی۔",
    ),
    words(
        "dispatch-day-too-early",
        "This day is before the letter was issued, or before it left.",
        "یہ تاریخ مراسلہ جاری ہونے یا ترسیل ہونے سے پہلے کی ہے۔",
    ),
];
