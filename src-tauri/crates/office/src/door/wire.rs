//! What crosses the door: a call, a reply, and the TypeScript of both, written from the Rust types.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::{Config, TS, TypeVisitor};

use super::list::ALL;
use super::{Command, News};
use crate::error::Refusal;
use crate::texts::Lang;

/// A call.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Call {
    /// Name of the command.
    pub command: String,
    /// Its arguments.
    #[serde(default)]
    pub args: Value,
    /// The language to answer in, where no session says.
    #[serde(default)]
    pub lang: Option<Lang>,
    /// A refresh that nobody asked for: doesn't put off the idle lock.
    #[serde(default)]
    pub quiet: bool,
}

/// The answer to a call.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub enum Reply {
    /// The command's output.
    #[serde(rename = "ok")]
    Ok(Value),
    /// Why not.
    #[serde(rename = "error")]
    Error(Refusal),
}

/// Collects the TypeScript declarations of everything that commands carry.
pub struct TypeBook {
    config: Config,
    seen: HashSet<TypeId>,
    declarations: BTreeMap<String, String>,
    commands: Vec<String>,
}

impl TypeBook {
    fn new() -> Self {
        TypeBook {
            config: Config::new().with_large_int("number"),
            seen: HashSet::new(),
            declarations: BTreeMap::new(),
            commands: Vec::new(),
        }
    }

    /// Notes a command and the types that it carries.
    pub fn command<C: Command>(&mut self) {
        self.visit::<C>();
        self.visit::<C::Output>();
        let (args, output) = (C::name(&self.config), C::Output::name(&self.config));
        self.commands.push(format!(
            "  \"{}\": {{ args: {args}; output: {output} }};",
            C::NAME
        ));
    }
}

impl TypeVisitor for TypeBook {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            let declaration = T::decl(&self.config);
            self.declarations.insert(
                T::ident(&self.config),
                format!("{docs}export {declaration}"),
            );
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

/// The whole of `ui/src/wire.ts`.
pub fn typescript() -> String {
    let mut book = TypeBook::new();
    book.visit::<Refusal>();
    book.visit::<News>();
    book.visit::<Lang>();
    for listed in ALL.iter() {
        (listed.types)(&mut book);
    }
    let declarations: Vec<_> = book.declarations.into_values().collect();
    format!(
        "// Written from the Rust types by `./dev types`; a test fails when it is stale.\n\n{}\n\n\
         /** Every command, with what it takes and what it gives. */\nexport interface Commands {{\n{}\n}}\n",
        declarations.join("\n\n"),
        book.commands.join("\n")
    )
}
