//! Whose entries somebody sees: those of his unit and of the units above it.

use super::Addresses;
use crate::database::Error;
use crate::organisation::line_of;
use daftar_domain::access::Officer;
use daftar_domain::addresses::Reach;
use daftar_domain::office::UnitId;
use sea_orm::ConnectionTrait;

impl<C: ConnectionTrait> Addresses<'_, C> {
    /// Whose entries an officer sees, and whose he keeps.
    pub async fn reach(&self, officer: &Officer) -> Result<Reach, Error> {
        Ok(Reach::of(officer, &line_of(self.connection, officer.unit).await?))
    }

    /// What everybody sees who sees the entries of a unit.
    pub async fn reach_of_unit(&self, unit: UnitId) -> Result<Reach, Error> {
        Ok(Reach::of_unit(unit, &line_of(self.connection, unit).await?))
    }
}
