//! Many windows and tablets at once.

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use office::journal::{ListJournal, VerifyJournal};
use office::policy::Role;
use office::testing::{House, Relation};
use serde_json::json;

use crate::place::{call, trials, verify};

#[test]
fn many_who_ask_and_act_at_once_get_their_answers_and_one_whole_journal() {
    let house = House::new();
    let admin = house.token(Relation::OwnBranch, Role::Administrator);
    let consultant = house.token(Relation::OwnBranch, Role::Consultant);
    let (operator, _) = house.place(Relation::OwnBranch);
    let rounds = trials(25);
    let (won, taken) = (AtomicU32::new(0), AtomicU32::new(0));
    thread::scope(|scope| {
        for worker in 0..4 {
            let (house, won, taken) = (&house, &won, &taken);
            scope.spawn(move || {
                for round in 0..rounds {
                    let own =
                        json!({"operator": operator, "name": format!("Филиал {worker}-{round}")});
                    call(&house.door, Some(admin), "operators.add_branch", own)
                        .expect("an act of one's own");
                    let contested = json!({"operator": operator, "name": format!("Общий {round}")});
                    match call(&house.door, Some(admin), "operators.add_branch", contested) {
                        Ok(_) => won.fetch_add(1, Ordering::Relaxed),
                        Err(refusal) if refusal.code == "operators.branch_taken" => {
                            taken.fetch_add(1, Ordering::Relaxed)
                        }
                        Err(refusal) => panic!("{}", refusal.code),
                    };
                    let refused = call(&house.door, Some(consultant), "staff.list", json!({}));
                    assert_eq!(refused.unwrap_err().code, "door.no_right");
                }
            });
        }
        for _ in 0..4 {
            let house = &house;
            scope.spawn(move || {
                for _ in 0..rounds {
                    call(&house.door, Some(admin), "staff.list", json!({})).expect("staff");
                    let rows = house
                        .as_role(Role::Administrator)
                        .ask(ListJournal::default())
                        .expect("rows");
                    assert!(
                        rows.windows(2).all(|pair| pair[0].seq == pair[1].seq + 1),
                        "a gap in the journal"
                    );
                    let verdict = house
                        .as_role(Role::Administrator)
                        .ask(VerifyJournal {})
                        .expect("a verdict");
                    assert!(verdict.whole, "{verdict:?}");
                }
            });
        }
    });
    assert_eq!(
        (won.into_inner(), taken.into_inner()),
        (rounds, rounds * 3),
        "a name was given twice, or to nobody"
    );
    let verdict = verify(house.dir());
    assert!(verdict.whole, "{verdict:?}");
    // Four acts of their own and one contested a round; the refusals by right are on record too.
    assert!(verdict.entries >= i64::from(rounds) * 5);
}
