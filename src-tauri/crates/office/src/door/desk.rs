//! The desk: what a piece of work needs in memory between two commands (a parsed spreadsheet), and no longer.

use std::any::Any;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

/// Things on the desk, by number. Cleared when the vault is shut.
#[derive(Default)]
pub struct Desk {
    things: Mutex<HashMap<i64, Arc<dyn Any + Send + Sync>>>,
}

impl Desk {
    /// Lays a thing down under a number of the caller's.
    pub fn put<T: Send + Sync + 'static>(&self, number: i64, thing: T) {
        self.things().insert(number, Arc::new(thing));
    }
    /// The thing of that number, if it lies there and is of that kind.
    pub fn get<T: Send + Sync + 'static>(&self, number: i64) -> Option<Arc<T>> {
        self.things().get(&number)?.clone().downcast().ok()
    }
    /// Takes a thing away.
    pub fn take_away(&self, number: i64) {
        self.things().remove(&number);
    }
    /// Clears the desk.
    pub fn clear(&self) {
        self.things().clear();
    }
    fn things(&self) -> std::sync::MutexGuard<'_, HashMap<i64, Arc<dyn Any + Send + Sync>>> {
        self.things
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}
