//! Blobs that nobody claims: their upload failed after the bytes had arrived, so no row names them.
//!
//! They are set aside first and removed weeks later. A server that was started with the wrong database, or with one
//! from an old backup, knows none of the newer papers; it must not destroy them in its first hour. A blob that was set
//! aside and has a row again goes back to its place.

use crate::blob::{BlobStore, Lock, UNCLAIMED};
use crate::digest::Digest;
use chrono::NaiveDate;
use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::SystemTime;

/// How many digests are asked about at once.
const AT_ONCE: usize = 500;

/// The times that a sweep goes by.
#[derive(Debug, Clone, Copy)]
pub struct Times {
    /// Only what was not touched since is looked at: an upload writes its row moments after its blob.
    pub idle_since: SystemTime,
    /// What is set aside now, is set aside on this day.
    pub today: NaiveDate,
    /// What was set aside before this day is removed.
    pub forget_before: NaiveDate,
}

/// What a sweep did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Swept {
    /// Blobs that were set aside, and pictures of blobs that are gone.
    pub set_aside: usize,
    /// Blobs that went back.
    pub returned: usize,
    /// Blobs that were removed for good.
    pub removed: usize,
    /// Uploads that were never finished.
    pub unfinished: usize,
}

impl BlobStore {
    /// Sweeps the store. `known` answers which of some digests have a row. Several processes may sweep at once.
    pub async fn sweep<F>(&self, times: Times, known: F) -> io::Result<Swept>
    where
        F: AsyncFn(&[Digest]) -> io::Result<HashSet<Digest>>,
    {
        let mut swept = Swept::default();
        for shelf in 0..=u8::MAX {
            let store = self.clone();
            let idle = blocking(move || store.idle_on(shelf, times.idle_since)).await?;
            for some in idle.chunks(AT_ONCE) {
                let known = known(some).await?;
                let unclaimed: Vec<Digest> = some.iter().filter(|digest| !known.contains(digest)).copied().collect();
                if !unclaimed.is_empty() {
                    let store = self.clone();
                    let work = move || store.set_aside(&unclaimed, times);
                    swept.set_aside += self.with_lock(Lock::Exclusive, work).await?;
                }
            }
        }
        self.sweep_unclaimed(times, known, &mut swept).await?;
        let incoming = self.root.join("incoming");
        swept.unfinished = blocking(move || remove_idle(&incoming, times.idle_since)).await?;
        Ok(swept)
    }

    /// What was set aside: back where there is a row again, gone when its time is over.
    async fn sweep_unclaimed<F>(&self, times: Times, known: F, swept: &mut Swept) -> io::Result<()>
    where
        F: AsyncFn(&[Digest]) -> io::Result<HashSet<Digest>>,
    {
        let root = self.root.join(UNCLAIMED);
        for folder in blocking(move || entries(&root)).await? {
            let Some(day) = parsed::<NaiveDate>(&folder) else {
                continue;
            };
            let listed = folder.clone();
            let files = blocking(move || entries(&listed)).await?;
            let digests: Vec<Digest> = files.iter().filter_map(|file| parsed(file)).collect();
            for some in digests.chunks(AT_ONCE) {
                let known = known(some).await?;
                for digest in some {
                    let file = folder.join(digest.to_string());
                    if known.contains(digest) {
                        self.give_back(file, *digest).await?;
                        swept.returned += 1;
                    } else if day < times.forget_before {
                        gone(fs::remove_file(&file))?;
                        swept.removed += 1;
                    }
                }
            }
            // Refused while something is left in it.
            let _ = tokio::fs::remove_dir(folder).await;
        }
        Ok(())
    }

    async fn give_back(&self, file: PathBuf, digest: Digest) -> io::Result<()> {
        self.make_folder(digest).await?;
        let place = self.path(digest);
        let work = move || {
            if place.try_exists()? {
                gone(fs::remove_file(file)).map(drop)
            } else {
                gone(fs::rename(file, place)).map(drop)
            }
        };
        self.with_lock(Lock::Shared, work).await
    }

    /// The blobs and pictures on one shelf that were not touched for a while.
    fn idle_on(&self, number: u8, since: SystemTime) -> io::Result<Vec<Digest>> {
        let mut idle = HashSet::new();
        for kind in ["blobs", "previews"] {
            for folder in entries(&self.root.join(kind).join(format!("{number:02x}")))? {
                for entry in entries(&folder)? {
                    if is_idle(&entry, since)? {
                        idle.extend(parsed::<Digest>(&entry));
                    }
                }
            }
        }
        Ok(idle.into_iter().collect())
    }

    /// Sets blobs aside that are still idle, now that nobody gives them a name, and removes their pictures.
    fn set_aside(&self, digests: &[Digest], times: Times) -> io::Result<usize> {
        let folder = self.root.join(UNCLAIMED).join(times.today.to_string());
        fs::create_dir_all(&folder)?;
        let mut moved = 0;
        for digest in digests {
            let place = self.path(*digest);
            if place.try_exists()? {
                if !is_idle(&place, times.idle_since)? {
                    continue;
                }
                fs::rename(&place, folder.join(digest.to_string()))?;
            }
            gone(fs::remove_dir_all(self.previews(*digest)))?;
            moved += 1;
        }
        Ok(moved)
    }
}

/// File work off the threads that serve.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> io::Result<T> + Send + 'static) -> io::Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(io::Error::other)?
}

/// What is in a folder; nothing when there is no such folder.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let Some(listed) = gone(fs::read_dir(folder))? else {
        return Ok(Vec::new());
    };
    listed.map(|entry| Ok(entry?.path())).collect()
}

/// What a file's name says.
fn parsed<T: FromStr>(path: &Path) -> Option<T> {
    path.file_name().and_then(OsStr::to_str)?.parse().ok()
}

pub(crate) fn is_idle(path: &Path, since: SystemTime) -> io::Result<bool> {
    match gone(fs::metadata(path))? {
        Some(metadata) => Ok(metadata.modified()? < since),
        None => Ok(false),
    }
}

fn remove_idle(folder: &Path, since: SystemTime) -> io::Result<usize> {
    let mut removed = 0;
    for file in entries(folder)? {
        if is_idle(&file, since)? {
            gone(fs::remove_file(&file))?;
            removed += 1;
        }
    }
    Ok(removed)
}

/// Another process may have been faster: what is not there any more is no failure.
pub(crate) fn gone<T>(done: io::Result<T>) -> io::Result<Option<T>> {
    match done {
        Ok(value) => Ok(Some(value)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
