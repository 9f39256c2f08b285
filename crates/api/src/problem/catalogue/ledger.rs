//! Words of the ledger.

use super::{Text, text, words};

pub(super) const TEXTS: &[Text] = &[
    text(
        "ledger-entry-pending",
        409,
        (
            "The entry has no place in the ledger yet.",
            "اندراج کو ابھی رجسٹر میں جگہ نہیں ملی۔",
        ),
        (
            "It gets one within a second of the act. Try again.",
            "عمل کے ایک سیکنڈ کے اندر جگہ مل جاتی ہے۔ دوبارہ کوشش کریں۔",
        ),
    ),
    words(
        "ledger-empty",
        "The ledger has no entry yet.",
        "رجسٹر میں ابھی کوئی اندراج نہیں۔",
    ),
    words(
        "out-of-range",
        "The ledger does not reach that far.",
        "رجسٹر یہاں تک نہیں پہنچا۔",
    ),
];
