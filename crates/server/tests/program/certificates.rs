//! `daftar certificates`.

use super::keys::{ended_well, refused};
use super::people::add_administrator;
use super::process::Place;
use std::fs;

#[tokio::test]
async fn the_first_server_makes_the_authority_and_the_machine_shows_it() {
    let place = Place::new();
    let none = ended_well(place.run(&["certificates", "show"], &[]));
    assert!(none.out.contains("there is no authority yet"), "{}", none.out);
    add_administrator(&place);
    let server = place.serve(&[], &[]);
    let root = server.client().get("/api/v1/certificates/root").await.expect(200);
    assert!(root.bytes.starts_with(b"-----BEGIN CERTIFICATE-----"));
    let shown = ended_well(place.run(&["certificates", "show"], &[]));
    for words in [
        "root: ",
        " Root CA\n",
        "issuing: ",
        "here, sealed",
        "0 certificates of officers",
    ] {
        assert!(shown.out.contains(words), "{words}: {}", shown.out);
    }
    server.close();
}

#[tokio::test]
async fn what_is_no_authority_is_refused_in_words_and_a_new_one_can_be_made() {
    let place = Place::new();
    add_administrator(&place);
    let before = ended_well(place.run(&["certificates", "renew"], &[])).out;
    let (chain, key) = (place.path().join("chain.pem"), place.path().join("key.pem"));
    fs::write(&chain, "nothing").unwrap();
    fs::write(&key, "nothing").unwrap();
    let paths = [chain, key].map(|path| path.to_str().unwrap().to_owned());
    let import = ["certificates", "import", "--chain", &paths[0], "--key", &paths[1]];
    refused(
        &place.run(&import, &[]),
        "do not lead from the authority's own to its root",
    );
    assert_eq!(ended_well(place.run(&["certificates", "show"], &[])).out, before);
    let after = ended_well(place.run(&["certificates", "renew"], &[])).out;
    assert!(after != before && after.contains("Root CA"), "{after}");
}
