//! The built window, started on a display of its own: how long until the question for a password is drawn.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::table::Times;

/// Starts that are timed, after one that warms the disk's cache.
const STARTS: u32 = 5;
/// A window that takes longer is broken.
const PATIENCE: Duration = Duration::from_secs(60);
/// What the window logs once its first screen is drawn.
const DRAWN: &str = "the first screen is drawn";

/// Starts the window again and again on the house in `dir`.
pub fn starts(program: &Path, dir: &Path) -> Result<Times> {
    let display = Display::open()?;
    let mut times = Times::default();
    for nth in 0..=STARTS {
        let took = start(program, dir, &display.name)?;
        if nth > 0 {
            times.add(took);
        }
    }
    Ok(times)
}

fn start(program: &Path, dir: &Path, display: &str) -> Result<Duration> {
    let log = dir.join("kelisim.log");
    let _ = std::fs::remove_file(&log);
    let begun = Instant::now();
    let mut window = Running(
        Command::new(program)
            .env("KELISIM_DATA", dir)
            .env("DISPLAY", display)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("starting {}", program.display()))?,
    );
    while begun.elapsed() < PATIENCE {
        if std::fs::read_to_string(&log).is_ok_and(|text| text.contains(DRAWN)) {
            return Ok(begun.elapsed());
        }
        if let Some(status) = window.0.try_wait()? {
            bail!("the window went away: {status}");
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    bail!("the window drew nothing in {PATIENCE:?}")
}

/// An X server that nobody sees.
struct Display {
    name: String,
    _server: Running,
}

impl Display {
    fn open() -> Result<Self> {
        let free = (120..160).find(|n| !Path::new(&format!("/tmp/.X11-unix/X{n}")).exists());
        let number = free.context("no display is free")?;
        let name = format!(":{number}");
        let server = Command::new("Xvfb")
            .args([&name, "-screen", "0", "1440x900x24", "-nolisten", "tcp"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("starting Xvfb")?;
        let display = Display {
            name,
            _server: Running(server),
        };
        let begun = Instant::now();
        while !Path::new(&format!("/tmp/.X11-unix/X{number}")).exists() {
            if begun.elapsed() > PATIENCE {
                bail!("Xvfb does not come up");
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        Ok(display)
    }
}

/// A program that goes when we do.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
