//! Text as people type and paste it, freed of what nobody sees.

/// Marks that nobody sees and that turn texts around or hide letters in them.
pub(crate) fn is_unseen(letter: char) -> bool {
    matches!(letter,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}' | '\0')
}

/// Words of one line or more, as they are kept: trimmed, line ends kept, tabs made spaces, what nobody sees gone.
pub(crate) fn words(text: &str) -> String {
    let seen: String = text
        .chars()
        .map(|letter| if letter == '\t' { ' ' } else { letter })
        .filter(|letter| *letter == '\n' || !(letter.is_control() || is_unseen(*letter)))
        .collect();
    seen.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_goes_and_the_rest_stays() {
        for (typed, kept) in [
            ("  Прошу\r\nответить ", "Прошу\nответить"),
            ("имя\tфамилия", "имя фамилия"),
            ("П\0р\u{7}", "Пр"),
            ("к\u{202e}ам\u{200b}а\u{feff}", "кама"),
            ("\u{2066}\u{200f} ", ""),
            ("שלום 🙂 =1+1", "שלום 🙂 =1+1"),
        ] {
            assert_eq!(words(typed), kept);
        }
    }
}
