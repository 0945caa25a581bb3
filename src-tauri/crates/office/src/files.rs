//! What leaves the house as a file: a paper to be signed or handed out, a table, a proof.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as B64;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A file to be saved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct SavedFile {
    /// Suggested name.
    pub name: String,
    /// Bytes, base64.
    pub bytes: String,
}

impl SavedFile {
    /// A file of these bytes under a suggested name.
    pub(crate) fn new(name: impl Into<String>, bytes: &[u8]) -> Self {
        SavedFile {
            name: name.into(),
            bytes: B64.encode(bytes),
        }
    }
}
