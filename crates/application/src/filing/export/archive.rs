//! Writing the archive: stored, not packed, in one order, so that nothing can hide between its members.

use super::members::{Bytes, Member};
use crate::office::Error;
use daftar_documents::BlobStore;
use daftar_domain::ledger::canonical_json;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::fs::File;
use std::io::{BufWriter, Read, Seek, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The most bytes of an archive: below what older readers of archives know.
pub(super) const MOST_BYTES: u64 = 2_000_000_000;
const CHUNK: usize = 256 * 1024;

fn failed(error: impl std::fmt::Display) -> Error {
    Error::Internal(format!("the archive cannot be written: {error}"))
}

/// Writes the members and, last, the manifest: `about` with a line for each of them. Slow: call it where it may block.
pub(super) fn write(path: &Path, blobs: &BlobStore, members: Vec<Member>, mut about: Value) -> Result<(), Error> {
    let file = File::options().write(true).open(path).map_err(failed)?;
    let mut archive = Archive {
        zip: ZipWriter::new(BufWriter::new(file)),
        lines: Vec::new(),
    };
    for member in members {
        match member.bytes {
            Bytes::Here(bytes) => archive.add(&member.name, &mut bytes.as_slice(), None)?,
            Bytes::Blob(digest) => {
                let mut blob = blobs.open_blob(digest).map_err(failed)?;
                archive.add(&member.name, &mut blob, Some(digest.to_string()))?;
            }
        }
    }
    about["members"] = Value::Array(std::mem::take(&mut archive.lines));
    archive.add("manifest.json", &mut canonical_json(&about).as_bytes(), None)?;
    let file = archive.zip.finish().map_err(failed)?;
    file.into_inner().map_err(failed)?.sync_all().map_err(failed)
}

struct Archive<W: Write + Seek> {
    zip: ZipWriter<W>,
    lines: Vec<Value>,
}

impl<W: Write + Seek> Archive<W> {
    /// Adds a member. Bytes that are not those of their digest any more make no archive.
    fn add(&mut self, name: &str, bytes: &mut impl Read, digest: Option<String>) -> Result<(), Error> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(DateTime::default());
        self.zip.start_file(name, options).map_err(failed)?;
        let (mut hasher, mut size, mut chunk) = (Sha256::new(), 0, vec![0; CHUNK]);
        loop {
            let got = bytes.read(&mut chunk).map_err(failed)?;
            if got == 0 {
                break;
            }
            hasher.update(&chunk[..got]);
            size += got as u64;
            self.zip.write_all(&chunk[..got]).map_err(failed)?;
        }
        let sha256 = hex::encode(hasher.finalize());
        if digest.is_some_and(|digest| digest != sha256) {
            return Err(failed(format!("the bytes of {name} are not those that were received")));
        }
        self.lines
            .push(json!({ "name": name, "bytes": size, "sha256": sha256 }));
        Ok(())
    }
}
