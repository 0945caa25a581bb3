//! Reads the spreadsheets that branches really have: CSV and XLSX, whatever their encoding, into rows of text.
