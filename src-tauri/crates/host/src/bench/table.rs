//! The figures, each beside its aim.

use std::fmt;
use std::time::Duration;

/// How long each of many took.
#[derive(Default)]
pub struct Times(Vec<Duration>);

impl Times {
    /// One more.
    pub fn add(&mut self, time: Duration) {
        self.0.push(time);
    }

    /// The time within which so many of a thousand were done.
    fn within(&self, of_a_thousand: usize) -> Duration {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let place = (sorted.len() * of_a_thousand)
            .div_ceil(1000)
            .saturating_sub(1);
        sorted.get(place).copied().unwrap_or_default()
    }
}

/// A line of the table.
pub struct Figure {
    what: String,
    figures: String,
    aim: String,
    met: Option<bool>,
}

impl Figure {
    /// Half of them and ninety-nine of a hundred, beside the aim for the latter.
    pub fn times(what: &str, aim: Option<Duration>, times: Times) -> Self {
        let (half, most) = (times.within(500), times.within(990));
        Figure {
            what: what.to_owned(),
            figures: format!("p50 {:>9}   p99 {:>9}", shown(half), shown(most)),
            aim: aim.map_or_else(String::new, |aim| format!("p99 < {}", shown(aim))),
            met: aim.map(|aim| most < aim),
        }
    }
}

/// Every figure of a run.
pub struct Table {
    clients: u64,
    lines: Vec<Figure>,
}

impl Table {
    /// An empty one.
    pub fn new(clients: u64) -> Self {
        Table {
            clients,
            lines: Vec::new(),
        }
    }

    /// One more line.
    pub fn add(&mut self, figure: Figure) {
        self.lines.push(figure);
    }

    /// Something that was done once.
    pub fn once(&mut self, what: &str, took: Duration) {
        self.add(Figure {
            what: what.to_owned(),
            figures: shown(took),
            aim: String::new(),
            met: None,
        });
    }

    /// Import beside bare inserts of the rows that it wrote, and of the people into one plain table.
    pub fn import(&mut self, people: u64, took: Duration, same: Duration, plain: Duration) {
        let speed = |took: Duration| people as f64 / took.as_secs_f64().max(f64::EPSILON);
        let mut bare = |what: &str, took: Duration| {
            self.add(Figure {
                what: what.to_owned(),
                figures: format!("{:>9.0} people/s", speed(took)),
                aim: String::new(),
                met: None,
            });
        };
        bare("bare inserts into one table with one index", plain);
        bare("bare inserts of the same rows into the same tables", same);
        let share = speed(took) / speed(same);
        self.add(Figure {
            what: "import, from the file to the last row".to_owned(),
            figures: format!(
                "{:>9.0} people/s   {share:.2} of the same rows, {:.2} of one table",
                speed(took),
                speed(took) / speed(plain)
            ),
            aim: "a third of the same rows".to_owned(),
            met: Some(share * 3.0 >= 1.0),
        });
    }

    /// Starts of the window.
    pub fn start(&mut self, times: Times) {
        let aim = Duration::from_millis(1500);
        let (half, most) = (times.within(500), times.within(1000));
        self.add(Figure {
            what: "start of the window to the drawn log-in screen".to_owned(),
            figures: format!("p50 {:>9}   most {:>8}", shown(half), shown(most)),
            aim: format!("< {}", shown(aim)),
            met: Some(most < aim),
        });
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.clients > 0 {
            writeln!(f, "{} made-up clients", self.clients)?;
        }
        let width = self
            .lines
            .iter()
            .map(|line| line.what.chars().count())
            .max()
            .unwrap_or(0);
        for line in &self.lines {
            let met = match line.met {
                Some(true) => "met",
                Some(false) => "MISSED",
                None => "",
            };
            writeln!(
                f,
                "{:<width$}  {:<34}  {:<16} {met}",
                line.what, line.figures, line.aim
            )?;
        }
        Ok(())
    }
}

/// A time as people read it.
fn shown(time: Duration) -> String {
    let micros = time.as_secs_f64() * 1e6;
    if micros < 1e3 {
        format!("{micros:.0} µs")
    } else if micros < 1e6 {
        format!("{:.2} ms", micros / 1e3)
    } else {
        format!("{:.2} s", micros / 1e6)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_and_most_are_told_from_all() {
        let mut times = Times::default();
        (1..=100).for_each(|micros| times.add(Duration::from_micros(micros)));
        assert_eq!(times.within(500), Duration::from_micros(50));
        assert_eq!(times.within(990), Duration::from_micros(99));
        assert_eq!(Times::default().within(990), Duration::ZERO);
    }
}
