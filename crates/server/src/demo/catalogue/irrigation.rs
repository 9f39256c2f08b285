//! Cases of the Irrigation Department.

use super::matter::{Matter, en, ur};
use super::senders as from;

pub(super) const CASES: &[Matter] = &[
    en(
        "Works",
        "1",
        &from::CHIEF_ENGINEER,
        "Revised PC-I: rehabilitation of {canal} main canal, RD 0 to RD {rd}",
        &[
            "The scheme was approved at Rs {amount} million. Owing to the escalation in the rates of steel and cement, and to additional lining directed during inspection, the cost has risen to Rs {amount2} million, i.e. beyond the permissible limit of fifteen per cent.",
            "The revised PC-I, duly vetted by the design wing, is submitted for placing before the Provincial Development Working Party.",
        ],
        &[
            "The revision was examined. {percent} per cent of the increase is due to rates and the rest to the change of scope, for which the approval of the competent forum was not obtained beforehand.",
            "It is proposed to call for the justification of the change of scope from the Chief Engineer and, subject to it, to forward the revised PC-I to the Planning and Development Board.",
        ],
    ),
    en(
        "Works",
        "2",
        &from::DEPUTY_COMMISSIONER,
        "Restoration of flood bund damaged near Chak {m}, District {district}",
        &[
            "The flood bund near Chak {m} has suffered erosion over a length of {count} hundred feet during the last spell. {count2} villages and the road to {district} are exposed.",
            "The Executive Engineer has estimated Rs {amount} million for stone pitching before the next season. It is requested that the work may be sanctioned on emergent basis.",
        ],
        &[
            "The site was inspected by the Superintending Engineer. The damage is confirmed; the estimate, however, includes raising of the bund, which is not emergent and may be taken up in the ADP.",
            "If agreed, the emergent portion at Rs {amount} million may be sanctioned from the flood restoration allocation, and the Finance Department approached for the release.",
        ],
    ),
    en(
        "Works",
        "3",
        &from::CONTRACTOR,
        "Claim of price variation of Rs {amount} million: {canal} barrage gates",
        &[
            "Our firm is executing the replacement of gates. The agreement provides for price variation on steel. The claim for the last two quarters, Rs {amount} million, has been submitted to the Project Director without result.",
            "We request that the claim may be decided, failing which we shall be constrained to invoke the arbitration clause.",
        ],
        &[
            "The Project Director has reported that the claim was calculated on the base price of the wrong month. Recalculated, it comes to Rs {amount2} million.",
            "The Law Department may be asked whether the notice of the firm is within the time that the agreement allows; meanwhile the undisputed amount may be paid.",
        ],
    ),
    ur(
        "Canals",
        "1",
        &from::U_EXECUTIVE_ENGINEER,
        "منظوری وارہ بندی پروگرام {canal} کینال برائے خریف {year}",
        &[
            "بحوالہ مراسلہ نمبر {ref} مورخہ {date} عرض ہے کہ {canal} کینال ڈویژن کا وارہ بندی پروگرام برائے خریف کسان تنظیموں سے مشاورت کے بعد تیار کر لیا گیا ہے۔",
            "پروگرام کے مطابق {count} راجباہوں کو تین گروپوں میں تقسیم کیا گیا ہے۔ منظوری مرحمت فرمائی جائے۔",
        ],
        &[
            "پروگرام کا جائزہ لیا گیا۔ دستیاب پانی کے تخمینہ میں {percent} فیصد کمی کو مدنظر رکھا گیا ہے، البتہ ٹیل کے راجباہوں کو دوسری ترجیح پر رکھا گیا ہے جو محکمہ کی پالیسی کے منافی ہے {rule}۔",
            "تجویز ہے کہ ٹیل کے راجباہوں کو پہلی ترجیح دیتے ہوئے پروگرام منظور کر لیا جائے۔",
        ],
    ),
    ur(
        "Canals",
        "2",
        &from::U_FARMERS,
        "شکایت پانی چوری راجباہ {canal}، موضع چک {m}، ضلع {district}",
        &[
            "مؤدبانہ گزارش ہے کہ راجباہ {canal} پر بااثر افراد نے {count} مقامات پر موگہ جات توڑ رکھے ہیں جس سے ٹیل کے کاشتکار پانی سے محروم ہیں۔",
            "متعدد درخواستوں کے باوجود فیلڈ عملہ نے کوئی کارروائی نہیں کی۔ التماس ہے کہ موقع ملاحظہ کرا کے ذمہ داران کے خلاف کارروائی کی جائے۔",
        ],
        &[
            "ایگزیکٹو انجینئر سے رپورٹ طلب کی گئی۔ رپورٹ کے مطابق {count2} مقامات پر پانی چوری ثابت ہوئی اور مقدمات کے اندراج کے لیے استغاثہ جات پولیس کو ارسال کر دیے گئے ہیں {rule}۔",
            "فیلڈ عملہ کی ملی بھگت کا پہلو بھی زیر غور ہے۔ تجویز ہے کہ سپرنٹنڈنگ انجینئر کو پندرہ یوم میں محکمانہ انکوائری مکمل کرنے کی ہدایت کی جائے۔",
        ],
    ),
    en(
        "Canals",
        "3",
        &from::EXECUTIVE_ENGINEER,
        "Remodelling of {count} outlets on {canal} distributary",
        &[
            "Consequent upon the re-survey of the culturable command area, {count} outlets of the distributary require remodelling. The cases have been prepared under the Canal and Drainage Act and objections were heard.",
            "The statement is submitted for approval of the competent authority.",
        ],
        &[
            "The statement was checked. In {count2} cases the increase of discharge exceeds ten per cent, for which the sanction of the Chief Engineer is not enough {rule}.",
            "It is proposed to return these cases for completion and to approve the remaining ones.",
        ],
    ),
    ur(
        "Canals",
        "3",
        &from::U_CITIZEN,
        "درخواست منظوری موگہ برائے رقبہ واقع چک {m}، ضلع {district}",
        &[
            "گزارش ہے کہ سائل کا {count2} ایکڑ رقبہ نہری کھاتہ میں شامل ہے مگر موگہ دور ہونے کی وجہ سے پانی نہیں پہنچتا۔",
            "استدعا ہے کہ نیا موگہ منظور فرمایا جائے۔ نقل فرد اور عکس شجرہ لف ہے۔",
        ],
        &[
            "ضلعدار کی رپورٹ کے مطابق رقبہ کمانڈ ایریا میں شامل ہے، تاہم نئے موگہ سے زیریں حصہ داروں کا حق متاثر ہو سکتا ہے۔ ان کے اعتراضات کی سماعت ابھی باقی ہے۔",
            "تجویز ہے کہ معاملہ ڈویژنل کینال آفیسر کو حسب ضابطہ سماعت کے لیے بھجوا دیا جائے۔",
        ],
    ),
    ur(
        "Canals",
        "1",
        &from::U_SUPERINTENDING,
        "بھل صفائی مہم {canal} کینال: رپورٹ پیش رفت",
        &[
            "حسب الہدایت عرض ہے کہ {canal} کینال سرکل میں بھل صفائی کا {percent} فیصد کام مکمل ہو چکا ہے۔ مشینری کی کمی کے باعث {count} راجباہوں پر کام تاخیر کا شکار ہے۔",
            "مزید {count2} ایکسکویٹر مشینوں کی فراہمی کی درخواست ہے۔",
        ],
        &[
            "رپورٹ کا موازنہ مقررہ ہدف سے کیا گیا۔ ہدف کے مطابق کام مقررہ تاریخ تک مکمل ہونا ہے؛ موجودہ رفتار سے دس یوم کی تاخیر متوقع ہے۔",
            "مشینری پول میں مشینیں دستیاب ہیں۔ تجویز ہے کہ فوری طور پر سرکل کو منتقل کر دی جائیں۔",
        ],
    ),
    en(
        "Irr-E",
        "1",
        &from::CHIEF_ENGINEER,
        "Posting of Sub-Divisional Officers against {count} vacant posts, {division} Zone",
        &[
            "{count} sub-divisions of this zone are without a Sub-Divisional Officer. The charge has been given to officers of neighbouring sub-divisions, which is affecting the regulation of canals.",
            "It is requested that officers may be posted against the vacant posts at the earliest.",
        ],
        &[
            "{count2} officers are awaiting posting at the headquarters and the recommendees of the Public Service Commission will join next month.",
            "A panel is placed below for the orders of the competent authority. The ban on transfers does not apply to postings against vacant posts.",
        ],
    ),
];
