//! The catalogues are compiled in: a change of theirs is a change of ours.
fn main() {
    println!("cargo::rerun-if-changed=../../../ui/texts");
}
