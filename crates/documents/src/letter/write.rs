//! Pages as PDF.

use super::layout::{Line, PAGE_HEIGHT, PAGE_WIDTH, Page};
use super::typeface::Face;
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref, Str};

const CATALOG: Ref = Ref::new(1);
const TREE: Ref = Ref::new(2);
/// The first number after the fonts.
const FIRST_PAGE: i32 = 10;

fn font_ref(face: Face) -> Ref {
    match face {
        Face::Times => Ref::new(3),
        Face::TimesBold => Ref::new(4),
        Face::Courier => Ref::new(5),
        Face::CourierBold => Ref::new(6),
    }
}

/// Hands out the numbers of objects.
struct Numbers(i32);

impl Numbers {
    fn next(&mut self) -> Ref {
        let number = Ref::new(self.0);
        self.0 += 1;
        number
    }
}

/// Typed pages as PDF.
pub(super) fn pdf(pages: &[Page]) -> Vec<u8> {
    let mut pdf = Pdf::new();
    for face in Face::ALL {
        pdf.type1_font(font_ref(face))
            .base_font(Name(face.base_font()))
            .encoding_predefined(Name(b"WinAnsiEncoding"));
    }
    let mut numbers = Numbers(FIRST_PAGE);
    let mut kids = Vec::new();
    for lines in pages {
        let (page_ref, content_ref) = (numbers.next(), numbers.next());
        kids.push(page_ref);
        let mut page = start_page(&mut pdf, page_ref, content_ref);
        let mut resources = page.resources();
        let mut fonts = resources.fonts();
        for face in Face::ALL {
            fonts.pair(Name(face.name()), font_ref(face));
        }
        fonts.finish();
        resources.finish();
        page.finish();
        pdf.stream(content_ref, &typed(lines).finish());
    }
    finish(pdf, kids)
}

fn typed(lines: &[Line]) -> Content {
    let mut content = Content::new();
    for line in lines.iter().filter(|line| !line.text.is_empty()) {
        content.begin_text();
        content.set_font(Name(line.face.name()), line.size);
        content.next_line(line.x, line.y);
        content.show(Str(&line.text));
        content.end_text();
        if line.underlined {
            content.set_line_width(0.7);
            content.move_to(line.x, line.y - 2.0);
            content.line_to(line.x + line.width(), line.y - 2.0);
            content.stroke();
        }
    }
    content
}

/// A grey picture in JPEG, filling one page.
pub(super) struct Picture {
    pub(super) jpeg: Vec<u8>,
    pub(super) width: i32,
    pub(super) height: i32,
}

/// Pictures as PDF, one on each page.
pub(super) fn picture_pdf(pictures: &[Picture]) -> Vec<u8> {
    let mut pdf = Pdf::new();
    let mut numbers = Numbers(FIRST_PAGE);
    let mut kids = Vec::new();
    for picture in pictures {
        let (page_ref, content_ref, picture_ref) = (numbers.next(), numbers.next(), numbers.next());
        kids.push(page_ref);
        let mut page = start_page(&mut pdf, page_ref, content_ref);
        page.resources().x_objects().pair(Name(b"P"), picture_ref);
        page.finish();
        let mut image = pdf.image_xobject(picture_ref, &picture.jpeg);
        image.filter(Filter::DctDecode);
        image.width(picture.width);
        image.height(picture.height);
        image.color_space().device_gray();
        image.bits_per_component(8);
        image.finish();
        let mut content = Content::new();
        content.transform([PAGE_WIDTH, 0.0, 0.0, PAGE_HEIGHT, 0.0, 0.0]);
        content.x_object(Name(b"P"));
        pdf.stream(content_ref, &content.finish());
    }
    finish(pdf, kids)
}

fn start_page(pdf: &mut Pdf, page_ref: Ref, content_ref: Ref) -> pdf_writer::writers::Page<'_> {
    let mut page = pdf.page(page_ref);
    page.media_box(Rect::new(0.0, 0.0, PAGE_WIDTH, PAGE_HEIGHT));
    page.parent(TREE);
    page.contents(content_ref);
    page
}

fn finish(mut pdf: Pdf, kids: Vec<Ref>) -> Vec<u8> {
    let count = i32::try_from(kids.len()).unwrap_or(i32::MAX);
    pdf.catalog(CATALOG).pages(TREE);
    pdf.pages(TREE).kids(kids).count(count);
    pdf.finish()
}
