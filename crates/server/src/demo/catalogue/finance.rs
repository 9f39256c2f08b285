//! Cases of the Finance Department.

use super::matter::{Matter, en, ur};
use super::senders as from;

pub(super) const CASES: &[Matter] = &[
    en(
        "Bud-I",
        "3",
        &from::IRRIGATION_DEPARTMENT,
        "Release of Rs {amount} million for lining of {canal} distributary, District {district}",
        &[
            "I am directed to refer to the subject cited above and to state that the scheme “Concrete lining of {canal} distributary, RD 0 to RD {rd}” was approved at a cost of Rs {amount2} million and stands at serial {count} of the Annual Development Programme {fy}.",
            "The amount released for the first quarter has been utilised and the contractor’s running bills are pending. The closure of the canal begins shortly and the work cannot be resumed before the next one.",
            "It is therefore requested that a sum of Rs {amount} million may kindly be released for the second quarter.",
        ],
        &[
            "The scheme is reflected in the ADP {fy} with an allocation of Rs {amount2} million. Utilisation of the first release, as certified by the Chief Engineer, is {percent} per cent. The release policy {policy} allows the second instalment where utilisation exceeds fifty per cent.",
            "The demand of Rs {amount} million is within the allocation and the ways-and-means position permits it. If agreed, release may be authorised subject to the usual codal formalities and pre-audit by the Accountant General.",
        ],
    ),
    en(
        "Bud-I",
        "3",
        &from::HOME_DEPARTMENT,
        "Release of funds on account of POL and repair of vehicles of District Police, {district}",
        &[
            "I am directed to say that the allocation of District Police {district} under the object heads A03807 (POL) and A13001 (repair of transport) has been exhausted on account of law and order duties.",
            "The Inspector General has asked for Rs {amount} million to meet the requirement up to the close of the quarter. Early release is solicited.",
        ],
        &[
            "The budget estimates {fy} carry Rs {amount2} million under the relevant object heads, of which {percent} per cent stands released. Release of the balance before its quarter needs relaxation of the policy {policy}.",
            "The Home Department has not furnished the reconciled expenditure statement. It is proposed to release one half of the demand and to ask for the statement within a fortnight.",
        ],
    ),
    en(
        "Bud-I",
        "5",
        &from::HEALTH_DEPARTMENT,
        "Supplementary grant of Rs {amount} million for purchase of medicines, {hospital}, {district}",
        &[
            "I am directed to state that {hospital}, {district} has spent its allocation for medicines owing to the outbreak of dengue in the district. Liabilities of Rs {amount2} million towards suppliers are outstanding.",
            "The Minister for Health has desired that the supply shall not be interrupted. A supplementary grant of Rs {amount} million is requested under Grant No. {count}.",
        ],
        &[
            "The expenditure could not be foreseen when the estimates were framed. Savings of Rs {amount2} million have been reported by the same department under employee related expenses; a supplementary grant is, therefore, avoidable to that extent.",
            "It is proposed that the department may first re-appropriate its savings and that the balance be placed before the Supplementary Grants Committee {rule}.",
        ],
    ),
    en(
        "Bud-I",
        "8",
        &from::PLANNING,
        "Budget estimates {fy_next}: ceilings for the development programme, {department}",
        &[
            "Please refer to the Budget Call Circular for {fy_next}. The {department} has proposed a portfolio of {count} on-going and {count2} new schemes with a demand of Rs {amount2} million against the indicative ceiling of Rs {amount} million.",
            "The Board is of the view that on-going schemes above eighty per cent physical progress shall be funded fully. Concurrence of the Finance Department to the revised ceiling is requested.",
        ],
        &[
            "The ceilings were approved by the Resource Committee and conveyed with the Budget Call Circular. An upward revision for one department will have to be found within the overall envelope of the Medium Term Fiscal Framework.",
            "It is proposed to regret the request at this stage and to advise the {department} to rationalise its new schemes; the position may be reviewed after the third quarter.",
        ],
    ),
    en(
        "Bud-I",
        "5",
        &from::ACCOUNTANT_GENERAL,
        "Excess of expenditure over releases under Grant No. {count}, {month}",
        &[
            "The monthly accounts for {month} show expenditure of Rs {amount2} million against cumulative releases that fall short by Rs {amount} million. The excess has been booked provisionally under objection.",
            "It is requested that the releases be regularised or the excess be surrendered by re-appropriation before the accounts of the next month are closed.",
        ],
        &[
            "The excess was caused by payments made in anticipation of sanction. Expenditure without release is not permissible {rule}; the drawing officers have therefore to explain.",
            "It is proposed that the administrative department be asked to fix responsibility and to move a regular demand within ten days, and that the Accountant General be informed accordingly.",
        ],
    ),
    ur(
        "Bud-I",
        "3",
        &from::U_DEPUTY_COMMISSIONER,
        "اجرائے فنڈز مبلغ {amount} ملین روپے برائے رمضان سستا بازار، ضلع {district}",
        &[
            "بحوالہ مراسلہ نمبر {ref} مورخہ {date} عرض ہے کہ ضلع {district} میں {count} سستے بازاروں کے قیام کے لیے مبلغ {amount2} ملین روپے درکار تھے، جن میں سے تاحال کوئی رقم موصول نہیں ہوئی۔",
            "ٹینٹ، روشنی اور سکیورٹی کے انتظامات کے واجبات ادا نہ ہونے کی وجہ سے فراہم کنندگان مزید خدمات دینے سے انکاری ہیں۔ استدعا ہے کہ مبلغ {amount} ملین روپے فوری جاری فرمائے جائیں۔",
        ],
        &[
            "میزانیہ {fy} میں اس مقصد کے لیے یکمشت رقم مختص ہے اور ضلع {district} کا حصہ {amount2} ملین روپے بنتا ہے۔ گزشتہ سال کے اخراجات کا گوشوارہ موصول ہو چکا ہے اور درست پایا گیا۔",
            "تجویز ہے کہ مبلغ {amount} ملین روپے حسب ضابطہ {policy} جاری کر دیے جائیں۔ مسودہ مراسلہ برائے منظوری پیش خدمت ہے۔",
        ],
    ),
    en(
        "Bud-II",
        "2",
        &from::SCHOOLS,
        "Re-appropriation of Rs {amount} million within the grant of the School Education Department",
        &[
            "I am directed to enclose a statement of re-appropriation of Rs {amount} million from pay of vacant posts to utilities and furniture of {count} high schools of District {district}.",
            "The re-appropriation is within the same grant and does not involve a new service. Approval is requested.",
        ],
        &[
            "Funds provided for employee related expenses cannot be diverted to other heads without the concurrence of this department {rule}. The vacancies have been verified from the monthly pay roll: the saving is genuine.",
            "Concurrence to Rs {amount} million may be accorded, provided that no demand is made later in the year under the head from which it is taken.",
        ],
    ),
    ur(
        "Bud-II",
        "4",
        &from::U_HEALTH_AUTHORITY,
        "واپسی بچت مبلغ {amount} ملین روپے بابت مالی سال {fy}، ضلعی ہیلتھ اتھارٹی {district}",
        &[
            "حسب ہدایت محکمہ خزانہ عرض ہے کہ ضلعی ہیلتھ اتھارٹی {district} میں {count} خالی آسامیوں کی وجہ سے تنخواہوں کی مد میں مبلغ {amount} ملین روپے کی بچت متوقع ہے۔",
            "گوشوارہ بچت برائے منظوری واپسی ارسال خدمت ہے۔",
        ],
        &[
            "گوشوارہ کی پڑتال کی گئی۔ خالی آسامیوں کی تعداد اکاؤنٹنٹ جنرل کے ریکارڈ سے مطابقت رکھتی ہے، تاہم یوٹیلیٹی بلوں کی مد میں مبلغ {amount2} ملین روپے کے واجبات ظاہر نہیں کیے گئے۔",
            "تجویز ہے کہ واجبات منہا کر کے باقی رقم کی واپسی منظور کی جائے۔",
        ],
    ),
    en(
        "Exp-I",
        "1",
        &from::HEALTH_DEPARTMENT,
        "Creation of {count} posts for the {hospital}, {district}",
        &[
            "The {hospital}, {district} has been upgraded and its new block is complete. According to the yardstick of the department {count} posts of various cadres are needed to make it functional.",
            "A statement of posts with financial implication of Rs {amount} million a year is enclosed for concurrence.",
        ],
        &[
            "The proposal was compared with the approved yardstick. {count2} of the posts asked for exceed it, and class-IV staff is to be outsourced under the austerity measures {policy}.",
            "It is proposed to agree to the posts within the yardstick, on contract, with effect from the first of the coming month, at an annual cost of Rs {amount} million.",
        ],
    ),
    en(
        "Exp-I",
        "2",
        &from::DEPUTY_COMMISSIONER,
        "Relaxation of ban on purchase of vehicles: {count} vehicles for the Assistant Commissioners of District {district}",
        &[
            "The vehicles in use of the Assistant Commissioners of this district have run more than 400,000 km each and have been declared beyond economical repair by the Motor Vehicle Examiner.",
            "It is requested that the ban may be relaxed for the purchase of {count} vehicles at a cost of Rs {amount} million.",
        ],
        &[
            "There is a complete ban on the purchase of vehicles, relaxable by the Austerity Committee on the recommendation of this department {policy}. The condemnation certificates are in order.",
            "As the S&GAD pool holds surplus vehicles, it is proposed to refer the case to that department for allocation from the pool before it is placed before the committee.",
        ],
    ),
    en(
        "Exp-I",
        "3",
        &from::CONTRACTOR,
        "Payment of pending liabilities of Rs {amount} million: maintenance of {hospital}, {district}",
        &[
            "We executed the annual maintenance of {hospital}, {district} under an agreement of the last financial year. The work was completed in time and measured, yet our final bill of Rs {amount} million remains unpaid.",
            "Repeated requests to the executing agency have been of no avail. We request that funds may be provided and the payment released.",
        ],
        &[
            "A report was obtained from the executing agency. The liability is admitted and was created within the allocation, but the bill was presented after the closing of accounts.",
            "Pending liabilities of a closed year are to be met out of the current allocation of the department {rule}. It is proposed to advise the department accordingly and to inform the firm.",
        ],
    ),
    en(
        "FR",
        "1",
        &from::AUDIT,
        "Clarification on admissibility of special allowance to officers holding additional charge",
        &[
            "During audit of the accounts of {district} it was noticed that special allowance has been drawn by {count} officers for posts held as additional charge for more than six months.",
            "The rules are silent on its continuance beyond that period. A clarification may kindly be issued so that the paras can be settled.",
        ],
        &[
            "The additional charge allowance is limited to six months, extendable with the concurrence of this department {rule}. The special allowance is attached to the substantive post only.",
            "A clarification to this effect is placed below. If approved, it will be circulated to all administrative departments and the Accountant General.",
        ],
    ),
    en(
        "FR",
        "2",
        &from::PLANNING,
        "Enhancement of delegated financial powers for approval of development schemes",
        &[
            "The limits of the Delegation of Financial Powers Rules were last revised some years ago. In view of the rise in construction costs the Departmental Development Sub-Committees are handling fewer schemes than intended.",
            "It is proposed to raise the limit of category-I officers to Rs {amount} million. Views of the Finance Department are requested.",
        ],
        &[
            "The proposal was examined with the data of the last two years: {percent} per cent of the schemes fall between the present limit and the one proposed.",
            "An increase is justified. It is proposed to support it with the condition of a quarterly report, and to seek the vetting of the Law Department for the amendment {rule}.",
        ],
    ),
    ur(
        "FR",
        "4",
        &from::U_PENSIONER,
        "ادائیگی بقایا جات پنشن و کمیوٹیشن، {person}، ریٹائرڈ ملازم ضلع {district}",
        &[
            "گزارش ہے کہ سائل مورخہ {date} کو ساٹھ سال عمر پوری ہونے پر ریٹائر ہوا مگر کمیوٹیشن کی رقم اور {count} ماہ کی پنشن تاحال ادا نہیں کی گئی۔",
            "ضلعی اکاؤنٹس آفس کے بارہا چکر لگانے کے باوجود ہر بار نیا اعتراض لگا دیا جاتا ہے۔ استدعا ہے کہ بقایا جات کی ادائیگی کا حکم صادر فرمایا جائے۔",
        ],
        &[
            "اکاؤنٹنٹ جنرل سے رپورٹ طلب کی گئی۔ ملازم کی سروس بک میں دو سال کی رخصت بلا تنخواہ کا اندراج تصدیق شدہ نہ ہونے کی وجہ سے کیس پر اعتراض لگایا گیا تھا۔",
            "متعلقہ محکمہ نے تصدیق ارسال کر دی ہے۔ تجویز ہے کہ اکاؤنٹنٹ جنرل کو ادائیگی کے لیے تحریر کر دیا جائے {rule}۔",
        ],
    ),
    ur(
        "FR",
        "4",
        &from::U_UNION,
        "ادائیگی گروپ انشورنس و بہبود فنڈ بروقت ریٹائرمنٹ، ملازمین {division} ڈویژن",
        &[
            "ایسوسی ایشن ہٰذا کی توجہ میں لایا گیا ہے کہ {division} ڈویژن کے {count} ریٹائرڈ ملازمین کے گروپ انشورنس کے کیس ایک سال سے زائد عرصہ سے زیر التوا ہیں۔",
            "مطالبہ ہے کہ تمام کیس ایک ماہ کے اندر نمٹائے جائیں اور تاخیر کے ذمہ داران کا تعین کیا جائے۔",
        ],
        &[
            "فہرست کے مطابق {count} میں سے {count2} کیس نامکمل ہیں اور متعلقہ دفاتر کو واپس بھجوائے جا چکے ہیں۔ باقی کیس بورڈ کے آئندہ اجلاس میں رکھے جا رہے ہیں۔",
            "ایسوسی ایشن کو صورت حال سے آگاہ کرنے کا مسودہ برائے منظوری پیش ہے۔",
        ],
    ),
];
