//! The tree as foreign log clients read it (C2SP tlog-tiles).

use super::{a_day, bodies, many_acts, take_up};
use daftar_domain::ledger::tree::{Hash, TILE_WIDTH, leaf_hash, node_hash};
use daftar_testing::{Persona, Reply, TestApp, on_both};

/// The leaf hashes of bodies, one after another.
fn leaves(bodies: &[String]) -> Vec<u8> {
    bodies.iter().flat_map(|body| leaf_hash(body.as_bytes())).collect()
}

/// The root over a power of two of hashes.
fn fold(hashes: &[Hash]) -> Hash {
    match hashes {
        [one] => *one,
        many => {
            let (left, right) = many.split_at(many.len() / 2);
            node_hash(&fold(left), &fold(right))
        }
    }
}

/// Bodies, each after its length in two bytes.
fn bundle(bodies: &[String]) -> Vec<u8> {
    let one = |body: &String| [&u16::try_from(body.len()).unwrap().to_be_bytes(), body.as_bytes()].concat();
    bodies.iter().flat_map(one).collect()
}

async fn tile(app: &TestApp, address: &str) -> Reply {
    app.anonymous().get(&format!("/tile/{address}")).await
}

on_both! {
    async fn everybody_reads_hashes_and_auditors_read_bodies(app: TestApp) {
        let _ = a_day(&app).await;
        take_up(&app).await;
        let bodies = bodies(&app).await;
        let size = bodies.len();
        for width in 1..=size {
            let found = tile(&app, &format!("0/000.p/{width}")).await.expect(200);
            assert_eq!(found.bytes, leaves(&bodies[..width]), "{width}");
        }
        let served = tile(&app, &format!("0/000.p/{size}")).await;
        assert_eq!(served.headers["content-type"], "application/octet-stream");
        assert_eq!(served.headers["cache-control"], "public, max-age=31536000, immutable");
        assert_eq!(served.headers["access-control-allow-origin"], "*");
        let checkpoint = app.anonymous().get("/checkpoint").await.expect(200);
        assert_eq!(checkpoint.headers["content-type"], "text/plain; charset=utf-8");
        assert_eq!(checkpoint.headers["cache-control"], "no-cache");
        assert_eq!(checkpoint.headers["access-control-allow-origin"], "*");

        let beyond = format!("0/000.p/{}", size + 1);
        let wrong = [
            beyond.as_str(), "0/000", "0/001", "0/001.p/1", "1/000.p/1", "8/000.p/1", "-1/000.p/1", "x/000.p/1", "0/0.p/1",
            "0/000.p/0", "0/000.p/01", "0/000.p/+1", "0/000.p/256", "0/x000/000.p/1", "0/000.p/1/", "0/", "0", "",
            "99999999999/000.p/1", "0/x999/x999/x999/x999/x999/x999/x999/999.p/1", "0/x009/x223/x372/x036/x854/x775/808.p/1",
        ];
        for address in wrong {
            assert_eq!(tile(&app, address).await.status, 404, "{address}");
        }

        let auditor = app.acting(Persona::Auditor);
        for width in 1..=size {
            let found = auditor.get(&format!("/tile/entries/000.p/{width}")).await.expect(200);
            assert_eq!(found.bytes, bundle(&bodies[..width]), "{width}");
        }
        let path = format!("/tile/entries/000.p/{size}");
        assert_eq!(auditor.get(&path).await.headers["cache-control"], "private, max-age=31536000, immutable");
        for persona in Persona::ALL.iter().filter(|persona| **persona != Persona::Auditor) {
            assert_eq!(app.acting(*persona).get(&path).await.status, 403, "{persona:?}");
            let strange = app.acting(*persona).get("/tile/entries/nonsense").await;
            assert_eq!(strange.status, 403, "what there is, is nobody's business: {persona:?}");
        }
        assert_eq!(app.anonymous().get(&path).await.status, 401);
        let beyond = format!("000.p/{}", size + 1);
        for address in [beyond.as_str(), "000", "001.p/1", "nonsense", "000.p/0", "x999/x999/x999/x999/x999/x999/x999/999.p/1"] {
            assert_eq!(auditor.get(&format!("/tile/entries/{address}")).await.status, 404, "{address}");
        }
    }

    async fn full_tiles_have_their_hash_in_the_level_above(app: TestApp) {
        many_acts(&app, 2 * TILE_WIDTH).await;
        take_up(&app).await;
        many_acts(&app, 30).await;
        take_up(&app).await;
        let bodies = bodies(&app).await;
        assert_eq!(bodies.len(), 2 * TILE_WIDTH + 31);
        let (first, second) = (&bodies[..TILE_WIDTH], &bodies[TILE_WIDTH..2 * TILE_WIDTH]);
        assert_eq!(tile(&app, "0/000").await.expect(200).bytes, leaves(first));
        assert_eq!(tile(&app, "0/001").await.expect(200).bytes, leaves(second));
        assert_eq!(tile(&app, "0/001.p/7").await.expect(200).bytes, leaves(&second[..7]), "as it once was");
        assert_eq!(tile(&app, "0/002.p/31").await.expect(200).bytes, leaves(&bodies[2 * TILE_WIDTH..]));
        let above = [first, second].map(|bodies| {
            let hashes: Vec<Hash> = bodies.iter().map(|body| leaf_hash(body.as_bytes())).collect();
            fold(&hashes)
        });
        assert_eq!(tile(&app, "1/000.p/2").await.expect(200).bytes, above.concat());
        assert_eq!(tile(&app, "1/000.p/3").await.status, 404);
        let auditor = app.acting(Persona::Auditor);
        assert_eq!(auditor.get("/tile/entries/001").await.expect(200).bytes, bundle(second));
        assert_eq!(auditor.get("/tile/entries/002.p/31").await.expect(200).bytes, bundle(&bodies[2 * TILE_WIDTH..]));
    }
}
