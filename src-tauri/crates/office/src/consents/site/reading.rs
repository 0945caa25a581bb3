//! How a row of a site's list is read. Pure: nothing here looks anything up.

use std::collections::BTreeMap;
use std::net::IpAddr;

use chrono::{DateTime, Months, NaiveDate, NaiveDateTime, Utc};
use sheets::{Origin, Row, Sheet};

use super::{SiteColumn, SiteFlaw, SiteGap, SiteMeaning, State};
use crate::clients::Field;
use crate::clients::import::picked::Columns;
use crate::clock::Moment;
use crate::consents::texts::ConsentText;
use crate::consents::visits::draft;
use crate::{Lang, clients};

/// Longest name of a device.
const DEVICE: usize = 500;
/// Headings under which sites keep what a row needs: the beginning of the heading, in small letters.
const HEADS: [(SiteMeaning, &[&str]); 12] = [
    (
        SiteMeaning::FullName,
        &["фио", "ф.и.о", "аты-жөні", "full name", "name"],
    ),
    (
        SiteMeaning::Surname,
        &["фамилия", "тегі", "surname", "last name"],
    ),
    (SiteMeaning::Given, &["имя", "аты", "given", "first name"]),
    (
        SiteMeaning::Patronymic,
        &["отчество", "әкесінің аты", "patronymic"],
    ),
    (SiteMeaning::Iin, &["иин", "жсн", "iin"]),
    (SiteMeaning::Phone, &["телефон", "phone", "моб"]),
    (
        SiteMeaning::Email,
        &["email", "e-mail", "почта", "эл. почта", "электрон"],
    ),
    (
        SiteMeaning::At,
        &["время", "дата", "уақыты", "күні", "time", "date", "created"],
    ),
    (SiteMeaning::Ip, &["ip"]),
    (
        SiteMeaning::Device,
        &[
            "устройство",
            "құрылғы",
            "device",
            "user agent",
            "user-agent",
            "браузер",
        ],
    ),
    (SiteMeaning::Lang, &["язык", "тіл", "lang"]),
    (
        SiteMeaning::Version,
        &["версия", "нұсқа", "version", "редакция"],
    ),
];

/// A row that can land.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Given {
    /// What the person entered.
    pub fields: BTreeMap<Field, String>,
    pub iin: kz::Iin,
    pub at: Moment,
    pub ip: Option<IpAddr>,
    pub device: Option<String>,
    pub lang: Lang,
    /// Yes or no to every purpose of the text.
    pub ticks: BTreeMap<i64, bool>,
    pub gaps: Vec<SiteGap>,
}

/// What the headings of a list mean.
pub(super) fn guess(sheet: &Sheet, text: &ConsentText) -> State {
    let head = (0..sheet.len().min(10)).find(|at| {
        let known = sheet.row(*at).map_or(0, |row| {
            row.cells().filter(|cell| fact(cell.text).is_some()).count()
        });
        known >= 2
    });
    let mut meanings: Vec<Option<SiteColumn>> = vec![None; sheet.width()];
    if let Some(row) = head.and_then(|at| sheet.row(at)) {
        for (place, cell) in row.cells().enumerate() {
            let meaning = tick(cell.text, text)
                .or_else(|| fact(cell.text).map(|meaning| SiteColumn::Fact { meaning }));
            if meaning.is_some() && !meanings.contains(&meaning) {
                meanings[place] = meaning;
            }
        }
    }
    State::new(Columns { head, meanings })
}

fn fact(heading: &str) -> Option<SiteMeaning> {
    let heading = heading.trim().to_lowercase();
    HEADS
        .iter()
        .find(|(_, words)| words.iter().any(|word| heading.starts_with(word)))
        .map(|(meaning, _)| *meaning)
}

/// A heading that repeats the name of a purpose, in any language of the text.
fn tick(heading: &str, text: &ConsentText) -> Option<SiteColumn> {
    let plain = |words: &str| -> String {
        let words = words.to_lowercase();
        words.chars().filter(|c| c.is_alphanumeric()).collect()
    };
    let heading = plain(heading);
    text.purposes
        .iter()
        .find(|purpose| {
            [Lang::Kk, Lang::Ru, Lang::En]
                .iter()
                .map(|lang| plain(purpose.form.name.get(*lang)))
                .any(|name| !heading.is_empty() && name == heading)
        })
        .map(|purpose| SiteColumn::Tick {
            purpose: purpose.id,
        })
}

/// A row with nothing in it.
pub(super) fn is_empty(row: &Row<'_>) -> bool {
    row.cells().all(|cell| cell.text.trim().is_empty())
}

/// Reads a row; all that is wrong with it at once.
pub(super) fn read(
    row: &Row<'_>,
    state: &State,
    text: &ConsentText,
    shown_in: Lang,
    published: NaiveDate,
    now: Moment,
) -> Result<Given, Vec<SiteFlaw>> {
    let mut flaws = Vec::new();
    let mut facts: BTreeMap<SiteMeaning, String> = BTreeMap::new();
    let mut ticks: BTreeMap<i64, bool> = text
        .purposes
        .iter()
        .map(|purpose| (purpose.id.0, false))
        .collect();
    for (place, column) in state.columns.meanings.iter().enumerate() {
        let cell = row.cell(place);
        if column.is_some() && cell.origin == Origin::Formula {
            flaws.push(SiteFlaw::Formula);
            continue;
        }
        match column {
            None => {}
            Some(SiteColumn::Fact { meaning }) => {
                let value = clients::values::tidy(cell.text);
                if !value.is_empty() {
                    facts.insert(*meaning, value);
                }
            }
            Some(SiteColumn::Tick { purpose }) => match yes_or_no(cell.text) {
                Some(yes) => {
                    ticks.insert(purpose.0, yes);
                }
                None => flaws.push(SiteFlaw::Tick),
            },
        }
    }
    if flaws.is_empty() && !ticks.values().any(|yes| *yes) {
        flaws.push(SiteFlaw::NothingGiven);
    }
    let fields = person(&facts, now, &mut flaws);
    let iin = facts
        .get(&SiteMeaning::Iin)
        .and_then(|text| kz::Iin::parse(text).ok());
    if iin.is_none() {
        flaws.push(SiteFlaw::Iin);
    }
    let at = facts.get(&SiteMeaning::At).and_then(|text| moment(text));
    match at {
        None => flaws.push(SiteFlaw::At),
        Some(at) if at > now || at.date() < published => flaws.push(SiteFlaw::WrongTime),
        Some(at) => {
            if iin.as_ref().is_some_and(|iin| !is_of_age(iin, at)) {
                flaws.push(SiteFlaw::UnderAge);
            }
        }
    }
    let ip = optional(&facts, SiteMeaning::Ip, SiteFlaw::Ip, &mut flaws, |text| {
        text.parse::<IpAddr>().ok()
    });
    let device = optional(
        &facts,
        SiteMeaning::Device,
        SiteFlaw::Device,
        &mut flaws,
        |text| {
            let fits = text.chars().count() <= DEVICE && !text.chars().any(char::is_control);
            fits.then(|| text.to_owned())
        },
    );
    let lang = optional(
        &facts,
        SiteMeaning::Lang,
        SiteFlaw::Lang,
        &mut flaws,
        |word| language(word).filter(|lang| text.langs().contains(lang)),
    );
    let version = optional(
        &facts,
        SiteMeaning::Version,
        SiteFlaw::Version,
        &mut flaws,
        |word| is_version(word, text).then_some(()),
    );
    let gaps = gaps(
        ip.is_some(),
        device.is_some(),
        version.is_some(),
        lang.is_some(),
    );
    match (iin, at) {
        (Some(iin), Some(at)) if flaws.is_empty() => Ok(Given {
            fields,
            iin,
            at,
            ip,
            device,
            lang: lang.unwrap_or(shown_in),
            ticks,
            gaps,
        }),
        _ => {
            flaws.sort_unstable();
            flaws.dedup();
            Err(flaws)
        }
    }
}

/// A fact that may be missing, but not wrong.
fn optional<T>(
    facts: &BTreeMap<SiteMeaning, String>,
    meaning: SiteMeaning,
    flaw: SiteFlaw,
    flaws: &mut Vec<SiteFlaw>,
    read: impl FnOnce(&str) -> Option<T>,
) -> Option<T> {
    let found = read(facts.get(&meaning)?);
    if found.is_none() {
        flaws.push(flaw);
    }
    found
}

fn person(
    facts: &BTreeMap<SiteMeaning, String>,
    now: Moment,
    flaws: &mut Vec<SiteFlaw>,
) -> BTreeMap<Field, String> {
    let whole = facts
        .get(&SiteMeaning::FullName)
        .cloned()
        .unwrap_or_default();
    let mut parts = whole.split_whitespace().map(str::to_owned);
    let mut part = |meaning| facts.get(&meaning).cloned().or_else(|| parts.next());
    let surname = part(SiteMeaning::Surname);
    let given = part(SiteMeaning::Given);
    let rest = part(SiteMeaning::Patronymic);
    let fields = [
        (Field::Surname, surname, SiteFlaw::Name),
        (Field::Given, given, SiteFlaw::Name),
        (Field::Patronymic, rest, SiteFlaw::Name),
        (
            Field::Iin,
            facts.get(&SiteMeaning::Iin).cloned(),
            SiteFlaw::Iin,
        ),
        (
            Field::Phone,
            facts.get(&SiteMeaning::Phone).cloned(),
            SiteFlaw::Phone,
        ),
        (
            Field::Email,
            facts.get(&SiteMeaning::Email).cloned(),
            SiteFlaw::Email,
        ),
    ];
    // Whether the person is of age is asked at the moment of the ticks.
    let rules = draft::Rules {
        today: now.date(),
        alone: true,
    };
    let mut kept = BTreeMap::new();
    for (field, value, flaw) in fields {
        match value {
            Some(value) if draft::check(field, &value, rules).is_ok() => {
                kept.insert(field, value);
            }
            Some(_) => flaws.push(flaw),
            None if matches!(field, Field::Surname | Field::Given) => {
                flaws.push(SiteFlaw::NoName);
            }
            None => {}
        }
    }
    kept
}

/// Eighteen on the day of the ticks, as far as the number tells.
fn is_of_age(iin: &kz::Iin, at: Moment) -> bool {
    let birth = iin.hint().birth;
    birth.is_none_or(|birth| {
        birth
            .checked_add_months(Months::new(18 * 12))
            .is_some_and(|day| day <= at.date())
    })
}

fn gaps(ip: bool, device: bool, version: bool, lang: bool) -> Vec<SiteGap> {
    let mut gaps = vec![SiteGap::NoSignature, SiteGap::NoCode, SiteGap::NoDocument];
    for (there, gap) in [
        (ip, SiteGap::NoIp),
        (device, SiteGap::NoDevice),
        (version, SiteGap::VersionNotListed),
        (lang, SiteGap::LangNotListed),
    ] {
        if !there {
            gaps.push(gap);
        }
    }
    gaps
}

/// A tick, in the words of sites. An empty cell is a box that was left empty.
fn yes_or_no(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "1" | "да" | "иә" | "yes" | "y" | "true" | "истина" | "+" | "✓" | "✔" | "on" | "x"
        | "х" => Some(true),
        "" | "0" | "нет" | "жоқ" | "no" | "n" | "false" | "ложь" | "-" | "–" | "off" => {
            Some(false)
        }
        _ => None,
    }
}

fn language(word: &str) -> Option<Lang> {
    match word.trim().to_lowercase().as_str() {
        "kk" | "kz" | "қаз" | "қазақша" | "казахский" | "kazakh" => {
            Some(Lang::Kk)
        }
        "ru" | "рус" | "русский" | "орысша" | "russian" => Some(Lang::Ru),
        "en" | "eng" | "english" | "английский" | "ағылшынша" => Some(Lang::En),
        _ => None,
    }
}

/// The chosen version, by its number (`2`, `v2`, «версия 2») or by the beginning of its hash.
fn is_version(word: &str, text: &ConsentText) -> bool {
    let word = word.trim().to_lowercase();
    let hash = word.strip_prefix("sha256:").unwrap_or(&word);
    if hash.len() >= 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return text
            .langs()
            .iter()
            .any(|lang| text.sha256.get(*lang).starts_with(hash));
    }
    let digits: String = word.chars().filter(char::is_ascii_digit).collect();
    digits.parse() == Ok(text.version)
}

/// A moment: with its offset, or local time of Kazakhstan.
pub(super) fn moment(text: &str) -> Option<Moment> {
    let text = text.trim();
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Some(Moment::new(at.with_timezone(&Utc)));
    }
    [
        "%Y-%m-%d %H:%M:%S",
        "%Y-%m-%dT%H:%M:%S",
        "%Y-%m-%d %H:%M",
        "%d.%m.%Y %H:%M:%S",
        "%d.%m.%Y %H:%M",
        "%d/%m/%Y %H:%M:%S",
        "%d/%m/%Y %H:%M",
    ]
    .iter()
    .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
    .map(Moment::of_local)
}
