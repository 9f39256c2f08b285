//! A communication as its print says it: with the names of today for posts and units, and the letterhead of its unit.

use crate::office::{Error, Office};
use daftar_documents::typeset::{
    Addressee as PrintedAddressee, Amended, Communication as Sheet, Enclosure, Languages as SheetLanguages, Letterhead,
    Lines, Reference, Signatory, Texts, Verification, Words,
};
use daftar_domain::dispatch::Address;
use daftar_domain::drafting::{Addressee, Content, Languages, Outside, Printed};
use daftar_domain::office::{PostId, UnitId};
use daftar_domain::organisation::{self, UnitKind};
use daftar_persistence::drafting::UnitLine;
use daftar_persistence::organisation::PostRef;
use std::collections::HashMap;

/// What stands on a print that is no draft any more.
pub(super) struct Marks<'m> {
    pub(super) printed: &'m Printed,
    /// The address behind the square code.
    pub(super) url: String,
}

/// Whom a communication names, as they are called now.
struct Names {
    posts: HashMap<PostId, PostRef>,
    lines: HashMap<UnitId, Vec<UnitLine>>,
}

/// Writes down what is printed of a content; without marks it is a draft.
pub(super) async fn compose(
    office: &Office,
    content: &Content,
    unit: UnitId,
    marks: Option<&Marks<'_>>,
) -> Result<Sheet, Error> {
    let names = Names::of(office, content, unit).await?;
    let in_reply_to = match content.in_reply_to {
        Some(receipt) => office.database().drafting().printed_receipt(receipt).await?,
        None => None,
    };
    let amends = match content.amends {
        Some(amends) => {
            let printed = office.database().drafting().printed_issue(amends.issue).await?;
            printed.map(|(number, date)| Amended {
                how: amends.how,
                number,
                date,
            })
        }
        None => None,
    };
    let documents: Vec<_> = content.enclosures.iter().map(|enclosure| enclosure.document).collect();
    let pages = office.database().drafting().pages_of(&documents).await?;
    let enclosures = content.enclosures.iter().map(|enclosure| Enclosure {
        title: alike(&enclosure.title),
        pages: pages
            .get(&enclosure.document)
            .and_then(|pages| u32::try_from(*pages).ok()),
    });
    Ok(Sheet {
        form: content.form,
        language: language(content.languages),
        letterhead: names.letterhead(unit),
        number: marks.map(|marks| marks.printed.number.to_string()),
        date: marks.map(|marks| marks.printed.date),
        classification: content.classification,
        priority: content.priority,
        addressees: content.addressees.iter().filter_map(|to| names.addressee(to)).collect(),
        in_reply_to: in_reply_to.map(|paper| Reference {
            number: paper.number,
            date: paper.date,
        }),
        amends,
        subject: Words {
            en: content.subject.en.clone(),
            ur: content.subject.ur.clone(),
        },
        text: Texts {
            en: content.text.en.clone(),
            ur: content.text.ur.clone(),
        },
        salutation: Words::default(),
        subscription: Words::default(),
        signatory: content.signatory.and_then(|post| names.signatory(post)),
        endorsement_number: None,
        copies: content.copies.iter().filter_map(|to| names.copy(to)).collect(),
        enclosures: enclosures.collect(),
        verification: marks.map(|marks| Verification {
            url: marks.url.clone(),
            code: marks.printed.marks.code.clone(),
        }),
        file_number: None,
    })
}

/// The addresses of a content as they are printed: of the addressees, then of those who get copies.
pub(super) async fn addresses(office: &Office, content: &Content, unit: UnitId) -> Result<Vec<Address>, Error> {
    let names = Names::of(office, content, unit).await?;
    let address = |to: &Addressee| match names.addressee(to) {
        Some(printed) => Address {
            en: printed.lines.en,
            ur: printed.lines.ur,
        },
        None => Address::default(),
    };
    Ok(content.addressees.iter().chain(&content.copies).map(address).collect())
}

fn language(languages: Languages) -> SheetLanguages {
    match languages {
        Languages::English => SheetLanguages::English,
        Languages::Urdu => SheetLanguages::Urdu,
        Languages::Both => SheetLanguages::Both,
    }
}

/// Words that are the same in both languages.
fn alike(text: &str) -> Words {
    Words {
        en: text.to_owned(),
        ur: text.to_owned(),
    }
}

fn words(en: &str, ur: &str) -> Words {
    Words {
        en: en.to_owned(),
        ur: ur.to_owned(),
    }
}

fn unit_words(unit: Option<&UnitLine>) -> Words {
    unit.map(|unit| words(&unit.name_en, &unit.name_ur)).unwrap_or_default()
}

/// Whether a unit writes under its own name, and not under that of the one above it.
fn is_department(kind: UnitKind) -> bool {
    match kind {
        UnitKind::Ministry | UnitKind::Division | UnitKind::Department | UnitKind::AttachedDepartment => true,
        UnitKind::Government | UnitKind::Wing | UnitKind::Section | UnitKind::Registry => false,
    }
}

/// Somebody outside as his own block says; in Urdu as his Urdu block does, where he has one.
fn somebody_outside(outside: &Outside) -> PrintedAddressee {
    let block = |name: &str, lines: &[String]| -> Vec<String> {
        std::iter::once(name.to_owned()).chain(lines.iter().cloned()).collect()
    };
    let en = block(&outside.name, &outside.lines);
    match &outside.ur {
        Some(urdu) => PrintedAddressee {
            lines: Lines {
                en,
                ur: block(&urdu.name, &urdu.lines),
            },
            name: words(&outside.name, &urdu.name),
        },
        None => PrintedAddressee {
            lines: Lines { ur: en.clone(), en },
            name: alike(&outside.name),
        },
    }
}

impl Names {
    async fn of(office: &Office, content: &Content, unit: UnitId) -> Result<Self, Error> {
        let named = || content.addressees.iter().chain(&content.copies);
        let posts = named().filter_map(|addressee| match addressee {
            Addressee::Post { post } => Some(*post),
            Addressee::Unit { .. } | Addressee::Outside(_) => None,
        });
        let posts = office
            .database()
            .organisation()
            .post_refs(posts.chain(content.signatory))
            .await?;
        let units = named().filter_map(|addressee| match addressee {
            Addressee::Unit { unit } => Some(*unit),
            Addressee::Post { .. } | Addressee::Outside(_) => None,
        });
        let units = units.chain(posts.values().map(|post| post.unit.id)).chain([unit]);
        let units: Vec<UnitId> = units.collect();
        Ok(Self {
            lines: office.database().drafting().unit_lines(&units).await?,
            posts,
        })
    }

    fn line(&self, unit: UnitId) -> &[UnitLine] {
        self.lines.get(&unit).map_or(&[], Vec::as_slice)
    }

    /// Government, department and section of whoever writes, and where they are reached.
    fn letterhead(&self, unit: UnitId) -> Letterhead {
        let line = self.line(unit);
        let of_kind = |wanted: fn(UnitKind) -> bool| line.iter().find(|unit| wanted(unit.kind));
        let own = line.first().filter(|unit| !is_department(unit.kind));
        let reached = organisation::Letterhead::inherited(line.iter().map(|unit| &unit.letterhead));
        Letterhead {
            government: unit_words(of_kind(|kind| kind == UnitKind::Government)),
            department: unit_words(of_kind(is_department)),
            section: unit_words(own.filter(|unit| unit.kind != UnitKind::Government)),
            address: words(&reached.address_en, &reached.address_ur),
            place: words(&reached.place_en, &reached.place_ur),
            phone: reached.phone,
            email: reached.email,
        }
    }

    /// A unit and the department that it belongs to, a line each.
    fn unit_lines(&self, unit: UnitId) -> Vec<&UnitLine> {
        let line = self.line(unit);
        let department = line.iter().skip(1).find(|unit| is_department(unit.kind));
        let own = line.first();
        let department = department.filter(|_| own.is_none_or(|unit| !is_department(unit.kind)));
        own.into_iter().chain(department).collect()
    }

    fn addressee(&self, to: &Addressee) -> Option<PrintedAddressee> {
        let (first, units, name) = match to {
            Addressee::Outside(outside) => {
                return Some(somebody_outside(outside));
            }
            Addressee::Unit { unit } => (None, self.unit_lines(*unit), Words::default()),
            Addressee::Post { post } => {
                let post = self.posts.get(post)?;
                let holder = post.holder.as_ref();
                let name = holder.map(|holder| words(&holder.name_en, &holder.name_ur));
                let title = words(&post.title_en, &post.title_ur);
                (Some(title), self.unit_lines(post.unit.id), name.unwrap_or_default())
            }
        };
        let units = units.into_iter().map(|unit| words(&unit.name_en, &unit.name_ur));
        let (en, ur) = first.into_iter().chain(units).map(|words| (words.en, words.ur)).unzip();
        Some(PrintedAddressee {
            lines: Lines { en, ur },
            name,
        })
    }

    /// An addressee in one line.
    fn copy(&self, to: &Addressee) -> Option<Words> {
        let lines = self.addressee(to)?.lines;
        Some(words(&lines.en.join(", "), &lines.ur.join("، ")))
    }

    fn signatory(&self, post: PostId) -> Option<Signatory> {
        let post = self.posts.get(&post)?;
        let holder = post.holder.as_ref();
        Some(Signatory {
            name: holder
                .map(|holder| words(&holder.name_en, &holder.name_ur))
                .unwrap_or_default(),
            post: words(&post.title_en, &post.title_ur),
            ..Signatory::default()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use daftar_domain::drafting::{AddressBlock, OutsideKind};
    use uuid::Uuid;

    fn outside(ur: Option<AddressBlock>) -> Outside {
        Outside {
            sort: OutsideKind::Body,
            name: "The Deputy Commissioner".to_owned(),
            lines: vec!["Multan".to_owned()],
            email: None,
            ur,
        }
    }

    #[test]
    fn an_urdu_block_stands_in_urdu_and_the_own_one_everywhere_else() {
        let plain = somebody_outside(&outside(None));
        assert_eq!(plain.lines.en, ["The Deputy Commissioner", "Multan"]);
        assert_eq!(plain.lines.ur, plain.lines.en);
        assert_eq!(plain.name.ur, "The Deputy Commissioner");
        let block = AddressBlock {
            name: "ڈپٹی کمشنر".to_owned(),
            lines: vec!["ملتان".to_owned()],
        };
        let both = somebody_outside(&outside(Some(block)));
        assert_eq!(both.lines.en, plain.lines.en);
        assert_eq!(both.lines.ur, ["ڈپٹی کمشنر", "ملتان"]);
        assert_eq!(
            (both.name.en.as_str(), both.name.ur.as_str()),
            ("The Deputy Commissioner", "ڈپٹی کمشنر")
        );
    }

    #[test]
    fn a_section_is_reached_where_its_department_is() {
        let line = |kind, name: &str, letterhead| UnitLine {
            kind,
            name_en: name.to_owned(),
            name_ur: name.to_owned(),
            letterhead,
        };
        let department = organisation::Letterhead {
            place_en: "Lahore".to_owned(),
            place_ur: "لاہور".to_owned(),
            phone: "1".to_owned(),
            ..organisation::Letterhead::default()
        };
        let section = organisation::Letterhead {
            phone: "2".to_owned(),
            ..organisation::Letterhead::default()
        };
        let unit = UnitId(Uuid::nil());
        let lines = vec![
            line(UnitKind::Section, "Budget", section),
            line(UnitKind::Department, "Finance", department),
        ];
        let names = Names {
            posts: HashMap::new(),
            lines: [(unit, lines)].into_iter().collect(),
        };
        let printed = names.letterhead(unit);
        assert_eq!(
            (printed.place.en.as_str(), printed.place.ur.as_str()),
            ("Lahore", "لاہور")
        );
        assert_eq!((printed.phone.as_str(), printed.email.as_str()), ("2", ""));
        assert_eq!(
            (printed.section.en.as_str(), printed.department.en.as_str()),
            ("Budget", "Finance")
        );
    }
}
