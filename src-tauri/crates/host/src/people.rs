//! Made-up people of Kazakhstan, the same for the same number. None of them is a real person: names are drawn apart from
//! one another, serials of the identification numbers lie where none are issued, phones begin with zeros.

use chrono::{Datelike, Days, NaiveDate};
use kz::Iin;

/// Somebody made up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Surname.
    pub surname: String,
    /// Given name.
    pub given: String,
    /// Patronymic, where they have one.
    pub patronymic: Option<String>,
    /// A woman or a girl.
    pub female: bool,
    /// Birth date; everyone is of age.
    pub birth: NaiveDate,
    /// Identification number that passes the check.
    pub iin: String,
    /// `+77010001234`
    pub phone: String,
    /// Number of the identity card.
    pub document: String,
    /// When it was issued.
    pub document_issued: NaiveDate,
    /// Loyalty card, thirteen digits with their check.
    pub card: String,
    /// Where they live.
    pub address: String,
    /// E-mail, where they gave one.
    pub email: Option<String>,
}

/// Names of one people: surname stems with their two forms, given names of men and women, and how fathers are named.
struct Names {
    /// Of a hundred people, how many.
    share: u64,
    surnames: &'static [&'static str],
    men: &'static [&'static str],
    women: &'static [&'static str],
    fathers: Fathers,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Fathers {
    /// `Серікұлы`, `Серікқызы`.
    Kazakh,
    /// `Иванович`, `Ивановна`.
    Russian,
    /// Without a patronymic, as most write.
    None,
}

const PEOPLES: &[Names] = &[
    Names {
        share: 62,
        surnames: &[
            "Абдрахманов",
            "Абишев",
            "Айтбаев",
            "Айтжанов",
            "Аманжолов",
            "Арыстанов",
            "Асқаров",
            "Ахметов",
            "Әбдіров",
            "Әлімбаев",
            "Әлімжанов",
            "Әуезханов",
            "Байжанов",
            "Баймұратов",
            "Бекмұратов",
            "Бекенов",
            "Бердібаев",
            "Болатов",
            "Бөкенбаев",
            "Ғабдуллин",
            "Дәулетов",
            "Досжанов",
            "Досымбеков",
            "Ерғалиев",
            "Есенов",
            "Есімов",
            "Жақсыбеков",
            "Жандосов",
            "Жанұзақов",
            "Жұмабаев",
            "Жұмағұлов",
            "Жүнісов",
            "Ибраев",
            "Искаков",
            "Кәрімов",
            "Кенжебаев",
            "Көшербаев",
            "Күзембаев",
            "Қабдолов",
            "Қалиев",
            "Қасымов",
            "Қожахметов",
            "Құлманов",
            "Құрманов",
            "Мақсұтов",
            "Мамыров",
            "Мұқанов",
            "Мұратов",
            "Мұсаев",
            "Мырзабеков",
            "Назарбеков",
            "Нұрғалиев",
            "Нұрманов",
            "Нұрпейісов",
            "Омаров",
            "Оразбаев",
            "Оспанов",
            "Өтегенов",
            "Рахымов",
            "Садықов",
            "Сағынтаев",
            "Сатыбалдиев",
            "Сейітов",
            "Серіков",
            "Смағұлов",
            "Сүлейменов",
            "Тәжібаев",
            "Темірбеков",
            "Тілеубергенов",
            "Тоқтаров",
            "Төлегенов",
            "Тұрсынов",
            "Тынышбаев",
            "Уәлиев",
            "Үсенов",
            "Шаймерденов",
            "Шәріпов",
            "Шоқанов",
            "Ыбыраев",
            "Ысқақов",
        ],
        men: &[
            "Айбек",
            "Айдос",
            "Алмас",
            "Арман",
            "Асқар",
            "Әділ",
            "Бауыржан",
            "Бекзат",
            "Берік",
            "Болат",
            "Дамир",
            "Данияр",
            "Дархан",
            "Дәурен",
            "Ерасыл",
            "Ербол",
            "Ержан",
            "Ерлан",
            "Жандос",
            "Жанибек",
            "Жасұлан",
            "Қайрат",
            "Қанат",
            "Мақсат",
            "Марат",
            "Мұхтар",
            "Нұрбол",
            "Нұржан",
            "Нұрлан",
            "Олжас",
            "Рүстем",
            "Самат",
            "Санжар",
            "Серік",
            "Тимур",
            "Төлеген",
            "Шыңғыс",
            "Ілияс",
        ],
        women: &[
            "Аида",
            "Айгерім",
            "Айгүл",
            "Айжан",
            "Айнұр",
            "Ақбота",
            "Ақмарал",
            "Алия",
            "Аружан",
            "Асель",
            "Әйгерім",
            "Әлия",
            "Әсел",
            "Ботагөз",
            "Гауһар",
            "Гүлмира",
            "Гүлнар",
            "Дана",
            "Динара",
            "Жанар",
            "Жанна",
            "Жібек",
            "Зарина",
            "Зәуре",
            "Индира",
            "Камила",
            "Күләш",
            "Қарлығаш",
            "Лаура",
            "Мадина",
            "Меруерт",
            "Назерке",
            "Нұргүл",
            "Раушан",
            "Сәуле",
            "Томирис",
            "Ұлжан",
            "Шолпан",
        ],
        fathers: Fathers::Kazakh,
    },
    Names {
        share: 20,
        surnames: &[
            "Алексеев",
            "Антонов",
            "Баранов",
            "Белов",
            "Беляев",
            "Богданов",
            "Борисов",
            "Быков",
            "Васильев",
            "Виноградов",
            "Волков",
            "Воробьёв",
            "Голубев",
            "Григорьев",
            "Гусев",
            "Дмитриев",
            "Егоров",
            "Ершов",
            "Жуков",
            "Зайцев",
            "Захаров",
            "Иванов",
            "Ильин",
            "Киселёв",
            "Ковалёв",
            "Козлов",
            "Комаров",
            "Королёв",
            "Кузнецов",
            "Кузьмин",
            "Лебедев",
            "Макаров",
            "Мельников",
            "Морозов",
            "Никитин",
            "Новиков",
            "Орлов",
            "Павлов",
            "Петров",
            "Попов",
            "Романов",
            "Семёнов",
            "Сергеев",
            "Смирнов",
            "Соколов",
            "Соловьёв",
            "Степанов",
            "Тарасов",
            "Титов",
            "Фёдоров",
            "Филиппов",
            "Фролов",
            "Шевченко",
            "Бондаренко",
            "Ткаченко",
            "Кравчук",
            "Щербаков",
        ],
        men: &[
            "Александр",
            "Алексей",
            "Андрей",
            "Антон",
            "Артём",
            "Виктор",
            "Владимир",
            "Денис",
            "Дмитрий",
            "Евгений",
            "Иван",
            "Игорь",
            "Константин",
            "Максим",
            "Михаил",
            "Николай",
            "Олег",
            "Павел",
            "Роман",
            "Сергей",
            "Юрий",
        ],
        women: &[
            "Алёна",
            "Анастасия",
            "Анна",
            "Валентина",
            "Вера",
            "Виктория",
            "Галина",
            "Дарья",
            "Екатерина",
            "Елена",
            "Ирина",
            "Ксения",
            "Любовь",
            "Людмила",
            "Марина",
            "Мария",
            "Надежда",
            "Наталья",
            "Ольга",
            "Светлана",
            "Татьяна",
            "Юлия",
        ],
        fathers: Fathers::Russian,
    },
    Names {
        share: 6,
        surnames: &[
            "Исмаилов",
            "Розыев",
            "Турдиев",
            "Аюпов",
            "Хамраев",
            "Насыров",
            "Таиров",
            "Ушуров",
            "Манапов",
            "Иминов",
        ],
        men: &[
            "Абдулла",
            "Ильхам",
            "Махмут",
            "Рашид",
            "Турсун",
            "Шухрат",
            "Якуп",
        ],
        women: &[
            "Аминям",
            "Гульбахар",
            "Зульфия",
            "Патигуль",
            "Рабия",
            "Халида",
            "Шамшинур",
        ],
        fathers: Fathers::None,
    },
    Names {
        share: 5,
        surnames: &[
            "Каримов",
            "Рахимов",
            "Юлдашев",
            "Ташматов",
            "Абдуллаев",
            "Хасанов",
            "Умаров",
            "Турсунов",
        ],
        men: &[
            "Азиз",
            "Бахтиёр",
            "Жасур",
            "Отабек",
            "Рустам",
            "Улугбек",
            "Фаррух",
        ],
        women: &[
            "Гулноза",
            "Дилфуза",
            "Мухаббат",
            "Нигора",
            "Феруза",
            "Шахноза",
        ],
        fathers: Fathers::None,
    },
    Names {
        share: 3,
        surnames: &[
            "Ким",
            "Пак",
            "Цой",
            "Тен",
            "Ли",
            "Хан",
            "Югай",
            "Хегай",
            "Нам",
            "Шин",
        ],
        men: &[
            "Аркадий",
            "Вадим",
            "Владислав",
            "Георгий",
            "Герман",
            "Роберт",
            "Эдуард",
        ],
        women: &[
            "Алла",
            "Диана",
            "Евгения",
            "Инна",
            "Лилия",
            "Регина",
            "Эльвира",
        ],
        fathers: Fathers::Russian,
    },
    Names {
        share: 2,
        surnames: &[
            "Вагнер",
            "Шмидт",
            "Миллер",
            "Фишер",
            "Вебер",
            "Гофман",
            "Бауэр",
            "Шефер",
            "Эрлих",
            "Рихтер",
        ],
        men: &[
            "Александр",
            "Вальдемар",
            "Виктор",
            "Генрих",
            "Роберт",
            "Рудольф",
            "Эрнст",
        ],
        women: &["Амалия", "Берта", "Ирма", "Лидия", "Марта", "Роза", "Эмма"],
        fathers: Fathers::Russian,
    },
    Names {
        share: 2,
        surnames: &[
            "Галиев",
            "Сафин",
            "Хайруллин",
            "Валиев",
            "Гарипов",
            "Закиров",
            "Мингазов",
            "Шакиров",
        ],
        men: &[
            "Айрат",
            "Ильдар",
            "Марсель",
            "Наиль",
            "Рамиль",
            "Ренат",
            "Фарид",
        ],
        women: &[
            "Альбина",
            "Гузель",
            "Лейсан",
            "Наиля",
            "Розалия",
            "Фарида",
            "Эльмира",
        ],
        fathers: Fathers::Russian,
    },
];

/// Cities with streets of ours.
const CITIES: [&str; 8] = [
    "Алматы",
    "Астана",
    "Шымкент",
    "Қарағанды",
    "Тараз",
    "Ақтөбе",
    "Павлодар",
    "Өскемен",
];
const STREETS: [&str; 12] = [
    "Бәйтерек көшесі",
    "ул. Яблоневая",
    "Самал көшесі",
    "ул. Речная",
    "Қарлығаш көшесі",
    "ул. Степная",
    "Жайлау көшесі",
    "ул. Садовая",
    "Алтын дән көшесі",
    "ул. Тополиная",
    "Бұлақ көшесі",
    "ул. Горная",
];
/// Prefixes of mobile numbers in use.
const MOBILE: [&str; 17] = [
    "700", "701", "702", "705", "706", "707", "708", "747", "760", "761", "762", "763", "771",
    "775", "776", "777", "778",
];
/// Days on which they were born, from the first one on.
const BIRTH_DAYS: u64 = 22_003;

/// The person of that number.
pub fn person(number: u64) -> Person {
    let mut draw = Draw(number.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x6B65_6C69_7369_6D00);
    let names = people_of(draw.below(100));
    let female = draw.below(2) == 0;
    let pick =
        |draw: &mut Draw, list: &[&'static str]| list[draw.below(list.len() as u64) as usize];
    let surname = surname(pick(&mut draw, names.surnames), female);
    let given = pick(&mut draw, if female { names.women } else { names.men });
    let patronymic = patronymic(pick(&mut draw, names.men), names.fathers, female);
    let (birth, iin) = birth_and_iin(number, female);
    let card_body = format!("29{:010}", number.wrapping_mul(48_271) % 10_000_000_000);
    let email = (draw.below(3) == 0).then(|| format!("client{number}@example.kz"));
    let issued = NaiveDate::from_ymd_opt(2017, 1, 9).expect("a date") + Days::new(draw.below(3200));
    Person {
        given: given.to_owned(),
        patronymic,
        female,
        birth,
        phone: format!(
            "+7{}00{:05}",
            MOBILE[(number % 17) as usize],
            (number / 17).wrapping_mul(61_879) % 100_000
        ),
        document: format!("0{:08}", number.wrapping_mul(7_919) % 100_000_000),
        document_issued: issued,
        card: format!("{card_body}{}", ean_check(&card_body)),
        address: format!(
            "{}, {}, {}, {}",
            pick(&mut draw, &CITIES),
            pick(&mut draw, &STREETS),
            1 + draw.below(180),
            1 + draw.below(90)
        ),
        surname,
        iin,
        email,
    }
}

/// Repeatable chance: SplitMix64.
struct Draw(u64);

impl Draw {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % bound
    }
}

fn people_of(percent: u64) -> &'static Names {
    let mut left = percent;
    for names in PEOPLES {
        if left < names.share {
            return names;
        }
        left -= names.share;
    }
    &PEOPLES[0]
}

fn surname(stem: &str, female: bool) -> String {
    let bends = ["ов", "ев", "ёв", "ин"]
        .iter()
        .any(|end| stem.ends_with(end));
    if female && bends && stem.chars().count() > 4 {
        format!("{stem}а")
    } else {
        stem.to_owned()
    }
}

fn patronymic(father: &str, fathers: Fathers, female: bool) -> Option<String> {
    match fathers {
        Fathers::None => None,
        Fathers::Kazakh => Some(format!("{father}{}", if female { "қызы" } else { "ұлы" })),
        Fathers::Russian => {
            let stem = |cut: usize| {
                let letters = father.chars().count();
                father.chars().take(letters - cut).collect::<String>()
            };
            let (stem, soft) = match father.chars().last()? {
                'й' => (stem(1), true),
                'ь' => (stem(1), true),
                _ => (father.to_owned(), false),
            };
            Some(match (soft, female) {
                (true, true) => format!("{stem}евна"),
                (true, false) => format!("{stem}евич"),
                (false, true) => format!("{stem}овна"),
                (false, false) => format!("{stem}ович"),
            })
        }
    }
}

/// A birth date and a number that nobody else of ours has. Serials from 9000 on.
fn birth_and_iin(number: u64, female: bool) -> (NaiveDate, String) {
    let first = NaiveDate::from_ymd_opt(1946, 1, 1).expect("a date");
    let birth = first + Days::new(number.wrapping_mul(7_919) % BIRTH_DAYS);
    let century = match (birth.year() >= 2000, female) {
        (false, false) => 3,
        (false, true) => 4,
        (true, false) => 5,
        (true, true) => 6,
    };
    let serials = 9000 + number / BIRTH_DAYS % 125 * 8;
    let iin = (serials..serials + 8)
        .flat_map(|serial| (0..10).map(move |check| (serial, check)))
        .map(|(serial, check)| format!("{}{century}{serial}{check}", birth.format("%y%m%d")))
        .find(|text| Iin::parse(text).is_ok())
        .expect("of eight serials at least one has a check digit");
    (birth, iin)
}

fn ean_check(body: &str) -> u32 {
    let sum: u32 = body
        .bytes()
        .enumerate()
        .map(|(place, digit)| u32::from(digit - b'0') * if place % 2 == 0 { 1 } else { 3 })
        .sum();
    (10 - sum % 10) % 10
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn everyone_is_different_and_passes_the_checks() {
        let mut seen = HashSet::new();
        for number in (0..60_000).chain(990_000..1_000_000) {
            let person = person(number);
            let iin = Iin::parse(&person.iin).unwrap();
            assert_eq!(iin.hint().birth, Some(person.birth), "{person:?}");
            assert_eq!(
                iin.hint().sex,
                Some(if person.female {
                    kz::iin::Sex::Female
                } else {
                    kz::iin::Sex::Male
                })
            );
            assert!(
                kz::Phone::parse(&person.phone).unwrap().is_usual_mobile(),
                "{}",
                person.phone
            );
            assert!(seen.insert(person.iin.clone()), "{} twice", person.iin);
            assert!(seen.insert(person.card.clone()), "{} twice", person.card);
            assert!(
                seen.insert(person.document.clone()),
                "{} twice",
                person.document
            );
            assert!(seen.insert(person.phone.clone()), "{} twice", person.phone);
        }
    }

    #[test]
    fn the_same_number_gives_the_same_person() {
        assert_eq!(person(7), person(7));
        assert_ne!(person(7), person(8));
    }

    #[test]
    fn the_shares_make_a_hundred() {
        assert_eq!(PEOPLES.iter().map(|names| names.share).sum::<u64>(), 100);
    }
}
