//! Cases of the Health Department.

use super::matter::{Matter, en, ur};
use super::senders as from;

pub(super) const CASES: &[Matter] = &[
    en(
        "Hlth-G",
        "1",
        &from::MEDICAL_SUPERINTENDENT,
        "Functioning of the emergency block of {hospital}, {district}",
        &[
            "The emergency block of this hospital was handed over by the Buildings Department. Central oxygen, the standby generator and {count} beds of the high dependency unit are still not functional.",
            "Rs {amount} million are required to complete the missing items. The matter has been taken up with the Buildings Department without result.",
        ],
        &[
            "The Executive Engineer (Buildings) has stated that the items were not part of the PC-I. The completion report, however, was signed by the hospital without objection.",
            "It is proposed to hold a meeting with both sides at the level of the Additional Secretary and to provide the oxygen system from the non-salary budget meanwhile.",
        ],
    ),
    en(
        "Hlth-G",
        "2",
        &from::HEALTH_AUTHORITY,
        "Absence of doctors at Rural Health Centres of District {district}",
        &[
            "During surprise visits {count} medical officers were found absent from Rural Health Centres of this district. Biometric attendance of the last quarter is enclosed.",
            "Proceedings under the PEEDA Act may be initiated, as the competent authority in their case is the department.",
        ],
        &[
            "Show-cause notices have been drafted in {count2} cases where the absence exceeds thirty days. In the others explanation may be called first {rule}.",
            "The names of two officers figure in both this report and the list of officers on ex-Pakistan leave; the authority has been asked to verify.",
        ],
    ),
    ur(
        "Hlth-G",
        "3",
        &from::U_CITIZEN,
        "شکایت بابت نامناسب رویہ عملہ و عدم فراہمی ادویات، {hospital} {district}",
        &[
            "گزارش ہے کہ سائل اپنی والدہ کو علاج کے لیے {hospital} {district} لے گیا جہاں عملہ نے نہ صرف بدتمیزی کی بلکہ ادویات بازار سے خریدنے پر مجبور کیا۔",
            "پرچی اور رسیدات لف ہیں۔ استدعا ہے کہ انکوائری کرا کے انصاف فراہم کیا جائے۔",
        ],
        &[
            "میڈیکل سپرنٹنڈنٹ سے رپورٹ طلب کی گئی۔ رپورٹ کے مطابق متعلقہ ادویات سٹور میں موجود تھیں، لہٰذا بازار سے منگوانے کا جواز نہ تھا۔",
            "تجویز ہے کہ ذمہ دار اہلکار سے جواب طلبی کی جائے اور شکایت کنندہ کو کارروائی سے آگاہ کیا جائے۔",
        ],
    ),
    ur(
        "Hlth-G",
        "1",
        &from::U_MEDICAL_SUPERINTENDENT,
        "فراہمی ایمبولینس برائے {hospital}، {district}",
        &[
            "بحوالہ مراسلہ نمبر {ref} مورخہ {date} عرض ہے کہ {hospital} {district} کی {count} ایمبولینس گاڑیوں میں سے صرف ایک قابل استعمال ہے۔",
            "استدعا ہے کہ کم از کم دو نئی ایمبولینس گاڑیاں فراہم کی جائیں۔",
        ],
        &[
            "محکمہ کے پاس سنٹرل پول میں {count2} ایمبولینس گاڑیاں تقسیم کے لیے دستیاب ہیں۔ ضلع {district} کا نام ترجیحی فہرست میں شامل ہے۔",
            "تجویز ہے کہ ایک گاڑی فوری طور پر منتقل کر دی جائے اور دوسری آئندہ خریداری میں زیر غور لائی جائے۔",
        ],
    ),
    en(
        "Proc",
        "1",
        &from::DIRECTOR_GENERAL,
        "Failure of M/s {firm} to supply medicines under the rate contract {fy}",
        &[
            "M/s {firm} was awarded {count} items in the central rate contract. Supply orders of {count2} districts have not been executed although the delivery period has expired.",
            "It is recommended that the performance guarantee be forfeited and the firm be blacklisted after due process.",
        ],
        &[
            "The firm was given two notices and has sought an extension on account of delayed import of raw material. The Drug Testing Laboratory reports on earlier batches are satisfactory.",
            "An extension of fifteen days with liquidated damages may be allowed; failing which the guarantee may be forfeited and the risk purchase resorted to {rule}.",
        ],
    ),
    en(
        "Proc",
        "2",
        &from::MEDICAL_SUPERINTENDENT,
        "Purchase of CT scanner for {hospital}, {district}: Rs {amount} million",
        &[
            "The CT scanner of this hospital has completed its life and remains out of order most of the time. Patients are referred to {division}.",
            "The technical committee has recommended a 64-slice scanner at an estimated cost of Rs {amount} million. Administrative approval is solicited.",
        ],
        &[
            "The workload justifies the replacement: {count2} scans a day on the average. The specifications are those of the standard list and do not favour a brand.",
            "Administrative approval may be accorded subject to availability of funds; the Finance Department may be requested for concurrence.",
        ],
    ),
    en(
        "Proc",
        "1",
        &from::HEALTH_AUTHORITY,
        "Enhancement of the limit of local purchase of medicines, District {district}",
        &[
            "The stock of {count} life saving medicines in this district will last for {count2} days only. The central supply has been delayed.",
            "It is requested that the limit of local purchase may be raised from fifteen to twenty-five per cent as a special case.",
        ],
        &[
            "Similar requests were received from other districts. A general relaxation would defeat the rate contract; a relaxation for named items and one quarter would not.",
            "It is proposed to allow it for the items of the list placed below, with weekly reporting of the purchases.",
        ],
    ),
    en(
        "Med-Ed",
        "1",
        &from::PRINCIPAL,
        "Migration of students of the second professional class to {college}",
        &[
            "{count} applications for migration have been received, of which {count2} are on medical grounds. Seats are available within the strength allowed by the Council.",
            "Sanction is requested under the admission policy.",
        ],
        &[
            "The policy allows migration within the first month of the session and on two grounds only. {count2} of the applications fulfil both conditions.",
            "These may be allowed with the consent of the University; the others may be regretted.",
        ],
    ),
    ur(
        "Med-Ed",
        "2",
        &from::U_CM_SECRETARIAT,
        "احکامات وزیر اعلیٰ: قیام برن یونٹ {hospital} {district}",
        &[
            "جناب وزیر اعلیٰ نے مورخہ {date} کو {district} کے دورہ کے دوران {hospital} میں {count} بستروں پر مشتمل برن یونٹ کے قیام کا حکم صادر فرمایا۔",
            "محکمہ پندرہ یوم کے اندر عملدرآمد رپورٹ ارسال کرے۔",
        ],
        &[
            "ہسپتال کی موجودہ عمارت میں گنجائش موجود ہے۔ تخمینہ لاگت مبلغ {amount} ملین روپے ہے جس میں مشینری اور تربیت یافتہ عملہ شامل ہے۔",
            "تجویز ہے کہ پی سی۔ون تیار کرنے کی منظوری دی جائے اور عبوری رپورٹ وزیر اعلیٰ سیکرٹریٹ کو ارسال کی جائے۔",
        ],
    ),
];
