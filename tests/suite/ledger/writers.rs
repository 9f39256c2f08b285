//! Everybody writes at once, and several processes give places.

use super::{bodies, check, known, latest, root, take_up, texts};
use crate::correspondence::entry;
use daftar_application::ledger::integrate;
use daftar_testing::{Persona, on_both};
use futures_util::future::join_all;
use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

const WRITERS: usize = 32;
const EACH: usize = 6;
const INTEGRATORS: usize = 4;

on_both! {
    async fn nothing_is_lost_and_nothing_stands_twice(app: TestApp) {
        let done = Arc::new(AtomicBool::new(false));
        let integrators: Vec<_> = (0..INTEGRATORS).map(|_| {
            let (office, done) = (app.office.clone(), done.clone());
            tokio::spawn(async move {
                let mut placed = 0;
                while !done.load(Ordering::Relaxed) {
                    placed += integrate(&office).await.unwrap();
                    tokio::task::yield_now().await;
                }
                placed
            })
        }).collect();
        let writers = (0..WRITERS).map(|writer| {
            let clerk = app.acting(if writer % 2 == 0 { Persona::Clerk } else { Persona::LawClerk });
            async move {
                let mut digests = Vec::new();
                for number in 0..EACH {
                    let letter = entry(&format!("Letter {number} of {writer}"));
                    let made = clerk.post("/api/v1/receipts", &letter).await.expect(201);
                    digests.push(made.json["entry"].as_str().unwrap().to_owned());
                }
                digests
            }
        });
        let digests: HashSet<String> = join_all(writers).await.into_iter().flatten().collect();
        done.store(true, Ordering::Relaxed);
        let mut placed: usize = 0;
        for integrator in integrators {
            placed += integrator.await.unwrap();
        }
        placed += take_up(&app).await;

        assert_eq!((digests.len(), placed), (WRITERS * EACH, WRITERS * EACH + 1));
        let kept: Vec<String> = texts(&app, "SELECT digest FROM ledger_entries WHERE kind = 'receipt_diarised'").await;
        assert_eq!((kept.len(), kept.into_iter().collect::<HashSet<_>>()), (digests.len(), digests));
        let positions = texts(&app, "SELECT CAST(position AS TEXT) FROM ledger_entries ORDER BY ledger_entries.position").await;
        assert!(positions.iter().map(|text| text.parse::<usize>().unwrap()).eq(0..placed));
        let (bodies, checkpoint) = (bodies(&app).await, latest(&app).await);
        assert_eq!((checkpoint.size, checkpoint.root), (placed as u64, root(&bodies)));
        assert_eq!(check(&app, known(&app)).await.unwrap().entries, placed as u64);
    }
}
