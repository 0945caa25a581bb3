//! A word as a listener hears it.

/// A word as it is compared. Said by telephone, a word has no case, no hyphens and no spaces, and the listener can't
/// hear which of two letters that sound alike was meant: ё is е, and Kazakh letters stand with the Russian ones that
/// people write for them where a keyboard has no Kazakh layout.
pub(crate) fn as_heard(word: &str) -> String {
    word.chars()
        .flat_map(char::to_lowercase)
        .filter(|letter| letter.is_alphanumeric())
        .filter_map(|letter| match letter {
            'ё' => Some('е'),
            'ә' => Some('а'),
            'ғ' => Some('г'),
            'қ' => Some('к'),
            'ң' => Some('н'),
            'ө' => Some('о'),
            'ұ' | 'ү' => Some('у'),
            'һ' => Some('х'),
            'і' | 'й' => Some('и'),
            'ъ' | 'ь' => None,
            other => Some(other),
        })
        .collect()
}
