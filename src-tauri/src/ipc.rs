//! stub
/// stub
#[tauri::command]
pub async fn call(request: serde_json::Value) -> serde_json::Value {
    request
}
