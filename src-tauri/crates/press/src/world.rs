//! All that the typesetter can see: our template, one paper, our fonts. No disk, no network, no clock.

use std::sync::LazyLock;

use papers::PaperError;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

const TEMPLATE: &str = include_str!("../templates/paper.typ");
/// Libertinus Serif (OFL) has every Kazakh letter; DejaVu Sans Mono is for hashes.
const FONTS: [&[u8]; 3] = [
    include_bytes!("../fonts/LibertinusSerif-Regular.otf"),
    include_bytes!("../fonts/LibertinusSerif-Bold.otf"),
    include_bytes!("../fonts/DejaVuSansMono.ttf"),
];

/// What is the same for every paper.
struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    template: Source,
    data: FileId,
}

static PRESS: LazyLock<Press> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONTS
        .iter()
        .filter_map(|font| Font::new(Bytes::new(*font), 0))
        .collect();
    Press {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        template: Source::new(file("paper.typ"), TEMPLATE.to_owned()),
        data: file("paper.json"),
    }
});

fn file(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("a plain name is a path");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

struct OnePaper {
    data: Bytes,
}

impl World for OnePaper {
    fn library(&self) -> &LazyHash<Library> {
        &PRESS.library
    }
    fn book(&self) -> &LazyHash<FontBook> {
        &PRESS.book
    }
    fn main(&self) -> FileId {
        PRESS.template.id()
    }
    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == PRESS.template.id() {
            Ok(PRESS.template.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }
    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == PRESS.data {
            Ok(self.data.clone())
        } else {
            Err(FileError::AccessDenied)
        }
    }
    fn font(&self, index: usize) -> Option<Font> {
        PRESS.fonts.get(index).cloned()
    }
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Typesets one paper. Nothing of it stays in memory afterwards.
pub(super) fn typeset(data: String) -> Result<Vec<u8>, PaperError> {
    let world = OnePaper {
        data: Bytes::from_string(data),
    };
    let bytes = write(&world);
    comemo::evict(0);
    bytes
}

fn write(world: &OnePaper) -> Result<Vec<u8>, PaperError> {
    let document: PagedDocument = typst::compile(world).output.map_err(said)?;
    let archival = PdfStandards::new(&[PdfStandard::A_2a])
        .map_err(|error| PaperError::Typeset(error.message().to_string()))?;
    let kept = typst_pdf::pdf(
        &document,
        &PdfOptions {
            standards: archival,
            ..PdfOptions::default()
        },
    );
    // A name in letters that no font of ours has would stop an archival file; people get an ordinary one then.
    kept.or_else(|_| typst_pdf::pdf(&document, &PdfOptions::default()))
        .map_err(said)
}

/// What the typesetter said: about our template, never about what stands in the paper.
fn said(errors: impl IntoIterator<Item = SourceDiagnostic>) -> PaperError {
    let first = errors.into_iter().next();
    PaperError::Typeset(first.map_or_else(String::new, |error| error.message.to_string()))
}
