//! What the demonstration office deals with: cases, senders, phrases, and the words that vary them.

mod fill;
mod finance;
mod health;
mod irrigation;
mod law;
mod matter;
pub(super) mod phrases;
pub(super) mod replies;
mod secretariat;
mod senders;
mod words;

pub(super) use fill::{Facts, Piece};
pub(super) use matter::{Matter, Sender};

/// Every kind of case.
pub(super) fn matters() -> impl Iterator<Item = &'static Matter> {
    [
        finance::CASES,
        health::CASES,
        irrigation::CASES,
        law::CASES,
        secretariat::CASES,
    ]
    .into_iter()
    .flatten()
}

#[cfg(test)]
mod tests {
    use super::phrases::{self, Phrases};
    use super::replies;
    use super::{Facts, matters};
    use crate::demo::chance::Chance;
    use crate::demo::staff::{HEADS, HeadRow, rows};
    use chrono::NaiveDate;
    use daftar_domain::office::{Language, clean_line};

    fn facts(language: Language) -> Facts {
        let day = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
        let mut facts = Facts::draw(language, day, &mut Chance::new(7));
        facts.set("writer", "the writer".to_owned());
        facts.set("received", "today".to_owned());
        facts.set("rule", "a rule".to_owned());
        facts.set("cited", "No. 1 dated today".to_owned());
        facts
    }

    #[test]
    fn every_place_in_every_text_is_known() {
        for matter in matters() {
            let facts = facts(matter.language);
            let sender = matter.sender;
            let texts = [
                matter.subject,
                sender.name,
                sender.designation,
                sender.office,
                sender.address,
                sender.reference,
            ];
            for text in texts.iter().chain(matter.letter).chain(matter.note) {
                assert!(facts.knows(text), "{text}");
            }
            assert!(
                clean_line(&facts.fill(matter.subject), 200).is_ok(),
                "{}",
                matter.subject
            );
        }
        let lists: [&Phrases; 23] = [
            &phrases::OPENINGS,
            &phrases::SUBMISSIONS,
            &phrases::SUPPORTS,
            &phrases::QUERIES,
            &phrases::ANSWERS,
            &phrases::ORDERS,
            &phrases::RECOMMENDATIONS,
            &phrases::SUBMITTED_TO_CM,
            &phrases::COMPLIANCES,
            &phrases::CONTINUATIONS,
            &phrases::MARKINGS,
            &phrases::MISDIRECTED,
            &phrases::DISPOSALS,
            &phrases::PARKINGS,
            &phrases::REOPENINGS,
            &phrases::RULES,
            &phrases::FINANCIAL_RULES,
            &phrases::CANAL_RULES,
            &phrases::INFORMATION,
            &replies::LETTERS,
            &replies::MEMORANDA,
            &replies::CONDITIONS,
            &replies::REQUESTS,
        ];
        for list in lists {
            assert!(
                list.en.iter().all(|text| facts(Language::English).knows(text)),
                "{:?}",
                list.en
            );
            assert!(
                list.ur.iter().all(|text| facts(Language::Urdu).knows(text)),
                "{:?}",
                list.ur
            );
        }
    }

    #[test]
    fn every_case_has_its_head() {
        let heads: Vec<HeadRow> = rows(HEADS).unwrap();
        for matter in matters() {
            let found = heads
                .iter()
                .any(|head| head.unit_code == matter.section && head.code == matter.head);
            assert!(found, "{} {}", matter.section, matter.head);
        }
    }
}
