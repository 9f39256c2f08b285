//! `daftar user add`.

use super::print;
use crate::failure::Failure;
use crate::office;
use crate::settings::Settings;
use clap::{Args, Subcommand, ValueEnum};
use daftar_application::identity::{NewUser, add_user};
use daftar_domain::office::Language;

#[derive(Debug, Subcommand)]
pub(crate) enum UserCommand {
    /// Add an account with a first password, which must be changed at the first sign-in
    Add(Add),
}

#[derive(Debug, Args)]
pub(crate) struct Add {
    /// The name to sign in with
    user_name: String,
    /// The person's name in English
    #[arg(long)]
    name_en: String,
    /// The person's name in Urdu
    #[arg(long)]
    name_ur: String,
    /// The language that the person reads
    #[arg(long, value_enum, default_value = "en")]
    language: Reads,
    /// Give the person a post that manages the organisation
    #[arg(long)]
    administrator: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Reads {
    En,
    Ur,
}

/// Runs a command about accounts.
pub(crate) async fn run(command: UserCommand, settings: &Settings) -> Result<(), Failure> {
    let UserCommand::Add(add) = command;
    let office = office::open(settings).await?;
    office.database().migrate().await?;
    let user = NewUser {
        user_name: add.user_name,
        name_en: add.name_en,
        name_ur: add.name_ur,
        language: match add.language {
            Reads::En => Language::English,
            Reads::Ur => Language::Urdu,
        },
        administrator: add.administrator,
    };
    let added = add_user(&office, &user).await?;
    print(&format!(
        "{} may sign in at {} with the first password {}",
        added.user_name, settings.server.public_url, added.first_password
    ))
}
