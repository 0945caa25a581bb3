//! The core of Kelisim: what the product is about, behind one door.
//!
//! A room per capability ([`staff`], [`operators`], [`clients`], [`blocks`], …), each with the same four doors:
//! `mod.rs` (types and their rules), `commands.rs` (what can be asked), `store.rs` (its SQL, all of it) and `tests.rs`.
//! All rooms stand on the cellar: [`door`], [`journal`], [`vault`], [`clock`], [`policy`], [`texts`].
//!
//! No window, no network and no threads of its own: hosts bring those and come in by [`door::Door`].

pub mod blocks;
pub mod calendar;
pub mod clients;
pub mod clock;
pub mod codewords;
pub mod consents;
pub mod contacts;
pub mod door;
pub mod error;
pub mod files;
pub mod ids;
pub mod journal;
pub mod loyalty;
pub mod messages;
pub mod operators;
mod plain;
pub mod policy;
pub mod requests;
pub mod staff;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod texts;
pub mod vault;

pub use clock::{Moment, Stamp};
pub use door::{Act, Actor, Ask, Command, Done, Door, Entry, Read, Subject, Target, Write};
pub use error::{Args, Error, Fault, Invalid, Kind, Result};
pub use policy::Right;
pub use texts::Lang;
