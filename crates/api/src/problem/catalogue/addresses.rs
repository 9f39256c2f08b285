//! Words of the address book.

use super::{Text, words};

pub(super) const TEXTS: &[Text] = &[
    words(
        "contact-deactivated",
        "This contact was deactivated. Offer it again first.",
        "یہ رابطہ غیر فعال ہے۔ پہلے اسے دوبارہ فعال کریں۔",
    ),
    words("contact-active", "This contact is active.", "یہ رابطہ فعال ہے۔"),
    words(
        "address-group-deactivated",
        "This group was deactivated. Offer it again first.",
        "یہ گروپ غیر فعال ہے۔ پہلے اسے دوبارہ فعال کریں۔",
    ),
    words("address-group-active", "This group is active.", "یہ گروپ فعال ہے۔"),
    words(
        "address-group-too-large",
        "A group has at most 2,000 members.",
        "گروپ میں زیادہ سے زیادہ 2,000 ارکان ہو سکتے ہیں۔",
    ),
    words(
        "address-group-member-unknown",
        "A member does not exist, or is not seen by everybody who sees the group.",
        "کوئی رکن موجود نہیں، یا گروپ دیکھنے والے سب لوگ اسے نہیں دیکھ سکتے۔",
    ),
];
