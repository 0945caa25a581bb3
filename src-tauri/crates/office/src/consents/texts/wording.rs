//! What can be seen in the words of a text without understanding them: paragraphs, numbers, phrases that leave a list open,
//! that speak of advertising, of keeping data abroad. A finding is a reason to look again, never a verdict.

use std::collections::BTreeMap;

use crate::Lang;

/// The paragraphs of a text: parted by an empty line, the outer blanks taken off.
pub(crate) fn paragraphs(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut start, mut at) = (0, 0);
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            found.push(text[start..at].trim());
            start = at + line.len();
        }
        at += line.len();
    }
    found.push(text[start..].trim());
    found.retain(|paragraph| !paragraph.is_empty());
    found
}

/// A paragraph that is a heading.
pub(crate) fn is_heading(paragraph: &str) -> bool {
    paragraph.starts_with("# ")
}

/// The text names this number, however it is grouped: `991240990006`, `9912 4099 0006`.
pub(super) fn has_number(text: &str, number: &str) -> bool {
    let mut run = String::new();
    for c in text.chars() {
        match c {
            '0'..='9' => run.push(c),
            // Blanks and hyphens group digits; anything else ends the number.
            ' ' | '\u{a0}' | '\u{202f}' | '-' => {}
            _ => {
                if run.contains(number) {
                    return true;
                }
                run.clear();
            }
        }
    }
    run.contains(number)
}

/// The numbers of a paragraph and how often each stands there; their order differs from language to language.
pub(super) fn numbers(paragraph: &str) -> BTreeMap<u64, usize> {
    let mut found = BTreeMap::new();
    let mut run = String::new();
    let mut blank = false;
    // One blank between digits groups them: `9912 4099 0006` is one number.
    for c in paragraph.chars().chain(['.']) {
        match c {
            '0'..='9' => run.push(c),
            ' ' | '\u{a0}' | '\u{202f}' if !run.is_empty() && !blank => {
                blank = true;
                continue;
            }
            _ => {
                if let Ok(number) = run.parse() {
                    *found.entry(number).or_default() += 1;
                }
                run.clear();
            }
        }
        blank = false;
    }
    found
}

/// Paragraphs, from 0, that leave a list of data open, and the words that do it.
pub(super) fn open_lists(body: &str, lang: Lang) -> Vec<(usize, String)> {
    let phrases: &[&str] = match lang {
        Lang::Ru => &[
            "включая, но не ограничиваясь",
            "не ограничиваясь",
            "и любые другие",
            "и любые иные",
            "и иные",
            "и другие",
            "и прочие",
            "и прочее",
            "и прочая",
            "и иная",
            "и другая",
            "и т. д",
            "и т.д",
            "и т. п",
            "и т.п",
            "и так далее",
            "и тому подобное",
            "и пр.",
            "а также иные",
            "а также другие",
            "любые другие данные",
            "любые иные данные",
        ],
        Lang::Kk => &[
            "шектелмей",
            "шектелмейді",
            "және басқа",
            "және өзге",
            "сондай-ақ басқа",
            "сондай-ақ өзге",
            "және т. б",
            "және т.б",
            "т.с.с",
            "және тағы басқа",
            "кез келген басқа",
            "кез келген өзге",
        ],
        Lang::En => &[
            "including but not limited to",
            "including, but not limited to",
            "not limited to",
            "without limitation",
            "and other",
            "or other",
            "any other",
            "and so on",
            "and the like",
            "etc.",
            "etc)",
            "et cetera",
        ],
    };
    let stems = match lang {
        Lang::Ru => &["данны", "сведени", "перечень"][..],
        Lang::Kk => &["дерек", "мәлімет", "тізбе"][..],
        Lang::En => &["data", "information"][..],
    };
    about(body, phrases, stems)
}

/// Paragraphs, from 0, that speak of keeping data abroad, and the words that do it.
pub(super) fn kept_abroad(body: &str, lang: Lang) -> Vec<(usize, String)> {
    let (phrases, stems) = match lang {
        Lang::Ru => (
            &[
                "за пределами республики казахстан",
                "за пределами казахстана",
                "за рубежом",
                "за границей",
                "на территории иностранн",
                "зарубежн",
            ][..],
            &["хран", "сервер", "размещ"][..],
        ),
        Lang::Kk => (
            &[
                "қазақстан республикасынан тыс",
                "қазақстаннан тыс",
                "шетелде",
                "шет елде",
                "шетелдік сервер",
            ][..],
            &["сақта", "сервер", "орналас"][..],
        ),
        Lang::En => (
            &[
                "outside kazakhstan",
                "outside the republic of kazakhstan",
                "abroad",
                "foreign server",
                "in foreign countries",
            ][..],
            &["stor", "kept", "keep", "host", "server"][..],
        ),
    };
    paragraphs(body)
        .into_iter()
        .enumerate()
        .filter(|(_, paragraph)| {
            let low = paragraph.to_lowercase();
            stems.iter().any(|stem| low.contains(stem))
        })
        .filter_map(|(n, paragraph)| Some((n, first(paragraph, phrases)?)))
        .collect()
}

/// The words that speak of advertising, if any do.
pub(super) fn advertising(words: &str, lang: Lang) -> Option<String> {
    let phrases: &[&str] = match lang {
        Lang::Ru => &[
            "реклам",
            "маркетинг",
            "рассылк",
            "промоакци",
            "об акциях",
            "о скидках",
            "спецпредложени",
            "специальных предложени",
        ],
        Lang::Kk => &[
            "жарнама",
            "маркетинг",
            "тарату тізім",
            "промоакция",
            "акциялар туралы",
            "жеңілдіктер туралы",
            "арнайы ұсыныс",
        ],
        Lang::En => &[
            "advertis",
            "marketing",
            "newsletter",
            "promotion",
            "special offer",
            "discounts",
        ],
    };
    first(words, phrases)
}

/// Paragraphs that are about something, by their own words or their heading's, and hold one of the phrases.
fn about(body: &str, phrases: &[&str], stems: &[&str]) -> Vec<(usize, String)> {
    let mut heading = false;
    let mut found = Vec::new();
    for (n, paragraph) in paragraphs(body).into_iter().enumerate() {
        let low = paragraph.to_lowercase();
        let own = stems.iter().any(|stem| low.contains(stem));
        if is_heading(paragraph) {
            heading = own;
        }
        if own || heading {
            found.extend(first(paragraph, phrases).map(|words| (n, words)));
        }
    }
    found
}

/// The first phrase that stands in the words at the beginning of a word, as it is written there.
fn first(words: &str, phrases: &[&str]) -> Option<String> {
    let low = words.to_lowercase();
    phrases.iter().find_map(|phrase| {
        let at = low.match_indices(phrase).find(|(at, _)| {
            low[..*at]
                .chars()
                .next_back()
                .is_none_or(|before| !before.is_alphanumeric())
        });
        at.map(|_| (*phrase).to_owned())
    })
}
