//! A loyalty programme that both operators share, and people in every state of taking part.

use anyhow::{Context, Result};
use chrono::Days;
use serde_json::json;

use super::consents::PLACES;
use super::{Demo, Event, Known, Planned, number};

/// One act around the programme.
pub struct Step {
    who: Who,
    act: Act,
}

/// Who wants to take part.
#[derive(Clone, Copy)]
enum Who {
    /// The nth person who gave a consent at a counter.
    Consenter(usize),
    /// The nth client of a branch, who gave none.
    Client(&'static str, usize),
}

#[derive(Clone, Copy)]
enum Act {
    /// The programme begins.
    Begin,
    /// The pawnshop hands in who works for it.
    Employees,
    Apply,
    Accept,
    Decline(&'static str, &'static str),
    End,
}

/// How an application ends, if it does.
#[derive(Clone, Copy)]
enum End {
    Waits,
    Accepted,
    Declined(&'static str, &'static str),
    Ended,
}

/// Whom the pawnshop employs among those who apply.
const EMPLOYEE: usize = 2;

/// Who applies, how many working days back, and how it ends.
const STORY: [(Who, usize, End); 13] = [
    (Who::Consenter(0), 40, End::Accepted),
    (Who::Consenter(1), 38, End::Accepted),
    (Who::Consenter(EMPLOYEE), 36, End::Declined("employee", "")),
    (Who::Consenter(3), 34, End::Accepted),
    (Who::Consenter(4), 33, End::Ended),
    (Who::Consenter(5), 30, End::Accepted),
    (Who::Consenter(6), 28, End::Accepted),
    (
        Who::Consenter(8),
        24,
        End::Declined(
            "other",
            "Карта уже выдана супругу на тот же номер телефона.",
        ),
    ),
    (
        Who::Client("Алматы-2", 30),
        12,
        End::Declined("no_consent", ""),
    ),
    (Who::Consenter(10), 9, End::Accepted),
    (Who::Consenter(11), 3, End::Waits),
    (Who::Client("Шымкент-1", 31), 2, End::Waits),
    (Who::Client("Тараз-1", 5), 1, End::Waits),
];

impl Demo {
    pub(super) fn planned_loyalty(&self) -> Vec<Planned> {
        let planned = |back, hour, minute, who, act| Planned {
            at: self.days.at(back, hour, minute),
            what: Event::Loyalty(Step { who, act }),
        };
        let (first, back, _) = STORY[0];
        let (_, told, _) = STORY[EMPLOYEE];
        let mut plan = vec![
            planned(back + 1, 10, 15, first, Act::Begin),
            planned(told + 1, 10, 15, first, Act::Employees),
        ];
        for (nth, (who, back, end)) in STORY.into_iter().enumerate() {
            let minute = 20 + 2 * nth as u32;
            plan.push(planned(back, 12, minute, who, Act::Apply));
            let decided = match end {
                End::Waits => continue,
                End::Accepted | End::Ended => Act::Accept,
                End::Declined(reason, note) => Act::Decline(reason, note),
            };
            plan.push(planned(back - 1, 15, minute, who, decided));
            if let End::Ended = end {
                plan.push(planned(back - 11, 11, minute, who, Act::End));
            }
        }
        plan
    }

    pub(super) fn take_part(&mut self, step: Step) -> Result<()> {
        match step.act {
            Act::Begin => return self.begin_programme(),
            Act::Employees => return self.hand_in_employees(),
            Act::Apply | Act::Accept | Act::Decline(..) | Act::End => {}
        }
        let client = self.applicant(step.who)?.clone();
        if let Act::Apply = step.act {
            let login = consultant(client.branch)?;
            let args = json!({"client": client.id, "programme": self.programme});
            self.call(login, "loyalty.apply", args)?;
            return Ok(());
        }
        let shown = self.call("manager", "loyalty.of_client", json!({"client": client.id}))?;
        let one = &shown["memberships"][0];
        let mut args = json!({"membership": one["id"], "version": one["version"]});
        let command = match step.act {
            Act::Decline(reason, note) => {
                args["declined"] = json!(reason);
                args["note"] = json!(note);
                "loyalty.decide"
            }
            Act::End => {
                args["reason"] = json!("clients_wish");
                "loyalty.end"
            }
            _ => "loyalty.decide",
        };
        self.call("manager", command, args)?;
        Ok(())
    }

    fn begin_programme(&mut self) -> Result<()> {
        let (_, back, _) = STORY[0];
        let since = self.days.date(back + 1);
        let programme = json!({
            "operator": self.operators[0],
            "name": {"kk": "Жайлау бонус", "ru": "Жайлау бонус"},
            "since": since.to_string(),
            "until": (since + Days::new(365)).to_string(),
            "operators": self.operators,
        });
        let set = self.call("admin", "loyalty.set_programme", programme)?;
        self.programme = number(&set["id"])?;
        Ok(())
    }

    fn hand_in_employees(&mut self) -> Result<()> {
        let iin = self.consenter(EMPLOYEE)?.person.iin.clone();
        let employees = json!({"operator": self.operators[1], "list": iin});
        self.call("admin", "loyalty.set_employees", employees)?;
        Ok(())
    }

    fn applicant(&self, who: Who) -> Result<&Known> {
        match who {
            Who::Consenter(nth) => self.consenter(nth),
            Who::Client(branch, nth) => {
                let mut clients = self.clients.iter().filter(|known| known.branch == branch);
                clients.nth(nth).context("a client of a branch")
            }
        }
    }
}

/// Who works at the counter of a branch.
fn consultant(branch: &str) -> Result<&'static str> {
    match PLACES.iter().find(|place| place.1 == branch) {
        Some((login, _)) => Ok(login),
        None if branch == "Тараз-1" => Ok("lombard.bekzat"),
        None => anyhow::bail!("nobody works in {branch}"),
    }
}
