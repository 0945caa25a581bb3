//! What is true of Kazakhstan and needs no disk: numbers, phones, documents, working days, folded names.
