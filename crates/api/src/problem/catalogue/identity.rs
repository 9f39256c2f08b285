//! Words of accounts and sessions.

use super::{Text, text, words};

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
    text(
        "sign-in-failed",
        401,
        ("User name or password is wrong.", "صارف نام یا پاس ورڈ درست نہیں۔"),
        (
            "If you have forgotten your password, ask your administrator for a set-up link.",
            "اگر پاس ورڈ یاد نہیں تو اپنے منتظم سے نیا لنک حاصل کریں۔",
        ),
    ),
    text(
        "session-ended",
        401,
        ("Your session has ended.", "آپ کا سیشن ختم ہو چکا ہے۔"),
        (
            "Sign in again; drafts are kept.",
            "دوبارہ سائن اِن کریں؛ مسودے محفوظ ہیں۔",
        ),
    ),
    text(
        "set-up-link-unknown",
        404,
        ("This link does not work any more.", "یہ لنک اب کارآمد نہیں۔"),
        (
            "A link works once, for three days. Ask your administrator for a new one.",
            "لنک صرف ایک بار اور تین دن کے اندر کام کرتا ہے۔ اپنے منتظم سے نیا لنک لیں۔",
        ),
    ),
    text(
        "foreign-origin",
        403,
        (
            "This request did not come from the office's own pages.",
            "یہ درخواست دفتر کے اپنے صفحات سے نہیں آئی۔",
        ),
        ("", ""),
    ),
    words(
        "user-name-shape",
        "A user name has 3 to 64 Latin letters, digits, dots, hyphens and underscores, and starts with a letter.",
        "صارف نام 3 سے 64 لاطینی حروف، ہندسوں، نقطے، ہائفن اور انڈراسکور پر مشتمل ہوتا ہے اور حرف سے شروع ہوتا ہے۔",
    ),
    words(
        "password-too-short",
        "A password has at least 12 characters.",
        "پاس ورڈ کم از کم 12 حروف کا ہونا چاہیے۔",
    ),
    words(
        "password-too-long",
        "A password has at most 256 characters.",
        "پاس ورڈ زیادہ سے زیادہ 256 حروف کا ہو سکتا ہے۔",
    ),
    words(
        "password-too-weak",
        "This password is easily guessed. Several unrelated words make a good one.",
        "یہ پاس ورڈ آسانی سے بوجھا جا سکتا ہے۔ چند غیر متعلق الفاظ ملا کر اچھا پاس ورڈ بنتا ہے۔",
    ),
    words(
        "password-same",
        "This is your present password.",
        "یہ آپ کا موجودہ پاس ورڈ ہے۔",
    ),
    words(
        "password-wrong",
        "This is not your present password.",
        "یہ آپ کا موجودہ پاس ورڈ نہیں۔",
    ),
];
