//! Codes of phones and codes on paper, and what a person can prove himself with.

use super::Identity;
use crate::database::Error;
use crate::organisation::{assisted_charges, roles_from_column};
use daftar_domain::access::Roles;
use daftar_domain::identity::{Factors, PasskeyState};
use daftar_domain::office::{PersonId, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, Query, SelectStatement, UpdateStatement};
use sea_orm::{ConnectionTrait, DatabaseTransaction, FromQueryResult};

/// The phone of a person, as the database keeps it: secrets are sealed.
#[derive(Debug, Clone, Default, PartialEq, Eq, FromQueryResult)]
pub struct Totp {
    /// The secret that is good, sealed.
    pub sealed_secret: Option<String>,
    /// Since when it is.
    pub confirmed_at: Option<Timestamp>,
    /// The last step whose code was used.
    pub last_step: Option<i64>,
    /// A secret that waits to be confirmed, sealed.
    pub offered_secret: Option<String>,
    /// Since when it waits.
    pub offered_at: Option<Timestamp>,
}

impl<C: ConnectionTrait> Identity<'_, C> {
    /// The phone of a person.
    pub async fn totp(&self, person: PersonId) -> Result<Option<Totp>, Error> {
        let select = Query::select()
            .columns([
                "sealed_secret",
                "confirmed_at",
                "last_step",
                "offered_secret",
                "offered_at",
            ])
            .from("totp")
            .and_where(Expr::col("person_id").eq(person.0))
            .to_owned();
        let row = self.connection.query_one(&select).await?;
        Ok(row.map(|row| Totp::from_query_result(&row, "")).transpose()?)
    }

    /// What a person can prove himself with.
    pub async fn factors(&self, person: PersonId) -> Result<Factors, Error> {
        let totp = Query::select()
            .expr(Expr::col("person_id").count())
            .from("totp")
            .and_where(Expr::col("person_id").eq(person.0))
            .and_where(Expr::col("confirmed_at").is_not_null())
            .to_owned();
        let codes = Query::select()
            .expr(Expr::col("code_hash").count())
            .from("recovery_codes")
            .and_where(Expr::col("person_id").eq(person.0))
            .and_where(Expr::col("used_at").is_null())
            .to_owned();
        let passkeys = Query::select()
            .expr(Expr::col("id").count())
            .from("passkeys")
            .and_where(Expr::col("person_id").eq(person.0))
            .and_where(Expr::col("state").eq(PasskeyState::Approved.as_str()))
            .to_owned();
        Ok(Factors {
            totp: self.count(&totp).await? > 0,
            recovery_codes: self.count(&codes).await?,
            passkey: self.count(&passkeys).await? > 0,
        })
    }

    /// Roles and grades of the posts that a person holds or assists at.
    pub async fn weights(&self, person: PersonId, now: Timestamp) -> Result<Vec<(Roles, i16)>, Error> {
        let held = Expr::col(("charges", "person_id")).eq(person.0);
        let assisted = Expr::col(("charges", "id")).in_subquery(assisted_charges(person, now, true));
        let select = Query::select()
            .column(("posts", "roles"))
            .column(("posts", "grade"))
            .from("charges")
            .inner_join("posts", Expr::col(("posts", "id")).equals(("charges", "post_id")))
            .and_where(held.or(assisted))
            .and_where(Expr::col(("charges", "to_at")).is_null())
            .to_owned();
        let rows = self.connection.query_all(&select).await?;
        let weights = rows.iter().map(|row| {
            let roles: String = row.try_get_by_index(0)?;
            Ok((roles_from_column(&roles)?, row.try_get_by_index(1)?))
        });
        weights.collect()
    }

    async fn count(&self, select: &SelectStatement) -> Result<u64, Error> {
        let row = self.connection.query_one(select).await?;
        let count: i64 = row.map_or(Ok(0), |row| row.try_get_by_index(0))?;
        Ok(u64::try_from(count).unwrap_or_default())
    }
}

impl Identity<'_, DatabaseTransaction> {
    /// Keeps a secret that waits to be confirmed; one that waited before is forgotten.
    pub async fn offer_totp(&self, person: PersonId, sealed: &str, now: Timestamp) -> Result<(), Error> {
        let insert = Query::insert()
            .into_table("totp")
            .columns(["person_id", "offered_secret", "offered_at"])
            .values_panic([person.0.into(), sealed.into(), now.into()])
            .on_conflict(
                OnConflict::column("person_id")
                    .update_columns(["offered_secret", "offered_at"])
                    .to_owned(),
            )
            .to_owned();
        self.connection.execute(&insert).await?;
        Ok(())
    }

    /// Makes the offered secret the good one; answers whether it was still the one that is offered.
    pub async fn confirm_totp(
        &self,
        person: PersonId,
        offered: &str,
        step: i64,
        now: Timestamp,
    ) -> Result<bool, Error> {
        let update = of_person(person)
            .value("sealed_secret", offered)
            .value("confirmed_at", now)
            .value("last_step", step)
            .value("offered_secret", None::<String>)
            .value("offered_at", None::<Timestamp>)
            .and_where(Expr::col("offered_secret").eq(offered))
            .to_owned();
        Ok(self.connection.execute(&update).await?.rows_affected() == 1)
    }

    /// Uses a step of a secret up; answers whether no request was faster.
    pub async fn use_totp_step(&self, person: PersonId, sealed: &str, step: i64) -> Result<bool, Error> {
        let update = of_person(person)
            .value("last_step", step)
            .and_where(Expr::col("sealed_secret").eq(sealed))
            .and_where(Expr::col("last_step").is_null().or(Expr::col("last_step").lt(step)))
            .to_owned();
        Ok(self.connection.execute(&update).await?.rows_affected() == 1)
    }

    /// Forgets the phone of a person; answers whether it was confirmed.
    pub async fn remove_totp(&self, person: PersonId) -> Result<bool, Error> {
        let confirmed = self.totp(person).await?.is_some_and(|totp| totp.confirmed_at.is_some());
        let delete = Query::delete()
            .from_table("totp")
            .and_where(Expr::col("person_id").eq(person.0))
            .to_owned();
        self.connection.execute(&delete).await?;
        Ok(confirmed)
    }

    /// Gives a person these codes on paper, and ends all that he had.
    pub async fn replace_recovery_codes(
        &self,
        person: PersonId,
        hashes: &[String],
        now: Timestamp,
    ) -> Result<(), Error> {
        let delete = Query::delete()
            .from_table("recovery_codes")
            .and_where(Expr::col("person_id").eq(person.0))
            .to_owned();
        self.connection.execute(&delete).await?;
        if hashes.is_empty() {
            return Ok(());
        }
        let mut insert = Query::insert();
        insert
            .into_table("recovery_codes")
            .columns(["code_hash", "person_id", "created_at"]);
        for hash in hashes {
            insert.values_panic([hash.as_str().into(), person.0.into(), now.into()]);
        }
        self.connection.execute(&insert).await?;
        Ok(())
    }

    /// Uses a code on paper up; answers whether it was unused.
    pub async fn use_recovery_code(&self, person: PersonId, hash: &str, now: Timestamp) -> Result<bool, Error> {
        let update = Query::update()
            .table("recovery_codes")
            .value("used_at", now)
            .and_where(Expr::col("person_id").eq(person.0))
            .and_where(Expr::col("code_hash").eq(hash))
            .and_where(Expr::col("used_at").is_null())
            .to_owned();
        Ok(self.connection.execute(&update).await?.rows_affected() == 1)
    }
}

fn of_person(person: PersonId) -> UpdateStatement {
    Query::update()
        .table("totp")
        .and_where(Expr::col("person_id").eq(person.0))
        .to_owned()
}
