//! Declares the commands that windows may call, each by its capability: without this list every page could call every command.

fn main() {
    // The pages are built before the window; a checkout where they aren't yet still compiles.
    std::fs::create_dir_all("../ui/dist").expect("ui/dist can be made");
    let commands =
        tauri_build::AppManifest::new().commands(&["call", "client_wait", "client_step"]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands))
        .expect("the window's configuration is right");
}
