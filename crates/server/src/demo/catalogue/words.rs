//! The words that fill the places in the texts: `(English, Urdu)`.

/// Districts.
pub(super) const DISTRICTS: &[(&str, &str)] = &[
    ("Attock", "اٹک"),
    ("Bahawalnagar", "بہاولنگر"),
    ("Bahawalpur", "بہاولپور"),
    ("Bhakkar", "بھکر"),
    ("Chakwal", "چکوال"),
    ("Chiniot", "چنیوٹ"),
    ("Faisalabad", "فیصل آباد"),
    ("Gujrat", "گجرات"),
    ("Hafizabad", "حافظ آباد"),
    ("Jhang", "جھنگ"),
    ("Jhelum", "جہلم"),
    ("Kasur", "قصور"),
    ("Khanewal", "خانیوال"),
    ("Khushab", "خوشاب"),
    ("Layyah", "لیہ"),
    ("Lodhran", "لودھراں"),
    ("Mianwali", "میانوالی"),
    ("Muzaffargarh", "مظفر گڑھ"),
    ("Narowal", "نارووال"),
    ("Okara", "اوکاڑہ"),
    ("Pakpattan", "پاکپتن"),
    ("Rahim Yar Khan", "رحیم یار خان"),
    ("Rajanpur", "راجن پور"),
    ("Sheikhupura", "شیخوپورہ"),
    ("Sialkot", "سیالکوٹ"),
    ("Toba Tek Singh", "ٹوبہ ٹیک سنگھ"),
    ("Vehari", "وہاڑی"),
];

/// Divisions.
pub(super) const DIVISIONS: &[(&str, &str)] = &[
    ("Lahore", "لاہور"),
    ("Multan", "ملتان"),
    ("Rawalpindi", "راولپنڈی"),
    ("Sargodha", "سرگودھا"),
    ("Sahiwal", "ساہیوال"),
    ("Gujranwala", "گوجرانوالہ"),
    ("Dera Ghazi Khan", "ڈیرہ غازی خان"),
];

/// Canals and distributaries.
pub(super) const CANALS: &[(&str, &str)] = &[
    ("Lower Bari Doab", "لوئر باری دوآب"),
    ("Upper Chenab", "اپر چناب"),
    ("Lower Jhelum", "لوئر جہلم"),
    ("Thal", "تھل"),
    ("Fordwah", "فورڈواہ"),
    ("Eastern Sadiqia", "ایسٹرن صادقیہ"),
    ("Pakpattan", "پاکپتن"),
    ("Muzaffargarh", "مظفر گڑھ"),
    ("Panjnad", "پنجند"),
    ("Rangpur", "رنگ پور"),
    ("Haveli", "حویلی"),
    ("Sidhnai", "سدھنائی"),
];

/// Hospitals, without their district.
pub(super) const HOSPITALS: &[(&str, &str)] = &[
    ("DHQ Hospital", "ڈسٹرکٹ ہیڈ کوارٹر ہسپتال"),
    ("THQ Hospital", "تحصیل ہیڈ کوارٹر ہسپتال"),
    ("Government Maternity Hospital", "گورنمنٹ زچہ بچہ ہسپتال"),
    ("Trauma Centre", "ٹراما سنٹر"),
    ("Government Eye Hospital", "گورنمنٹ آئی ہسپتال"),
];

/// Medical colleges.
pub(super) const COLLEGES: &[(&str, &str)] = &[
    ("Government Medical College, Sahiwal", "گورنمنٹ میڈیکل کالج، ساہیوال"),
    ("Sargodha Medical College", "سرگودھا میڈیکل کالج"),
    ("Gujranwala Medical College", "گوجرانوالہ میڈیکل کالج"),
    ("Ghazi Khan Medical College", "غازی خان میڈیکل کالج"),
];

/// Departments that write to others.
pub(super) const DEPARTMENTS: &[(&str, &str)] = &[
    ("Communication and Works Department", "محکمہ مواصلات و تعمیرات"),
    ("School Education Department", "محکمہ سکول ایجوکیشن"),
    ("Agriculture Department", "محکمہ زراعت"),
    ("Livestock Department", "محکمہ لائیو سٹاک"),
    ("Home Department", "محکمہ داخلہ"),
    ("Local Government Department", "محکمہ مقامی حکومت"),
    ("Housing and Urban Development Department", "محکمہ ہاؤسنگ"),
    ("Forest Department", "محکمہ جنگلات"),
];

/// Firms.
pub(super) const FIRMS: &[(&str, &str)] = &[
    ("Chenab Constructors", "چناب کنسٹرکٹرز"),
    ("Al-Noor Engineering", "النور انجینئرنگ"),
    ("Indus Pharma Traders", "انڈس فارما ٹریڈرز"),
    ("Rehman Brothers", "رحمان برادرز"),
    ("Potohar Surgical Works", "پوٹھوہار سرجیکل ورکس"),
];

/// People who write or are written about.
pub(super) const PEOPLE: &[(&str, &str)] = &[
    ("Abdul Rauf Sial", "عبدالرؤف سیال"),
    ("Muhammad Nawaz Khokhar", "محمد نواز کھوکھر"),
    ("Shabana Kausar", "شبانہ کوثر"),
    ("Rana Muhammad Yasin", "رانا محمد یٰسین"),
    ("Ijaz Ahmad Tarar", "اعجاز احمد تارڑ"),
    ("Samina Akhtar", "ثمینہ اختر"),
    ("Ghulam Murtaza Laghari", "غلام مرتضیٰ لغاری"),
    ("Tariq Javed Awan", "طارق جاوید اعوان"),
    ("Nasreen Fatima", "نسرین فاطمہ"),
    ("Muhammad Akram Dogar", "محمد اکرم ڈوگر"),
    ("Syed Mubashar Hussain", "سید مبشر حسین"),
    ("Haji Muhammad Siddique", "حاجی محمد صدیق"),
    ("Rashid Minhas Virk", "راشد منہاس ورک"),
    ("Uzma Yaqoob", "عظمیٰ یعقوب"),
    ("Chaudhry Liaqat Ali", "چوہدری لیاقت علی"),
    ("Noor Muhammad Leghari", "نور محمد لغاری"),
    ("Bushra Mumtaz", "بشریٰ ممتاز"),
    ("Mehboob Alam", "محبوب عالم"),
    ("Sajjad Haider Naqvi", "سجاد حیدر نقوی"),
    ("Arslan Mukhtar", "ارسلان مختار"),
];

/// The months.
pub(super) const MONTHS: [(&str, &str); 12] = [
    ("January", "جنوری"),
    ("February", "فروری"),
    ("March", "مارچ"),
    ("April", "اپریل"),
    ("May", "مئی"),
    ("June", "جون"),
    ("July", "جولائی"),
    ("August", "اگست"),
    ("September", "ستمبر"),
    ("October", "اکتوبر"),
    ("November", "نومبر"),
    ("December", "دسمبر"),
];

/// Laws.
pub(super) const ACTS: &[(&str, &str)] = &[
    ("Water", "آب پنجاب"),
    ("Local Government", "مقامی حکومت پنجاب"),
    ("Protection of Pensioners", "تحفظ پنشنرز پنجاب"),
    ("Public Health", "صحت عامہ پنجاب"),
    ("Financial Management", "مالیاتی نظم و نسق پنجاب"),
];

/// Topics of meetings.
pub(super) const TOPICS: &[(&str, &str)] = &[
    ("flood preparedness", "سیلاب سے بچاؤ کی تیاری"),
    ("wheat procurement", "گندم کی خریداری"),
    ("polio eradication", "انسداد پولیو"),
    ("smog and clean air", "سموگ و صاف ہوا"),
    ("ease of doing business", "کاروبار میں آسانی"),
    ("water apportionment", "پانی کی تقسیم"),
];
