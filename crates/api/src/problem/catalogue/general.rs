//! Words that every capability shares.

use super::{Text, text, words};

pub(super) const TEXTS: &[Text] = &[
    text(
        "not-found",
        404,
        ("There is no such thing here.", "یہاں ایسا کوئی ریکارڈ نہیں۔"),
        (
            "It may have been moved, or it is not for your post.",
            "ممکن ہے کہ یہ منتقل ہو چکا ہو یا آپ کے عہدے سے متعلق نہ ہو۔",
        ),
    ),
    text(
        "method-not-allowed",
        405,
        ("This address does not do that.", "اس پتے پر یہ عمل ممکن نہیں۔"),
        ("", ""),
    ),
    text(
        "request-malformed",
        400,
        ("The request could not be understood.", "درخواست سمجھی نہ جا سکی۔"),
        ("", ""),
    ),
    text(
        "request-timeout",
        408,
        ("The request came too slowly.", "درخواست بہت آہستہ موصول ہوئی۔"),
        (
            "Nothing was changed. Try again.",
            "کچھ تبدیل نہیں ہوا۔ دوبارہ کوشش کریں۔",
        ),
    ),
    text(
        "json-malformed",
        400,
        ("The request is not well-formed JSON.", "درخواست درست JSON نہیں۔"),
        ("", ""),
    ),
    text(
        "json-unknown-field",
        400,
        (
            "The request has a field that is not known here.",
            "درخواست میں ایک نامعلوم خانہ ہے۔",
        ),
        ("", ""),
    ),
    text(
        "query-invalid",
        400,
        (
            "A filter or parameter in the address is wrong.",
            "پتے میں کوئی فلٹر یا پیرامیٹر درست نہیں۔",
        ),
        ("", ""),
    ),
    text(
        "cursor-invalid",
        400,
        (
            "This list cannot be continued from there.",
            "فہرست وہاں سے آگے نہیں بڑھ سکتی۔",
        ),
        (
            "Start the list again from its beginning.",
            "فہرست شروع سے دوبارہ کھولیں۔",
        ),
    ),
    text(
        "media-type-unsupported",
        415,
        (
            "The body must be sent as application/json.",
            "متن application/json کے طور پر بھیجا جانا چاہیے۔",
        ),
        ("", ""),
    ),
    text(
        "body-too-large",
        413,
        ("The request is too large.", "درخواست بہت بڑی ہے۔"),
        ("", ""),
    ),
    text(
        "range-not-satisfiable",
        416,
        ("The paper is shorter than that.", "کاغذ اتنا طویل نہیں۔"),
        ("", ""),
    ),
    text(
        "fields-invalid",
        422,
        ("Some fields need correcting.", "کچھ خانے درست کرنے کی ضرورت ہے۔"),
        (
            "Nothing was saved. Correct the fields named below and send again.",
            "کچھ محفوظ نہیں ہوا۔ نیچے بتائے گئے خانے درست کر کے دوبارہ بھیجیں۔",
        ),
    ),
    text(
        "if-match-required",
        428,
        (
            "The request must say which version it changes.",
            "درخواست میں بتانا ضروری ہے کہ کون سا نسخہ تبدیل کیا جا رہا ہے۔",
        ),
        ("", ""),
    ),
    text(
        "if-match-invalid",
        400,
        (
            "The If-Match header is not a version.",
            "If-Match میں درست نسخہ درج نہیں۔",
        ),
        ("", ""),
    ),
    text(
        "stale",
        412,
        (
            "Somebody else acted on this first.",
            "اس پر کوئی اور پہلے کارروائی کر چکا ہے۔",
        ),
        (
            "Nothing of yours was lost. Load it again and look before you go on.",
            "آپ کا لکھا محفوظ ہے۔ دوبارہ کھول کر دیکھ لیں، پھر آگے بڑھیں۔",
        ),
    ),
    text(
        "idempotency-key-invalid",
        400,
        (
            "The Idempotency-Key must have 1 to 128 characters.",
            "Idempotency-Key ایک سے 128 حروف تک ہونی چاہیے۔",
        ),
        ("", ""),
    ),
    text(
        "idempotency-mismatch",
        422,
        (
            "This Idempotency-Key was used for another request.",
            "یہ Idempotency-Key کسی اور درخواست کے لیے استعمال ہو چکی ہے۔",
        ),
        ("", ""),
    ),
    text(
        "busy",
        503,
        ("The office is very busy just now.", "دفتر اس وقت بہت مصروف ہے۔"),
        (
            "Nothing was changed. Try again in a moment.",
            "کچھ تبدیل نہیں ہوا۔ تھوڑی دیر بعد دوبارہ کوشش کریں۔",
        ),
    ),
    text(
        "not-ready",
        503,
        ("The office is not ready.", "دفتر ابھی تیار نہیں۔"),
        ("", ""),
    ),
    text(
        "internal",
        500,
        ("Something went wrong on our side.", "ہماری طرف سے کوئی خرابی پیش آئی۔"),
        (
            "Nothing was changed. Tell your administrator the number of this request.",
            "کچھ تبدیل نہیں ہوا۔ اپنے منتظم کو اس درخواست کا نمبر بتائیں۔",
        ),
    ),
    // The access decision.
    words(
        "role-missing",
        "Your post may not do this.",
        "آپ کا عہدہ اس کارروائی کا مجاز نہیں۔",
    ),
    words(
        "assistants-only-draft",
        "You assist at this post: you read and draft. This is for the officer who holds it.",
        "آپ اس عہدے پر معاون ہیں: آپ صرف پڑھ سکتے اور مسودہ تیار کر سکتے ہیں۔ یہ کارروائی عہدے پر فائز افسر کی ہے۔",
    ),
    words("not-with-you", "It is not on your desk.", "یہ آپ کی میز پر نہیں ہے۔"),
    words(
        "other-unit",
        "It belongs to another unit.",
        "یہ کسی دوسرے شعبے سے متعلق ہے۔",
    ),
    words(
        "not-the-sender",
        "Only the post that sent it may do this.",
        "یہ کارروائی صرف بھیجنے والا عہدہ کر سکتا ہے۔",
    ),
    words(
        "own-case",
        "The case concerns your own service, so you may not deal with it.",
        "یہ معاملہ آپ کی اپنی ملازمت سے متعلق ہے، اس لیے آپ اس پر کارروائی نہیں کر سکتے۔",
    ),
    // Fields.
    words("required", "This is needed.", "یہ خانہ ضروری ہے۔"),
    words("invalid", "This is not a valid value.", "یہ درست اندراج نہیں۔"),
    words(
        "unknown-field",
        "This field is not known here.",
        "یہ خانہ یہاں معلوم نہیں۔",
    ),
    words("too-long", "This is too long.", "یہ بہت طویل ہے۔"),
    words(
        "length",
        "This is too short or too long.",
        "یہ بہت مختصر یا بہت طویل ہے۔",
    ),
    words("range", "This number is out of range.", "یہ عدد مقررہ حد سے باہر ہے۔"),
    words("email", "This is not an e-mail address.", "یہ درست ای میل پتا نہیں۔"),
    words(
        "forbidden-character",
        "This has a character that cannot be shown safely. Type it again rather than pasting it.",
        "اس میں ایسا حرف ہے جو محفوظ طریقے سے دکھایا نہیں جا سکتا۔ چسپاں کرنے کے بجائے دوبارہ ٹائپ کریں۔",
    ),
];
