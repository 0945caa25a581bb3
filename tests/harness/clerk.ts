// What people do first in the window: the wizard, log-in, a password of one's own.
import { type Lang, text } from "./texts.ts";
import { Key, type Session } from "./webdriver.ts";
import type { Call } from "./counter.ts";
import { BRANCH, OPERATOR, PASSWORD } from "./house.ts";
import type { Window } from "./window.ts";

const t = (key: string, values?: Record<string, string | number>) => text("ru", key, values);

/** Goes through the wizard; the recovery key as it was shown. */
export async function setUp(session: Session, branch: string): Promise<string> {
  await session.press(t("parts-next"));
  await session.write(t("start-operator-name-ru"), OPERATOR.name_ru);
  await session.write(t("start-operator-name-kk"), OPERATOR.name_kk);
  await session.write(t("start-bin"), OPERATOR.bin);
  await session.press(t("parts-next"));
  await session.write(t("start-branch"), branch);
  await session.press(t("parts-next"));
  await session.write(t("start-name"), "Әлия Нұрланқызы");
  await session.write(t("start-login"), "admin");
  await session.write(t("start-password"), PASSWORD);
  await session.write(t("start-password-again"), PASSWORD);
  await session.press(t("start-set-up"));
  await session.see(t("start-recovery"));
  return session.run<string>("return document.querySelector('.key').innerText.trim().split(/\\s+/).join('-')");
}

/** Proves that the recovery key was written down, and enters. */
export async function confirmRecoveryKey(session: Session, key: string): Promise<void> {
  await session.write(t("start-recovery-part"), key.split("-").at(-1) ?? "");
  await session.press(t("start-recovery-done"));
}

export async function logIn(session: Session, login: string, password: string): Promise<void> {
  await session.write(t("start-login"), login);
  await session.write(t("start-password"), password);
  await session.press(t("start-enter"));
}

/** Sets a password of one's own after the first log-in. */
export async function ownPassword(session: Session, lang: Lang = "ru"): Promise<void> {
  await session.write(text(lang, "start-new-password"), PASSWORD);
  await session.write(text(lang, "start-password-again"), PASSWORD);
  await session.press(text(lang, "start-own-password-set"));
}

/** Founds the house in the window and seats the consultant Dana there; `prepare` is what the administrator does before. */
export async function seatConsultant(window: Window, prepare: (admin: Call) => Promise<void>, lang: Lang = "ru"): Promise<void> {
  const { session } = window;
  await confirmRecoveryKey(session, await setUp(session, BRANCH));
  await session.get("[role=combobox]");
  const [branch] = await window.call<{ id: number }[]>("operators.branches");
  const member = { login: "dana", name: "Дана Омарова", role: "consultant", branch: branch?.id, lang };
  const invited = await window.call<{ first_password: string }>("staff.invite", member);
  await prepare((command, args) => window.call(command, args));
  await window.call("staff.log_out");
  await session.send("POST", "/refresh", {});
  await logIn(session, "dana", invited.first_password);
  await ownPassword(session, lang);
  await session.get("[role=combobox]");
}

/** Opens the search box from wherever one is and types into it. */
export async function lookUp(session: Session, query: string): Promise<void> {
  await session.keys(Key.Control, "k");
  await session.fill("[role=combobox]", query);
}

/** What the search box found, line by line. */
export async function foundPeople(session: Session, first: string, milliseconds?: number): Promise<string[]> {
  return session.until(
    `${first} among the people found`,
    async () => {
      const lines = await session.run<string[]>(
        "return [...document.querySelectorAll('[role=listbox] [role=option]')].map((line) => line.innerText.replace(/\\s+/g, ' '))",
      );
      return lines.some((line) => line.includes(first)) ? lines : undefined;
    },
    milliseconds,
  );
}
