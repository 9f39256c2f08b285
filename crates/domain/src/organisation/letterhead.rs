//! Where a unit is reached, as its letters say above their number.

use super::OrganisationRefusal;
use super::fields::Fields;
use super::person::shaped_like_email;
use crate::office::Refusal;

const LONGEST_PLACE: usize = 60;
const LONGEST_ADDRESS: usize = 200;
const LONGEST_PHONE: usize = 60;
const LONGEST_EMAIL: usize = 254;

/// Where a unit is reached. What is empty is as in the nearest unit above that says it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letterhead {
    /// The town before the date, in English.
    pub place_en: String,
    /// The same in Urdu.
    pub place_ur: String,
    /// Street and building, in English.
    pub address_en: String,
    /// The same in Urdu.
    pub address_ur: String,
    /// The telephone.
    pub phone: String,
    /// The electronic mail.
    pub email: String,
}

impl Letterhead {
    /// Checks what was filled in. Place and address stand in both languages or in none: a letter whose English comes from
    /// one office and whose Urdu from another would give two places.
    ///
    /// # Errors
    /// All that is wrong, field by field.
    pub fn check(&self) -> Result<Self, Vec<Refusal>> {
        let mut fields = Fields::default();
        let (place_en, place_ur) = fields.pair(
            [("/place_en", &self.place_en), ("/place_ur", &self.place_ur)],
            LONGEST_PLACE,
        );
        let (address_en, address_ur) = fields.pair(
            [("/address_en", &self.address_en), ("/address_ur", &self.address_ur)],
            LONGEST_ADDRESS,
        );
        let phone = fields.optional_line("/phone", Some(&self.phone), LONGEST_PHONE);
        let email = fields.optional_line("/email", Some(&self.email), LONGEST_EMAIL);
        if email.as_deref().is_some_and(|email| !shaped_like_email(email)) {
            fields.refuse(OrganisationRefusal::EmailShape);
        }
        let checked = Self {
            place_en,
            place_ur,
            address_en,
            address_ur,
            phone: phone.unwrap_or_default(),
            email: email.unwrap_or_default(),
        };
        fields.finish(checked)
    }

    /// What is printed for a unit, of its own letterhead and those of the units above it, the nearest first.
    pub fn inherited<'l>(line: impl IntoIterator<Item = &'l Self>) -> Self {
        line.into_iter().fold(Self::default(), Self::or)
    }

    /// This one, and what it does not say as `above` has it.
    fn or(self, above: &Self) -> Self {
        let place = if self.place_en.is_empty() {
            (above.place_en.clone(), above.place_ur.clone())
        } else {
            (self.place_en, self.place_ur)
        };
        let address = if self.address_en.is_empty() {
            (above.address_en.clone(), above.address_ur.clone())
        } else {
            (self.address_en, self.address_ur)
        };
        let first = |own: String, above: &String| if own.is_empty() { above.clone() } else { own };
        Self {
            place_en: place.0,
            place_ur: place.1,
            address_en: address.0,
            address_ur: address.1,
            phone: first(self.phone, &above.phone),
            email: first(self.email, &above.email),
        }
    }

    /// Its texts by their fields: all that is printed.
    pub fn texts(&self) -> [(&'static str, &str); 6] {
        [
            ("/place_en", &self.place_en),
            ("/place_ur", &self.place_ur),
            ("/address_en", &self.address_en),
            ("/address_ur", &self.address_ur),
            ("/phone", &self.phone),
            ("/email", &self.email),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(place: &str, phone: &str) -> Letterhead {
        let (place_en, place_ur) = match place {
            "" => (String::new(), String::new()),
            place => (place.to_owned(), format!("شہر {place}")),
        };
        Letterhead {
            place_en,
            place_ur,
            phone: phone.to_owned(),
            ..Letterhead::default()
        }
    }

    #[test]
    fn what_a_unit_does_not_say_the_nearest_above_says() {
        let line = [of("", "1"), of("Multan", "2"), of("Lahore", "3")];
        assert_eq!(Letterhead::inherited(&line), of("Multan", "1"));
        assert_eq!(Letterhead::inherited(&[]), Letterhead::default());
    }

    #[test]
    fn place_and_address_stand_in_both_languages_or_in_none() {
        let blank = Letterhead {
            place_en: "  ".to_owned(),
            ..Letterhead::default()
        };
        assert_eq!(blank.check(), Ok(Letterhead::default()));
        let half = Letterhead {
            place_en: " Lahore ".to_owned(),
            address_ur: "لوئر مال".to_owned(),
            email: "nobody".to_owned(),
            phone: "0\u{202E}42".to_owned(),
            ..Letterhead::default()
        };
        let wrong: Vec<_> = half.check().unwrap_err().iter().map(|r| (r.field, r.code)).collect();
        assert_eq!(
            wrong,
            [
                (Some("/place_ur"), "required"),
                (Some("/address_en"), "required"),
                (Some("/phone"), "forbidden-character"),
                (Some("/email"), "email-shape"),
            ]
        );
    }

    proptest! {
        /// Whatever the line, English and Urdu of a place come from one unit, and nothing is printed that none of them says.
        #[test]
        fn both_languages_come_from_one_unit(places in prop::collection::vec("(|[A-C])", 0..5)) {
            let line: Vec<_> = places.iter().map(|place| of(place, place)).collect();
            let found = Letterhead::inherited(&line);
            let first = places.iter().find(|place| !place.is_empty()).map_or("", String::as_str);
            prop_assert_eq!(found, of(first, first));
        }
    }
}
