//! What the vault, the key ring and the journal promise, tried against killed processes, full disks, older copies of
//! files, and people who hold both the file and the key.
//!
//! `KELISIM_TRIALS=20` does twenty times as much of everything that is random.

#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests: a failure here is the test's failure"
)]

mod journal;
mod key_ring;
mod killed;
mod many_callers;
mod no_room;
mod older_copies;
mod place;
mod secrecy;
