//! Cases of the Chief Minister's Secretariat, the Chief Secretary's office and the S&GAD.

use super::matter::{Matter, en, ur};
use super::senders as from;

pub(super) const CASES: &[Matter] = &[
    en(
        "CM-Coord",
        "1",
        &from::MEMBER,
        "Request for upgradation of {hospital}, {district}",
        &[
            "I draw the kind attention of the Chief Minister to the condition of {hospital}, {district}, which serves a population of over {count} lakh with a handful of doctors.",
            "I request that its upgradation may be directed and funds of Rs {amount} million be provided in the current programme.",
        ],
        &[
            "Reports of the Health and Finance Departments were called for. The former supports the proposal; the latter states that it may be included in the next programme after a feasibility study.",
            "It is proposed that the Chief Minister may like to direct the Health Department to complete the feasibility study within two months.",
        ],
    ),
    ur(
        "CM-Coord",
        "2",
        &from::U_CITIZEN,
        "درخواست برائے مالی امداد، {person}، ساکن ضلع {district}",
        &[
            "گزارش ہے کہ سائل محنت مزدوری کرتا تھا، گزشتہ سال حادثہ میں معذور ہو گیا۔ سائل کے {k} بچے زیر تعلیم ہیں اور کوئی ذریعہ آمدن نہیں۔",
            "استدعا ہے کہ مالی امداد اور کسی ادارہ میں بیٹے کی ملازمت کا حکم صادر فرمایا جائے۔",
        ],
        &[
            "ڈپٹی کمشنر {district} سے رپورٹ حاصل کی گئی۔ رپورٹ کے مطابق درخواست گزار مستحق ہے اور کسی دوسرے ادارہ سے امداد وصول نہیں کر رہا۔",
            "تجویز ہے کہ مبلغ ایک لاکھ روپے مالی امداد کی منظوری دی جائے۔ ملازمت کے لیے درخواست گزار کو مروجہ طریق کار کے مطابق رجوع کرنے کی ہدایت کی جائے۔",
        ],
    ),
    ur(
        "CM-Coord",
        "2",
        &from::U_TEACHER,
        "درخواست تعمیر اضافی کمرہ جات گورنمنٹ ہائی سکول چک {m}، ضلع {district}",
        &[
            "سکول ہٰذا میں طلبہ کی تعداد {n} ہے جبکہ صرف {k} کمرے قابل استعمال ہیں۔ بچے کھلے آسمان تلے تعلیم حاصل کرنے پر مجبور ہیں۔",
            "استدعا ہے کہ کم از کم {count} اضافی کمروں کی تعمیر کا حکم صادر فرمایا جائے۔",
        ],
        &[
            "درخواست محکمہ سکول ایجوکیشن کو برائے رپورٹ ارسال کی گئی۔ محکمہ نے سکول کو اضافی کمرہ جات کے پروگرام میں شامل کرنے کی سفارش کی ہے۔",
            "تجویز ہے کہ محکمہ کو رواں مالی سال میں کام شروع کرنے کی ہدایت کی جائے اور درخواست گزار کو مطلع کیا جائے۔",
        ],
    ),
    en(
        "CM-Coord",
        "3",
        &from::COMMISSIONER,
        "Visit of the Chief Minister to {district}: tentative programme",
        &[
            "The tentative programme of the visit is enclosed. It includes the inauguration of {count} schemes and an open court at the district complex.",
            "Confirmation of the timings and approval of the list of schemes is requested.",
        ],
        &[
            "The programme was discussed with the Special Branch and the Communication and Works Department. The helipad is to be shifted, and two schemes are not complete enough to be inaugurated.",
            "A revised programme is placed below for approval.",
        ],
    ),
    en(
        "CS-Staff",
        "1",
        &from::CABINET_DIVISION,
        "Minutes of the inter-provincial meeting on {topic}",
        &[
            "I am directed to enclose the minutes of the inter-provincial meeting held under the chairmanship of the Cabinet Secretary.",
            "The Government of the Punjab is requested to report on the {count} decisions that concern it.",
        ],
        &[
            "Decisions {k} and {m} fall to the Finance and Irrigation Departments, the rest to the Home Department. Extracts were prepared for each.",
            "It is proposed to obtain reports within ten days and to hold a review under the Chief Secretary before the next meeting.",
        ],
    ),
    en(
        "CS-Staff",
        "2",
        &from::COMMISSIONER,
        "Encroachment on land of the {department}, District {district}",
        &[
            "{count2} kanals of land of the {department} are under encroachment in District {district}. The retrieval is hampered by litigation between two departments over its title.",
            "The intervention of the Chief Secretary is solicited.",
        ],
        &[
            "Both departments were heard informally. The record of rights favours the {department}; the other relies on a handing-over note without authority.",
            "It is proposed that the Chief Secretary may hold a meeting with both Secretaries and the Senior Member, Board of Revenue.",
        ],
    ),
    en(
        "CS-Staff",
        "3",
        &from::CM_SECRETARIAT,
        "Fact-finding inquiry into delay of {canal} canal works",
        &[
            "The Chief Minister has taken serious notice of the delay in the works and has directed that an inquiry be conducted by an officer of integrity.",
            "The report may be submitted within three weeks.",
        ],
        &[
            "A panel of three officers of BS-20, none of whom has served in the Irrigation Department, is placed below for selection.",
            "Draft terms of reference, limited to the causes of delay and responsibility for it, are added for approval.",
        ],
    ),
    en(
        "Admn-I",
        "1",
        &from::EMPLOYEE,
        "Allotment of government residence, {person}",
        &[
            "The applicant is serving in the Civil Secretariat for the last {count} years and is residing in rented premises. His name stands at serial {m} of the waiting list of his category.",
            "Allotment of a residence on its turn is requested.",
        ],
        &[
            "The seniority of the waiting list was verified. {k} residences of the category have fallen vacant; the applicant’s turn has come {rule}.",
            "Allotment may be approved on the usual terms.",
        ],
    ),
    en(
        "Admn-I",
        "2",
        &from::CHIEF_SECRETARY_OFFICE,
        "Rationalisation of the transport pool of the {department}",
        &[
            "The Chief Secretary has observed that the {department} holds {count} vehicles beyond its entitlement.",
            "The position may be verified and surplus vehicles be withdrawn to the pool.",
        ],
        &[
            "The department admits {k} vehicles in excess and claims the rest for its field formations, without sanction of the S&GAD.",
            "It is proposed to withdraw the vehicles in excess at once and to ask for the sanction of the others within a week.",
        ],
    ),
    ur(
        "Admn-I",
        "3",
        &from::U_UNION,
        "مطالبات کلرکس ایسوسی ایشن {division}: دفتری اوقات و سہولیات",
        &[
            "ایسوسی ایشن کے {count} نکاتی مطالبات پر گزشتہ اجلاس میں یقین دہانی کرائی گئی تھی، تاہم تاحال نوٹیفکیشن جاری نہیں ہوا۔",
            "استدعا ہے کہ مطالبات پر عملدرآمد کرایا جائے، بصورت دیگر ملازمین قلم چھوڑ احتجاج پر مجبور ہوں گے۔",
        ],
        &[
            "مطالبات کا جائزہ لیا گیا۔ {k} مطالبات محکمہ خزانہ سے متعلق ہیں، باقی انتظامی نوعیت کے ہیں اور ان پر عملدرآمد ممکن ہے۔",
            "تجویز ہے کہ ایسوسی ایشن کے نمائندوں سے ایڈیشنل سیکرٹری کی سطح پر اجلاس منعقد کیا جائے۔",
        ],
    ),
    en(
        "E-II",
        "1",
        &from::IRRIGATION_DEPARTMENT,
        "Placement of services of officers of BS-18 at the disposal of the {department}",
        &[
            "I am directed to say that {k} posts of Deputy Secretary are vacant and work is suffering. A panel of officers may be placed at the disposal of this department.",
            "Preference may be given to officers with experience of development schemes.",
        ],
        &[
            "{count} officers of BS-18 are available for posting. A panel of three for each post is placed below, drawn in order of seniority.",
            "The orders of the competent authority are solicited.",
        ],
    ),
    en(
        "E-II",
        "2",
        &from::EMPLOYEE,
        "Grant of ex-Pakistan leave for {count2} days: {person}",
        &[
            "The applicant intends to perform Umrah and to visit his son abroad. Leave of {count2} days on full pay is at his credit.",
            "Sanction of leave and no-objection certificate is requested.",
        ],
        &[
            "The title to leave was verified by the Accountant General. No inquiry is pending against the officer.",
            "Leave may be sanctioned with permission to go abroad, at his own expense {rule}.",
        ],
    ),
    ur(
        "E-II",
        "3",
        &from::U_COMMISSIONER,
        "حتمی سنیارٹی لسٹ نائب تحصیلداران {division} ڈویژن",
        &[
            "عبوری سنیارٹی لسٹ مشتہر کرنے کے بعد {count} اعتراضات موصول ہوئے جن کی سماعت مکمل کر لی گئی ہے۔",
            "حتمی سنیارٹی لسٹ برائے منظوری ارسال خدمت ہے۔",
        ],
        &[
            "اعتراضات پر فیصلہ جات کا جائزہ لیا گیا۔ {k} ملازمین کی تاریخ تقرری محکمانہ ریکارڈ سے مختلف ہے {rule}۔",
            "تجویز ہے کہ ان کا ریکارڈ طلب کر کے تصدیق کے بعد لسٹ منظور کی جائے۔",
        ],
    ),
    en(
        "Cab-I",
        "1",
        &from::CM_SECRETARIAT,
        "Agenda for the {m}th meeting of the Provincial Cabinet",
        &[
            "The Chief Minister has been pleased to approve the date of the meeting. {count} summaries are to be placed on the agenda.",
            "The agenda and working papers may be circulated seven clear days before the meeting.",
        ],
        &[
            "{count2} summaries were received, of which {k} lack the views of the Law Department and cannot be placed before the Cabinet {rule}.",
            "It is proposed to circulate the agenda without these and to inform the departments.",
        ],
    ),
    en(
        "Cab-I",
        "2",
        &from::PLANNING,
        "Amendment in Schedule II of the Rules of Business: transfer of {topic}",
        &[
            "The subject is at present allocated to two departments, which leads to duplication of work.",
            "It is proposed that it be allocated to one department by an amendment in the Schedule.",
        ],
        &[
            "Views of both departments were obtained; one does not agree. The amendment needs the approval of the Chief Minister after consultation with the Law Department {rule}.",
            "A draft summary is placed below for approval.",
        ],
    ),
    en(
        "CM-Imp",
        "1",
        &from::DEPUTY_COMMISSIONER,
        "Implementation of the Chief Minister’s directive No. {n}: {hospital}, {district}",
        &[
            "In compliance with the directive {percent} per cent of the work has been completed. The remainder awaits release of Rs {amount} million by the Finance Department.",
            "The report is submitted for the perusal of the Chief Minister.",
        ],
        &[
            "The report was checked with the online monitoring of schemes, which shows less progress than claimed.",
            "It is proposed to ask the Commissioner to verify the progress on the spot and to take up the release with the Finance Department.",
        ],
    ),
];
