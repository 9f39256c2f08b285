//! What a section answers, in the name of whoever decided.

use super::phrases::Phrases;

/// To somebody outside: in the first person, as an officer who is directed.
pub(crate) const LETTERS: Phrases = Phrases {
    en: &[
        "I am directed to refer to your letter {cited} on the subject noted above and to say that the matter has been examined and the proposal has been agreed to by the competent authority.",
        "I am directed to refer to your letter {cited} on the above subject and to convey the approval of the competent authority to the proposal contained in it.",
        "I am directed to invite a reference to your letter {cited} and to state that the request made in it has been accepted by the competent authority.",
    ],
    ur: &[
        "مجھے ہدایت ہوئی ہے کہ آپ کے مراسلہ {cited} بابت عنوان بالا کے حوالہ سے عرض کروں کہ معاملہ کا جائزہ لیا گیا اور مجاز حاکم نے تجویز سے اتفاق فرمایا ہے۔",
        "حسب ہدایت آپ کے مراسلہ {cited} کے جواب میں اطلاع دی جاتی ہے کہ مجاز حاکم نے منظوری مرحمت فرما دی ہے۔",
    ],
};

/// To another department: in the third person.
pub(crate) const MEMORANDA: Phrases = Phrases {
    en: &[
        "The undersigned is directed to refer to {writer} letter {cited} on the subject noted above and to say that the proposal has been examined and agreed to by the competent authority.",
        "The undersigned is directed to refer to {writer} letter {cited} and to convey the concurrence of this Department in the proposal contained in it.",
    ],
    ur: &[
        "زیر دستخطی کو ہدایت ہوئی ہے کہ {writer} کے مراسلہ {cited} کے حوالہ سے عرض کرے کہ تجویز کا جائزہ لیا گیا اور مجاز حاکم نے اس سے اتفاق فرمایا ہے۔",
    ],
};

/// The second paragraph: on what condition.
pub(crate) const CONDITIONS: Phrases = Phrases {
    en: &[
        "The approval is subject to completion of all codal formalities and to the observance of the rules and instructions on the subject.",
        "It is requested that the expenditure or action, as the case may be, may be kept within the limits approved, and that a report be furnished on completion.",
        "Further necessary action may kindly be taken accordingly, under intimation to this Department.",
    ],
    ur: &[
        "یہ منظوری تمام ضابطہ جاتی تقاضوں کی تکمیل اور متعلقہ قواعد و ہدایات کی پابندی سے مشروط ہے۔",
        "التماس ہے کہ اس کے مطابق مزید ضروری کارروائی عمل میں لائی جائے اور اس محکمہ کو مطلع رکھا جائے۔",
    ],
};

/// The last paragraph where an answer is asked for.
pub(crate) const REQUESTS: Phrases = Phrases {
    en: &["A compliance report may kindly be furnished by the date mentioned above."],
    ur: &["تعمیلی رپورٹ مقررہ تاریخ تک ارسال فرمائی جائے۔"],
};
