//! The register of consents (S6): filtered, paged, and given out as a workbook. What ends soon is seen in time.

mod commands;
pub(super) mod store;
#[cfg(test)]
mod tests;

pub use commands::*;
