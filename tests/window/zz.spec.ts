import { test } from "@playwright/test";
import { execSync } from "node:child_process";
import { folder } from "../harness/processes.ts";
import { Window } from "../harness/window.ts";
test("again", async () => {
  const data = folder("again");
  let w = await Window.start("a", { clock: "2026-05-06T09:05+05:00", data: data.path });
  console.log(w.pid(), execSync("pgrep -a kelisim; pgrep -a WebKit").toString());
  await w.kill();
  console.log("after", execSync("pgrep -a kelisim || true; pgrep -a WebKit || true").toString());
  const timer = setTimeout(() => console.log("stuck", execSync("pgrep -a kelisim || true; pgrep -a WebKit || true; pgrep -a tauri; cat " + data.path + "/kelisim.log").toString()), 12000);
  try { w = await Window.start("b", { clock: "2026-05-06T09:05+05:00", data: data.path }); console.log("ok"); await w.stop(); } finally { clearTimeout(timer); }
});
