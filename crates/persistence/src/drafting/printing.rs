//! What a print of a communication says beside its own words: who writes, and what is answered.

use super::Drafting;
use crate::database::{Error, parse};
use chrono::NaiveDate;
use daftar_domain::correspondence::DiaryNumber;
use daftar_domain::office::{DocumentId, IssueId, ReceiptId, UnitId};
use daftar_domain::organisation::{Letterhead, UnitKind};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use std::collections::HashMap;
use uuid::Uuid;

/// How high the tree of units is at most: a line of parents that runs in a circle ends here.
const HIGHEST: usize = 16;

/// A unit in the line above another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitLine {
    /// What sort of unit it is.
    pub kind: UnitKind,
    /// Its English name.
    pub name_en: String,
    /// Its Urdu name.
    pub name_ur: String,
    /// Where it is reached.
    pub letterhead: Letterhead,
}

/// The paper that is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedReceipt {
    /// The sender's own number, else its number in the diary.
    pub number: String,
    /// The sender's date.
    pub date: Option<NaiveDate>,
}

struct Above {
    line: UnitLine,
    parent: Option<UnitId>,
}

impl<C: ConnectionTrait> Drafting<'_, C> {
    /// The lines of these units, each from the unit itself to the top. One round trip for each level of the tree.
    pub async fn unit_lines(&self, units: &[UnitId]) -> Result<HashMap<UnitId, Vec<UnitLine>>, Error> {
        let mut known: HashMap<UnitId, Above> = HashMap::new();
        let mut wanted: Vec<UnitId> = units.to_vec();
        for _ in 0..HIGHEST {
            wanted.retain(|unit| !known.contains_key(unit));
            if wanted.is_empty() {
                break;
            }
            let found = self.level(&wanted).await?;
            wanted = found.iter().filter_map(|(_, above)| above.parent).collect();
            known.extend(found);
        }
        Ok(units.iter().map(|unit| (*unit, line(&known, *unit))).collect())
    }

    async fn level(&self, units: &[UnitId]) -> Result<Vec<(UnitId, Above)>, Error> {
        let select = Query::select()
            .columns(["id", "parent_id", "kind", "name_en", "name_ur"])
            .columns(["place_en", "place_ur", "address_en", "address_ur", "phone", "email"])
            .from("units")
            .and_where(Expr::col("id").is_in(units.iter().map(|unit| unit.0)))
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        let read = |row: &sea_orm::QueryResult| {
            let kind: String = row.try_get("", "kind")?;
            let parent: Option<Uuid> = row.try_get("", "parent_id")?;
            let above = Above {
                line: UnitLine {
                    kind: parse("units", &kind)?,
                    name_en: row.try_get("", "name_en")?,
                    name_ur: row.try_get("", "name_ur")?,
                    letterhead: Letterhead {
                        place_en: row.try_get("", "place_en")?,
                        place_ur: row.try_get("", "place_ur")?,
                        address_en: row.try_get("", "address_en")?,
                        address_ur: row.try_get("", "address_ur")?,
                        phone: row.try_get("", "phone")?,
                        email: row.try_get("", "email")?,
                    },
                },
                parent: parent.map(UnitId),
            };
            Ok((UnitId(row.try_get("", "id")?), above))
        };
        rows.iter().map(read).collect()
    }

    /// The paper that is answered, as a letter refers to it.
    pub async fn printed_receipt(&self, id: ReceiptId) -> Result<Option<PrintedReceipt>, Error> {
        let select = Query::select()
            .columns([
                "reference_number",
                "reference_date",
                "diary_prefix",
                "diary_serial",
                "diary_year",
            ])
            .from("receipts")
            .and_where(Expr::col("id").eq(id.0))
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        row.map(|row| {
            let reference: Option<String> = row.try_get("", "reference_number")?;
            let diary = DiaryNumber {
                prefix: row.try_get("", "diary_prefix")?,
                serial: row.try_get("", "diary_serial")?,
                year: row.try_get("", "diary_year")?,
            };
            Ok(PrintedReceipt {
                number: reference.unwrap_or_else(|| diary.to_string()),
                date: row.try_get("", "reference_date")?,
            })
        })
        .transpose()
    }

    /// Number and date of an issue, as a later one refers to it.
    pub async fn printed_issue(&self, id: IssueId) -> Result<Option<(String, NaiveDate)>, Error> {
        let select = Query::select()
            .columns(["number", "issued_on"])
            .from("issues")
            .and_where(Expr::col("id").eq(id.0))
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        row.map(|row| Ok((row.try_get("", "number")?, row.try_get("", "issued_on")?)))
            .transpose()
    }

    /// How many pages these documents have, where that is known.
    pub async fn pages_of(&self, documents: &[DocumentId]) -> Result<HashMap<DocumentId, i32>, Error> {
        if documents.is_empty() {
            return Ok(HashMap::new());
        }
        let select = Query::select()
            .columns(["id", "pages"])
            .from("documents")
            .and_where(Expr::col("id").is_in(documents.iter().map(|document| document.0)))
            .and_where(Expr::col("pages").is_not_null())
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        rows.iter()
            .map(|row| Ok((DocumentId(row.try_get("", "id")?), row.try_get("", "pages")?)))
            .collect()
    }
}

fn line(known: &HashMap<UnitId, Above>, from: UnitId) -> Vec<UnitLine> {
    let mut line = Vec::new();
    let mut next = Some(from);
    while let Some(above) = next.and_then(|unit| known.get(&unit)).filter(|_| line.len() < HIGHEST) {
        line.push(above.line.clone());
        next = above.parent;
    }
    line
}
