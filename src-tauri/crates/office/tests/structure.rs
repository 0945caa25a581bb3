//! The house keeps its shape: what no compiler checks.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use office::texts::{Lang, Texts, error_key};

/// Counts on which plural forms turn.
const COUNTS: [i64; 8] = [0, 1, 2, 5, 11, 21, 22, 1234];

fn crates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every Rust file under a folder, with its path from `crates/`.
fn sources(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of ours") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "rs") {
                let text = fs::read_to_string(&path).expect("a source file");
                let name = path
                    .strip_prefix(crates())
                    .expect("below crates")
                    .display()
                    .to_string();
                found.insert(name, text);
            }
        }
    }
    found
}

/// The lines that are code: comments say what they like.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
}

#[test]
fn sql_stays_in_the_vault_and_the_stores() {
    // Types that are bound to columns; errors that SQLite gives; the transaction that the door opens and hands on.
    let allowed = [
        "office/src/ids.rs",
        "office/src/clock.rs",
        "office/src/error.rs",
        "office/src/journal/mod.rs",
        "office/src/door/mod.rs",
        "office/src/door/cx.rs",
    ];
    let is_store = |name: &str| {
        let mut parts = name.split('/').rev();
        parts.next() == Some("store.rs")
            || parts.any(|folder| folder == "store" || folder == "vault")
    };
    let mut strays = Vec::new();
    for (name, text) in sources(&crates()) {
        let tests = name.contains("/tests") || name.contains("/bench");
        if tests || is_store(&name) || allowed.contains(&name.as_str()) {
            continue;
        }
        if code(&text).any(|line| line.contains("rusqlite")) {
            strays.push(name);
        }
    }
    assert!(
        strays.is_empty(),
        "rusqlite outside the vault and the stores: {strays:?}"
    );
}

#[test]
fn an_exception_that_is_no_longer_needed_is_taken_back() {
    for name in [
        "ids",
        "clock",
        "error",
        "journal/mod",
        "door/mod",
        "door/cx",
    ] {
        let text = fs::read_to_string(crates().join(format!("office/src/{name}.rs")))
            .expect("a source file");
        assert!(
            code(&text).any(|line| line.contains("rusqlite")),
            "{name}.rs needs no exception"
        );
    }
}

#[test]
fn time_enters_through_the_clock_alone() {
    let clocks = ["Utc::now", "Local::now", "SystemTime::now"];
    let mut strays = Vec::new();
    for (name, text) in sources(&crates()) {
        let asks = code(&text).any(|line| clocks.iter().any(|clock| line.contains(clock)));
        if asks && name != "office/src/clock.rs" && !name.contains("/tests") {
            strays.push(name);
        }
    }
    assert!(strays.is_empty(), "time is asked for in {strays:?}");
}

#[test]
fn every_error_code_has_its_sentence_in_every_language() {
    let texts = Texts::built_in();
    let mut codes = BTreeSet::new();
    for (name, text) in sources(&crates()) {
        if !name.contains("/tests") {
            codes.extend(codes_in(&text).into_iter().map(|code| (code, name.clone())));
        }
    }
    assert!(codes.len() > 30, "only {} codes were found", codes.len());
    let mut missing = Vec::new();
    for (code, name) in &codes {
        let key = error_key(code);
        for lang in Lang::ALL.iter().filter(|lang| !texts.has(**lang, &key)) {
            missing.push(format!("{lang} {key} ({name})"));
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

/// The literals that functions named `code` return.
fn codes_in(text: &str) -> Vec<String> {
    let mut codes = Vec::new();
    for body in text.split("fn code(").skip(1) {
        let body = body.split("\n    }").next().unwrap_or(body);
        codes.extend(
            body.split('"')
                .skip(1)
                .step_by(2)
                .filter(|literal| literal.contains('.'))
                .map(str::to_owned),
        );
    }
    codes
}

/// Key → what it is made of, for one language.
fn catalogue(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys = BTreeMap::new();
    for (_, source) in files(lang) {
        let resource = fluent_syntax::parser::parse(source).expect("a well-formed catalogue");
        for entry in resource.body {
            if let Entry::Message(message) = entry {
                let mut used = BTreeSet::new();
                if let Some(value) = &message.value {
                    variables(value, &mut used);
                }
                for attribute in &message.attributes {
                    variables(&attribute.value, &mut used);
                }
                let before = keys.insert(message.id.name.clone(), used);
                assert!(before.is_none(), "{lang} {} stands twice", message.id.name);
            }
        }
    }
    keys
}

fn files(lang: Lang) -> Vec<(String, String)> {
    let folder = crates().join("../../ui/texts").join(lang.name());
    let entries = fs::read_dir(folder).expect("a folder of catalogues");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .filter(|path| path.extension().is_some_and(|kind| kind == "ftl"))
        .map(|path| {
            let name = path
                .file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            (name, fs::read_to_string(path).expect("a catalogue"))
        })
        .collect()
}

fn variables(pattern: &Pattern<String>, into: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, into);
        }
    }
}

fn of_expression(expression: &Expression<String>, into: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, into),
        Expression::Select { selector, variants } => {
            of_inline(selector, into);
            for variant in variants {
                variables(&variant.value, into);
            }
        }
    }
}

fn of_inline(inline: &InlineExpression<String>, into: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            into.insert(id.name.clone());
        }
        InlineExpression::Placeable { expression } => of_expression(expression, into),
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                of_inline(argument, into);
            }
        }
        _ => {}
    }
}

#[test]
fn the_three_languages_have_the_same_files_keys_and_variables() {
    let names =
        |lang| -> BTreeSet<String> { files(lang).into_iter().map(|(name, _)| name).collect() };
    let model = catalogue(Lang::Ru);
    assert!(model.len() > 30);
    for lang in [Lang::Kk, Lang::En] {
        assert_eq!(
            names(lang),
            names(Lang::Ru),
            "{lang}: other files than Russian"
        );
        let other = catalogue(lang);
        let missing: Vec<_> = model
            .keys()
            .filter(|key| !other.contains_key(*key))
            .collect();
        let extra: Vec<_> = other
            .keys()
            .filter(|key| !model.contains_key(*key))
            .collect();
        assert!(
            missing.is_empty() && extra.is_empty(),
            "{lang}: missing {missing:?}, extra {extra:?}"
        );
        let differ: Vec<_> = model
            .iter()
            .filter(|(key, used)| other[*key] != **used)
            .collect();
        assert!(
            differ.is_empty(),
            "{lang}: other variables than Russian in {differ:?}"
        );
    }
}

#[test]
fn every_message_renders_for_every_count() {
    let mut faults = Vec::new();
    for lang in Lang::ALL {
        let mut bundle = FluentBundle::new(vec![lang.name().parse().expect("a language tag")]);
        bundle.set_use_isolating(false);
        for (name, source) in files(*lang) {
            let resource =
                FluentResource::try_new(source).unwrap_or_else(|_| panic!("{lang} {name}"));
            bundle
                .add_resource(resource)
                .unwrap_or_else(|errors| panic!("{lang} {name}: {errors:?}"));
        }
        for (key, used) in catalogue(*lang) {
            let Some(pattern) = bundle.get_message(&key).and_then(|message| message.value()) else {
                continue;
            };
            for count in COUNTS {
                let mut args = FluentArgs::new();
                for name in &used {
                    args.set(name.clone(), count);
                }
                let mut errors = Vec::new();
                let text = bundle.format_pattern(pattern, Some(&args), &mut errors);
                if !errors.is_empty() || text.trim().is_empty() || text.contains("{$") {
                    faults.push(format!("{lang} {key} for {count}: {text:?} {errors:?}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
