//! Working days before today, by the calendar of Kazakhstan.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use kz::calendar::{Calendar, builtin};

/// The days on which the demonstration's past took place.
pub struct Days {
    now: NaiveDateTime,
    /// Day 0 is today, or the next working day where today is off; then each working day before it.
    back: Vec<NaiveDate>,
}

impl Days {
    /// The sixty-odd working days up to a moment.
    pub fn until(now: NaiveDateTime) -> Self {
        let calendar: Calendar = builtin();
        let mut day = now.date();
        if !calendar.is_work(day) {
            day = calendar.next_work_day(day);
        }
        let mut back = vec![day];
        while back.len() < 70 {
            day = day.pred_opt().unwrap_or(day);
            if calendar.is_work(day) {
                back.push(day);
            }
        }
        Days { now, back }
    }

    /// Now.
    pub fn now(&self) -> NaiveDateTime {
        self.now
    }

    /// A time on the working day that lies so many working days back.
    pub fn at(&self, back: usize, hour: u32, minute: u32) -> NaiveDateTime {
        let midnight = self.back[back.min(self.back.len() - 1)].and_time(chrono::NaiveTime::MIN);
        midnight + TimeDelta::minutes(i64::from(hour * 60 + minute))
    }

    /// The date of a working day so many back.
    pub fn date(&self, back: usize) -> NaiveDate {
        self.back[back.min(self.back.len() - 1)]
    }
}
