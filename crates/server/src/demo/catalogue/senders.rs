//! Who writes to the office.

use super::matter::Sender;

macro_rules! senders {
    ($($name:ident: $signs:literal, $designation:literal, $office:literal, $address:literal, $reference:literal;)+) => {$(
        pub(super) const $name: Sender = Sender {
            name: $signs,
            designation: $designation,
            office: $office,
            address: $address,
            reference: $reference,
        };
    )+};
}

senders! {
    ACCOUNTANT_GENERAL: "{person}", "Deputy Accountant General", "Office of the Accountant General, Punjab", "Lahore", "AGP/B&B/{yy}/{n}";
    IRRIGATION_DEPARTMENT: "Amna Khalid", "Deputy Secretary (Works)", "Irrigation Department", "Old Anarkali, Lahore", "SO(Works){k}-{m}/{year}";
    HEALTH_DEPARTMENT: "Dr. Rizwan Ashraf", "Deputy Secretary (General)", "Health Department", "Birdwood Road, Lahore", "F.{k}-{m}/{year}-Hlth-G";
    HOME_DEPARTMENT: "{person}", "Section Officer (Budget)", "Home Department", "Civil Secretariat, Lahore", "SO(Bud)HD/{k}-{m}/{year}";
    PLANNING: "{person}", "Assistant Chief (Water)", "Planning and Development Board", "Civil Secretariat, Lahore", "P&D/ADP/{yy}/{n}";
    SCHOOLS: "{person}", "Section Officer (Accounts)", "School Education Department", "Civil Secretariat, Lahore", "SO(A&A){k}-{m}/{year}";
    DEPUTY_COMMISSIONER: "{person}", "Deputy Commissioner", "Office of the Deputy Commissioner, {district}", "{district}", "DC/{n}/{yy}";
    COMMISSIONER: "{person}", "Additional Commissioner (Coordination)", "Office of the Commissioner, {division} Division", "{division}", "Coord/{n}/{yy}";
    CHIEF_ENGINEER: "Engr. {person}", "Chief Engineer", "Irrigation Zone, {division}", "{division}", "{n}-{m}/W/{yy}";
    EXECUTIVE_ENGINEER: "Engr. {person}", "Executive Engineer", "{canal} Canal Division", "{district}", "{n}/W-{k}";
    MEDICAL_SUPERINTENDENT: "Dr. {person}", "Medical Superintendent", "{hospital}, {district}", "{district}", "MS/{n}/{yy}";
    HEALTH_AUTHORITY: "Dr. {person}", "Chief Executive Officer", "District Health Authority, {district}", "{district}", "CEO/DHA/{n}";
    DIRECTOR_GENERAL: "Dr. Ilyas Gondal", "Director General", "Directorate General of Health Services", "Cooper Road, Lahore", "DGHS/{n}/{yy}";
    PRINCIPAL: "Prof. Dr. {person}", "Principal", "{college}", "{division}", "Prin/{n}/{yy}";
    HIGH_COURT: "{person}", "Deputy Registrar (Judicial)", "Lahore High Court", "Lahore", "W.P. {n}/{year}";
    ADVOCATE_GENERAL: "{person}", "Assistant Advocate General", "Office of the Advocate General, Punjab", "Lahore", "AG/{n}/{yy}";
    ASSEMBLY: "{person}", "Deputy Secretary (Legislation)", "Provincial Assembly of the Punjab", "Lahore", "PAP/Legis-{k}({m})/{year}";
    CM_SECRETARIAT: "Dr. Sumaira Baloch", "Additional Secretary (Coordination)", "Chief Minister's Secretariat", "8-Club Road, Lahore", "DS(Imp)/CMO/{yy}/OT-{k}/{n}";
    CHIEF_SECRETARY_OFFICE: "Hina Rauf", "Deputy Secretary (Staff)", "Office of the Chief Secretary", "Civil Secretariat, Lahore", "PSO/CS/{yy}/{n}";
    CABINET_DIVISION: "{person}", "Section Officer (Coord-II)", "Cabinet Division, Government of Pakistan", "Islamabad", "F.{k}/{m}/{year}-Coord";
    AUDIT: "{person}", "Director", "Directorate General of Audit, Punjab", "Lahore", "DGA/Pb/{n}";
    CONTRACTOR: "{person}", "Managing Partner", "M/s {firm}", "{division}", "";
    EMPLOYEE: "{person}", "Assistant (BPS-{bps})", "Civil Secretariat", "Lahore", "";
    MEMBER: "{person}, MPA", "Member, Provincial Assembly (PP-{m})", "Provincial Assembly of the Punjab", "Lahore", "";

    U_DEPUTY_COMMISSIONER: "{person}", "ڈپٹی کمشنر", "دفتر ڈپٹی کمشنر، {district}", "{district}", "DC/{n}/{yy}";
    U_EXECUTIVE_ENGINEER: "انجینئر {person}", "ایگزیکٹو انجینئر", "{canal} کینال ڈویژن", "{district}", "{n}/W-{k}";
    U_SUPERINTENDING: "انجینئر {person}", "سپرنٹنڈنگ انجینئر", "{canal} کینال سرکل", "{division}", "{n}-{m}/Rev";
    U_HEALTH_AUTHORITY: "ڈاکٹر {person}", "چیف ایگزیکٹو آفیسر", "ضلعی ہیلتھ اتھارٹی، {district}", "{district}", "CEO/DHA/{n}";
    U_MEDICAL_SUPERINTENDENT: "ڈاکٹر {person}", "میڈیکل سپرنٹنڈنٹ", "{hospital}، {district}", "{district}", "MS/{n}/{yy}";
    U_CITIZEN: "{person}", "ساکن چک {m}، تحصیل {district}", "", "چک {m}، ضلع {district}", "";
    U_PENSIONER: "{person}", "ریٹائرڈ ملازم (گریڈ {bps})", "", "محلہ اسلام پورہ، {district}", "";
    U_FARMERS: "{person} و دیگر کاشتکاران", "کاشتکاران موضع چک {m}", "", "چک {m}، تحصیل و ضلع {district}", "";
    U_CM_SECRETARIAT: "ڈاکٹر سمیرا بلوچ", "ایڈیشنل سیکرٹری (رابطہ)", "وزیر اعلیٰ سیکرٹریٹ", "8۔ کلب روڈ، لاہور", "DS(Imp)/CMO/{yy}/OT-{k}/{n}";
    U_TEACHER: "{person}", "صدر معلم، گورنمنٹ ہائی سکول چک {m}", "محکمہ سکول ایجوکیشن", "{district}", "{n}/GHS";
    U_UNION: "{person}", "صدر، آل پاکستان کلرکس ایسوسی ایشن", "آل پاکستان کلرکس ایسوسی ایشن، {division}", "{division}", "APCA/{n}";
    U_COMMISSIONER: "{person}", "کمشنر", "دفتر کمشنر، {division} ڈویژن", "{division}", "Rev/{n}/{yy}";
    U_OMBUDSMAN: "{person}", "رجسٹرار", "دفتر محتسب پنجاب", "بینک روڈ، لاہور", "POP/{n}/{yy}";
}
