//! The key ring under random passwords and a clock that jumps.

use chrono::Duration;
use office::clock::{HandClock, SeededChance};
use office::testing::OPENING;
use office::vault::keys::{DataKey, Hardness, KeyRing};
use proptest::prelude::*;
use tempfile::tempdir;

#[derive(Debug, Clone)]
enum Step {
    Right,
    Wrong,
    Unknown,
    Clock(i64),
    Restart,
    NewPassword,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let jump = prop_oneof![
        4 => 0..30_i64,
        2 => 0..1_000_i64,
        1 => -40_000_000..40_000_000_i64,
    ];
    let step = prop_oneof![
        3 => Just(Step::Right),
        6 => Just(Step::Wrong),
        1 => Just(Step::Unknown),
        4 => jump.prop_map(Step::Clock),
        1 => Just(Step::Restart),
        1 => Just(Step::NewPassword),
    ];
    proptest::collection::vec(step, 1..60)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48 * crate::place::trials(1), failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is typed and however the clock jumps: a wrong password never opens, no try is judged during a pause, a
    /// pause is never longer than 15 minutes, and once it was waited for, the right password opens.
    #[test]
    fn pauses_hold_and_end(steps in steps()) {
        let dir = tempdir().unwrap();
        let file = dir.path().join("keys");
        let chance = SeededChance::new(7);
        let key = DataKey::random(&chance);
        let clock = HandClock::at(HandClock::parse(OPENING).unwrap());
        let now = || office::clock::Clock::now(&clock);
        let mut ring = KeyRing::open(&file, Hardness::TEST).unwrap();
        let mut password = "пароль 0".to_owned();
        ring.wrap("a", &password, &key, &chance).unwrap();
        let mut wrong = 0_u32;
        for (number, step) in steps.into_iter().enumerate() {
            match step {
                Step::Clock(seconds) => clock.advance(Duration::seconds(seconds)),
                Step::Restart => ring = KeyRing::open(&file, Hardness::TEST).unwrap(),
                Step::NewPassword => {
                    password = format!("пароль {number}");
                    ring.wrap("a", &password, &key, &chance).unwrap();
                    wrong = 0;
                }
                Step::Unknown => {
                    let code = ring.unwrap("b", &password, now(), &chance).err().map(|error| error.code());
                    prop_assert_eq!(code, Some("keys.wrong"));
                }
                Step::Wrong => {
                    let code = ring.unwrap("a", "не тот", now(), &chance).err().map(|error| error.code());
                    match code {
                        Some("keys.wrong") => wrong += 1,
                        Some("keys.wait") => prop_assert!(wrong >= 3, "a pause after {} wrong ones", wrong),
                        other => prop_assert!(false, "{:?}", other),
                    }
                    prop_assert_eq!(ring.wrong_tries("a"), wrong);
                }
                Step::Right => match ring.unwrap("a", &password, now(), &chance) {
                    Ok(_) => wrong = 0,
                    Err(error) => {
                        prop_assert_eq!(error.code(), "keys.wait");
                        prop_assert!(wrong >= 3);
                        // Waiting as long as was said is enough, whatever the clock did before.
                        let text = error.to_string();
                        let seconds: i64 = text.split(' ').nth(1).unwrap().parse().unwrap();
                        prop_assert!((1..=900).contains(&seconds), "{}", text);
                        clock.advance(Duration::seconds(seconds));
                        prop_assert!(ring.unwrap("a", &password, now(), &chance).is_ok(), "the pause didn't end");
                        wrong = 0;
                    }
                },
            }
        }
    }
}

#[test]
fn a_hundred_wrong_passwords_close_the_slot_and_a_new_wrap_opens_it() {
    let dir = tempdir().unwrap();
    let file = dir.path().join("keys");
    let chance = SeededChance::new(7);
    let key = DataKey::random(&chance);
    let clock = HandClock::at(HandClock::parse(OPENING).unwrap());
    let now = || office::clock::Clock::now(&clock);
    let mut ring = KeyRing::open(&file, Hardness::TEST).unwrap();
    ring.wrap("a", "пароль", &key, &chance).unwrap();
    let mut judged = 0;
    loop {
        clock.advance(Duration::seconds(900));
        let code = ring
            .unwrap("a", "не тот", now(), &chance)
            .err()
            .map(|error| error.code());
        match code {
            Some("keys.wrong") => judged += 1,
            Some("keys.closed") => break,
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(judged, 100);
    let mut ring = KeyRing::open(&file, Hardness::TEST).unwrap();
    let code = ring
        .unwrap("a", "пароль", now(), &chance)
        .err()
        .map(|error| error.code());
    assert_eq!(
        code,
        Some("keys.closed"),
        "a restart or the right password opened it"
    );
    ring.wrap("a", "другой", &key, &chance).unwrap();
    assert!(ring.unwrap("a", "другой", now(), &chance).is_ok());
}
