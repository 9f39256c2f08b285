//! The papers that were made beforehand: letters in Urdu, a scan without text, a long annex.

use super::catalogue::Sender;
use daftar_domain::office::Language;

/// Bytes that were made beforehand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asset {
    /// The name that it is uploaded under.
    pub(super) file_name: &'static str,
    /// The PDF.
    pub(super) bytes: &'static [u8],
}

/// A letter that was made beforehand: the diary has to say what it says.
#[derive(Debug)]
pub(super) struct Specimen {
    /// The PDF.
    pub(super) asset: Asset,
    /// The section that it goes to.
    pub(super) section: &'static str,
    /// The head of that section.
    pub(super) head: &'static str,
    /// Its language.
    pub(super) language: Language,
    /// Who writes.
    pub(super) sender: Sender,
    /// The letter's date, as year, month, day.
    pub(super) date: (i32, u32, u32),
    /// Its subject.
    pub(super) subject: &'static str,
    /// What the section notes on it.
    pub(super) note: &'static [&'static str],
}

/// The annex of forty pages.
pub(super) const ANNEX: Asset = Asset {
    file_name: "annex-a-on-going-schemes.pdf",
    bytes: include_bytes!("../../demo/papers/annex-schemes.pdf"),
};

/// Every specimen.
pub(super) const SPECIMENS: [Specimen; 7] = [
    Specimen {
        asset: Asset {
            file_name: "ag-excess-expenditure-scan.pdf",
            bytes: include_bytes!("../../demo/papers/scan-audit.pdf"),
        },
        section: "Bud-I",
        head: "5",
        language: Language::English,
        sender: Sender {
            name: "S. Irfan Haider",
            designation: "Deputy Accountant General (B&B)",
            office: "Office of the Accountant General, Punjab",
            address: "Lahore",
            reference: "AGP/B&B/Excess/26-27/3308",
        },
        date: (2026, 10, 9),
        subject: "Excess of expenditure over releases, Grant No. 21 (Irrigation), first quarter 2026-27",
        note: &[
            "The excess of Rs 94.445 million was booked for the closure of breaches after the August floods. No demand for a supplementary grant has been received from the Irrigation Department {rule}.",
            "The Irrigation Department may be asked to explain and to move a regular demand within ten days; the Accountant General may be requested to keep the amount under objection until then.",
        ],
    },
    Specimen {
        asset: Asset {
            file_name: "cm-directive-thq-taunsa.pdf",
            bytes: include_bytes!("../../demo/papers/urdu-directive.pdf"),
        },
        section: "Bud-I",
        head: "3",
        language: Language::Urdu,
        sender: Sender {
            name: "ڈاکٹر سمیرا بلوچ",
            designation: "ایڈیشنل سیکرٹری (رابطہ)",
            office: "وزیر اعلیٰ سیکرٹریٹ",
            address: "8۔ کلب روڈ، لاہور",
            reference: "DS(Imp)/CMO/26/OT-44/11702",
        },
        date: (2026, 10, 26),
        subject: "احکامات وزیر اعلیٰ پنجاب: اپ گریڈیشن تحصیل ہیڈ کوارٹر ہسپتال تونسہ شریف",
        note: &[
            "رواں مالی سال کے میزانیہ میں اس منصوبہ کے لیے کوئی رقم مختص نہیں۔ صحت کے شعبہ کی یکمشت رقم میں سے 60 ملین روپے تاحال غیر مختص ہیں {rule}۔",
            "تجویز ہے کہ محکمہ صحت سے پی سی۔ون کی نقل اور مرحلہ وار ضرورت طلب کی جائے، اور ابتدائی طور پر 60 ملین روپے کی فراہمی پر غور کیا جائے۔",
        ],
    },
    Specimen {
        asset: Asset {
            file_name: "flood-bund-kot-mithan.pdf",
            bytes: include_bytes!("../../demo/papers/urdu-flood.pdf"),
        },
        section: "Works",
        head: "2",
        language: Language::Urdu,
        sender: Sender {
            name: "محمد طیب خان",
            designation: "ڈپٹی کمشنر، راجن پور",
            office: "دفتر ڈپٹی کمشنر، راجن پور",
            address: "راجن پور",
            reference: "DC/RJP/Relief/1874",
        },
        date: (2026, 9, 14),
        subject: "رود کوہی سیلاب سے حفاظتی بند کوٹ مٹھن کو پہنچنے والے نقصانات",
        note: &[
            "چیف انجینئر ڈیرہ غازی خان زون نے نقصان کی تصدیق کی ہے۔ فوری نوعیت کے کاموں کا تخمینہ 22.000 ملین روپے درست ہے، باقی کام ترقیاتی پروگرام میں لیا جا سکتا ہے۔",
            "تجویز ہے کہ فوری کاموں کی منظوری دے کر محکمہ خزانہ سے رقم کے اجراء کی درخواست کی جائے۔",
        ],
    },
    Specimen {
        asset: Asset {
            file_name: "petition-manga-distributary.pdf",
            bytes: include_bytes!("../../demo/papers/urdu-petition.pdf"),
        },
        section: "CM-Coord",
        head: "2",
        language: Language::Urdu,
        sender: Sender {
            name: "محمد اکرم ولد عبدالغفور (نمبردار) و دیگر کاشتکاران",
            designation: "",
            office: "",
            address: "موضع چک 48 / ای بی، تحصیل عارف والا، ضلع پاکپتن",
            reference: "",
        },
        date: (2026, 11, 2),
        subject: "راجباہ مانگا کی ٹیل پر نہری پانی کی عدم دستیابی اور بااثر افراد کی جانب سے پانی چوری",
        note: &[
            "اسی راجباہ سے متعلق دو درخواستیں پہلے بھی موصول ہو چکی ہیں جو محکمہ آبپاشی کو ارسال کی گئیں، تاہم رپورٹ موصول نہیں ہوئی۔",
            "تجویز ہے کہ سیکرٹری آبپاشی سے سات یوم میں موقع کی رپورٹ طلب کی جائے اور کمشنر ساہیوال کو نگرانی کی ہدایت کی جائے۔",
        ],
    },
    Specimen {
        asset: Asset {
            file_name: "shortage-of-medicines-bhakkar.pdf",
            bytes: include_bytes!("../../demo/papers/urdu-medicine.pdf"),
        },
        section: "Hlth-G",
        head: "1",
        language: Language::Urdu,
        sender: Sender {
            name: "ڈاکٹر شازیہ کوثر",
            designation: "چیف ایگزیکٹو آفیسر",
            office: "ضلعی ہیلتھ اتھارٹی، بھکر",
            address: "بھکر",
            reference: "CEO/DHA/BKR/Med/2291",
        },
        date: (2026, 10, 19),
        subject: "ڈسٹرکٹ ہیڈ کوارٹر ہسپتال بھکر میں جان بچانے والی ادویات کی قلت",
        note: &[
            "ڈائریکٹر جنرل صحت عامہ نے قلت کی تصدیق کی ہے۔ نادہندہ فرموں کے خلاف کارروائی سیکشن خریداری میں زیر غور ہے۔",
            "تجویز ہے کہ ایک سہ ماہی کے لیے مقامی خریداری کی حد 25 فیصد تک بڑھانے کی منظوری دی جائے۔",
        ],
    },
    Specimen {
        asset: Asset {
            file_name: "family-pension-rasheeda-bibi.pdf",
            bytes: include_bytes!("../../demo/papers/urdu-pension.pdf"),
        },
        section: "FR",
        head: "4",
        language: Language::Urdu,
        sender: Sender {
            name: "مسماۃ رشیدہ بی بی بیوہ محمد صادق مرحوم",
            designation: "",
            office: "",
            address: "محلہ اسلام پورہ، چیچہ وطنی، ضلع ساہیوال",
            reference: "",
        },
        date: (2026, 10, 5),
        subject: "ادائیگی بقایا جات فیملی پنشن: بیوہ محمد صادق مرحوم، سابق پٹواری نہر",
        note: &[
            "پنشن رولز کے تحت فیملی پنشن تاریخ وفات سے واجب الادا ہے۔ ضلعی اکاؤنٹس آفس کا اعتراض درست نہیں، کیونکہ پنشن کے لیے علیحدہ بجٹ درکار نہیں ہوتا {rule}۔",
            "تجویز ہے کہ اکاؤنٹنٹ جنرل کو پندرہ ماہ کے بقایا جات کی ادائیگی کے لیے تحریر کیا جائے اور سائلہ کو مطلع کیا جائے۔",
        ],
    },
    Specimen {
        asset: Asset {
            file_name: "warabandi-rabi-lbdc.pdf",
            bytes: include_bytes!("../../demo/papers/urdu-warabandi.pdf"),
        },
        section: "Canals",
        head: "1",
        language: Language::Urdu,
        sender: Sender {
            name: "انجینئر محمد فاروق",
            designation: "ایگزیکٹو انجینئر",
            office: "لوئر باری دوآب کینال ڈویژن، ساہیوال",
            address: "ساہیوال",
            reference: "1166-70/W/LBDC",
        },
        date: (2026, 11, 10),
        subject: "ترمیم وارہ بندی پروگرام برائے ربیع 27-2026",
        note: &[
            "بھل صفائی کے شیڈول میں تبدیلی چیف انجینئر نے منظور کر رکھی ہے۔ کسان تنظیموں کی رضامندی شامل ہے اور ٹیل کی ترجیح برقرار رکھی گئی ہے۔",
            "تجویز ہے کہ ترمیم شدہ پروگرام کی منظوری دی جائے۔",
        ],
    },
];
