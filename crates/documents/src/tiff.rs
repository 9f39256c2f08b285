//! The chain of pages in a TIFF. The image library draws the first page only; a copy of the file
//! whose header points at another page has that page first.

/// No scan has more pages than this.
const MOST_PAGES: usize = 10_000;

/// Where the header keeps the place of the first page, and how wide places are.
struct Layout {
    little_endian: bool,
    big: bool,
}

impl Layout {
    fn of(bytes: &[u8]) -> Option<Self> {
        let little_endian = match bytes.get(..2)? {
            b"II" => true,
            b"MM" => false,
            _ => return None,
        };
        let mut layout = Self {
            little_endian,
            big: false,
        };
        match layout.number(bytes, 2, 2)? {
            42 => {}
            43 => layout.big = true,
            _ => return None,
        }
        Some(layout)
    }

    fn number(&self, bytes: &[u8], at: usize, width: usize) -> Option<u64> {
        let field = bytes.get(at..at.checked_add(width)?)?;
        let fold = |number: u64, byte: &u8| (number << 8) | u64::from(*byte);
        Some(if self.little_endian {
            field.iter().rev().fold(0, fold)
        } else {
            field.iter().fold(0, fold)
        })
    }

    fn first_at(&self) -> usize {
        if self.big { 8 } else { 4 }
    }

    fn place_width(&self) -> usize {
        if self.big { 8 } else { 4 }
    }

    /// The place of the page after the one at `page`; 0 after the last.
    fn next(&self, bytes: &[u8], page: usize) -> Option<u64> {
        let (count_width, entry) = if self.big { (8, 20) } else { (2, 12) };
        let entries = usize::try_from(self.number(bytes, page, count_width)?).ok()?;
        let end = page
            .checked_add(count_width)?
            .checked_add(entries.checked_mul(entry)?)?;
        self.number(bytes, end, self.place_width())
    }
}

/// The places of the pages; none when the chain is broken, runs in a circle or has no page.
fn places(bytes: &[u8]) -> Option<(Layout, Vec<u64>)> {
    let layout = Layout::of(bytes)?;
    let mut places = Vec::new();
    let mut place = layout.number(bytes, layout.first_at(), layout.place_width())?;
    while place != 0 {
        if places.len() == MOST_PAGES || places.contains(&place) {
            return None;
        }
        places.push(place);
        place = layout.next(bytes, usize::try_from(place).ok()?)?;
    }
    (!places.is_empty()).then_some((layout, places))
}

/// How many pages a TIFF has; none when it is broken.
pub(crate) fn page_count(bytes: &[u8]) -> Option<u32> {
    places(bytes).and_then(|(_, places)| u32::try_from(places.len()).ok())
}

/// The TIFF with page `index` (from 0) as its first.
pub(crate) fn with_page_first(mut bytes: Vec<u8>, index: usize) -> Option<Vec<u8>> {
    let (layout, places) = places(&bytes)?;
    let place = *places.get(index)?;
    let (at, width) = (layout.first_at(), layout.place_width());
    let field = if layout.little_endian {
        place.to_le_bytes()[..width].to_vec()
    } else {
        place.to_be_bytes()[8 - width..].to_vec()
    };
    bytes.get_mut(at..at + width)?.copy_from_slice(&field);
    Some(bytes)
}
