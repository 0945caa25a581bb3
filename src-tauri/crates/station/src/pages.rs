//! The tablet's page: files that were built with the program.

use std::path::PathBuf;

/// A file of the page.
pub struct Page {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its content type.
    pub kind: &'static str,
}

/// Where the files of the page come from.
pub trait Pages: Send + Sync {
    /// The file of that path (`index.html`, `assets/…`), if there is one.
    fn get(&self, path: &str) -> Option<Page>;
}

/// A folder of built files.
pub struct Folder(pub PathBuf);

impl Pages for Folder {
    fn get(&self, path: &str) -> Option<Page> {
        let kind = content_type(path)?;
        is_plain(path).then_some(())?;
        Some(Page {
            bytes: std::fs::read(self.0.join(path)).ok()?,
            kind,
        })
    }
}

/// Content type by the name's ending; other files aren't served.
pub fn content_type(path: &str) -> Option<&'static str> {
    match path.rsplit('.').next()? {
        "html" => Some("text/html; charset=utf-8"),
        "js" => Some("text/javascript; charset=utf-8"),
        "css" => Some("text/css; charset=utf-8"),
        "json" => Some("application/json"),
        "svg" => Some("image/svg+xml"),
        "png" => Some("image/png"),
        "woff2" => Some("font/woff2"),
        _ => None,
    }
}

/// Names of letters, digits, dots, hyphens and underscores, without a step upwards.
pub(crate) fn is_plain(path: &str) -> bool {
    let fits = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && part
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b))
    };
    path.split('/').all(fits)
}
