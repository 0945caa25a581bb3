//! The tablet page's HTTPS server: pairing, sessions, nothing but calls into the office.
