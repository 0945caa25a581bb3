//! What is true of Kazakhstan and needs no disk: numbers, phones, documents, working days, folded names.
//!
//! Everything here is a pure function of its arguments: no clock, no files, no chance.

pub mod calendar;
pub mod document;
pub mod iin;
pub mod layouts;
pub mod names;
pub mod phone;
pub mod term;
pub mod time;

mod iso;

pub use calendar::Calendar;
pub use iin::{Bin, BinError, Iin, IinError, IinHint, IinWarning, Sex};
pub use phone::{Phone, PhoneError};
