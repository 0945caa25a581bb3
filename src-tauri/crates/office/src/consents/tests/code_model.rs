//! A model of the one-time code: in whatever order codes are asked for, sent again, typed, changed under, left to expire, the
//! program is killed and started again, and the clock jumps, no code is accepted for another binding, twice, or late.

use proptest::prelude::*;

use super::*;

/// One thing that can happen.
#[derive(Debug, Clone)]
enum Move {
    /// Sign anew, and ask.
    Ask,
    /// Ask once more for the same.
    Resend,
    /// Type the digits of the n-th code that was ever made.
    Type(usize),
    TypeWrong,
    /// Type wrong digits until the code is spent, then those that were sent.
    Spend,
    Phone(bool),
    Answer(bool),
    Lang(TextLang),
    Name(bool),
    Wait(i64),
    /// The clock runs ahead, something is done at the tablet, the clock is put back, and the newest code is typed.
    Glance(i64),
    Deliver,
    Reopen,
    /// Killed and started again.
    Restart,
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let one = prop_oneof![
        4 => Just(Move::Ask),
        4 => Just(Move::Resend),
        6 => (0_usize..4).prop_map(Move::Type),
        2 => Just(Move::TypeWrong),
        2 => Just(Move::Spend),
        1 => any::<bool>().prop_map(Move::Phone),
        1 => any::<bool>().prop_map(Move::Answer),
        1 => prop_oneof![Just(TextLang::Kk), Just(TextLang::Ru)].prop_map(Move::Lang),
        1 => any::<bool>().prop_map(Move::Name),
        5 => prop_oneof![Just(1_i64), Just(59), Just(61), Just(121), Just(299), Just(301), Just(-40), Just(541), Just(86_400), Just(-86_400)].prop_map(Move::Wait),
        3 => prop_oneof![Just(60_i64), Just(301), Just(86_400)].prop_map(Move::Glance),
        2 => Just(Move::Deliver),
        1 => Just(Move::Reopen),
        1 => Just(Move::Restart),
    ];
    proptest::collection::vec(one, 1..40)
}

/// What a code is bound to, read from the tablet's own view: number, answers, language.
type Binding = (String, Vec<bool>, Option<TextLang>);

/// What a code was made for, as the model knows it.
#[derive(Debug, Clone, PartialEq)]
struct Made {
    digits: String,
    visit: VisitId,
    binding: Binding,
    at: crate::Moment,
    superseded: bool,
    used: bool,
    /// Its time ran out before the tablet's eyes, whatever the clock says since.
    late: bool,
}

/// One tablet and what the model knows of its codes.
struct Place {
    house: House,
    text: ConsentText,
    seat: TabletSeat,
    visit: VisitId,
    made: Vec<Made>,
}

impl Place {
    fn new() -> Self {
        let house = House::demo();
        let (text, client) = scene(&house);
        let (seat, visit) = (client.seat.clone(), client.visit);
        client.fill();
        Place {
            house,
            text,
            seat,
            visit,
            made: Vec::new(),
        }
    }

    fn client(&self) -> AtTablet<'_> {
        AtTablet {
            door: &self.house.door,
            seat: self.seat.clone(),
            visit: self.visit,
        }
    }

    fn binding(&self) -> Option<Binding> {
        let visit = self.client().look().visit?;
        let phone = visit
            .fields
            .iter()
            .find(|shown| shown.field == Field::Phone)?
            .value
            .clone();
        let answers = visit.answers.iter().map(|answer| answer.yes).collect();
        Some((phone, answers, visit.lang))
    }

    fn reopen(&mut self) {
        let consultant = self.house.as_role(Role::Consultant);
        if self.client().look().visit.is_some() {
            let end = EndVisit {
                visit: self.visit,
                why: VisitEnd::Mistake,
            };
            consultant.act(end).expect("ended");
        }
        let tablet = Some(self.seat.tablet);
        self.visit = visit(&self.house, Relation::OwnBranch, self.text.id, tablet)
            .line
            .id;
        self.client().fill();
    }

    /// Asks for a code; whatever was made before for this visit is replaced by the new one.
    fn ask(&mut self) {
        let now = self.house.now();
        if self.client().ask_code().is_err() {
            return;
        }
        self.supersede();
        self.made.push(Made {
            digits: demo_code(&self.house, self.visit).expect("digits"),
            visit: self.visit,
            binding: self.binding().expect("a visit"),
            at: now,
            superseded: false,
            used: false,
            late: false,
        });
    }

    fn supersede(&mut self) {
        for code in &mut self.made {
            code.superseded |= code.visit == self.visit;
        }
    }

    /// Types the digits of a code that was made some time.
    fn type_made(&mut self, n: usize) {
        let Some(digits) = self
            .made
            .iter()
            .rev()
            .nth(n)
            .map(|code| code.digits.clone())
        else {
            return;
        };
        let (now, on_screen) = (self.house.now(), self.binding());
        let typed = TabletCheckCode {
            visit: self.visit,
            code: digits.clone(),
        };
        let right = match self.client().act(typed) {
            Ok(checked) => checked.check == CodeCheck::Right,
            Err(_) => false,
        };
        if !right {
            return;
        }
        let visit = self.visit;
        let code = self
            .made
            .iter_mut()
            .find(|made| {
                made.digits == digits && !made.superseded && !made.used && made.visit == visit
            })
            .expect("a code that was neither replaced, nor spent, nor used");
        assert!(!code.late, "its time was over already");
        assert_eq!(Some(&code.binding), on_screen.as_ref());
        let age = now.since(code.at);
        assert!(
            age >= chrono::Duration::zero() && age < visits::code::LIFE,
            "{age}"
        );
        code.used = true;
        self.reopen();
    }

    /// Types digits that were never sent; what came of it, where anything could be typed.
    fn type_wrong(&mut self) -> Option<CodeCheck> {
        let code = (0..)
            .map(|n| format!("{n:06}"))
            .find(|wrong| self.made.iter().all(|made| made.digits != *wrong))
            .expect("six digits that nobody made");
        let typed = TabletCheckCode {
            visit: self.visit,
            code,
        };
        let checked = self.client().act(typed).ok()?.check;
        assert_ne!(checked, CodeCheck::Right);
        Some(checked)
    }

    fn wait(&mut self, seconds: i64) {
        self.house.clock.advance(chrono::Duration::seconds(seconds));
        // The consultant comes in again: a locked window is not what is tested here.
        self.house.log_in_anew();
    }

    fn take(&mut self, step: Move) {
        match step {
            Move::Ask => {
                let clear = TabletSign {
                    visit: self.visit,
                    strokes: vec![],
                };
                if self.client().act(clear).is_ok() {
                    self.client().sign().expect("a signature");
                    // Signing again is a change: whatever was live is dead.
                    self.supersede();
                }
                self.ask();
            }
            Move::Resend => self.ask(),
            Move::Type(n) => self.type_made(n),
            Move::TypeWrong => drop(self.type_wrong()),
            Move::Spend => {
                let mut wrong = 0;
                while let Some(CodeCheck::Wrong { .. }) = self.type_wrong() {
                    wrong += 1;
                    assert!(wrong < visits::code::TRIES, "the fifth one spends it");
                }
                // Whichever it was, there is no live code now.
                self.supersede();
                self.type_made(0);
                self.type_made(1);
            }
            Move::Phone(other) => {
                let phone = if other {
                    "+7 702 555 01 03"
                } else {
                    "8 701 555 01 02"
                };
                self.client().field(Field::Phone, phone).expect("a field");
            }
            Move::Answer(yes) => self.client().answer_all(yes),
            Move::Lang(lang) => {
                let chosen = TabletLanguage {
                    visit: self.visit,
                    lang,
                };
                self.client().act(chosen).expect("a language");
            }
            Move::Name(other) => {
                let name = if other {
                    "Мадина"
                } else {
                    "Мәдина"
                };
                self.client().field(Field::Given, name).expect("a field");
            }
            Move::Wait(seconds) => self.wait(seconds),
            Move::Glance(seconds) => {
                self.wait(seconds);
                let read = TabletRead {
                    visit: self.visit,
                    seconds: 1,
                    to_end: false,
                };
                self.client().act(read).expect("a step");
                let (now, visit) = (self.house.now(), self.visit);
                for code in self.made.iter_mut().filter(|code| code.visit == visit) {
                    code.late |= now.since(code.at) >= visits::code::LIFE;
                }
                self.wait(-seconds);
                self.type_made(0);
            }
            Move::Deliver => drop(deliver(&self.house)),
            Move::Reopen => self.reopen(),
            Move::Restart => {
                self.house.restart();
                self.house.log_in_anew();
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn no_code_is_accepted_for_another_binding_twice_or_late(moves in moves()) {
        let mut place = Place::new();
        for step in moves {
            place.take(step);
        }
    }
}
