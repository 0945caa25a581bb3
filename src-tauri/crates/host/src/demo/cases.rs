//! Applications in every state, and blocks.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::{Demo, Event, Planned, number, stamp, text};

/// Applications that were registered, by their place in the plan.
#[derive(Default)]
pub struct Cases(std::collections::HashMap<usize, i64>);

/// How far a case has come by today.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// Nobody has it.
    New,
    /// Somebody has it; who applies isn't proved.
    Checking,
    /// Worked on.
    InWork,
    /// The answer waits for the manager.
    ForApproval,
    /// Decided, not sent.
    Decided,
    /// Answered after so many working days.
    Answered(usize),
    /// Refused, approved, answered after so many working days.
    Refused(usize),
    /// Answered, and taken up again.
    Reopened,
}

/// A case of the plan.
#[derive(Clone)]
pub struct Case {
    nth: usize,
    back: usize,
    login: &'static str,
    branch: &'static str,
    channel: &'static str,
    rights: &'static [&'static str],
    end: End,
}

/// One act on a case.
pub struct Step {
    case: Case,
    act: Act,
}

enum Act {
    Register,
    Take,
    Note,
    Ask,
    Answer,
    Approve,
    Close,
    Reopen,
}

/// A block that is set by hand.
pub struct Block {
    client: usize,
    branch: &'static str,
    args: Value,
    lift: bool,
}

const PLACES: [(&str, &str, &str); 5] = [
    ("aizhan", "Алматы-2", "visit"),
    ("denis", "Алматы-2", "letter"),
    ("zhanar", "Шымкент-1", "visit"),
    ("agent", "Алматы-2", "phone"),
    ("rustem", "Астана-4", "visit"),
];
const RIGHTS: [&[&str]; 9] = [
    &["information"],
    &["copy"],
    &["rectify"],
    &["withdraw"],
    &["information", "copy"],
    &["complaint"],
    &["block"],
    &["suspected_access"],
    &["destroy"],
];
/// Working days back and how far it came; the due date is three working days after receipt.
const ENDS: [(usize, End); 44] = [
    (30, End::Answered(2)),
    (29, End::Answered(3)),
    (28, End::Answered(5)),
    (27, End::Answered(1)),
    (26, End::Refused(3)),
    (25, End::Answered(2)),
    (24, End::Reopened),
    (23, End::Answered(3)),
    (22, End::Answered(6)),
    (21, End::Answered(1)),
    (20, End::Answered(2)),
    (19, End::Answered(3)),
    (18, End::Refused(2)),
    (17, End::Answered(2)),
    (16, End::Answered(4)),
    (15, End::Answered(3)),
    (14, End::Answered(1)),
    (13, End::Answered(2)),
    (12, End::Answered(3)),
    (11, End::Answered(2)),
    (10, End::Answered(5)),
    (9, End::Answered(3)),
    (9, End::InWork),
    (8, End::Answered(2)),
    (7, End::Answered(3)),
    (7, End::New),
    (6, End::InWork),
    (6, End::Checking),
    (5, End::Answered(2)),
    (5, End::ForApproval),
    (4, End::InWork),
    (4, End::Answered(2)),
    (3, End::InWork),
    (3, End::New),
    (3, End::InWork),
    (3, End::Decided),
    (2, End::InWork),
    (2, End::ForApproval),
    (2, End::Checking),
    (2, End::Answered(1)),
    (1, End::New),
    (1, End::InWork),
    (1, End::New),
    (0, End::New),
];

impl Demo {
    /// Every act on every case, and the blocks, each at its moment.
    pub(super) fn planned_cases(&self) -> Vec<Planned> {
        let mut plan = Vec::new();
        for (nth, (back, end)) in ENDS.into_iter().enumerate() {
            let (login, branch, channel) = PLACES[nth % PLACES.len()];
            let case = Case {
                nth,
                back,
                login,
                branch,
                channel,
                rights: RIGHTS[nth % RIGHTS.len()],
                end,
            };
            for (act, days, hour) in case.acts() {
                let minute = 2 + 7 * (nth as u32 % 8);
                let at = if back == 0 {
                    self.days.now() - chrono::TimeDelta::minutes(25)
                } else {
                    self.days.at(back.saturating_sub(days), hour, minute)
                };
                plan.push(Planned {
                    at,
                    what: Event::Case(Step {
                        case: case.clone(),
                        act,
                    }),
                });
            }
        }
        plan.extend(self.planned_blocks());
        plan
    }

    fn planned_blocks(&self) -> Vec<Planned> {
        let fields = |fields: &[&str]| json!({"what": "fields", "fields": fields});
        let all = json!({"what": "everything"});
        let day = |back| self.days.date(back).to_string();
        [
            (33, "Алматы-2", 20, fields(&["phone"]), "compromise", day(12), false),
            (26, "Шымкент-1", 20, all.clone(), "authority_order", day(2), false),
            (22, "Астана-4", 20, fields(&["residence_address"]), "accuracy_disputed", day(15), true),
            (12, "Алматы-2", 21, all, "unlawful", day(5), false),
            (4, "Алматы-2", 22, fields(&["email", "phone"]), "compromise", (self.days.date(0) + chrono::Days::new(9)).to_string(), false),
        ]
        .into_iter()
        .map(|(back, branch, client, scope, ground, review_on, lift)| Planned {
            at: self.days.at(back, 13, 5),
            what: Event::Block(Block {
                client,
                branch,
                args: json!({"scope": scope, "ground": ground, "review_on": review_on, "method": "Не используем, пока не разберёмся"}),
                lift,
            }),
        })
        .collect()
    }

    pub(super) fn block(&mut self, block: Block) -> Result<()> {
        let login = PLACES
            .iter()
            .find(|place| place.1 == block.branch)
            .context("a place")?
            .0;
        let client = self.client_of(block.branch, block.client)?;
        let mut args = block.args;
        args["client"] = json!(client);
        let set = self.call(login, "blocks.set", args)?;
        if block.lift {
            self.pass(25);
            let args = json!({"block": set["id"], "version": set["version"], "outcome": "corrected", "note": "Адрес исправлен по справке"});
            self.call("manager", "blocks.lift", args)?;
        }
        Ok(())
    }

    /// The nth client of a branch.
    fn client_of(&self, branch: &str, nth: usize) -> Result<i64> {
        let mut clients = self.clients.iter().filter(|known| known.branch == branch);
        Ok(clients
            .nth(nth)
            .with_context(|| format!("a client of {branch}"))?
            .id)
    }

    pub(super) fn work_on(&mut self, step: Step, cases: &mut Cases) -> Result<()> {
        let Step { case, act } = step;
        if let Act::Register = act {
            let registered = self.register(&case)?;
            cases.0.insert(case.nth, registered);
            return Ok(());
        }
        let request = cases.0[&case.nth];
        let open = self.call(case.login, "requests.open", json!({"request": request}))?;
        if let Act::Ask = act {
            if open["lacks"]
                .as_array()
                .is_some_and(|lacks| !lacks.is_empty())
            {
                self.call(
                    case.login,
                    "requests.ask_missing",
                    json!({"request": request}),
                )?;
            }
            return Ok(());
        }
        for right in open["rights"].as_array().context("rights")? {
            let mut args = json!({"right": right["id"], "version": right["version"]});
            let (login, command) = match act {
                Act::Take => (case.login, "requests.take"),
                Act::Note => {
                    args = json!({"right": right["id"], "text": "Запросили выписку у бухгалтерии, обещали к вечеру."});
                    (case.login, "requests.note")
                }
                Act::Answer => {
                    if text(&right["kind"]) == "withdraw" {
                        self.tell_consequences(case.login, &right["id"])?;
                    }
                    case.answer(text(&right["kind"]), &mut args);
                    (case.login, "requests.answer")
                }
                Act::Approve if text(&right["state"]) == "for_approval" => {
                    ("manager", "requests.approve")
                }
                Act::Close => {
                    args["delivery"] = json!(if case.channel == "visit" {
                        "in_hand"
                    } else {
                        "email"
                    });
                    args["cause"] = json!("workload");
                    (case.login, "requests.close")
                }
                Act::Reopen => {
                    args["text"] = json!("Заявитель прислал новую справку");
                    ("manager", "requests.reopen")
                }
                Act::Approve | Act::Register | Act::Ask => continue,
            };
            self.call(login, command, args)
                .with_context(|| format!("case {} ({})", case.nth, text(&right["kind"])))?;
            if let Act::Close = act {
                self.lift_blocks_of(&right["id"], &open["client"])?;
            }
        }
        Ok(())
    }

    /// Whoever withdraws hears what follows before the answer.
    fn tell_consequences(&mut self, login: &str, right: &Value) -> Result<()> {
        let asked = json!({"right": right, "lang": "ru"});
        let withdrawal = self.call(login, "consents.withdrawal", asked)?;
        let sha256 = &withdrawal["consequences"]["sha256"];
        let told = json!({"way": "told", "lang": "ru", "sha256": sha256});
        self.call(
            login,
            "consents.tell_consequences",
            json!({"right": right, "told": told}),
        )?;
        Ok(())
    }

    /// What was disputed is settled: the manager lifts the block that came from it, most of the times.
    fn lift_blocks_of(&mut self, right: &Value, client: &Value) -> Result<()> {
        let blocks = self.call("manager", "blocks.of_client", json!({"client": client}))?;
        let Some(blocks) = blocks.as_array() else {
            return Ok(());
        };
        let from_it = |block: &&Value| &block["right"] == right && block["ended"].is_null();
        for block in blocks.iter().filter(from_it) {
            if block["id"].as_i64().is_some_and(|id| id % 4 != 0) {
                let args = json!({"block": block["id"], "version": block["version"], "outcome": "corrected", "note": "Спор решён"});
                self.call("manager", "blocks.lift", args)?;
            }
        }
        Ok(())
    }

    fn register(&mut self, case: &Case) -> Result<i64> {
        let client = self.client_of(case.branch, case.nth % 18)?;
        let person = self
            .clients
            .iter()
            .find(|known| known.id == client)
            .context("a client")?
            .person
            .clone();
        let rights: Vec<Value> = case
            .rights
            .iter()
            .map(|kind| match *kind {
                "rectify" => json!({"kind": kind, "fields": ["residence_address"]}),
                "complaint" => json!({"kind": kind, "fields": ["phone"]}),
                _ => json!({"kind": kind}),
            })
            .collect();
        let proved = case.end != End::Checking && case.nth % 7 != 3;
        let arrived = self
            .days
            .at(case.back, 9, 2 + 7 * (case.nth as u32 % 8))
            .min(self.clock_local());
        let registered = self.call(
            case.login,
            "requests.register",
            json!({
                "client": client,
                "channel": case.channel,
                "received": stamp(arrived),
                "text": case.words(),
                "lang": if case.nth.is_multiple_of(3) { "kk" } else { "ru" },
                "shown": {
                    "number": person.document, "issued": person.document_issued.to_string(), "issuer": "ҚР ІІМ",
                    "signed": case.nth % 6 != 5,
                },
                "proof": if proved || case.rights.len() > 1 { json!("document_seen") } else { Value::Null },
                "rights": rights,
                "branch": self.branches[case.branch],
            }),
        )?;
        let id = number(&registered["id"])?;
        if !proved && case.end != End::Checking && case.rights.len() == 1 {
            self.call(
                case.login,
                "requests.identity_proved",
                json!({"request": id, "method": "document_seen"}),
            )?;
        }
        Ok(id)
    }

    fn clock_local(&self) -> chrono::NaiveDateTime {
        use office::clock::Clock as _;
        self.clock.now().local()
    }
}

impl Case {
    /// What is done, how many working days after receipt, at what hour.
    fn acts(&self) -> Vec<(Act, usize, u32)> {
        let mut acts = vec![(Act::Register, 0, 9), (Act::Ask, 0, 10)];
        if self.end != End::New {
            acts.push((Act::Take, 0, 11));
        }
        if self.nth % 4 == 1 && !matches!(self.end, End::New | End::Checking) {
            acts.push((Act::Note, 0, 14));
        }
        match self.end {
            End::New | End::Checking | End::InWork => {}
            End::ForApproval | End::Decided => acts.push((Act::Answer, 1, 15)),
            End::Answered(days) | End::Refused(days) => {
                acts.push((Act::Answer, days, 12));
                acts.push((Act::Approve, days, 14));
                acts.push((Act::Close, days, 16));
            }
            End::Reopened => {
                acts.push((Act::Answer, 2, 12));
                acts.push((Act::Approve, 2, 14));
                acts.push((Act::Close, 2, 16));
                acts.push((Act::Reopen, 12, 10));
            }
        }
        acts
    }

    fn answer(&self, kind: &str, args: &mut Value) {
        let refused = matches!(self.end, End::Refused(_) | End::ForApproval);
        args["decision"] = json!(if refused { "refused" } else { "granted" });
        if refused {
            args["ground"] = json!(if kind == "destroy" {
                "law_keeps"
            } else {
                "not_confirmed"
            });
        }
        args["text"] = json!(match (kind, refused) {
            (_, true) =>
                "Проверили сведения и документы. Подтверждения сказанному не нашли, основание указано ниже.",
            ("copy", _) => "Прилагаем копию данных, которые храним, с датами и источниками.",
            ("rectify", _) => "Данные исправлены по документу, который вы показали.",
            ("withdraw", _) =>
                "Отзыв принят. Рассылок больше не будет, данные карты храним до закрытия.",
            ("block", _) => "Данные не используем до выяснения, о решении сообщим отдельно.",
            _ => "Сообщаем, какие данные храним, зачем, откуда они и кому передавались.",
        });
    }

    fn words(&self) -> &'static str {
        match self.rights[0] {
            "copy" => "Прошу выдать копию моих данных.",
            "rectify" => "Мекенжайым өзгерді, түзетуді сұраймын.",
            "withdraw" => "Отзываю согласие на рассылки.",
            "complaint" => "Звонят по номеру, который я не оставлял. Прошу разобраться.",
            "block" => "Прошу не использовать мои данные, пока идёт проверка.",
            "suspected_access" => "Кажется, моей картой пользовался кто-то ещё.",
            "destroy" => "Картаны жаптым, деректерімді жоюды сұраймын.",
            _ => "Какие мои данные у вас есть и для чего они вам?",
        }
    }
}
