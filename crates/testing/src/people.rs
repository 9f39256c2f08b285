//! A small government for tests: two departments, nine posts, one person in each.

use chrono::{DateTime, Utc};
use daftar_domain::access::Role;
use daftar_domain::office::{ChargeId, PersonId, PostId, UnitId};
use daftar_persistence::organisation::entities::{charge, person, post, unit};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, DatabaseConnection};
use std::collections::HashMap;
use uuid::Uuid;

/// The people of the test office, by the post that they hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Persona {
    /// Clerk in the registry of Finance; may diarise.
    Clerk,
    /// Section officer (Budget), BPS 17, in section BUD of Finance.
    SectionOfficer,
    /// Section officer (Admin), BPS 17, in section ADM of Finance.
    OtherSectionOfficer,
    /// Deputy secretary (Budget), BPS 19; section officer (Budget) reports to him.
    DeputySecretary,
    /// Secretary of Finance, BPS 20; the deputy secretary reports to him.
    Secretary,
    /// Section officer of the Law department.
    LawOfficer,
    /// Clerk in the registry of Law.
    LawClerk,
    /// Administrator of the organisation.
    Administrator,
    /// Auditor.
    Auditor,
}

impl Persona {
    /// Everybody.
    pub const ALL: &'static [Self] = &[
        Self::Clerk,
        Self::SectionOfficer,
        Self::OtherSectionOfficer,
        Self::DeputySecretary,
        Self::Secretary,
        Self::LawOfficer,
        Self::LawClerk,
        Self::Administrator,
        Self::Auditor,
    ];

    /// His user name.
    pub const fn user_name(self) -> &'static str {
        match self {
            Self::Clerk => "clerk",
            Self::SectionOfficer => "so.budget",
            Self::OtherSectionOfficer => "so.admin",
            Self::DeputySecretary => "ds.budget",
            Self::Secretary => "secretary",
            Self::LawOfficer => "so.law",
            Self::LawClerk => "clerk.law",
            Self::Administrator => "administrator",
            Self::Auditor => "auditor",
        }
    }

    /// The unit of his post, its grade, roles, and whom it reports to.
    fn post(self) -> (&'static str, i16, &'static [Role], Option<Self>) {
        use Role::{Administrator, Auditor, Authenticator, Officer, Registry};
        match self {
            Self::Clerk => ("FD-RI", 11, &[Registry], None),
            Self::SectionOfficer => ("BUD", 17, &[Officer, Authenticator], Some(Self::DeputySecretary)),
            Self::OtherSectionOfficer => ("ADM", 17, &[Officer], Some(Self::DeputySecretary)),
            Self::DeputySecretary => ("FD", 19, &[Officer, Authenticator], Some(Self::Secretary)),
            Self::Secretary => ("FD", 20, &[Officer, Authenticator], None),
            Self::LawOfficer => ("LAW", 17, &[Officer], None),
            Self::LawClerk => ("LAW-RI", 11, &[Registry], None),
            Self::Administrator => ("GOV", 18, &[Administrator], None),
            Self::Auditor => ("GOV", 18, &[Auditor], None),
        }
    }
}

/// What belongs to one persona.
#[derive(Debug, Clone, Copy)]
pub struct PostOf {
    /// The person.
    pub person: PersonId,
    /// The post.
    pub post: PostId,
    /// The charge.
    pub charge: ChargeId,
    /// The unit of the post.
    pub unit: UnitId,
}

/// The ids of everybody and every unit.
#[derive(Debug, Clone)]
pub struct TestOffice {
    people: HashMap<Persona, PostOf>,
    units: HashMap<&'static str, UnitId>,
}

/// Code, kind, parent, English and Urdu name.
const UNITS: &[(&str, &str, Option<&str>, &str, &str)] = &[
    ("GOV", "government", None, "Government of the Province", "حکومتِ صوبہ"),
    ("FD", "department", Some("GOV"), "Finance Department", "محکمہ خزانہ"),
    (
        "FD-RI",
        "registry",
        Some("FD"),
        "Registry, Finance",
        "رجسٹری، محکمہ خزانہ",
    ),
    ("BUD", "section", Some("FD"), "Budget Section", "بجٹ سیکشن"),
    ("ADM", "section", Some("FD"), "Administration Section", "ایڈمن سیکشن"),
    ("LAW", "department", Some("GOV"), "Law Department", "محکمہ قانون"),
    (
        "LAW-RI",
        "registry",
        Some("LAW"),
        "Registry, Law",
        "رجسٹری، محکمہ قانون",
    ),
];

impl TestOffice {
    /// The ids of a persona.
    pub fn of(&self, persona: Persona) -> PostOf {
        self.people[&persona]
    }

    /// The id of a unit by its code: GOV, FD, FD-RI, BUD, ADM, LAW, LAW-RI.
    pub fn unit(&self, code: &str) -> UnitId {
        self.units[code]
    }

    /// Writes units, posts, persons and charges straight into the tables.
    pub(crate) async fn found(raw: &DatabaseConnection, at: DateTime<Utc>) -> Self {
        let mut office = Self {
            people: HashMap::new(),
            units: HashMap::new(),
        };
        for (code, kind, parent, name_en, name_ur) in UNITS {
            let id = Uuid::now_v7();
            let row = unit::ActiveModel {
                id: Set(id),
                parent_id: Set(parent.map(|code| office.units[code].0)),
                kind: Set((*kind).to_owned()),
                code: Set((*code).to_owned()),
                name_en: Set((*name_en).to_owned()),
                name_ur: Set((*name_ur).to_owned()),
                file_number_template: Set(None),
                signs_with_passkeys: Set(false),
                place_en: Set(String::new()),
                place_ur: Set(String::new()),
                address_en: Set(String::new()),
                address_ur: Set(String::new()),
                phone: Set(String::new()),
                email: Set(String::new()),
                closed_at: Set(None),
                version: Set(1),
            };
            row.insert(raw).await.unwrap();
            office.units.insert(code, UnitId(id));
        }
        // Superiors first: their posts are referred to.
        let mut order: Vec<Persona> = Persona::ALL.to_vec();
        order.sort_by_key(|persona| std::cmp::Reverse(persona.post().1));
        for persona in order {
            let ids = office.appoint(raw, persona, at).await;
            office.people.insert(persona, ids);
        }
        office
    }

    async fn appoint(&self, raw: &DatabaseConnection, persona: Persona, at: DateTime<Utc>) -> PostOf {
        let (unit, grade, roles, superior) = persona.post();
        let ids = PostOf {
            person: PersonId(Uuid::now_v7()),
            post: PostId(Uuid::now_v7()),
            charge: ChargeId(Uuid::now_v7()),
            unit: self.units[unit],
        };
        let code = persona.user_name().to_uppercase().replace('.', "-");
        let roles = roles.iter().map(|role| role.as_str()).collect::<Vec<_>>().join(" ");
        let row = post::ActiveModel {
            id: Set(ids.post.0),
            unit_id: Set(ids.unit.0),
            code: Set(code),
            title_en: Set(format!("Post of {persona:?}")),
            title_ur: Set("عہدہ".to_owned()),
            grade: Set(grade),
            reports_to: Set(superior.map(|superior| self.people[&superior].post.0)),
            roles: Set(roles),
            abolished_at: Set(None),
            version: Set(1),
        };
        row.insert(raw).await.unwrap();
        let row = person::ActiveModel {
            id: Set(ids.person.0),
            user_name: Set(persona.user_name().to_owned()),
            name_en: Set(format!("{persona:?}")),
            name_ur: Set("نام".to_owned()),
            email: Set(None),
            language: Set("en".to_owned()),
            deactivated_at: Set(None),
            version: Set(1),
        };
        row.insert(raw).await.unwrap();
        let row = charge::ActiveModel {
            id: Set(ids.charge.0),
            post_id: Set(ids.post.0),
            person_id: Set(ids.person.0),
            kind: Set("substantive".to_owned()),
            from_at: Set(at),
            to_at: Set(None),
        };
        row.insert(raw).await.unwrap();
        ids
    }
}
