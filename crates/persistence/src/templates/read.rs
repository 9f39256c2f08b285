//! Templates, as they are read.

use super::Templates;
use crate::database::{Cursor, CursorError, Error, Page, parse};
use crate::organisation::line_of;
use daftar_domain::drafting::Form;
use daftar_domain::office::{IssueId, PersonId, TemplateId, TemplateVersionId, Timestamp, UnitId, Version};
use daftar_domain::templates::{Template, TemplateVersion, nearest};
use sea_orm::sea_query::{Expr, ExprTrait as _, Order, Query, SelectStatement};
use sea_orm::{ConnectionTrait, FromQueryResult};
use uuid::Uuid;

/// The version of a template that sets a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InForce {
    /// Its id.
    pub version: TemplateVersionId,
    /// SHA-256 of its words, hex.
    pub sha256: String,
    /// Its words.
    pub source: String,
}

/// Which templates are wanted.
#[derive(Debug, Clone, Default)]
pub struct TemplateFilter {
    /// Of this form alone.
    pub form: Option<Form>,
    /// After this one.
    pub after: Option<Uuid>,
    /// At most so many.
    pub limit: u64,
}

impl TemplateFilter {
    /// A page of templates.
    ///
    /// # Errors
    /// A cursor of another list.
    pub fn new(form: Option<Form>, cursor: Option<&Cursor>, limit: u64) -> Result<Self, CursorError> {
        let after = cursor.map(Cursor::unpack).transpose()?;
        Ok(Self { form, after, limit })
    }
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    form: String,
    unit_id: Option<Uuid>,
    latest: i32,
    in_force: Option<i32>,
    changed_at: Timestamp,
    version: i64,
}

impl TryFrom<Row> for Template {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self, Error> {
        Ok(Self {
            id: TemplateId(row.id),
            form: parse("templates", &row.form)?,
            unit: row.unit_id.map(UnitId),
            latest: row.latest,
            in_force: row.in_force,
            changed_at: row.changed_at,
            version: Version(row.version),
        })
    }
}

#[derive(FromQueryResult)]
struct VersionRow {
    id: Uuid,
    number: i32,
    based_on: Option<i32>,
    sha256: String,
    saved_by_person_id: Uuid,
    saved_at: Timestamp,
}

impl From<VersionRow> for TemplateVersion {
    fn from(row: VersionRow) -> Self {
        Self {
            id: TemplateVersionId(row.id),
            number: row.number,
            based_on: row.based_on,
            sha256: row.sha256,
            by: PersonId(row.saved_by_person_id),
            at: row.saved_at,
        }
    }
}

fn select() -> SelectStatement {
    Query::select()
        .columns(["id", "form", "unit_id", "latest", "in_force", "changed_at", "version"])
        .from("templates")
        .to_owned()
}

fn select_versions(of: TemplateId) -> SelectStatement {
    Query::select()
        .columns(["id", "number", "based_on", "sha256", "saved_by_person_id", "saved_at"])
        .from("template_versions")
        .and_where(Expr::col("template_id").eq(of.0))
        .to_owned()
}

impl<C: ConnectionTrait> Templates<'_, C> {
    /// One template.
    pub async fn template(&self, id: TemplateId) -> Result<Option<Template>, Error> {
        let select = select().and_where(Expr::col("id").eq(id.0)).to_owned();
        let row = self.connection.query_one(&select).await?;
        row.map(|row| Row::from_query_result(&row, "")?.try_into()).transpose()
    }

    /// A page of templates, the oldest first.
    pub async fn templates(&self, filter: &TemplateFilter) -> Result<Page<Template>, Error> {
        let select = select()
            .and_where_option(filter.form.map(|form| Expr::col("form").eq(form.as_str())))
            .and_where_option(filter.after.map(|after| Expr::col("id").gt(after)))
            .order_by("id", Order::Asc)
            .limit(filter.limit + 1)
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        let rows = rows.iter().map(|row| Row::from_query_result(row, "")?.try_into());
        let rows = rows.collect::<Result<Vec<Template>, Error>>()?;
        Ok(Page::cut(rows, filter.limit, |template| template.id.0))
    }

    /// A page of a template's versions, the latest first; `before` is the number of the last one seen.
    pub async fn versions(
        &self,
        of: TemplateId,
        before: Option<i32>,
        limit: u64,
    ) -> Result<Page<TemplateVersion>, Error> {
        let select = select_versions(of)
            .and_where_option(before.map(|before| Expr::col("number").lt(before)))
            .order_by("number", Order::Desc)
            .limit(limit + 1)
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        let rows = rows
            .iter()
            .map(|row| Ok(VersionRow::from_query_result(row, "")?.into()));
        let rows = rows.collect::<Result<Vec<TemplateVersion>, Error>>()?;
        Ok(Page::cut(rows, limit, |version| version.number))
    }

    /// One version, with its words.
    pub async fn version(&self, of: TemplateId, number: i32) -> Result<Option<(TemplateVersion, String)>, Error> {
        let select = select_versions(of)
            .column("source")
            .and_where(Expr::col("number").eq(number))
            .to_owned();
        let Some(row) = self.connection.query_one(&select).await? else {
            return Ok(None);
        };
        let source = row.try_get("", "source")?;
        Ok(Some((VersionRow::from_query_result(&row, "")?.into(), source)))
    }

    /// The template that sets a form in a unit; none where the built-in one does.
    pub async fn in_force(&self, form: Form, unit: UnitId) -> Result<Option<InForce>, Error> {
        let select = Query::select()
            .columns([("templates", "unit_id")])
            .columns([("template_versions", "id"), ("template_versions", "sha256")])
            .from("templates")
            .inner_join(
                "template_versions",
                Expr::col(("template_versions", "template_id"))
                    .equals(("templates", "id"))
                    .and(Expr::col(("template_versions", "number")).equals(("templates", "in_force"))),
            )
            .and_where(Expr::col(("templates", "form")).eq(form.as_str()))
            .to_owned();
        let mut found = Vec::new();
        for row in self.connection.query_all(&select).await? {
            let unit: Option<Uuid> = row.try_get("", "unit_id")?;
            let (version, sha256): (Uuid, String) = (row.try_get("", "id")?, row.try_get("", "sha256")?);
            found.push((unit.map(UnitId), (version, sha256)));
        }
        // Most offices have none of their own: nothing else is read then.
        if found.is_empty() {
            return Ok(None);
        }
        let line = line_of(self.connection, unit).await?;
        let Some((version, sha256)) = nearest(&line, found) else {
            return Ok(None);
        };
        let select = Query::select()
            .column("source")
            .from("template_versions")
            .and_where(Expr::col("id").eq(version))
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        let source = row.map(|row| row.try_get("", "source")).transpose()?;
        Ok(source.map(|source| InForce {
            version: TemplateVersionId(version),
            sha256,
            source,
        }))
    }

    /// SHA-256 of the template that an issue was set by, hex; none for the built-in one.
    pub async fn of_issue(&self, issue: IssueId) -> Result<Option<String>, Error> {
        let select = Query::select()
            .column("sha256")
            .from("issue_templates")
            .and_where(Expr::col("issue_id").eq(issue.0))
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        Ok(row.map(|row| row.try_get("", "sha256")).transpose()?)
    }
}
