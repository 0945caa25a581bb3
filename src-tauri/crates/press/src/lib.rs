//! Typesets papers as PDF.
//!
//! Apart from the core, for the typesetter is long to build: who changes a rule needn't wait for it.

mod world;

use papers::{Paper, PaperError, Press};

/// The press: Typst, our template, our fonts.
#[derive(Debug, Clone, Copy, Default)]
pub struct Typst;

impl Press for Typst {
    /// Archival (PDF/A-2a) unless some letter in it can't be drawn by our fonts.
    fn pdf(&self, paper: &Paper) -> Result<Vec<u8>, PaperError> {
        let mut data =
            serde_json::to_value(paper).map_err(|error| PaperError::Typeset(error.to_string()))?;
        squares(&mut data)?;
        world::typeset(data.to_string())
    }
}

/// Replaces what a camera is to read by the modules of its square.
fn squares(paper: &mut serde_json::Value) -> Result<(), PaperError> {
    let parts = paper["parts"].as_array_mut().into_iter().flatten();
    for part in parts.filter(|part| part["part"] == "code") {
        let text = part["text"].as_str().unwrap_or_default();
        let code = qrcodegen::QrCode::encode_text(text, qrcodegen::QrCodeEcc::Medium)
            .map_err(|error| PaperError::Typeset(error.to_string()))?;
        let row = |y| -> Vec<bool> { (0..code.size()).map(|x| code.get_module(x, y)).collect() };
        part["modules"] = (0..code.size()).map(row).collect();
    }
    Ok(())
}

#[cfg(test)]
mod tests;
