//! Files that the office itself makes: written beside the blobs, and then one of them, or gone.

use crate::blob::{BlobStore, Incoming, Lock, sync_folder};
use crate::digest::Digest;
use crate::sweep::{gone, is_idle};
use sha2::{Digest as _, Sha256};
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use uuid::Uuid;

const CHUNK: usize = 256 * 1024;

/// A file that is being made; removed when it is dropped before it was kept.
pub struct Workpiece(Incoming);

impl Workpiece {
    /// Where it is written.
    pub fn path(&self) -> &Path {
        &self.0.0
    }
}

impl BlobStore {
    /// An empty file to write.
    pub async fn workpiece(&self) -> io::Result<Workpiece> {
        let path = self.root.join("incoming").join(Uuid::new_v4().to_string());
        let piece = Workpiece(Incoming(path));
        tokio::fs::File::create_new(piece.path()).await?;
        Ok(piece)
    }

    /// Makes a blob of what was written: durable, under the name of its digest. It is young, so that nobody sweeps it away
    /// before its row is written.
    pub async fn keep(&self, piece: Workpiece) -> io::Result<(Digest, u64)> {
        let path = piece.path().to_owned();
        let measured = tokio::task::spawn_blocking(move || measure(&path)).await;
        let (digest, size) = measured.map_err(io::Error::other)??;
        let folder = self.make_folder(digest).await?;
        let (from, to) = (piece.path().to_owned(), self.path(digest));
        self.with_lock(Lock::Shared, move || fs::rename(from, to)).await?;
        sync_folder(&folder).await?;
        Ok((digest, size))
    }

    /// The bytes of a blob, for whoever reads them where it may block.
    pub fn open_blob(&self, digest: Digest) -> io::Result<File> {
        File::open(self.path(digest))
    }

    /// Removes blobs that no row names any more and that nobody has touched since; answers how many it were. One that the
    /// same bytes have just been received for stays: its row may be on the way.
    pub async fn discard(&self, digests: &[Digest], idle_since: SystemTime) -> io::Result<usize> {
        let places: Vec<(PathBuf, PathBuf)> = digests
            .iter()
            .map(|digest| (self.path(*digest), self.previews(*digest)))
            .collect();
        let work = move || {
            let mut removed = 0;
            for (blob, pictures) in places {
                if is_idle(&blob, idle_since)? {
                    gone(fs::remove_file(&blob))?;
                    gone(fs::remove_dir_all(&pictures))?;
                    removed += 1;
                }
            }
            Ok(removed)
        };
        self.with_lock(Lock::Exclusive, work).await
    }
}

/// Digest and size of a file that is durable afterwards.
fn measure(path: &Path) -> io::Result<(Digest, u64)> {
    let mut file = File::open(path)?;
    file.sync_all()?;
    let (mut hasher, mut size, mut chunk) = (Sha256::new(), 0, vec![0; CHUNK]);
    loop {
        match file.read(&mut chunk)? {
            0 => return Ok((Digest::finish(hasher), size)),
            got => {
                hasher.update(&chunk[..got]);
                size += got as u64;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[tokio::test]
    async fn what_was_made_becomes_a_blob_and_what_was_not_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let store = BlobStore::open(folder.path()).await.unwrap();
        let piece = store.workpiece().await.unwrap();
        fs::write(piece.path(), "PK made").unwrap();
        let (digest, size) = store.keep(piece).await.unwrap();
        assert_eq!(size, 7);
        assert_eq!(store.hash(digest).await.unwrap(), Some(digest));
        let lost = store.workpiece().await.unwrap();
        let path = lost.path().to_owned();
        drop(lost);
        assert!(!path.exists());
        let made = fs::metadata(store.path(digest)).unwrap().modified().unwrap();
        assert_eq!(store.discard(&[digest], made).await.unwrap(), 0, "it is young");
        assert_eq!(
            store.discard(&[digest], made + Duration::from_mins(1)).await.unwrap(),
            1
        );
        assert_eq!(store.size(digest).await.unwrap(), None);
    }
}
