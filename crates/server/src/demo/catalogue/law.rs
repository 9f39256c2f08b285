//! Cases of the Law and Parliamentary Affairs Department.

use super::matter::{Matter, en, ur};
use super::senders as from;

pub(super) const CASES: &[Matter] = &[
    en(
        "Opn-I",
        "1",
        &from::IRRIGATION_DEPARTMENT,
        "Opinion: recovery of abiana from societies in default, District {district}",
        &[
            "I am directed to say that arrears of abiana of Rs {amount} million are outstanding in District {district}. The societies contend that the demand is barred by time.",
            "The views of the Law Department are solicited on whether the arrears can be recovered as arrears of land revenue.",
        ],
        &[
            "The question turns on whether the demand was assessed within the period that the Act allows. From the record it was; what was late is the notice, and that is directory {rule}.",
            "It may be advised that the arrears are recoverable as arrears of land revenue, after a fresh notice and a hearing.",
        ],
    ),
    en(
        "Opn-I",
        "2",
        &from::HEALTH_DEPARTMENT,
        "Vetting of agreement with M/s {firm} for outsourcing of services of {hospital}, {district}",
        &[
            "I am directed to enclose the draft agreement for outsourcing of janitorial and security services of {hospital}, {district} for vetting.",
            "As the present agreement expires shortly, an early return of the draft is requested.",
        ],
        &[
            "The draft was examined. Clause {m} leaves the termination to the contractor alone, and the penalty clause has no ceiling; both are corrected in pencil.",
            "An arbitration clause under the law in force has been added. Subject to these changes the draft may be treated as vetted.",
        ],
    ),
    en(
        "Lit",
        "1",
        &from::HIGH_COURT,
        "Writ Petition No. {n}/{year}, {person} versus Government of the Punjab: parawise comments",
        &[
            "The above noted petition has been admitted to regular hearing. The respondents are directed to file report and parawise comments within a fortnight.",
            "A copy of the petition with annexures is enclosed for necessary action.",
        ],
        &[
            "The petitioner challenges the cancellation of his contract appointment. The respondent department has been asked for comments twice; the date of hearing is near.",
            "It is proposed to send a demi-official reminder to the Secretary concerned and to request the Advocate General to seek a short adjournment.",
        ],
    ),
    en(
        "Lit",
        "2",
        &from::ADVOCATE_GENERAL,
        "Filing of CPLA against judgment in Intra Court Appeal No. {n}/{year}",
        &[
            "The appeal of the Government has been dismissed. A certified copy of the judgment is enclosed; the limitation for a petition before the Supreme Court expires within {count2} days.",
            "The decision whether to file may be conveyed at the earliest.",
        ],
        &[
            "The judgment rests on a finding of fact and follows the settled law. A financial implication of Rs {amount} million, however, extends to {count} similar employees.",
            "In view of the wider implication the Law Officers’ Committee may consider it; the administrative department may supply its justification within three days.",
        ],
    ),
    ur(
        "Lit",
        "2",
        &from::U_OMBUDSMAN,
        "عملدرآمد حکم محتسب پنجاب، شکایت نمبر {n}/{year}، {person} بنام ضلعی انتظامیہ {district}",
        &[
            "شکایت مندرجہ عنوان میں جناب محتسب نے مورخہ {date} کو حکم صادر فرمایا تھا جس پر تاحال عملدرآمد کی رپورٹ موصول نہیں ہوئی۔",
            "سات یوم کے اندر رپورٹ ارسال کی جائے، بصورت دیگر معاملہ حسب ضابطہ پیش کیا جائے گا۔",
        ],
        &[
            "متعلقہ محکمہ نے حکم کے خلاف جناب گورنر کے روبرو ریپریزنٹیشن دائر کر رکھی ہے، تاہم حکم امتناعی جاری نہیں ہوا۔",
            "تجویز ہے کہ محکمہ کو عملدرآمد مشروط طور پر کرنے کا مشورہ دیا جائے اور دفتر محتسب کو آگاہ کیا جائے۔",
        ],
    ),
    en(
        "Legis",
        "1",
        &from::ASSEMBLY,
        "The Punjab {act} (Amendment) Bill {year}: report of the Standing Committee",
        &[
            "The Standing Committee has considered the Bill and recommends that it be passed with {count} amendments. The report was laid on the table of the House.",
            "Official amendments, if any, may be sent at least two clear days before the sitting.",
        ],
        &[
            "The amendments of the Committee were compared with the Bill as approved by the Cabinet. One of them enlarges the liability of the Government and needs the Cabinet’s approval {rule}.",
            "It is proposed to move the administrative department for a summary and to inform the Assembly Secretariat of the likely date.",
        ],
    ),
    en(
        "Legis",
        "2",
        &from::HOME_DEPARTMENT,
        "Vetting of draft notification under the Punjab {act} Act",
        &[
            "I am directed to forward a draft notification specifying the authorities under the Act for District {district}, for vetting before issue.",
            "The notification is required before the commencement of the Act.",
        ],
        &[
            "The power to notify is that of the Government and not of the Secretary. The preamble was corrected accordingly, and the designation in the schedule expanded.",
            "The draft as amended may be returned as vetted, with the advice that it be published in the official Gazette.",
        ],
    ),
    ur(
        "Legis",
        "2",
        &from::U_COMMISSIONER,
        "اردو ترجمہ قواعد زیر قانون {act}: جانچ و تصدیق",
        &[
            "قانون {act} کے تحت وضع کردہ قواعد کا اردو ترجمہ عوام کی آگاہی کے لیے تیار کیا گیا ہے۔",
            "ترجمہ کی جانچ اور تصدیق فرما کر واپس ارسال کیا جائے تاکہ اشاعت ممکن ہو سکے۔",
        ],
        &[
            "ترجمہ کا اصل متن سے موازنہ کیا گیا۔ دفعات {m} اور {k} میں قانونی اصطلاحات کا ترجمہ درست نہیں؛ درستی پنسل سے کر دی گئی ہے۔",
            "ترمیم شدہ ترجمہ برائے منظوری و واپسی پیش خدمت ہے۔",
        ],
    ),
];
