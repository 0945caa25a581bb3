//! The catalogues: one set of Fluent files for the core and the windows.

use std::collections::HashMap;

use chrono::NaiveDate;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};

use crate::error::{Arg, Args};

static CATALOGUES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../../ui/texts");

crate::named! {
    /// A language of the interface, of letters and of texts (A8).
    Lang {
        /// Kazakh.
        Kk = "kk",
        /// Russian.
        Ru = "ru",
        /// English.
        En = "en",
    }
}

/// The catalogues in one language: the words of a paper.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a> {
    texts: &'a Texts,
    pub lang: Lang,
}

impl<'a> Words<'a> {
    pub fn new(texts: &'a Texts, lang: Lang) -> Self {
        Words { texts, lang }
    }

    pub fn say(&self, key: &str) -> String {
        self.with(key, &Args::none())
    }

    pub fn with(&self, key: &str, args: &Args) -> String {
        self.texts.get(self.lang, key, args)
    }

    /// The word of a closed list, `consents-state` and `given`; the bare name where the catalogue has none.
    pub fn of(&self, list: &str, name: &str) -> String {
        self.of_with(list, name, &Args::none())
    }

    pub fn of_with(&self, list: &str, name: &str, args: &Args) -> String {
        let key = format!("{list}-{}", name.replace(['_', '.'], "-"));
        if self.texts.has(self.lang, &key) {
            self.with(&key, args)
        } else {
            name.to_owned()
        }
    }
}

/// Dates as people read them in every language here.
pub(crate) fn people_date(date: NaiveDate) -> String {
    date.format("%d.%m.%Y").to_string()
}

/// `2026-12-14` as people write it; what isn't a date stays as it is.
pub(crate) fn day(iso: &str) -> String {
    iso.parse::<NaiveDate>()
        .map_or_else(|_| iso.to_owned(), people_date)
}

/// All catalogues, read once.
pub struct Texts {
    bundles: HashMap<Lang, FluentBundle<FluentResource>>,
}

impl Texts {
    /// Reads the catalogues that are built in.
    ///
    /// # Panics
    /// If a built-in catalogue is malformed, which a test of ours finds first.
    pub fn built_in() -> Self {
        let bundles = Lang::ALL
            .iter()
            .map(|lang| (*lang, bundle(*lang)))
            .collect();
        Texts { bundles }
    }

    /// The text of a key in a language; the key itself where there is none (a test finds missing ones).
    pub fn get(&self, lang: Lang, key: &str, args: &Args) -> String {
        let bundle = &self.bundles[&lang];
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut values = FluentArgs::new();
        for (name, value) in &args.0 {
            let value = match value {
                Arg::Number(number) => FluentValue::from(*number),
                Arg::Text(text) => FluentValue::from(text.clone()),
                Arg::Key(key) => FluentValue::from(self.get(lang, key, &Args::none())),
            };
            values.set(*name, value);
        }
        bundle
            .format_pattern(pattern, Some(&values), &mut Vec::new())
            .into_owned()
    }

    /// The sentence of an error code.
    pub fn error(&self, lang: Lang, code: &str, args: &Args) -> String {
        self.get(lang, &error_key(code), args)
    }

    /// The key is in the catalogue of that language.
    pub fn has(&self, lang: Lang, key: &str) -> bool {
        self.bundles[&lang].has_message(key)
    }
}

/// `clients.iin_check` stands under `error-clients-iin-check`.
pub fn error_key(code: &str) -> String {
    format!("error-{}", code.replace(['.', '_'], "-"))
}

fn bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let id = lang.name().parse().expect("a language tag of ours");
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    let files = CATALOGUES
        .get_dir(lang.name())
        .into_iter()
        .flat_map(Dir::files);
    for file in files.filter(|file| file.path().extension().is_some_and(|kind| kind == "ftl")) {
        let source = file
            .contents_utf8()
            .expect("catalogues are UTF-8")
            .to_owned();
        let resource = match FluentResource::try_new(source) {
            Ok(resource) => resource,
            Err((_, errors)) => panic!("{}: {errors:?}", file.path().display()),
        };
        if let Err(errors) = bundle.add_resource(resource) {
            panic!("{}: {errors:?}", file.path().display());
        }
    }
    bundle
}
