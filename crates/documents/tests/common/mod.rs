//! A store in a folder of its own, and the reader of papers as a process.
#![allow(dead_code, reason = "each test program uses its share")]

pub(crate) mod authority;

use bytes::Bytes;
use daftar_documents::letter::Letter;
use daftar_documents::{BlobStore, Drawing, Previews, Program, PutError, Stored};
use futures_util::stream;
use tempfile::TempDir;

pub(crate) async fn store() -> (TempDir, BlobStore) {
    let folder = tempfile::tempdir().unwrap();
    let store = BlobStore::open(folder.path()).await.unwrap();
    (folder, store)
}

pub(crate) async fn put(store: &BlobStore, bytes: &[u8], most: u64) -> Result<Stored, PutError> {
    let chunks: Vec<Result<Bytes, String>> = bytes.chunks(100).map(|c| Ok(Bytes::copy_from_slice(c))).collect();
    store.put(stream::iter(chunks), most).await
}

/// The program that cargo built beside this test.
pub(crate) fn program(arguments: &[&str]) -> Program {
    Program::new(env!("CARGO_BIN_EXE_daftar-papers"), arguments)
}

pub(crate) fn apart(store: &BlobStore) -> Previews {
    Previews::new(store.clone(), 1, Drawing::Apart(program(&[])))
}

pub(crate) fn letter() -> Vec<u8> {
    Letter {
        subject: "Canal lining".into(),
        paragraphs: vec!["The work is in progress.".into()],
        ..Letter::default()
    }
    .to_pdf()
}
