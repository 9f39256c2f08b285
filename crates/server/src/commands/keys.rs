//! `daftar keys`.

use super::print;
use crate::failure::Failure;
use crate::office;
use crate::settings::Settings;
use clap::Subcommand;
use daftar_application::keys::{
    KeyLine, Resealed, list_keys, reseal_secrets, retire_key, retire_signing_keys, rotate_keys,
};
use daftar_domain::office::EncryptionKeyId;
use uuid::Uuid;

#[derive(Debug, Subcommand)]
pub(crate) enum KeysCommand {
    /// Show the keys, and how many secrets each seals
    List,
    /// Make a new key and seal every secret anew with it; the server may run meanwhile
    Rotate,
    /// Seal anew what another key than the current one seals: after a rotation that was cut short, or a change of
    /// `keys.kind`
    Reseal,
    /// Destroy a key that seals nothing any more; backups that need it can then not be used
    Retire {
        /// The id of the key.
        id: Uuid,
    },
    /// Retire the signing keys of all officers, after a break-in or the loss of the key that seals them; each gets a new
    /// one at next need
    RetireSigningKeys,
}

/// Runs a command about keys.
pub(crate) async fn run(command: KeysCommand, settings: &Settings) -> Result<(), Failure> {
    let office = office::open(settings).await?;
    office.database().migrate().await?;
    match command {
        KeysCommand::List => {
            let list = list_keys(&office).await?;
            for key in &list.keys {
                print(&line(key))?;
            }
            if list.nameless > 0 {
                print(&format!("{} secrets name no key", list.nameless))?;
            }
            Ok(())
        }
        KeysCommand::Rotate => told(rotate_keys(&office).await?),
        KeysCommand::Reseal => told(reseal_secrets(&office).await?),
        KeysCommand::Retire { id } => {
            retire_key(&office, EncryptionKeyId(id)).await?;
            print(&format!("the key {id} is destroyed"))
        }
        KeysCommand::RetireSigningKeys => {
            let retired = retire_signing_keys(&office).await?;
            print(&format!("{retired} signing keys were retired"))
        }
    }
}

fn line(key: &KeyLine) -> String {
    let place = key.lies_in.map_or("missing", |kind| kind.as_str());
    let current = if key.current { "  current" } else { "" };
    format!("{}  {place:<7}  {} secrets{current}", key.id, key.seals)
}

fn told(done: Resealed) -> Result<(), Failure> {
    print(&format!(
        "{} secrets were sealed anew; the key {} is current",
        done.sealed, done.key
    ))?;
    match done.unopened {
        0 => Ok(()),
        unopened => Err(Failure::Unopened { unopened }),
    }
}
