//! Keyboard layouts: what stands on a key's Latin cap, whatever the layout made of it. A scanner presses keys, and the layout that
//! happens to be on makes letters of them.

/// The letter keys of the Russian layout, which the Kazakh one shares, and their Latin caps.
const LETTERS: (&str, &str) = ("йцукенгшщзфывапролдячсмить", "qwertyuiopasdfghjklzxcvbnm");
/// The row of digits of the Kazakh layout has letters; on six and seven it has marks.
const KAZAKH_DIGITS: (&str, &str) = ("әіңғүұқ", "2345890");

/// The text by the places of its keys, in lower case.
pub fn by_place(typed: &str) -> String {
    let typed = typed.trim().to_lowercase();
    let kazakh = typed.chars().any(|c| KAZAKH_DIGITS.0.contains(c));
    let plain = |c: char| match c {
        ',' if kazakh => '6',
        '.' if kazakh => '7',
        _ => [LETTERS, KAZAKH_DIGITS]
            .iter()
            .find_map(|(row, caps)| {
                let place = row.chars().position(|key| key == c)?;
                caps.chars().nth(place)
            })
            .unwrap_or(c),
    };
    typed.chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_known_by_its_place() {
        assert_eq!(by_place(" K7qm\n"), "k7qm");
        assert_eq!(by_place("Л7ЙЬ"), "k7qm");
        assert_eq!(by_place("ә,-л.йь"), "26-k7qm");
    }
}
