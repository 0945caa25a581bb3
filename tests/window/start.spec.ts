import { expect, test } from "@playwright/test";
import { Window } from "../harness/window.ts";

test("the window opens on our own page and on nothing else", async () => {
  const window = await Window.start("start", { clock: "2026-12-09T09:05+05:00" });
  try {
    expect(await window.session.url()).toMatch(/^tauri:\/\/localhost/);
    await window.picture("first");
    await window.session.run("location.href = 'https://example.kz/'");
    expect(await window.session.url()).toMatch(/^tauri:\/\/localhost/);
    // The page can't reach the plugins, the file system or the network: only the one command is granted.
    const refused = await window.session.send("POST", "/execute/async", {
      script: `const done = arguments[arguments.length - 1];
        Promise.allSettled([
          window.__TAURI_INTERNALS__.invoke("plugin:dialog|open", { options: {} }),
          window.__TAURI_INTERNALS__.invoke("plugin:app|version", {}),
          fetch("https://example.kz/"),
        ]).then((all) => done(all.map((each) => each.status)));`,
      args: [],
    });
    expect(refused).toEqual(["rejected", "rejected", "rejected"]);
    expect(await window.session.run("return typeof window.__TAURI__")).toBe("undefined");
    expect(await window.session.run("return Object.isFrozen(Object.prototype)")).toBe(true);
  } finally {
    await window.stop();
  }
});
