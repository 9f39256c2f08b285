//! Typed letters and scans as an office receives them, for the demonstration office and for tests.
//! The same letter always makes the same bytes.

mod layout;
mod scan;
mod typeface;
mod write;

pub use scan::{ScanError, scan};
pub use typeface::Typeface;

/// A letter in English, on A4.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letter {
    /// The typeface of the body.
    pub typeface: Typeface,
    /// The lines at the head of the first page, centred; the first one large.
    pub letterhead: Vec<String>,
    /// The writer's number, at the left.
    pub reference: String,
    /// The date in words, at the right.
    pub date: String,
    /// To whom.
    pub addressee: Vec<String>,
    /// The subject; set in capitals' place, underlined.
    pub subject: String,
    /// `Dear Sir,`; may be empty.
    pub salutation: String,
    /// The paragraphs, numbered from the second as offices do.
    pub paragraphs: Vec<String>,
    /// Name, designation and what else stands under the signature, at the right.
    pub signature: Vec<String>,
    /// To whom copies go; may be empty.
    pub copies: Vec<String>,
}

impl Letter {
    /// The letter as a PDF, of as many pages as it needs; each says `Page x of y` when there are more than one.
    pub fn to_pdf(&self) -> Vec<u8> {
        write::pdf(&layout::pages(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{BlobStore, Drawing, LARGEST, MediaType, Previews, Readability};
    use bytes::Bytes;
    use futures_util::stream;
    use std::convert::Infallible;

    fn letter(paragraphs: usize) -> Letter {
        Letter {
            letterhead: vec!["GOVERNMENT OF THE PUNJAB".into(), "IRRIGATION DEPARTMENT".into()],
            reference: "No. SO(W)1-2/2026".into(),
            date: "Lahore, the 20th November, 2026".into(),
            addressee: vec!["The Secretary,".into(), "Finance Department, Lahore.".into()],
            subject: "Release of funds for lining of the Bhakkar distributary \u{2013} second quarter".into(),
            salutation: "Dear Sir,".into(),
            paragraphs: vec![
                "I am directed to refer to the subject cited above and to state that the work is in \
                 progress, and that the funds \u{201C}released\u{201D} in the first quarter have been spent."
                    .into();
                paragraphs
            ],
            signature: vec!["(Muhammad Aslam)".into(), "Section Officer (Works)".into()],
            copies: vec!["The Chief Engineer, Sargodha.".into()],
            ..Letter::default()
        }
    }

    async fn inspected(pdf: Vec<u8>) -> (Option<u32>, Readability, Bytes) {
        let folder = tempfile::tempdir().unwrap();
        let store = BlobStore::open(folder.path()).await.unwrap();
        let source = stream::iter([Ok::<_, Infallible>(Bytes::from(pdf))]);
        let stored = store.put(source, LARGEST).await.unwrap();
        assert_eq!(stored.media_type, MediaType::Pdf);
        let previews = Previews::new(store, 1, Drawing::Here);
        let found = previews.inspect(stored.digest, stored.media_type).await.unwrap();
        let picture = previews.page(stored.digest, stored.media_type, 1, 480).await.unwrap();
        (found.pages, found.readability, picture)
    }

    #[tokio::test]
    async fn a_letter_is_read_back_and_drawn() {
        let (pages, readability, picture) = inspected(letter(3).to_pdf()).await;
        assert_eq!((pages, readability), (Some(1), Readability::Ok));
        let drawn = image::load_from_memory(&picture).unwrap().into_luma8();
        assert_eq!(drawn.width(), 480);
        let dark = drawn.pixels().filter(|pixel| pixel.0[0] < 128).count();
        assert!(dark > 500, "only {dark} dark pixels: nothing was typed");
    }

    #[tokio::test]
    async fn a_long_letter_has_many_pages_and_the_same_bytes_each_time() {
        let pdf = letter(90).to_pdf();
        assert_eq!(pdf, letter(90).to_pdf());
        let (pages, _, _) = inspected(pdf).await;
        assert!(pages.unwrap() > 5, "{pages:?}");
    }

    #[tokio::test]
    async fn a_scan_holds_pictures_only() {
        let typed = Letter {
            typeface: Typeface::Courier,
            ..letter(4)
        };
        let scanned = scan(typed.to_pdf(), 100).unwrap();
        assert!(!scanned.windows(8).any(|w| w == b"BaseFont"));
        let (pages, readability, picture) = inspected(scanned).await;
        assert_eq!((pages, readability), (Some(1), Readability::Ok));
        assert!(!picture.is_empty());
    }
}
