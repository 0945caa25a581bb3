//! What is printed or saved: spreadsheets, lists.
