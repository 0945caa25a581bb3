//! Which column is which: the heading row under the title lines, and what its names mean in three languages.

use sheets::{Row, Sheet};

use super::Meaning;

/// Rows in which the heading row is looked for.
const LOOKED_AT: usize = 40;

/// Words by which a column is known, most particular first: the first line that fits wins. A word fits where a
/// heading *contains* it, except for those with `=` before them, which must be the whole heading.
const WORDS: &[(Meaning, &[&str])] = &[
    (
        Meaning::FullName,
        &[
            "фио",
            "ф и о",
            "аты жөні",
            "толық аты",
            "full name",
            "fullname",
            "=клиент",
            "=client",
        ],
    ),
    (
        Meaning::FormerSurname,
        &["прежн", "девичь", "бывш", "бұрынғы", "former", "maiden"],
    ),
    (
        Meaning::Patronymic,
        &[
            "отчество",
            "отч ",
            "=отч",
            "әкесінің аты",
            "әкесі",
            "patronymic",
            "middle name",
        ],
    ),
    (
        Meaning::Surname,
        &[
            "фамилия",
            "=фам",
            "тегі",
            "surname",
            "last name",
            "family name",
        ],
    ),
    (Meaning::Iin, &["иин", "жсн", "iin", "=ин"]),
    (
        Meaning::BirthPlace,
        &["место рожд", "туған жері", "birth place", "place of birth"],
    ),
    (
        Meaning::BirthDate,
        &["рожд", "туған", "birth", "=др", "д р", "dob"],
    ),
    (
        Meaning::BankCard,
        &["банковск", "банк картасы", "bank card"],
    ),
    (
        Meaning::CardState,
        &[
            "статус карты",
            "состояние карты",
            "карта күйі",
            "card state",
            "card status",
        ],
    ),
    (Meaning::Card, &["карт", "card", "бонус"]),
    (
        Meaning::Email,
        &[
            "e mail",
            "email",
            "почта",
            "пошта",
            "эл адрес",
            "электронн",
            "mail",
        ],
    ),
    (
        Meaning::DocumentIssued,
        &[
            "дата выд",
            "когда выд",
            "выдано",
            "берілген күн",
            "issue date",
            "date of issue",
            "issued on",
            "=issued",
        ],
    ),
    (
        Meaning::DocumentExpires,
        &[
            "действует до",
            "действителен до",
            "срок действия",
            "годен до",
            "жарамды",
            "мерзімі",
            "expir",
            "valid until",
        ],
    ),
    (
        Meaning::DocumentIssuer,
        &[
            "кем выд",
            "орган",
            "берген",
            "issuer",
            "issued by",
            "authority",
        ],
    ),
    (
        Meaning::DocumentKind,
        &[
            "вид док",
            "тип док",
            "құжат түрі",
            "document type",
            "document kind",
        ],
    ),
    (
        Meaning::IdCardNumber,
        &["удост", "жеке куәлік", "куәлік", "id card"],
    ),
    (
        Meaning::PassportNumber,
        &["паспорт", "төлқұжат", "passport"],
    ),
    (Meaning::DocumentNumber, &["документ", "құжат", "document"]),
    (
        Meaning::OtherPhones,
        &[
            "доп тел",
            "дополнительн",
            "второй тел",
            "конт тел",
            "қосымша тел",
            "other phone",
            "phone 2",
            "телефон 2",
        ],
    ),
    (
        Meaning::Phone,
        &[
            "тел",
            "моб",
            "сотов",
            "номер абон",
            "phone",
            "mobile",
            "ұялы",
        ],
    ),
    (
        Meaning::RegistrationAddress,
        &["пропис", "регистрац", "тіркелген", "registration"],
    ),
    (
        Meaning::ResidenceAddress,
        &["адрес", "прожив", "мекенжай", "тұрғылықты", "address"],
    ),
    (Meaning::Sex, &["=пол", "жынысы", "=sex", "gender"]),
    (
        Meaning::Citizenship,
        &["гражданств", "азаматты", "citizenship", "nationality"],
    ),
    (Meaning::MaritalStatus, &["семейн", "отбасы", "marital"]),
    (Meaning::Dependants, &["иждив", "асырау", "depend"]),
    (
        Meaning::Employer,
        &[
            "место работы",
            "работодат",
            "организация",
            "жұмыс орны",
            "employer",
        ],
    ),
    (
        Meaning::Given,
        &["имя", "аты", "есімі", "first name", "given name", "=name"],
    ),
];

/// What a heading means, if anything.
pub(super) fn meaning(heading: &str) -> Option<Meaning> {
    let plain = plain(heading);
    if plain.is_empty() {
        return None;
    }
    WORDS
        .iter()
        .find(|(_, words)| {
            words.iter().any(|word| match word.strip_prefix('=') {
                Some(whole) => plain == whole,
                None => plain.contains(word),
            })
        })
        .map(|(meaning, _)| *meaning)
}

/// Lower case, signs as spaces, look-alike letters put right.
fn plain(heading: &str) -> String {
    let mended = kz::names::by_shape(heading).to_lowercase();
    let spaced: String = mended
        .chars()
        .map(|letter| {
            if letter.is_alphanumeric() {
                letter
            } else {
                ' '
            }
        })
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The row with the most columns whose names are known, if it is a heading at all: people's cells are no headings.
pub(super) fn heading_row(sheet: &Sheet) -> Option<usize> {
    let known = |row: Row<'_>| {
        let mut meanings: Vec<Meaning> =
            row.cells().filter_map(|cell| meaning(cell.text)).collect();
        meanings.sort_unstable();
        meanings.dedup();
        meanings.len()
    };
    let mut best = None;
    for (at, row) in sheet.rows().take(LOOKED_AT).enumerate() {
        let count = known(row);
        if count >= 2 && best.is_none_or(|(_, most)| count > most) {
            best = Some((at, count));
        }
    }
    best.map(|(at, _)| at)
}

/// Maps each column by its heading; of two columns with one meaning the first has it.
pub(super) fn mapping(headings: Row<'_>) -> Vec<Option<Meaning>> {
    let mut taken = Vec::new();
    headings
        .cells()
        .map(|cell| {
            let meaning = meaning(cell.text)?;
            // A second telephone column is a further number, not a lost one.
            let meaning = if meaning == Meaning::Phone && taken.contains(&meaning) {
                Meaning::OtherPhones
            } else {
                meaning
            };
            if taken.contains(&meaning) {
                return None;
            }
            taken.push(meaning);
            Some(meaning)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_in_three_languages() {
        let table = [
            ("Фамилия", Meaning::Surname),
            ("Тегі", Meaning::Surname),
            ("Last name", Meaning::Surname),
            ("Имя", Meaning::Given),
            ("Аты", Meaning::Given),
            ("Отчество (при наличии)", Meaning::Patronymic),
            ("Әкесінің аты", Meaning::Patronymic),
            ("Ф.И.О.", Meaning::FullName),
            ("Аты-жөні", Meaning::FullName),
            ("ИИН", Meaning::Iin),
            ("ЖСН", Meaning::Iin),
            ("ИИH", Meaning::Iin),
            ("Телефон", Meaning::Phone),
            ("Моб. тел.", Meaning::Phone),
            ("Дата рожд.", Meaning::BirthDate),
            ("Туған күні", Meaning::BirthDate),
            ("Место рождения", Meaning::BirthPlace),
            ("№ карты", Meaning::Card),
            ("E-mail", Meaning::Email),
            ("Эл. почта", Meaning::Email),
            ("Адрес", Meaning::ResidenceAddress),
            ("Адрес прописки", Meaning::RegistrationAddress),
            ("№ удост.", Meaning::IdCardNumber),
            ("Паспорт №", Meaning::PassportNumber),
            ("Кем выдан", Meaning::DocumentIssuer),
            ("Дата выдачи", Meaning::DocumentIssued),
            ("Берілген күні", Meaning::DocumentIssued),
            ("Срок действия", Meaning::DocumentExpires),
            ("Девичья фамилия", Meaning::FormerSurname),
            ("Пол", Meaning::Sex),
        ];
        for (heading, expected) in table {
            assert_eq!(meaning(heading), Some(expected), "{heading}");
        }
        for heading in ["", "№ п/п", "Примечание", "850615499005", "Сумма"] {
            assert_eq!(meaning(heading), None, "{heading}");
        }
    }
}
