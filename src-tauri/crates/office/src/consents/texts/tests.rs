//! The rules about texts: what the law wants to be said, and what should be looked at again.

use chrono::NaiveDate;

use super::checks::checks;
use super::wording::{has_number, numbers, open_lists, paragraphs};
use super::*;
use crate::operators::Profile;

fn profile() -> Profile {
    serde_json::from_value(serde_json::json!({
        "name_ru": "ТОО «Эсперанс»", "name_kk": "«Эсперанс» ЖШС", "bin": "991240990006"
    }))
    .expect("a profile")
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, 14).expect("a day")
}

fn pair(kk: &str, ru: &str) -> TextPair {
    TextPair {
        kk: kk.to_owned(),
        ru: ru.to_owned(),
        en: String::new(),
    }
}

/// A draft that lacks nothing and gives no reason to look again.
pub(crate) fn whole() -> Draft {
    Draft {
        code: "loyalty".to_owned(),
        title: pair("Алтын карта", "Золотая карта"),
        body: pair(
            "Біз, «Эсперанс» ЖШС (БСН 991240990006), деректеріңізді 12 ай сақтаймыз.",
            "Мы, ТОО «Эсперанс» (БИН 9912 4099 0006), храним данные 12 месяцев.",
        ),
        term: Some(ConsentTerm::ProgrammeAndYear),
        passes: Some(false),
        crosses: Some(false),
        public_sources: Some(false),
        purposes: vec![PurposeDraft {
            kind: Some(PurposeKind::Service),
            basis: Some(ConsentBasis::Consent),
            name: pair("Карта жүргізу", "Ведение карты"),
            data: vec![Field::Phone],
            term: Some(ConsentTerm::Programme),
            ..PurposeDraft::default()
        }],
        ..Draft::default()
    }
}

fn lacks(draft: &Draft) -> Vec<(Lack, String)> {
    let found = checks(draft, &profile(), today()).lacking;
    found.into_iter().map(|one| (one.what, one.field)).collect()
}

fn warned(draft: &Draft) -> Vec<(Warning, Option<u32>, Option<String>)> {
    let found = checks(draft, &profile(), today()).warnings;
    found
        .into_iter()
        .map(|one| (one.what, one.n, one.words))
        .collect()
}

/// One change to a whole draft.
fn with(change: impl FnOnce(&mut Draft)) -> Draft {
    let mut draft = whole();
    change(&mut draft);
    draft
}

#[test]
fn a_whole_draft_lacks_nothing() {
    assert_eq!(lacks(&whole()), []);
    assert_eq!(warned(&whole()), []);
}

#[test]
fn an_empty_draft_lacks_every_item_that_can_lack() {
    let found = checks(
        &Draft {
            data: Vec::new(),
            ..Draft::default()
        },
        &Profile {
            bin: String::new(),
            ..profile()
        },
        today(),
    );
    let items: std::collections::BTreeSet<LawItem> =
        found.lacking.iter().map(|one| one.item).collect();
    assert_eq!(items.len(), LawItem::ALL.len(), "{items:?}");
}

#[test]
fn each_of_the_eight_items_is_missed_when_it_lacks() {
    let is = |draft: Draft, what: Lack, field: &str| {
        assert_eq!(lacks(&draft), [(what, field.to_owned())]);
    };
    is(
        with(|d| {
            d.body.kk = "Біз, «Эсперанс» ЖШС, деректеріңізді 12 ай сақтаймыз. 991240990006: алпыс."
                .replace("991240990006", "99124099000")
        }),
        Lack::OperatorBin,
        "body.kk",
    );
    is(
        with(|d| d.data = vec![Field::Given, Field::Phone]),
        Lack::SubjectName,
        "data",
    );
    is(with(|d| d.term = None), Lack::Term, "term");
    is(
        with(|d| d.term = Some(ConsentTerm::Until)),
        Lack::TermDate,
        "term_until",
    );
    is(
        with(|d| (d.term, d.term_until) = (Some(ConsentTerm::Until), "2026-12-13".to_owned())),
        Lack::TermDate,
        "term_until",
    );
    is(
        with(|d| d.purposes[0].term = None),
        Lack::PurposeTerm,
        "purposes.0.term",
    );
    is(with(|d| d.passes = None), Lack::ThirdParties, "passes");
    is(
        with(|d| (d.passes, d.third_parties) = (Some(true), pair("Байланыс операторы", ""))),
        Lack::ThirdPartiesWho,
        "third_parties.ru",
    );
    is(
        with(|d| d.purposes[0].recipients = vec![pair("Пошта", "Почта")]),
        Lack::Recipients,
        "purposes.0.recipients",
    );
    is(with(|d| d.crosses = None), Lack::CrossBorder, "crosses");
    is(
        with(|d| d.crosses = Some(true)),
        Lack::Countries,
        "countries",
    );
    is(
        with(|d| (d.crosses, d.countries) = (Some(true), vec![Country::Kz])),
        Lack::Countries,
        "countries",
    );
    is(
        with(|d| d.purposes[0].countries = vec![Country::Ru]),
        Lack::PurposeCountries,
        "purposes.0.countries",
    );
    is(
        with(|d| d.public_sources = None),
        Lack::PublicSources,
        "public_sources",
    );
    is(
        with(|d| d.data = vec![Field::Surname, Field::Given, Field::Patronymic, Field::Iin])
            .also(|d| d.purposes[0].data = vec![Field::Iin]),
        Lack::DataPhone,
        "data",
    );
    is(
        with(|d| d.purposes[0].data = vec![Field::Email]),
        Lack::PurposeBeyond,
        "purposes.0.data",
    );
    is(with(|d| d.purposes.clear()), Lack::Purposes, "purposes");
    is(
        with(|d| d.purposes[0].name.ru.clear()),
        Lack::PurposeName,
        "purposes.0.name.ru",
    );
    is(
        with(|d| d.purposes[0].kind = None),
        Lack::PurposeKind,
        "purposes.0.kind",
    );
    is(
        with(|d| d.purposes[0].basis = None),
        Lack::PurposeBasis,
        "purposes.0.basis",
    );
    is(with(|d| d.stored_in.clear()), Lack::StoredIn, "stored_in");
    is(
        with(|d| d.title.ru = "Карта\u{202e}".to_owned()),
        Lack::Unclean,
        "title.ru",
    );
}

trait Also: Sized {
    fn also(self, change: impl FnOnce(&mut Self)) -> Self;
}
impl Also for Draft {
    fn also(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }
}

#[test]
fn english_is_whole_or_absent() {
    let mut draft = with(|d| d.english = true);
    let fields: Vec<String> = lacks(&draft).into_iter().map(|(_, field)| field).collect();
    assert_eq!(fields, ["purposes.0.name.en", "title.en", "body.en"]);
    draft.title.en = "Golden card".to_owned();
    draft.body.en = "We (BIN 991240990006) keep data for 12 months.".to_owned();
    draft.purposes[0].name.en = "The card".to_owned();
    assert_eq!(lacks(&draft), []);
    draft.english = false;
    let form = draft
        .form(&crate::texts::Texts::built_in())
        .expect("a form");
    assert_eq!(
        (form.title.en, form.body.en),
        (String::new(), String::new()),
        "not wanted, not published"
    );
}

#[test]
fn what_leaves_the_list_open_is_pointed_at() {
    let body = "# Какие данные\n\nФамилия, имя и иные данные, необходимые для карты.\n\nКарта, скидка и другие радости.\n\n# Прочее\n\nСкидки и другие выгоды.";
    let found: Vec<usize> = open_lists(body, Lang::Ru)
        .into_iter()
        .map(|(n, _)| n)
        .collect();
    assert_eq!(
        found,
        [1, 2],
        "by its own words, or under a heading about data"
    );
    assert_eq!(
        open_lists("Аты-жөні және басқа деректер", Lang::Kk),
        [(0, "және басқа".to_owned())]
    );
    assert_eq!(
        open_lists("Name, phone, etc. data", Lang::En),
        [(0, "etc.".to_owned())]
    );
    assert_eq!(open_lists("Данные: фамилия, имя и отчество.", Lang::Ru), []);
    let draft = with(|d| {
        d.body
            .ru
            .push_str("\n\nТакже собираем данные: телефон и т.д.")
    });
    assert!(warned(&draft).contains(&(Warning::OpenList, Some(2), Some("и т.д".to_owned()))));
}

#[test]
fn advertising_asks_for_a_yes_of_its_own() {
    let bundled = with(|d| d.purposes[0].note = pair("Карта және жарнама", "Карта и реклама"));
    assert_eq!(
        warned(&bundled),
        [(
            Warning::AdvertisingBundled,
            Some(1),
            Some("жарнама".to_owned())
        )]
    );
    let unasked = with(|d| {
        d.body.ru.push_str(" Мы присылаем рекламу.");
        d.body.kk.push_str(" Біз жарнама жібереміз.");
    });
    assert_eq!(
        warned(&unasked),
        [(
            Warning::AdvertisingUnasked,
            None,
            Some("жарнама".to_owned())
        )]
    );
    let asked = unasked.also(|d| {
        d.purposes.push(PurposeDraft {
            kind: Some(PurposeKind::Optional),
            name: pair("Жарнама", "Реклама"),
            ..d.purposes[0].clone()
        });
    });
    assert_eq!(warned(&asked), []);
    assert_eq!(wording::advertising("Неразглашение", Lang::Ru), None);
    assert_eq!(
        wording::advertising("Ведение карты без рекламы", Lang::Ru).as_deref(),
        Some("реклам")
    );
}

#[test]
fn keeping_data_abroad_is_pointed_at() {
    let draft = with(|d| d.stored_in = vec![Country::Kz, Country::De]);
    assert_eq!(warned(&draft), [(Warning::StoredAbroad, None, None)]);
    let words = with(|d| {
        d.body.ru =
            "Мы (БИН 991240990006) храним данные 12 месяцев, в том числе на серверах за рубежом."
                .to_owned()
    });
    assert_eq!(
        warned(&words),
        [(Warning::WordsAbroad, Some(1), Some("за рубежом".to_owned()))]
    );
}

#[test]
fn the_languages_are_held_against_each_other() {
    let fewer = with(|d| d.body.kk.push_str("\n\nТағы."));
    assert_eq!(
        warned(&fewer),
        [(Warning::ParagraphCount, None, Some("2 ≠ 1".to_owned()))]
    );
    let other = with(|d| d.body.ru = d.body.ru.replace("12", "24"));
    assert_eq!(warned(&other), [(Warning::Numbers, Some(1), None)]);
}

#[test]
fn paragraphs_and_numbers_are_read_as_people_read_them() {
    assert_eq!(paragraphs("а\nб\n\n\n  \nв\n"), ["а\nб", "в"]);
    assert_eq!(paragraphs(" \n\n"), Vec::<&str>::new());
    assert!(has_number("БИН 9912\u{a0}4099 0006.", "991240990006"));
    assert!(!has_number("БИН 99124099000, 6", "991240990006"));
    assert_eq!(numbers("10 дней, 10 лет и 5"), [(5, 1), (10, 2)].into());
}

#[test]
fn countries_are_put_into_words_where_they_are_published() {
    let texts = crate::texts::Texts::built_in();
    let draft = with(|d| (d.crosses, d.countries) = (Some(true), vec![Country::Ru, Country::De]));
    let form = draft.form(&texts).expect("a form");
    assert_eq!(form.cross_border.expect("abroad").ru, "Россия, Германия");
    let said = draft.also(|d| d.cross_border = pair("курьерге", "курьерской службе"));
    let form = said.form(&texts).expect("a form");
    assert_eq!(
        form.cross_border.expect("abroad").ru,
        "Россия, Германия: курьерской службе"
    );
    for country in Country::ALL {
        for lang in Lang::ALL {
            assert!(texts.has(*lang, &country.key()), "{country}");
        }
    }
}

proptest::proptest! {
    #[test]
    fn any_words_are_checked_without_falling(kk in "\\PC{0,200}", ru in "[а-яА-Я .,\n#0-9]{0,200}") {
        let draft = with(|d| d.body = pair(&kk, &ru));
        checks(&draft, &profile(), today());
        let joined = paragraphs(&ru).join("\n\n");
        proptest::prop_assert_eq!(paragraphs(&joined), paragraphs(&ru));
    }
}

mod drafts {
    use super::*;
    use crate::consents::samples;
    use crate::consents::tests::code_of;
    use crate::policy::Role;
    use crate::testing::{House, Relation};
    use crate::{Error, Kind};

    #[test]
    fn a_draft_is_kept_as_it_is_typed_and_published_once_whole() {
        let house = House::new();
        let admin = house.as_role(Role::Administrator);
        let begun = admin.act(BeginDraft { from: None }).expect("a draft");
        assert!(!begun.findings.lacking.is_empty());
        let refused = admin.act(PublishDraft {
            draft: begun.id,
            rev: begun.rev,
        });
        let Err(Error::Invalid(lacks)) = refused else {
            panic!("refused with the list")
        };
        let codes: Vec<_> = lacks.codes().collect();
        assert!(
            codes.contains(&("body.kk", "consents.lack_body")),
            "{codes:?}"
        );
        assert!(
            codes.contains(&("passes", "consents.lack_third_parties")),
            "{codes:?}"
        );
        let saved = admin
            .act(SaveDraft {
                draft: begun.id,
                rev: begun.rev,
                form: whole(),
            })
            .expect("kept");
        assert_eq!(saved.findings.lacking, []);
        let again = admin.ask(ShowDraft { draft: begun.id }).expect("shown");
        assert_eq!((again.form, again.rev), (whole(), saved.rev));
        let text = admin
            .act(PublishDraft {
                draft: begun.id,
                rev: saved.rev,
            })
            .expect("published");
        assert_eq!(
            text.sha256.ru,
            crate::consents::hex(&crate::consents::sha256(&text.body.ru))
        );
        assert_eq!(admin.ask(ListDrafts {}).expect("a list"), []);
        let gone = admin.ask(ShowDraft { draft: begun.id });
        assert_eq!(code_of(gone), "consents.draft_gone");
    }

    #[test]
    fn of_two_clerks_the_second_is_told() {
        let house = House::new();
        let admin = house.as_role(Role::Administrator);
        let draft = admin.act(BeginDraft { from: None }).expect("a draft");
        let save = |form: Draft| {
            admin.act(SaveDraft {
                draft: draft.id,
                rev: draft.rev,
                form,
            })
        };
        save(whole()).expect("the first");
        let second = save(Draft::default()).expect_err("the second");
        assert_eq!(
            (second.code(), second.kind()),
            ("consents.draft_moved", Kind::Conflict)
        );
        let kept = admin.ask(ShowDraft { draft: draft.id }).expect("shown");
        assert_eq!(kept.form, whole(), "nothing is written over");
        let stale = admin.act(PublishDraft {
            draft: draft.id,
            rev: draft.rev,
        });
        assert_eq!(code_of(stale), "consents.draft_moved");
        let stale = admin.act(DropDraft {
            draft: draft.id,
            rev: draft.rev,
        });
        assert_eq!(code_of(stale), "consents.draft_moved");
    }

    #[test]
    fn a_new_version_keeps_its_family_and_is_compared_with_the_old_one() {
        let house = House::new();
        let admin = house.as_role(Role::Administrator);
        let first = samples::text(&house, Relation::OwnBranch);
        let draft = admin
            .act(BeginDraft {
                from: Some(first.id),
            })
            .expect("a draft");
        assert_eq!((draft.base_version, draft.version), (Some(1), 2));
        assert_eq!(
            draft.findings.lacking,
            [],
            "a published version lacks nothing"
        );
        let mut form = draft.form.clone();
        form.code = "other".to_owned();
        form.body.ru = form.body.ru.replace("в любом филиале", "в любом отделении");
        form.public_sources = Some(true);
        let saved = admin
            .act(SaveDraft {
                draft: draft.id,
                rev: draft.rev,
                form,
            })
            .expect("kept");
        assert_eq!(saved.form.code, "loyalty");
        let compared = admin
            .ask(CompareTexts {
                from: Written::Text { id: first.id },
                to: Written::Draft { id: draft.id },
                lang: Lang::Ru,
            })
            .expect("compared");
        assert_eq!(compared.facts, [Fact::PublicSources]);
        let changes: Vec<Change> = compared.paragraphs.iter().map(|one| one.change).collect();
        assert_eq!(
            changes,
            [Change::Same, Change::Same, Change::Same, Change::Changed]
        );
        let text = admin
            .act(PublishDraft {
                draft: draft.id,
                rev: saved.rev,
            })
            .expect("published");
        assert_eq!((text.code.as_str(), text.version), ("loyalty", 2));
    }

    #[test]
    fn english_and_countries_are_published_and_hashed() {
        let house = House::new();
        let admin = house.as_role(Role::Administrator);
        let mut form = whole();
        form.english = true;
        form.title.en = "Card".to_owned();
        form.body.en = " We (BIN 991240990006) keep data 12 months. ".to_owned();
        (form.passes, form.third_parties) = (Some(true), pair("Поштаға", "Почте"));
        form.third_parties.en = "The post".to_owned();
        (form.crosses, form.countries) = (Some(true), vec![Country::Ru, Country::Ru]);
        let purpose = &mut form.purposes[0];
        purpose.name.en = "The card".to_owned();
        let mut post = pair("«Пошта» ЖШС", "ТОО «Почта»");
        post.en = "Post LLP".to_owned();
        purpose.recipients = vec![post.clone()];
        purpose.countries = vec![Country::Ru];
        let draft = admin.act(BeginDraft { from: None }).expect("a draft");
        let saved = admin
            .act(SaveDraft {
                draft: draft.id,
                rev: draft.rev,
                form,
            })
            .expect("kept");
        assert_eq!(saved.findings.lacking, []);
        let text = admin
            .act(PublishDraft {
                draft: draft.id,
                rev: saved.rev,
            })
            .expect("published");
        let text = admin.ask(ShowText { text: text.id }).expect("shown");
        assert!(text.has_english());
        assert_eq!(text.body.en, "We (BIN 991240990006) keep data 12 months.");
        assert_eq!(
            text.sha256.en,
            crate::consents::hex(&crate::consents::sha256(&text.body.en))
        );
        assert_eq!(text.countries, [Country::Ru]);
        assert_eq!(text.cross_border.expect("abroad").en, "Russia");
        assert_eq!(text.purposes[0].form.recipients, [post]);
        assert_eq!(text.purposes[0].form.countries, [Country::Ru]);
    }
}
