//! How many messages the network counts for a text (facts: GSM 03.38 and UCS-2; every Cyrillic letter forces UCS-2).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

crate::named! {
    /// In which letters a text travels.
    Letters {
        /// The seven-bit letters of GSM 03.38: 160 in one message, 153 in each of several.
        Gsm7 = "gsm7",
        /// Sixteen-bit letters: 70 in one message, 67 in each of several.
        Ucs2 = "ucs2",
    }
}

/// What a text takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Parts {
    /// In which letters it travels.
    pub letters: Letters,
    /// Letters, as the network counts them.
    pub length: u32,
    /// Messages that are paid for; none for an empty text.
    pub parts: u32,
    /// Letters that still fit into the last of them.
    pub left: u32,
}

/// Letters of GSM 03.38 that take one place.
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/// Letters of its extension, which take two.
const EXTENDED: &str = "^{}\\[~]|€\u{c}";

/// Places that each letter takes in GSM 03.38; nothing if one isn't there.
fn gsm7(text: &str) -> Option<Vec<u32>> {
    text.chars()
        .map(|letter| match letter {
            _ if BASIC.contains(letter) => Some(1),
            _ if EXTENDED.contains(letter) => Some(2),
            _ => None,
        })
        .collect()
}

/// Measures a text. No letter is torn between two messages: an escape or a pair that doesn't fit goes over whole.
pub fn measure(text: &str) -> Parts {
    let (letters, places, single, several) = match gsm7(text) {
        Some(places) => (Letters::Gsm7, places, 160, 153),
        None => {
            let places = text.chars().map(|letter| letter.len_utf16() as u32);
            (Letters::Ucs2, places.collect(), 70, 67)
        }
    };
    let length: u32 = places.iter().sum();
    if length <= single {
        return Parts {
            letters,
            length,
            parts: u32::from(length > 0),
            left: single - length,
        };
    }
    let (mut parts, mut used) = (1, 0);
    for place in places {
        if used + place > several {
            parts += 1;
            used = 0;
        }
        used += place;
    }
    Parts {
        letters,
        length,
        parts,
        left: several - used,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_those_that_the_network_counts() {
        let count = |text: &str| measure(text).parts;
        assert_eq!(count(""), 0);
        assert_eq!((count(&"a".repeat(160)), count(&"a".repeat(161))), (1, 2));
        assert_eq!((count(&"a".repeat(306)), count(&"a".repeat(307))), (2, 3));
        assert_eq!((count(&"қ".repeat(70)), count(&"қ".repeat(71))), (1, 2));
        assert_eq!((count(&"қ".repeat(134)), count(&"қ".repeat(135))), (2, 3));
        // One Cyrillic letter among a hundred Latin ones.
        assert_eq!(count(&format!("{}қ", "a".repeat(100))), 2);
    }

    #[test]
    fn latin_letters_of_the_kazakh_alphabet_differ() {
        assert_eq!(measure("äöüñ").letters, Letters::Gsm7);
        for letter in ["ğ", "ş", "ū", "ı"] {
            assert_eq!(measure(letter).letters, Letters::Ucs2, "{letter}");
        }
    }

    #[test]
    fn an_escape_takes_two_places_and_is_not_torn() {
        assert_eq!(measure("€").length, 2);
        // 152 letters and then an escape: it doesn't fit into the 153rd place alone.
        let text = format!("{}€{}", "a".repeat(152), "a".repeat(152));
        assert_eq!((measure(&text).length, measure(&text).parts), (306, 3));
        let pair = format!("{}😀{}", "қ".repeat(66), "қ".repeat(66));
        assert_eq!((measure(&pair).length, measure(&pair).parts), (134, 3));
    }
}
