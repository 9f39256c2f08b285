//! The command line.

mod certificates;
mod keys;
mod ledger;
mod mailbox;
mod seed;
mod sequencer;
mod serve;
mod stop;
mod user;
mod verifying;
mod witnesses;
mod worker;

use crate::failure::Failure;
use crate::settings::Settings;
use crate::witnesses::Post;
use crate::{log, office};
use clap::{Parser, Subcommand};
use std::future::Future;
use std::path::PathBuf;
use std::process::ExitCode;

/// The electronic office.
#[derive(Debug, Parser)]
#[command(name = "daftar", version, about)]
pub(crate) struct CommandLine {
    /// The configuration file; without it, daftar.toml in the working folder, if there is one.
    #[arg(long, env = "DAFTAR_CONFIG", global = true)]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the API and the SPA; brings the database up to date first
    Serve(serve::Serve),
    /// Work on jobs of the outbox, beside `serve`
    Worker,
    /// Bring the database up to date
    Migrate,
    /// Fill an empty database with the demonstration office
    Seed,
    /// Check the whole ledger: tree, checkpoints, notes, signatures, papers, numbers
    Verify(ledger::Verify),
    /// Write the ledger into a folder, for whoever wants to check it elsewhere
    ExportLedger(ledger::ExportLedger),
    /// Print the OpenAPI document
    Openapi,
    /// Manage accounts from the machine itself
    #[command(subcommand)]
    User(user::UserCommand),
    /// Look at the keys that seal the secrets of the database, and replace them
    #[command(subcommand)]
    Keys(keys::KeysCommand),
    /// Look at the authority that certifies officers, or take one that others have certified
    #[command(subcommand)]
    Certificates(certificates::CertificatesCommand),
    /// Look at the configuration
    #[command(subcommand)]
    Config(ConfigCommand),
    /// Read one paper from a stranger; the server starts this itself
    #[command(hide = true)]
    Draw {
        /// What the server wants.
        task: Vec<String>,
    },
}

#[derive(Debug, Subcommand)]
enum ConfigCommand {
    /// Check the configuration and print what is in force
    Check,
}

/// Runs a command to its end.
pub(crate) fn run(line: CommandLine) -> Result<ExitCode, Failure> {
    if let Command::Draw { task } = &line.command {
        return Ok(daftar_documents::draw_one(task));
    }
    act(line).map(|()| ExitCode::SUCCESS)
}

fn act(line: CommandLine) -> Result<(), Failure> {
    if matches!(line.command, Command::Openapi) {
        return print(&daftar_api::openapi().to_pretty_json()?);
    }
    let settings = Settings::read(line.config.as_deref())?;
    match line.command {
        Command::Config(ConfigCommand::Check) => {
            Post::new(&settings.ledger.witness_roots)?;
            print(&serde_json::to_string_pretty(&settings.presentable())?)
        }
        Command::Serve(serve) => start(&settings, serve.run(&settings)),
        Command::Worker => start(&settings, worker::run(&settings)),
        Command::Migrate => start(&settings, migrate(&settings)),
        Command::User(command) => start(&settings, user::run(command, &settings)),
        Command::Verify(verify) => start(&settings, verify.run(&settings)),
        Command::ExportLedger(export) => start(&settings, export.run(&settings)),
        Command::Keys(command) => start(&settings, keys::run(command, &settings)),
        Command::Certificates(command) => start(&settings, certificates::run(command, &settings)),
        Command::Seed => start(&settings, seed::run(&settings)),
        Command::Openapi | Command::Draw { .. } => Ok(()),
    }
}

fn start(settings: &Settings, work: impl Future<Output = Result<(), Failure>>) -> Result<(), Failure> {
    log::start(&settings.log)?;
    keep_to_itself();
    actix_web::rt::System::with_tokio_rt(|| {
        // The machine's threads beside actix' own: blocking file work, the database's connections.
        tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()
            .unwrap_or_else(|error| {
                eprintln!("daftar: no threads: {error}");
                std::process::exit(1)
            })
    })
    .block_on(work)
}

/// Closes the memory of this process, with its keys, to other processes of the same user: a reader of papers that was
/// taken over would be one. A core dump would hold them too, and is not written either.
#[cfg(target_os = "linux")]
fn keep_to_itself() {
    use rustix::process::{DumpableBehavior, set_dumpable_behavior};
    if let Err(error) = set_dumpable_behavior(DumpableBehavior::NotDumpable) {
        tracing::warn!(%error, "other processes of this user can read this one's memory");
    }
}

#[cfg(not(target_os = "linux"))]
fn keep_to_itself() {}

async fn migrate(settings: &Settings) -> Result<(), Failure> {
    office::database(settings).await?.migrate().await?;
    tracing::info!("the database is up to date");
    Ok(())
}

fn print(text: &str) -> Result<(), Failure> {
    use std::io::Write as _;
    writeln!(std::io::stdout(), "{text}")?;
    Ok(())
}
