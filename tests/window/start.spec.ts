import { expect, test } from "@playwright/test";
import { Program, built } from "../harness/processes.ts";
import { pause } from "../harness/webdriver.ts";
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

test("a second program on the same data says so and leaves it alone", async () => {
  const window = await Window.start("second", { clock: "2026-12-09T09:05+05:00" });
  const second = new Program("kelisim-second", built("kelisim"), [], {
    env: { DISPLAY: window.display, KELISIM_DATA: window.data },
  });
  try {
    let named = 0;
    for (let tries = 0; tries < 100 && named < 2; tries += 1) {
      await pause(100);
      named = window.onDisplay("xdotool", "search", "--onlyvisible", "--name", "^Kelisim$").trim().split("\n").length;
    }
    expect(named).toBe(2);
    expect(await window.call("staff.house_state")).toMatchObject({ set_up: false });
  } finally {
    await second.stop();
    await window.stop();
  }
});

test("the log tells how long the start took, and nothing about people", async () => {
  const window = await Window.start("log", { clock: "2026-12-09T09:05+05:00" });
  try {
    await window.call("staff.house_state");
    await window.call("staff.log_in", { login: "secret-name", password: "secret-word" }).catch(() => undefined);
    await window.call("staff.log_in", { "secret-field": 7 }).catch(() => undefined);
    await expect.poll(() => window.log()).toMatch(/the first screen is drawn ms=\d+/);
    const log = window.log();
    expect(log).toMatch(/the page is loaded ms=\d+/);
    expect(log).not.toContain("secret");
  } finally {
    await window.stop();
  }
});
