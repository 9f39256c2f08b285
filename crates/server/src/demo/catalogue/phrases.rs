//! What officers write, whatever the case: openings, views, orders, remarks.

/// A list of phrases in both languages.
#[derive(Debug)]
pub(crate) struct Phrases {
    /// In English.
    pub(crate) en: &'static [&'static str],
    /// In Urdu.
    pub(crate) ur: &'static [&'static str],
}

/// How a section's first note begins; `{puc}` points to the paper under consideration.
pub(crate) const OPENINGS: Phrases = Phrases {
    en: &[
        "PUC at {puc} is a letter from {writer}, on the subject noted above.",
        "Reference PUC, {puc}, received from {writer}. It may kindly be perused.",
        "Kindly see {puc}, received from {writer} on {received}.",
        "The paper under consideration, placed at {puc}, is from {writer}; it was received on {received}.",
        "May kindly peruse the reference of {writer} at {puc}.",
    ],
    ur: &[
        "زیر غور مراسلہ {puc} پر ملاحظہ فرمایا جائے جو {writer} کی جانب سے موصول ہوا ہے۔",
        "بحوالہ مراسلہ {puc}، منجانب {writer}، عرض ہے کہ معاملہ عنوان بالا سے متعلق ہے۔",
        "{writer} کا مراسلہ {puc} پر موجود ہے، جو مورخہ {received} کو موصول ہوا۔ ملاحظہ فرمایا جائے۔",
        "پی یو سی {puc} پیش خدمت ہے جو {writer} نے ارسال کیا ہے۔",
    ],
};

/// How a section's note ends.
pub(crate) const SUBMISSIONS: Phrases = Phrases {
    en: &[
        "Submitted for approval, please.",
        "Submitted for orders, please.",
        "The case is submitted for perusal and orders, please.",
        "Draft is placed below for approval, please.",
    ],
    ur: &[
        "برائے منظوری پیش خدمت ہے۔",
        "برائے حکم مناسب پیش خدمت ہے۔",
        "معاملہ برائے ملاحظہ و حکم مناسب پیش ہے۔",
        "مسودہ مراسلہ برائے منظوری لف ہے۔",
    ],
};

/// What a deputy or additional secretary adds when he supports the section.
pub(crate) const SUPPORTS: Phrases = Phrases {
    en: &[
        "The proposal of the section at {para} is supported.",
        "Discussed with the Section Officer. The view at {para} is in accordance with the rules and may be agreed to.",
        "I have gone through the case. The proposal at {para} is endorsed, with the addition that the position be reviewed after one quarter.",
        "Agreed with {para}. The report of the department may be obtained within ten days.",
        "The facts at {para} are correct. There is a precedent of the last year, in which the same course was adopted.",
    ],
    ur: &[
        "{para} پر درج تجویز سے اتفاق ہے۔",
        "سیکشن آفیسر سے بات ہوئی۔ {para} پر درج رائے قواعد کے مطابق ہے، منظوری کی سفارش کی جاتی ہے۔",
        "معاملہ کا جائزہ لیا گیا۔ {para} پر درج تجویز مناسب ہے۔",
        "{para} سے اتفاق ہے۔ محکمہ سے دس یوم کے اندر رپورٹ طلب کر لی جائے۔",
    ],
};

/// What is written when somebody sends a file back with a question.
pub(crate) const QUERIES: Phrases = Phrases {
    en: &[
        "Please discuss with the relevant record.",
        "Have the facts at {para} been verified? They do not tally with the enclosure.",
        "The earlier reference on the subject is not on the file. Please obtain it and put up again.",
        "Please state the precedent, and who approved it.",
    ],
    ur: &[
        "متعلقہ ریکارڈ کے ہمراہ بات کریں۔",
        "{para} پر درج اعداد و شمار لف دستاویز سے مطابقت نہیں رکھتے۔ وضاحت کی جائے۔",
        "سابقہ مراسلہ فائل پر موجود نہیں۔ حاصل کر کے دوبارہ پیش کریں۔",
        "سابقہ نظیر بیان کی جائے۔",
    ],
};

/// How a section answers a question.
pub(crate) const ANSWERS: Phrases = Phrases {
    en: &[
        "Discussed. The record was re-checked: the facts at {para} are as reported, and the difference arises from a correction made after the date of the report.",
        "In compliance with the query, the precedent is flagged. The same treatment was allowed with the approval of the Secretary.",
        "The department has furnished the required information by telephone, followed by e-mail. The proposal at {para} stands.",
    ],
    ur: &[
        "حسب الحکم ریکارڈ کی دوبارہ پڑتال کی گئی۔ {para} پر درج کوائف درست ہیں، فرق رپورٹ کے بعد کی جانے والی تصحیح کی وجہ سے ہے۔",
        "تعمیل حکم میں سابقہ نظیر کی نشاندہی کر دی گئی ہے جس میں سیکرٹری صاحب کی منظوری سے یہی طریق اختیار کیا گیا تھا۔",
        "محکمہ سے مطلوبہ معلومات حاصل کر لی گئی ہیں۔ {para} پر درج تجویز برقرار ہے۔",
    ],
};

/// How a secretary decides.
pub(crate) const ORDERS: Phrases = Phrases {
    en: &[
        "Approved.",
        "Approved as proposed at {para}.",
        "Approved. Issue today.",
        "I agree. Proceed as at {para}, and put up the position on the first of the coming month.",
        "Approved, subject to completion of all codal formalities.",
        "Approved. The department be asked to be careful in future.",
    ],
    ur: &[
        "منظور۔",
        "{para} کے مطابق منظور ہے۔",
        "منظور۔ آج ہی جاری کیا جائے۔",
        "اتفاق ہے۔ {para} کے مطابق کارروائی کی جائے اور پیش رفت سے آگاہ رکھا جائے۔",
        "منظور، بشرطیکہ تمام ضابطہ جاتی تقاضے پورے کیے جائیں۔",
    ],
};

/// How a secretary sends a case up.
pub(crate) const RECOMMENDATIONS: Phrases = Phrases {
    en: &[
        "The matter requires the orders of the Chief Secretary. The proposal at {para} is recommended.",
        "As the decision affects more than one department, the case is submitted to the Chief Secretary with the recommendation at {para}.",
    ],
    ur: &[
        "معاملہ میں چیف سیکرٹری صاحب کے احکامات درکار ہیں۔ {para} پر درج تجویز کی سفارش کی جاتی ہے۔",
        "چونکہ فیصلہ ایک سے زائد محکموں سے متعلق ہے، معاملہ چیف سیکرٹری صاحب کی خدمت میں پیش ہے۔",
    ],
};

/// What the Chief Secretary and the Principal Secretary add on the way to the Chief Minister.
pub(crate) const SUBMITTED_TO_CM: Phrases = Phrases {
    en: &[
        "The Chief Minister may kindly see and approve the proposal at {para}.",
        "Recommended for the approval of the Chief Minister.",
    ],
    ur: &[
        "جناب وزیر اعلیٰ ملاحظہ فرما کر {para} پر درج تجویز کی منظوری مرحمت فرمائیں۔",
        "جناب وزیر اعلیٰ کی منظوری کے لیے سفارش کی جاتی ہے۔",
    ],
};

/// What a section notes when the orders were carried out.
pub(crate) const COMPLIANCES: Phrases = Phrases {
    en: &[
        "Orders at {para} complied with. The letter was issued and the office copy is on the file. No further action is required.",
        "The decision has been conveyed to all concerned. The file may be closed.",
        "Issued, with copies to all concerned. The file may be consigned to record.",
    ],
    ur: &[
        "{para} کے احکامات کی تعمیل کر دی گئی۔ مراسلہ جاری ہو چکا، دفتری نقل شامل فائل ہے۔",
        "فیصلہ سے متعلقہ دفاتر کو آگاہ کر دیا گیا ہے۔ مزید کارروائی درکار نہیں۔",
        "مراسلہ جاری کر دیا گیا۔ فائل داخل دفتر کی جا سکتی ہے۔",
    ],
};

/// What a section notes when a further paper arrived.
pub(crate) const CONTINUATIONS: Phrases = Phrases {
    en: &[
        "The reminder at {puc} may be seen in continuation of {para}. The reply will issue with the orders on this file.",
        "A reminder has been received as at {puc}. The position is the same as stated at {para}.",
    ],
    ur: &[
        "یاددہانی {puc} بتسلسل {para} ملاحظہ فرمائی جائے۔ جواب اس فائل پر احکامات کے مطابق ارسال کر دیا جائے گا۔",
        "یاددہانی {puc} پر موصول ہوئی ہے۔ صورت حال وہی ہے جو {para} پر بیان کی گئی۔",
    ],
};

/// Remarks beside a marking of a receipt.
pub(crate) const MARKINGS: Phrases = Phrases {
    en: &[
        "Please put up.",
        "Please examine and report.",
        "Speak.",
        "Urgent, please.",
        "Link with previous papers.",
    ],
    ur: &[
        "پیش کریں۔",
        "جائزہ لے کر رپورٹ کریں۔",
        "بات کریں۔",
        "فوری توجہ درکار ہے۔",
        "سابقہ ریکارڈ کے ساتھ پیش کریں۔",
    ],
};

/// Remarks when a receipt is returned as misdirected.
pub(crate) const MISDIRECTED: Phrases = Phrases {
    en: &[
        "Does not relate to this section.",
        "The subject has been with the other section since the last allocation of work.",
        "The enclosures mentioned are not with the letter.",
    ],
    ur: &[
        "اس سیکشن سے متعلق نہیں۔",
        "یہ موضوع دوسرے سیکشن کو تفویض ہو چکا ہے۔",
        "مراسلہ میں مذکور لف دستاویزات موجود نہیں۔",
    ],
};

/// Remarks when a receipt is disposed of without a file.
pub(crate) const DISPOSALS: Phrases = Phrases {
    en: &[
        "Noted. The information has been used for the monthly statement.",
        "The original reference is already under process.",
        "Replied by telephone; no file needed.",
        "Endorsed copy only; no action on our part.",
    ],
    ur: &[
        "نوٹ کر لیا گیا۔",
        "اصل مراسلہ پہلے ہی زیر کارروائی ہے۔",
        "ٹیلی فون پر آگاہ کر دیا گیا۔",
        "محض نقل برائے اطلاع ہے، کارروائی درکار نہیں۔",
    ],
};

/// Remarks when a file is laid aside.
pub(crate) const PARKINGS: Phrases = Phrases {
    en: &[
        "Awaiting the report of the department.",
        "To be put up after the closing of monthly accounts.",
        "The matter is fixed for hearing; to be taken up thereafter.",
    ],
    ur: &[
        "محکمہ کی رپورٹ کا انتظار ہے۔",
        "ماہانہ حسابات کی تکمیل پر پیش کی جائے۔",
        "معاملہ عدالت میں مقرر ہے، بعد ازاں پیش کیا جائے۔",
    ],
};

/// Remarks when a closed file is taken up again.
pub(crate) const REOPENINGS: Phrases = Phrases {
    en: &[
        "A fresh reference on the same subject has been received.",
        "Audit has raised an observation on the decision.",
    ],
    ur: &[
        "اسی موضوع پر تازہ مراسلہ موصول ہوا ہے۔",
        "آڈٹ نے فیصلہ پر اعتراض اٹھایا ہے۔",
    ],
};

/// The rules that notes of any department cite.
pub(crate) const RULES: Phrases = Phrases {
    en: &[
        "rule 14 of the Punjab Government Rules of Business",
        "instruction 27 of the Secretariat Instructions",
    ],
    ur: &["قواعد کار حکومت پنجاب، قاعدہ 14", "سیکرٹریٹ ہدایات، ہدایت 27"],
};

/// The rules that the Finance Department cites.
pub(crate) const FINANCIAL_RULES: Phrases = Phrases {
    en: &[
        "rule 2.33 of the Punjab Financial Rules",
        "para 11.5 of the Punjab Budget Manual",
        "rule 17.18 of the Punjab Financial Rules",
    ],
    ur: &["پنجاب فنانشل رولز، قاعدہ 2.33", "پنجاب بجٹ مینول، پیرا 11.5"],
};

/// The rules that the Irrigation Department cites.
pub(crate) const CANAL_RULES: Phrases = Phrases {
    en: &[
        "section 20 of the Canal and Drainage Act",
        "section 68 of the Canal and Drainage Act",
    ],
    ur: &["کینال اینڈ ڈرینج ایکٹ، دفعہ 68", "کینال اینڈ ڈرینج ایکٹ، دفعہ 70"],
};

/// How letters end.
pub(crate) const CLOSINGS: &[&str] = &[
    "An early action in the matter will be appreciated.",
    "The matter may kindly be treated as urgent.",
    "This issues with the approval of the competent authority.",
    "Relevant record is enclosed for ready reference.",
    "An early reply is solicited.",
];

/// Subjects of papers that only inform; their receipts need no file.
pub(crate) const INFORMATION: Phrases = Phrases {
    en: &[
        "Holiday on account of Youm-e-Ashur",
        "Monthly progress report of {district} for {month}",
        "Change of telephone numbers of the office of the Commissioner, {division}",
        "Invitation to the seminar on {topic}, {division}",
        "Weekly position of canal withdrawals, {canal}",
        "Copy of notification: transfer of charge, {department}",
        "Acknowledgement of letter No. {ref}",
        "Minutes of the fortnightly co-ordination meeting, {district}",
    ],
    ur: &[
        "ماہانہ رپورٹ پیش رفت ضلع {district} بابت ماہ {month}",
        "دعوت نامہ سیمینار بعنوان {topic}، {division}",
        "اطلاع تبدیلی فون نمبر دفتر کمشنر {division}",
        "نقل مراسلہ بنام {department} برائے اطلاع",
        "رسید مراسلہ نمبر {ref}",
        "روئیداد اجلاس رابطہ کمیٹی ضلع {district}",
    ],
};
