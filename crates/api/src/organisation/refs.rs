//! Units, persons and posts as other pages mention them.

use crate::office::examples;
use crate::office::words;
use daftar_application::organisation;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A unit as other pages mention it.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(example = json!(examples::section()))]
pub struct UnitRef {
    /// Its id.
    pub id: Uuid,
    /// Its code.
    #[schema(example = "FD-BUDGET-1")]
    pub code: String,
    /// Its kind.
    #[schema(value_type = words::UnitKind, example = "section")]
    pub kind: String,
    /// Its English name.
    #[schema(example = "Budget Section I")]
    pub name_en: String,
    /// Its Urdu name.
    #[schema(example = "بجٹ سیکشن اوّل")]
    pub name_ur: String,
}

/// A person as other pages mention him.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(example = json!(examples::bilal()))]
pub struct PersonRef {
    /// His id.
    pub id: Uuid,
    /// His name in English.
    #[schema(example = "Ayesha Khan")]
    pub name_en: String,
    /// His name in Urdu.
    #[schema(example = "عائشہ خان")]
    pub name_ur: String,
}

/// A post as other pages mention it, with whoever holds it now.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(example = json!(examples::section_officer()))]
pub struct PostRef {
    /// Its id.
    pub id: Uuid,
    /// Its English title.
    #[schema(example = "Section Officer (Budget-I)")]
    pub title_en: String,
    /// Its Urdu title.
    #[schema(example = "سیکشن آفیسر (بجٹ اوّل)")]
    pub title_ur: String,
    /// Its grade (BPS).
    #[schema(example = 17)]
    pub grade: i16,
    /// Its unit.
    pub unit: UnitRef,
    /// Who holds it now; null where it is vacant.
    #[schema(required = true)]
    pub holder: Option<PersonRef>,
}

impl From<organisation::UnitRef> for UnitRef {
    fn from(unit: organisation::UnitRef) -> Self {
        Self {
            id: unit.id.0,
            code: unit.code,
            kind: unit.kind,
            name_en: unit.name_en,
            name_ur: unit.name_ur,
        }
    }
}

impl From<organisation::PersonRef> for PersonRef {
    fn from(person: organisation::PersonRef) -> Self {
        Self {
            id: person.id.0,
            name_en: person.name_en,
            name_ur: person.name_ur,
        }
    }
}

impl From<organisation::PostRef> for PostRef {
    fn from(post: organisation::PostRef) -> Self {
        Self {
            id: post.id.0,
            title_en: post.title_en,
            title_ur: post.title_ur,
            grade: post.grade,
            unit: post.unit.into(),
            holder: post.holder.map(Into::into),
        }
    }
}
