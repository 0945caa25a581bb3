import { spawnSync } from "node:child_process";
import { request } from "node:http";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { Host, Refused } from "../harness/host.ts";
import { PASSWORD, found } from "../harness/house.ts";
import { built } from "../harness/processes.ts";

let host: Host;
test.beforeEach(async () => {
  host = await Host.start();
});
test.afterEach(async () => host.stop());

test("a script does what the window does, and no more", async () => {
  const { staff } = await found(host);
  const me = await host.call<{ member: { role: string } }>("staff.me", {}, staff.consultant.token);
  expect(me.member.role).toBe("consultant");
  await expect(host.call("staff.list", {}, staff.consultant.token)).rejects.toThrow(/door\.no_right/);
  await expect(host.call("staff.list")).rejects.toThrow(/door\.no_session/);
  await expect(host.call("house.burn", {}, staff.administrator.token)).rejects.toThrow(/door\.no_command/);
  await expect(host.call("staff.log_in", { login: 7 })).rejects.toThrow(/door\.malformed/);
});

test("the clock moves only by hand, and locks an idle session", async () => {
  const { staff } = await found(host);
  await host.advance(9 * 60);
  await host.call("staff.me", {}, staff.consultant.token);
  await host.advance(11 * 60);
  await expect(host.call("staff.me", {}, staff.consultant.token)).rejects.toThrow(/door\.session_locked/);
  await host.call("staff.unlock", { password: PASSWORD }, staff.consultant.token);
  await host.call("staff.me", {}, staff.consultant.token);
  await host.setClock("2027-01-05T10:00+05:00");
  expect((await host.call<{ today: string }>("staff.house_state")).today).toBe("2027-01-05");
});

test("a page of a stranger's can't call", async () => {
  const { port } = new URL(host.url);
  const status = (headers: Record<string, string>) =>
    new Promise<number | undefined>((settle) => {
      const ask = request({ host: "127.0.0.1", port, path: "/call", method: "POST", headers }, (reply) => {
        reply.resume();
        settle(reply.statusCode);
      });
      ask.end("{}");
    });
  expect(await status({})).toBe(200);
  expect(await status({ host: "example.kz" })).toBe(421);
  expect(await status({ origin: "https://example.kz" })).toBe(403);
});

test("the list of commands can be read by a program", () => {
  const printed = spawnSync(built("kelisim-host"), ["commands"], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  const list = JSON.parse(printed.stdout) as { name: string; right: string; kind: string; args: object; output: object }[];
  expect(list.map((each) => each.name)).toContain("staff.log_in");
  for (const each of list) {
    expect(each.name).toMatch(/^[a-z]+\.[a-z_]+$/);
    expect(each).toEqual({
      name: each.name,
      right: expect.any(String),
      kind: expect.stringMatching(/^(ask|act|gate)$/),
      args: expect.any(Object),
      output: expect.any(Object),
    });
  }
});

test("the journal is verified from outside, with a password or the recovery key", async () => {
  const house = await found(host);
  const verify = (env: Record<string, string>) =>
    spawnSync(built("kelisim-host"), ["verify", join(host.data, "kelisim.db")], {
      encoding: "utf8",
      env: { ...process.env, ...env },
    });
  const whole = verify({ KELISIM_LOGIN: "admin", KELISIM_PASSWORD: PASSWORD });
  expect(whole.stderr).toBe("");
  expect(whole.status).toBe(0);
  expect(JSON.parse(whole.stdout)).toMatchObject({ whole: true, first_broken: null });
  expect(verify({ KELISIM_RECOVERY_KEY: house.recoveryKey }).status).toBe(0);
  expect(verify({ KELISIM_LOGIN: "admin", KELISIM_PASSWORD: "wrong" }).status).toBe(1);
});

test("what was answered is there after the plug was pulled", async () => {
  const { staff } = await found(host);
  await host.call("operators.add_branch", { operator: 1, name: "Шымкент-1" }, staff.administrator.token);
  await host.kill();
  const again = await Host.start({ data: host.data });
  try {
    const token = await again.logIn("admin", PASSWORD);
    const names = (await again.call<{ name: string }[]>("operators.branches", {}, token)).map((each) => each.name);
    expect(names).toContain("Шымкент-1");
    await expect(again.logIn("admin", "wrong")).rejects.toThrow(Refused);
  } finally {
    await again.stop();
  }
});
