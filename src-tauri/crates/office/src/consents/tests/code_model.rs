//! A model of the one-time code: in whatever order codes are asked for, typed, changed under, left to expire, and the clock jumps,
//! no code is accepted for another binding, twice, or late.

use proptest::prelude::*;

use super::*;

/// One thing that can happen.
#[derive(Debug, Clone)]
enum Move {
    Ask,
    /// Type the digits of the n-th code that was ever made.
    Type(usize),
    TypeWrong,
    Phone(bool),
    Answer(bool),
    Lang(TextLang),
    Name(bool),
    Wait(i64),
    Deliver,
    Reopen,
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let one = prop_oneof![
        5 => Just(Move::Ask),
        6 => (0_usize..4).prop_map(Move::Type),
        2 => Just(Move::TypeWrong),
        1 => any::<bool>().prop_map(Move::Phone),
        1 => any::<bool>().prop_map(Move::Answer),
        1 => prop_oneof![Just(TextLang::Kk), Just(TextLang::Ru)].prop_map(Move::Lang),
        1 => any::<bool>().prop_map(Move::Name),
        5 => prop_oneof![Just(1_i64), Just(59), Just(61), Just(121), Just(299), Just(301), Just(-40), Just(541)].prop_map(Move::Wait),
        2 => Just(Move::Deliver),
        1 => Just(Move::Reopen),
    ];
    proptest::collection::vec(one, 1..40)
}

/// What a code was made for, as the model knows it.
#[derive(Debug, Clone, PartialEq)]
struct Made {
    digits: String,
    visit: VisitId,
    binding: (String, Vec<bool>, Option<TextLang>),
    at: crate::Moment,
    superseded: bool,
    used: bool,
}

/// What is on the screen now, read from the tablet's own view.
fn binding(client: &AtTablet<'_>) -> Option<(String, Vec<bool>, Option<TextLang>)> {
    let visit = client.look().visit?;
    let phone = visit
        .fields
        .iter()
        .find(|shown| shown.field == Field::Phone)?
        .value
        .clone();
    Some((
        phone,
        visit.answers.iter().map(|answer| answer.yes).collect(),
        visit.lang,
    ))
}

fn refill(house: &House, text: &ConsentText, client: &mut AtTablet<'_>) {
    if client.look().visit.is_some() {
        house
            .as_role(Role::Consultant)
            .act(EndVisit {
                visit: client.visit,
                why: VisitEnd::Mistake,
            })
            .expect("ended");
    }
    client.visit = visit(
        house,
        Relation::OwnBranch,
        text.id,
        Some(client.seat.tablet),
    )
    .line
    .id;
    client.fill();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn no_code_is_accepted_for_another_binding_twice_or_late(moves in moves()) {
        let house = House::demo();
        let (text, mut client) = scene(&house);
        client.fill();
        let mut made: Vec<Made> = Vec::new();
        for step in moves {
            let now = house.now();
            match step {
                Move::Ask => {
                    if client.act(TabletSign { visit: client.visit, strokes: vec![] }).is_ok() {
                        client.sign().expect("a signature");
                    }
                    for code in &mut made {
                        // Signing again is a change: whatever was live is dead.
                        code.superseded = true;
                    }
                    if client.ask_code().is_ok() {
                        let digits = demo_code(&house, client.visit).expect("digits");
                        let binding = binding(&client).expect("a visit");
                        made.push(Made { digits, visit: client.visit, binding, at: now, superseded: false, used: false });
                    }
                }
                Move::Type(n) => {
                    let Some(code) = made.iter().rev().nth(n).cloned() else { continue };
                    let on_screen = binding(&client);
                    let Ok(checked) = client.act(TabletCheckCode { visit: client.visit, code: code.digits.clone() }) else { continue };
                    if checked.check == CodeCheck::Right {
                        let right = made.iter_mut().find(|made| {
                            made.digits == code.digits && !made.superseded && !made.used && made.visit == client.visit
                        });
                        let right = right.expect("a code that was neither replaced nor used");
                        prop_assert_eq!(Some(&right.binding), on_screen.as_ref());
                        let age = now.since(right.at);
                        prop_assert!(age >= chrono::Duration::zero() && age < visits::code::LIFE, "{age}");
                        right.used = true;
                        refill(&house, &text, &mut client);
                    }
                }
                Move::TypeWrong => {
                    let wrong = (0..).map(|n| format!("{n:06}")).find(|wrong| made.iter().all(|made| made.digits != *wrong));
                    let code = wrong.expect("six digits that nobody made");
                    let checked = client.act(TabletCheckCode { visit: client.visit, code });
                    prop_assert!(!checked.is_ok_and(|checked| checked.check == CodeCheck::Right));
                }
                Move::Phone(other) => {
                    let phone = if other { "+7 702 555 01 03" } else { "8 701 555 01 02" };
                    client.field(Field::Phone, phone).expect("a field");
                }
                Move::Answer(yes) => client.answer_all(yes),
                Move::Lang(lang) => drop(client.act(TabletLanguage { visit: client.visit, lang }).expect("a language")),
                Move::Name(other) => drop(client.field(Field::Given, if other { "Мадина" } else { "Мәдина" }).expect("a field")),
                Move::Wait(seconds) => {
                    house.clock.advance(chrono::Duration::seconds(seconds));
                    // The consultant looks now and then: a locked window is not what is tested here.
                    shown(&house, client.visit);
                }
                Move::Deliver => drop(deliver(&house)),
                Move::Reopen => refill(&house, &text, &mut client),
            }
        }
    }
}
