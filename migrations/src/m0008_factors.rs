//! Second factors: codes of a phone, codes on paper, passkeys; and what each session was proved with.

use crate::columns::{drop_tables, id, id_null, index, key, references, unique};
use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, boolean, string, string_null, text, text_null, timestamp_with_time_zone as moment,
    timestamp_with_time_zone_null as moment_null,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        sessions(manager).await?;
        codes(manager).await?;
        passkeys(manager).await?;
        notices(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "notice_readings",
            "webauthn_challenges",
            "passkeys",
            "recovery_codes",
            "totp",
        ];
        drop_tables(manager, &tables).await?;
        // Half a sign-in would count as a whole one by the older schema.
        let half = Query::update()
            .table("sessions")
            .value("revoked_at", Expr::current_timestamp())
            .and_where(Expr::col("purpose").ne("session"))
            .and_where(Expr::col("revoked_at").is_null())
            .to_owned();
        manager.execute(half).await?;
        for column in ["purpose", "authenticated_by", "factor", "factor_at"] {
            let alter = Table::alter().table("sessions").drop_column(column).to_owned();
            manager.alter_table(alter).await?;
        }
        Ok(())
    }
}

async fn sessions(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let columns = [
        string("purpose").default("session").take(),
        string("authenticated_by").default("password").take(),
        string_null("factor"),
        moment_null("factor_at"),
    ];
    // SQLite adds one column at a time.
    for column in columns {
        let alter = Table::alter().table("sessions").add_column(column).to_owned();
        manager.alter_table(alter).await?;
    }
    Ok(())
}

async fn codes(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let totp = Table::create()
        .table("totp")
        .col(id("person_id").primary_key())
        .col(text_null("sealed_secret"))
        .col(moment_null("confirmed_at"))
        .col(big_integer_null("last_step"))
        .col(text_null("offered_secret"))
        .col(moment_null("offered_at"))
        .foreign_key(&mut references("totp", "person_id", "persons"))
        .to_owned();
    manager.create_table(totp).await?;
    let codes = Table::create()
        .table("recovery_codes")
        .col(string("code_hash").primary_key())
        .col(id("person_id"))
        .col(moment("created_at"))
        .col(moment_null("used_at"))
        .foreign_key(&mut references("recovery_codes", "person_id", "persons"))
        .to_owned();
    manager.create_table(codes).await?;
    manager.create_index(index("recovery_codes", &["person_id"])).await
}

async fn passkeys(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let passkeys = Table::create()
        .table("passkeys")
        .col(key())
        .col(id("person_id"))
        .col(text("credential_id"))
        .col(text("public_key"))
        .col(big_integer("sign_count"))
        .col(string("name"))
        .col(string("transports"))
        .col(boolean("backup_eligible"))
        .col(boolean("backed_up"))
        .col(string("state"))
        .col(id_null("decided_by"))
        .col(moment_null("decided_at"))
        .col(string_null("reason"))
        .col(moment("created_at"))
        .col(moment_null("last_used_at"))
        .col(big_integer("version"))
        .foreign_key(&mut references("passkeys", "person_id", "persons"))
        .foreign_key(&mut references("passkeys", "decided_by", "persons"))
        .to_owned();
    manager.create_table(passkeys).await?;
    manager.create_index(unique("passkeys", &["credential_id"])).await?;
    manager.create_index(index("passkeys", &["person_id"])).await?;
    manager.create_index(index("passkeys", &["state", "id"])).await?;
    let challenges = Table::create()
        .table("webauthn_challenges")
        .col(string("nonce").primary_key())
        .col(string("purpose"))
        .col(id_null("person_id"))
        .col(id_null("session_id"))
        .col(moment("expires_at"))
        .col(moment_null("used_at"))
        .to_owned();
    manager.create_table(challenges).await?;
    manager
        .create_index(index("webauthn_challenges", &["expires_at"]))
        .await
}

async fn notices(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let readings = Table::create()
        .table("notice_readings")
        .col(id("person_id").primary_key())
        .col(id("up_to"))
        .col(moment("at"))
        .foreign_key(&mut references("notice_readings", "person_id", "persons"))
        .to_owned();
    manager.create_table(readings).await
}
