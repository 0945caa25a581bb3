//! The core: what Kelisim is about, behind one door. No window, no network, no threads of its own.
