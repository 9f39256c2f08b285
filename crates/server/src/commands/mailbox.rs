//! Taking in the mail that a mail server lays into a folder, beside the jobs in `serve` and `worker`.

use actix_web::rt::task::JoinHandle;
use bytes::Bytes;
use daftar_application::Office;
use daftar_application::mail::{LARGEST_MAIL, NotTaken, Taken, take_mail};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio::fs;

/// How often the folder is looked into.
const LOOK: Duration = Duration::from_secs(5);
/// How long a mail must have lain untouched: what is still being copied is no mail yet.
const SETTLED: Duration = Duration::from_secs(2);
/// Where mails go that cannot be taken in, for somebody to look at.
const REFUSED: &str = "refused";

/// Looks into the mailboxes. Several processes may: a mail is taken in once, whoever finds it.
pub(crate) struct Mailbox(Option<JoinHandle<()>>);

impl Mailbox {
    /// Starts, unless no folder is named.
    pub(crate) fn start(office: &Office, folder: &Path) -> Self {
        let looked_into = !folder.as_os_str().is_empty();
        Self(looked_into.then(|| actix_web::rt::spawn(look_for_ever(office.clone(), folder.to_owned()))))
    }

    /// Ends at once: a mail that was not taken in to its end lies there still.
    pub(crate) fn end(self) {
        if let Some(looking) = self.0 {
            looking.abort();
        }
    }
}

async fn look_for_ever(office: Office, folder: PathBuf) {
    loop {
        if let Err(error) = look(&office, &folder).await {
            tracing::error!(folder = %folder.display(), %error, "the mailboxes cannot be looked into");
        }
        tokio::time::sleep(LOOK).await;
    }
}

/// Takes in everything that lies there.
async fn look(office: &Office, folder: &Path) -> io::Result<()> {
    let mut registries = fs::read_dir(folder).await?;
    while let Some(registry) = registries.next_entry().await? {
        let name = registry.file_name();
        let code = name.to_str().filter(|code| !code.starts_with('.'));
        let Some(code) = code.filter(|_| registry.path().is_dir()) else {
            continue;
        };
        for mailbox in [registry.path(), registry.path().join("new")] {
            for mail in lying(&mailbox).await? {
                take(office, code, &mail, &registry.path().join(REFUSED)).await?;
            }
        }
    }
    Ok(())
}

/// The mails that lie in a folder, complete, the oldest first.
async fn lying(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut mails = Vec::new();
    let mut entries = match fs::read_dir(folder).await {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    while let Some(entry) = entries.next_entry().await? {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let unfinished = name.starts_with('.') || name.ends_with(".tmp") || name.ends_with(".part");
        let metadata = entry.metadata().await?;
        let changed = metadata.modified()?;
        let settled = changed.elapsed().is_ok_and(|age| age > SETTLED);
        if metadata.is_file() && settled && !unfinished {
            mails.push((changed, entry.path()));
        }
    }
    mails.sort();
    Ok(mails.into_iter().map(|(_, path)| path).collect())
}

/// Takes in one mail, and removes it when the office has it.
async fn take(office: &Office, code: &str, mail: &Path, refused: &Path) -> io::Result<()> {
    let taken = if fs::metadata(mail).await?.len() > LARGEST_MAIL {
        Err(NotTaken::TooLarge)
    } else {
        take_mail(office, code, Bytes::from(fs::read(mail).await?)).await
    };
    match taken {
        Ok(Taken::New(id)) => {
            tracing::info!(registry = code, mail = %id, "a mail was taken in");
            fs::remove_file(mail).await
        }
        Ok(Taken::Known) => fs::remove_file(mail).await,
        Err(error @ (NotTaken::Failed(_) | NotTaken::NoRegistry(_))) => {
            tracing::warn!(registry = code, %error, "a mail is left where it lies");
            Ok(())
        }
        Err(error @ (NotTaken::TooLarge | NotTaken::Unreadable(_))) => {
            tracing::warn!(registry = code, %error, "a mail cannot be taken in, and was put into the folder '{REFUSED}'");
            fs::create_dir_all(refused).await?;
            fs::rename(mail, refused.join(mail.file_name().unwrap_or_default())).await
        }
    }
}
