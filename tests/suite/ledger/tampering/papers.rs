//! The bytes of papers on disk.

use super::super::known;
use super::history;
use daftar_application::ledger::check_office;
use daftar_documents::BlobStore;
use daftar_testing::on_both;
use std::fs;
use std::path::PathBuf;

on_both! {
    async fn a_bit_of_a_paper_is_found_by_who_reads_the_papers(app: TestApp) {
        let facts = history(&app).await;
        let store = BlobStore::open(app.papers()).await.unwrap();
        let look = async |with_papers: bool| {
            let papers = with_papers.then_some(&store);
            check_office(&app.database.database, papers, known(&app), &mut |_, _| {}).await.map_err(|error| error.to_string())
        };
        assert_eq!(look(true).await.unwrap().documents, 3);

        let digest = facts.of("document_uploaded").parsed["content"]["sha256"].as_str().unwrap();
        let path: PathBuf = [app.papers().to_str().unwrap(), "blobs", &digest[..2], &digest[2..4], digest].iter().collect();
        let bytes = fs::read(&path).unwrap();
        let mut changed = bytes.clone();
        changed[20] ^= 1;
        let place = format!("document {}", facts.document);
        let write = |bytes: &[u8]| {
            fs::remove_file(&path).unwrap();
            fs::write(&path, bytes).unwrap();
        };
        write(&changed);
        look(false).await.expect("who does not read the papers does not see it");
        assert_eq!(look(true).await.unwrap_err(), format!("{place}: its bytes on disk were changed"));
        write(&bytes[..bytes.len() - 1]);
        assert_eq!(look(true).await.unwrap_err(), format!("{place}: its bytes on disk were changed"));
        write(&bytes);
        look(true).await.unwrap();
        fs::remove_file(&path).unwrap();
        assert_eq!(look(true).await.unwrap_err(), format!("{place}: its bytes are missing from the store of papers"));
    }
}
