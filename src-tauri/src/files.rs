//! Where the program keeps its things, and that only one of it works there.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};

/// The data folder: `KELISIM_DATA`, or the user's data folder by the XDG rules (on Windows `LOCALAPPDATA`).
pub fn data_folder() -> Result<PathBuf> {
    let given = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    if let Some(folder) = given("KELISIM_DATA") {
        return Ok(folder.into());
    }
    if let Some(folder) = given("XDG_DATA_HOME").or_else(|| given("LOCALAPPDATA")) {
        return Ok(Path::new(&folder).join("kelisim"));
    }
    let home = given("HOME").context("neither HOME nor KELISIM_DATA is set")?;
    Ok(Path::new(&home).join(".local/share/kelisim"))
}

/// Makes the folder so that nobody else on the computer reads it.
pub fn make_private(folder: &Path) -> Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(folder)
        .with_context(|| format!("making {}", folder.display()))
}

/// Where the journal's anchor lies: with the user's state, apart from the data, so that a data folder that is put back from
/// an older copy doesn't bring its anchor along. `None` for a data folder of its own, which keeps everything together.
pub fn anchor_folder(data: &Path) -> Result<Option<PathBuf>> {
    if std::env::var_os("KELISIM_DATA").is_some() {
        return Ok(None);
    }
    let state = std::env::var_os("XDG_STATE_HOME")
        .map(PathBuf::from)
        .filter(|path| path.is_absolute());
    let home = std::env::var_os("HOME").map(|home| Path::new(&home).join(".local/state"));
    let Some(folder) = state.or(home).map(|state| state.join("kelisim")) else {
        return Ok(None);
    };
    if folder == data {
        return Ok(None);
    }
    make_private(&folder)?;
    Ok(Some(folder))
}

/// Tenths of a second.
const PATIENCE: u32 = 30;

/// Held as long as the program works in a data folder. The system lets go of it however the program ends.
pub struct Lock {
    _file: File,
}

impl Lock {
    /// The lock, or `None` if another program works in this folder and goes on doing so: one that has just been closed may
    /// need a moment to end.
    pub fn take_patiently(folder: &Path) -> Result<Option<Self>> {
        for _ in 0..PATIENCE {
            if let Some(lock) = Self::take(folder)? {
                return Ok(Some(lock));
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        Self::take(folder)
    }

    /// The lock, or `None` if another program works in this folder.
    fn take(folder: &Path) -> Result<Option<Self>> {
        let path = folder.join("kelisim.lock");
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .with_context(|| format!("opening {}", path.display()))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Lock { _file: file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error).context("locking the data folder"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_has_room_for_one_program() {
        let folder = tempfile::tempdir().unwrap();
        let first = Lock::take(folder.path()).unwrap();
        assert!(first.is_some());
        assert!(Lock::take(folder.path()).unwrap().is_none());
        drop(first);
        assert!(Lock::take(folder.path()).unwrap().is_some());
    }
}
