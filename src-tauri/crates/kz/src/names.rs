//! Names as many hands spell them: Kazakh and Russian letters, Latin transliterations, misprints.
//!
//! Three keys, each joining more spellings than the one before: [`close`] (letters of one alphabet for another's),
//! [`loose`] (sounds) and [`stem`] (surname and patronymic endings). Keys serve search only;
//! what is shown is always what was stored.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word of a query under each key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    /// [`close`] key.
    pub close: String,
    /// [`loose`] key.
    pub loose: String,
    /// [`stem`] of the loose key.
    pub stem: String,
}

/// The words of what somebody typed into a search box, folded.
pub fn fold_query(text: &str) -> Vec<Folded> {
    close(text)
        .split(' ')
        .filter(|word| !word.is_empty())
        .map(|word| {
            let loose = loose(word);
            Folded {
                close: word.to_owned(),
                stem: stem(&loose),
                loose,
            }
        })
        .collect()
}

/// Level A: lower case, no apostrophes, hyphens as spaces, Latin as Cyrillic, Kazakh letters as their
/// Russian neighbours, no hard and soft signs.
pub fn close(text: &str) -> String {
    let mut folded = close_once(text);
    // Decomposed and compatibility letters may only come to light after the first pass.
    for _ in 0..3 {
        let again = close_once(&folded);
        if again == folded {
            break;
        }
        folded = again;
    }
    folded
}

fn close_once(text: &str) -> String {
    if text.split(' ').all(is_folded) {
        return text.to_owned();
    }
    let lower = lower(text);
    let plain: String = lower
        .chars()
        .filter(|c| !is_apostrophe(*c))
        .map(|c| if is_part(c) { c } else { ' ' })
        .collect();
    let words: Vec<String> = plain
        .split_whitespace()
        .map(|word| {
            to_cyrillic(&by_shape(word))
                .chars()
                .filter_map(neighbour)
                .collect::<String>()
        })
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// A word that is its own key: most second looks are at these.
fn is_folded(word: &str) -> bool {
    let stays = |c| matches!(c, 'а'..='щ' | 'ы' | 'э'..='я' | '0'..='9');
    !word.is_empty() && word.chars().all(stays)
}

/// Lower case, composed. Letters that have only one form, nearly all, need no tables of Unicode for it.
fn lower(text: &str) -> String {
    let one_form = |c: char| c.is_ascii() || is_cyrillic_letter(c);
    if text.chars().all(one_form) {
        return text.chars().flat_map(char::to_lowercase).collect();
    }
    text.nfkc()
        .flat_map(char::to_lowercase)
        .nfc()
        .filter(|c| !c.is_uppercase())
        .collect()
}

/// Level B, by sound: on top of [`close`].
pub fn loose(text: &str) -> String {
    let mut key = close(text);
    loop {
        let next = loose_once(&key);
        if next == key {
            return key;
        }
        key = next;
    }
}

fn loose_once(close: &str) -> String {
    let sounds: String = close
        .replace("дж", "ж")
        .replace("нг", "н")
        .chars()
        .map(|c| match c {
            'щ' | 'ч' => 'ш',
            'ы' | 'й' => 'и',
            'э' => 'е',
            'я' => 'а',
            'ю' => 'у',
            'ц' => 'с',
            _ => c,
        })
        .collect();
    let mut single = sounds;
    let mut last = None;
    single.retain(|c| last.replace(c) != Some(c) || c.is_ascii_digit());
    let letters: Vec<char> = single.chars().collect();
    letters
        .iter()
        .enumerate()
        .filter(|(at, letter)| {
            let before = at.checked_sub(1).and_then(|b| letters.get(b));
            let after = letters.get(at + 1);
            let glide = before.is_some_and(|b| is_vowel(*b)) && after.is_some_and(|a| is_vowel(*a));
            let before_a = before.is_some_and(|b| *b != ' ') && after == Some(&'а');
            **letter != 'и' || !(glide || before_a)
        })
        .map(|(_, letter)| *letter)
        .collect()
}

/// Level C: a word without its surname or patronymic ending, on top of [`loose`]. Short words stay whole.
pub fn stem(text: &str) -> String {
    loose(text)
        .split(' ')
        .map(stem_word)
        .collect::<Vec<_>>()
        .join(" ")
}

fn stem_word(loose: &str) -> &str {
    // As the loose key spells them: -ович is -овиш, -ұлы is -ули, -қызы is -кизи.
    const ENDINGS: [&str; 12] = [
        "овиш", "евиш", "овна", "евна", "кизи", "ули", "ова", "ева", "ина", "ов", "ев", "ин",
    ];
    let mut word = loose;
    loop {
        if word.chars().count() <= 5 {
            return word;
        }
        let cut = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending));
        match cut {
            Some(rest) if rest.chars().count() >= 3 => word = rest,
            _ => return word,
        }
    }
}

/// A key without its spaces, for names that some write as one word.
pub fn glued(key: &str) -> String {
    key.chars().filter(|c| *c != ' ').collect()
}

/// Misprints between two keys: letters put in, left out, changed, or swapped with a neighbour.
pub fn distance(a: &str, b: &str) -> usize {
    strsim::osa_distance(a, b)
}

/// Whether two loose keys may be one name misprinted: one misprint, two from eight letters on.
pub fn within(a: &str, b: &str) -> bool {
    let (long, short) = {
        let (a, b) = (a.chars().count(), b.chars().count());
        (a.max(b), a.min(b))
    };
    let allowed = if long >= 8 { 2 } else { 1 };
    long - short <= allowed && distance(a, b) <= allowed
}

/// Latin letters that were typed inside a Cyrillic word because they look the same, put right.
/// Words of one alphabet are left alone, and so are letters that resemble no other.
pub fn by_shape(text: &str) -> String {
    let is_latin = |c: char| c.is_ascii_alphabetic() || c == 'ə' || c == 'Ə';
    if !text.contains(is_latin) || !text.contains(is_cyrillic) {
        return text.to_owned();
    }
    let mut mended = String::with_capacity(text.len());
    for word in text.split_inclusive(|c: char| !c.is_alphabetic()) {
        if word.contains(is_latin) && word.contains(is_cyrillic) {
            mended.extend(word.chars().map(cyrillic_by_shape));
        } else {
            mended.push_str(word);
        }
    }
    mended
}

fn cyrillic_by_shape(c: char) -> char {
    match c {
        'a' => 'а',
        'c' => 'с',
        'e' => 'е',
        'h' => 'һ',
        'i' => 'і',
        'k' => 'к',
        'o' => 'о',
        'p' => 'р',
        'x' => 'х',
        'y' => 'у',
        'ə' => 'ә',
        'A' => 'А',
        'B' => 'В',
        'C' => 'С',
        'E' => 'Е',
        'H' => 'Н',
        'I' => 'І',
        'K' => 'К',
        'M' => 'М',
        'O' => 'О',
        'P' => 'Р',
        'T' => 'Т',
        'X' => 'Х',
        'Y' => 'У',
        'Ə' => 'Ә',
        _ => c,
    }
}

/// Latin spellings by sound, longest first; letters with marks that aren't in the table lose the marks.
fn to_cyrillic(word: &str) -> String {
    const GROUPS: [(&str, &str); 15] = [
        ("shch", "щ"),
        ("sh", "ш"),
        ("ch", "ч"),
        ("zh", "ж"),
        ("kh", "х"),
        ("gh", "г"),
        ("ts", "ц"),
        ("ye", "е"),
        ("yo", "е"),
        ("ya", "я"),
        ("ia", "я"),
        ("yu", "ю"),
        ("iu", "ю"),
        ("ş", "ш"),
        ("ç", "ч"),
    ];
    if word.chars().all(is_cyrillic) {
        return word.to_owned();
    }
    let mut out = String::with_capacity(word.len() * 2);
    let mut rest = word;
    'word: while let Some(c) = rest.chars().next() {
        for (latin, cyrillic) in GROUPS {
            if let Some(after) = rest.strip_prefix(latin) {
                out.push_str(cyrillic);
                rest = after;
                continue 'word;
            }
        }
        rest = &rest[c.len_utf8()..];
        if is_cyrillic(c) {
            out.push(c);
            continue;
        }
        let letter = marked(c).or_else(|| std::iter::once(c).nfd().next().and_then(plain_latin));
        match letter {
            Some(letter) => out.push(letter),
            None => out.push(c),
        }
    }
    out
}

/// Letters of the Kazakh Latin drafts whose marks matter.
fn marked(c: char) -> Option<char> {
    Some(match c {
        'ä' | 'á' | 'ə' => 'а',
        'ö' | 'ó' => 'о',
        'ü' | 'ú' | 'ū' | 'ý' => 'у',
        'ğ' | 'ǵ' => 'г',
        'ñ' | 'ŋ' | 'ń' => 'н',
        'ı' | 'ï' => 'и',
        _ => return None,
    })
}

fn plain_latin(c: char) -> Option<char> {
    Some(match c {
        'a' => 'а',
        'b' => 'б',
        'c' | 'k' | 'q' => 'к',
        'd' => 'д',
        'e' => 'е',
        'f' => 'ф',
        'g' => 'г',
        'h' | 'x' => 'х',
        'i' => 'и',
        'j' => 'ж',
        'l' => 'л',
        'm' => 'м',
        'n' => 'н',
        'o' => 'о',
        'p' => 'п',
        'r' => 'р',
        's' => 'с',
        't' => 'т',
        'u' | 'w' => 'у',
        'v' => 'в',
        'y' => 'ы',
        'z' => 'з',
        _ => return None,
    })
}

/// The Russian neighbour of a Kazakh letter; nothing for the signs that have no sound.
fn neighbour(c: char) -> Option<char> {
    Some(match c {
        'ә' => 'а',
        'ғ' => 'г',
        'қ' => 'к',
        'ң' => 'н',
        'ө' => 'о',
        'ұ' | 'ү' => 'у',
        'һ' => 'х',
        'і' => 'и',
        'ё' => 'е',
        'ъ' | 'ь' => return None,
        _ => c,
    })
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | 'ʹ' | '`' | '´' | '′') || (is_combining_mark(c))
}

/// What a word is made of; all else separates words.
fn is_part(c: char) -> bool {
    is_cyrillic_letter(c) || c.is_alphanumeric()
}

fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{52f}')
}

/// A Cyrillic letter proper: not the signs of thousands and the marks of titles that stand between them.
fn is_cyrillic_letter(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}')
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'а' | 'е' | 'и' | 'о' | 'у')
}

/// The Kazakh order for every screen and export: 42 Cyrillic letters, then Latin. Case and hyphens don't matter.
/// Keys compare as plain text, bytewise.
pub fn sort_key(text: &str) -> String {
    const ORDER: &str = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";
    let plain = |c: char| c.is_ascii() || is_cyrillic_letter(c);
    let lower: String = if text.chars().all(plain) {
        text.chars().flat_map(char::to_lowercase).collect()
    } else {
        text.nfc().flat_map(char::to_lowercase).nfc().collect()
    };
    let mut key = String::with_capacity(lower.len());
    for word in lower
        .split(|c: char| !is_part(c))
        .filter(|word| !word.is_empty())
    {
        if !key.is_empty() {
            key.push(' ');
        }
        for c in word.chars() {
            let place = match c {
                '0'..='9' => u32::from(c),
                'a'..='z' => 0x80 + u32::from(c) - u32::from('a'),
                _ => match ORDER.chars().position(|letter| letter == c) {
                    Some(at) => 0x40 + u32::try_from(at).unwrap_or(0),
                    None => 0xA0 + u32::from(c),
                },
            };
            key.push(char::from_u32(place).unwrap_or(char::MAX));
        }
    }
    key
}

#[cfg(test)]
mod tests;
