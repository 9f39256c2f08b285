//! Blobs on the local disk, named by their digest.
//!
//! A blob is received into `incoming/`, measured and hashed on the way, made durable, and only then
//! given its name. What has a name is whole; what was interrupted is swept away later.

use crate::digest::Digest;
use crate::media_type::MediaType;
use bytes::{Bytes, BytesMut};
use futures_util::{Stream, StreamExt, stream};
use sha2::{Digest as _, Sha256};
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use thiserror::Error;
use tokio::fs::{self, File};
use tokio::io::{AsyncReadExt, AsyncSeekExt, AsyncWriteExt, BufWriter, SeekFrom};
use uuid::Uuid;

const WRITE_BUFFER: usize = 256 * 1024;
const READ_CHUNK: usize = 64 * 1024;
/// Where blobs go that nobody claims.
pub(crate) const UNCLAIMED: &str = "unclaimed";

/// How the store is locked: by many who give names, or by one who takes them away.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Lock {
    Shared,
    Exclusive,
}

/// The blobs of an office, in one folder.
#[derive(Debug, Clone)]
pub struct BlobStore {
    pub(crate) root: PathBuf,
}

/// A blob that was received and is durable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stored {
    /// Its name.
    pub digest: Digest,
    /// How many bytes.
    pub size: u64,
    /// What sort of paper it is.
    pub media_type: MediaType,
}

/// Why a blob was not received.
#[derive(Debug, Error)]
pub enum PutError {
    /// There was nothing.
    #[error("the document is empty")]
    Empty,
    /// More than the limit.
    #[error("the document is too large")]
    TooLarge,
    /// Not a sort of paper that the office takes.
    #[error("the document's type is refused")]
    TypeRefused,
    /// The sender stopped in the middle.
    #[error("the document was not sent to its end: {0}")]
    Interrupted(String),
    /// The disk said no.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl BlobStore {
    /// Opens the store in `root`, making its folders. Other processes may be using it.
    pub async fn open(root: impl Into<PathBuf>) -> io::Result<Self> {
        let root = root.into();
        for folder in ["blobs", "previews", "incoming", UNCLAIMED] {
            fs::create_dir_all(root.join(folder)).await?;
        }
        Ok(Self { root })
    }

    /// Receives a blob of at most `most` bytes. The type is looked at as soon as the first bytes are
    /// there, so that nobody sends 100 MB to learn that it is not wanted.
    pub async fn put<S, E>(&self, source: S, most: u64) -> Result<Stored, PutError>
    where
        S: Stream<Item = Result<Bytes, E>>,
        E: std::fmt::Display,
    {
        let incoming = Incoming(self.root.join("incoming").join(Uuid::new_v4().to_string()));
        let stored = receive(source, &incoming.0, most).await?;
        let folder = self.make_folder(stored.digest).await?;
        let (from, to) = (incoming.0.clone(), self.path(stored.digest));
        // The same bytes may be there already. They are replaced all the same: the new copy is young, so that nobody
        // sweeps it away before its row is written.
        self.with_lock(Lock::Shared, move || std::fs::rename(from, to)).await?;
        sync_folder(&folder).await?;
        Ok(stored)
    }

    /// How many bytes a blob has; none when there is no such blob.
    pub async fn size(&self, digest: Digest) -> io::Result<Option<u64>> {
        match fs::metadata(self.path(digest)).await {
            Ok(metadata) => Ok(Some(metadata.len())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// What the bytes of a blob hash to, as they are on disk now; none when there is no such blob.
    pub async fn hash(&self, digest: Digest) -> io::Result<Option<Digest>> {
        let mut file = match File::open(self.path(digest)).await {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let (mut hasher, mut chunk) = (Sha256::new(), vec![0; READ_CHUNK]);
        loop {
            match file.read(&mut chunk).await? {
                0 => return Ok(Some(Digest::finish(hasher))),
                got => hasher.update(&chunk[..got]),
            }
        }
    }

    /// The bytes of a blob in `range`, as they are read.
    pub async fn read(
        &self,
        digest: Digest,
        range: Range<u64>,
    ) -> io::Result<impl Stream<Item = io::Result<Bytes>> + Send + use<>> {
        let mut file = File::open(self.path(digest)).await?;
        file.seek(SeekFrom::Start(range.start)).await?;
        let left = range.end.saturating_sub(range.start);
        Ok(stream::try_unfold((file, left), |(mut file, left)| async move {
            if left == 0 {
                return Ok(None);
            }
            let want = usize::try_from(left).unwrap_or(READ_CHUNK).min(READ_CHUNK);
            let mut chunk = BytesMut::zeroed(want);
            let got = file.read(&mut chunk).await?;
            if got == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            chunk.truncate(got);
            Ok(Some((chunk.freeze(), (file, left - got as u64))))
        }))
    }

    /// Where a blob is, or would be.
    pub(crate) fn path(&self, digest: Digest) -> PathBuf {
        self.folder("blobs", digest).join(digest.to_string())
    }

    /// The folder of a blob's page images.
    pub(crate) fn previews(&self, digest: Digest) -> PathBuf {
        self.folder("previews", digest).join(digest.to_string())
    }

    /// Does something to names while nobody sweeps, or sweeps while nobody gives a name. The lock is a file, because
    /// `serve` and `worker` are two processes.
    pub(crate) async fn with_lock<T: Send + 'static>(
        &self,
        lock: Lock,
        work: impl FnOnce() -> io::Result<T> + Send + 'static,
    ) -> io::Result<T> {
        let path = self.root.join("lock");
        let locked = move || {
            let file = std::fs::OpenOptions::new().create(true).append(true).open(path)?;
            match lock {
                Lock::Shared => file.lock_shared()?,
                Lock::Exclusive => file.lock()?,
            }
            // Closing the file lets go of the lock.
            let done = work();
            drop(file);
            done
        };
        tokio::task::spawn_blocking(locked).await.map_err(io::Error::other)?
    }

    /// Two levels of 256 folders: a million blobs leave a dozen in each.
    pub(crate) fn folder(&self, kind: &str, digest: Digest) -> PathBuf {
        let name = digest.to_string();
        self.root.join(kind).join(&name[..2]).join(&name[2..4])
    }

    pub(crate) async fn make_folder(&self, digest: Digest) -> io::Result<PathBuf> {
        let folder = self.folder("blobs", digest);
        if !fs::try_exists(&folder).await? {
            fs::create_dir_all(&folder).await?;
            // A folder is durable when the folder that names it is.
            for above in folder.ancestors().skip(1).take(2) {
                sync_folder(above).await?;
            }
        }
        Ok(folder)
    }
}

/// A file that is still being received; removed when it is dropped under its temporary name.
pub(crate) struct Incoming(pub(crate) PathBuf);

impl Drop for Incoming {
    fn drop(&mut self) {
        // It is gone when it was renamed; a leftover is swept away later.
        let _ = std::fs::remove_file(&self.0);
    }
}

async fn receive<S, E>(source: S, path: &Path, most: u64) -> Result<Stored, PutError>
where
    S: Stream<Item = Result<Bytes, E>>,
    E: std::fmt::Display,
{
    let mut source = std::pin::pin!(source);
    let mut file = BufWriter::with_capacity(WRITE_BUFFER, File::create_new(path).await?);
    let mut hasher = Sha256::new();
    let mut size = 0_u64;
    let mut prefix = BytesMut::with_capacity(MediaType::PREFIX);
    let mut media_type = None;
    while let Some(chunk) = source.next().await {
        let chunk = chunk.map_err(|error| PutError::Interrupted(error.to_string()))?;
        size += chunk.len() as u64;
        if size > most {
            return Err(PutError::TooLarge);
        }
        if media_type.is_none() {
            let wanted = MediaType::PREFIX - prefix.len();
            prefix.extend_from_slice(&chunk[..wanted.min(chunk.len())]);
            if prefix.len() == MediaType::PREFIX {
                media_type = Some(MediaType::of(&prefix).ok_or(PutError::TypeRefused)?);
            }
        }
        hasher.update(&chunk);
        file.write_all(&chunk).await?;
    }
    if size == 0 {
        return Err(PutError::Empty);
    }
    let media_type = match media_type {
        Some(media_type) => media_type,
        None => MediaType::of(&prefix).ok_or(PutError::TypeRefused)?,
    };
    file.flush().await?;
    file.get_ref().sync_all().await?;
    Ok(Stored {
        digest: Digest::finish(hasher),
        size,
        media_type,
    })
}

pub(crate) async fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder).await?.sync_all().await
}
