// An operator at work: set up through the door as an administrator would, with staff of every role.
import type { Host } from "./host.ts";

export const PASSWORD = "Таза су тасты тесер 7";
const FIRST = { login: "admin", name: "Әлия Нұрланқызы" };

export const OPERATOR = {
  name_ru: "ТОО «Эсперанс Демо»",
  name_kk: "«Эсперанс Демо» ЖШС",
  bin: "991240990006",
  address: "Алматы, пр. Абая, 1",
  phone: "+77272000000",
  email: "data@esperance.example",
};
export const BRANCH = "Алматы-2";

export type Role = "consultant" | "agent" | "manager" | "administrator";

export interface Account {
  login: string;
  password: string;
  token: string;
  id: number;
}

export interface House {
  host: Host;
  recoveryKey: string;
  staff: Record<Role, Account>;
}

/** Founds the house and gives it a consultant, an agent, a manager and an administrator, each with a password of their own. */
export async function found(host: Host): Promise<House> {
  const done = await host.call<{ recovery_key: string; session: { token: string; member: { id: number } } }>("staff.set_up", {
    lang: "ru",
    operator: OPERATOR,
    branch: BRANCH,
    name: FIRST.name,
    login: FIRST.login,
    password: PASSWORD,
  });
  const token = done.session.token;
  const administrator = { login: FIRST.login, password: PASSWORD, token, id: done.session.member.id };
  const branches = await host.call<{ id: number }[]>("operators.branches", {}, token);
  const branch = branches[0]?.id;
  const invite = async (role: Role, login: string, name: string): Promise<Account> => {
    const invited = await host.call<{ member: { id: number }; first_password: string }>(
      "staff.invite",
      { login, name, role, branch, lang: "ru" },
      token,
    );
    const own = await host.logIn(login, invited.first_password);
    await host.call("staff.accept_invitation", { first_password: invited.first_password, password: PASSWORD }, own);
    return { login, password: PASSWORD, token: own, id: invited.member.id };
  };
  return {
    host,
    recoveryKey: done.recovery_key,
    staff: {
      administrator,
      consultant: await invite("consultant", "dana", "Дана Омарова"),
      agent: await invite("agent", "timur", "Тимур Ли"),
      manager: await invite("manager", "saule", "Сәуле Ахметова"),
    },
  };
}
