//! Words of accounts and sessions.

use super::{Text, text};

pub(super) const TEXTS: &[Text] = &[
    text(
        "unauthenticated",
        401,
        (
            "You are not signed in, or your session has ended.",
            "آپ سائن اِن نہیں ہیں یا آپ کا سیشن ختم ہو چکا ہے۔",
        ),
        (
            "Sign in again; drafts are kept.",
            "دوبارہ سائن اِن کریں؛ مسودے محفوظ ہیں۔",
        ),
    ),
    text(
        "acting-post-required",
        400,
        (
            "You hold several posts. Say for which one you act.",
            "آپ کے پاس ایک سے زائد عہدے ہیں۔ بتائیں کہ کس عہدے سے کارروائی کر رہے ہیں۔",
        ),
        ("", ""),
    ),
    text(
        "acting-post-not-held",
        403,
        ("You do not hold this post now.", "یہ عہدہ اس وقت آپ کے پاس نہیں۔"),
        (
            "The charge may have been handed over. Its work stays with the post.",
            "ممکن ہے کہ چارج کسی اور کو دیا جا چکا ہو۔ کام عہدے کے ساتھ رہتا ہے۔",
        ),
    ),
    text(
        "no-charge",
        403,
        ("You hold no post at present.", "اس وقت آپ کے پاس کوئی عہدہ نہیں۔"),
        (
            "Ask your administrator to record your charge.",
            "اپنے منتظم سے چارج درج کروائیں۔",
        ),
    ),
    text(
        "password-change-required",
        403,
        ("Choose your own password first.", "پہلے اپنا پاس ورڈ خود مقرر کریں۔"),
        ("", ""),
    ),
    text(
        "too-many-attempts",
        429,
        ("Too many attempts.", "بہت زیادہ کوششیں ہو چکیں۔"),
        ("Wait a little, then try again.", "کچھ دیر انتظار کریں، پھر کوشش کریں۔"),
    ),
];
