//! What leaves the house: SMS gateways, and the courier that takes due messages to them.
//!
//! The office keeps the queue and decides what is due, what was accepted and what stays uncertain; this crate only carries.
//! Nothing here writes a password, a number or a text to the log.

mod courier;
mod gateway;
mod kannel;
mod mobizon;
mod reports;
mod smsc;
#[cfg(test)]
mod tests;

pub use courier::Courier;
pub use gateway::Wire;
