//! Templates, as they are written. A version has an insert and nothing else.

use super::Templates;
use crate::database::Error;
use daftar_domain::office::{IssueId, TemplateVersionId};
use daftar_domain::templates::{Source, Template, TemplateVersion};
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, Query};
use sea_orm::{ConnectionTrait, DatabaseTransaction};

impl Templates<'_, DatabaseTransaction> {
    /// Adds a template, unless the office or the unit has one of its form; answers whether it did.
    pub async fn add(&self, template: &Template) -> Result<bool, Error> {
        let insert = Query::insert()
            .into_table("templates")
            .columns(["id", "form", "unit_id", "latest", "in_force", "changed_at", "version"])
            .values_panic([
                template.id.0.into(),
                template.form.as_str().into(),
                template.unit.map(|unit| unit.0).into(),
                template.latest.into(),
                template.in_force.into(),
                template.changed_at.into(),
                template.version.0.into(),
            ])
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .to_owned();
        Ok(self.connection.execute(&insert).await?.rows_affected() == 1)
    }

    /// Writes a template that was one version older.
    ///
    /// # Errors
    /// [`Error::Stale`] when somebody was faster.
    pub async fn save(&self, template: &Template) -> Result<(), Error> {
        let update = Query::update()
            .table("templates")
            .value("latest", template.latest)
            .value("in_force", template.in_force)
            .value("changed_at", template.changed_at)
            .value("version", template.version.0)
            .and_where(Expr::col("id").eq(template.id.0))
            .and_where(Expr::col("version").eq(template.version.0 - 1))
            .to_owned();
        match self.connection.execute(&update).await?.rows_affected() {
            1 => Ok(()),
            _ => Err(Error::Stale),
        }
    }

    /// Keeps a version of a template.
    pub async fn add_version(
        &self,
        template: &Template,
        version: &TemplateVersion,
        source: &Source,
    ) -> Result<(), Error> {
        let insert = Query::insert()
            .into_table("template_versions")
            .columns([
                "id",
                "template_id",
                "number",
                "based_on",
                "source",
                "sha256",
                "saved_by_person_id",
                "saved_at",
            ])
            .values_panic([
                version.id.0.into(),
                template.id.0.into(),
                version.number.into(),
                version.based_on.into(),
                source.as_str().into(),
                version.sha256.as_str().into(),
                version.by.0.into(),
                version.at.into(),
            ])
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(())
    }

    /// Keeps which version an issue was set by.
    pub async fn add_issue(&self, issue: IssueId, version: TemplateVersionId, sha256: &str) -> Result<(), Error> {
        let insert = Query::insert()
            .into_table("issue_templates")
            .columns(["issue_id", "version_id", "sha256"])
            .values_panic([issue.0.into(), version.0.into(), sha256.into()])
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(())
    }
}
