import { expect, test } from "@playwright/test";
import { Kannel } from "../harness/kannel.ts";

test("a Kazakh message through Kannel arrives letter for letter", async () => {
  const kannel = await Kannel.start();
  try {
    const text = "Кодыңыз: 123456. Ешкімге айтпаңыз";
    const query = new URLSearchParams({
      username: kannel.username,
      password: kannel.password,
      to: "+77011234567",
      coding: "2",
      charset: "UTF-8",
      text,
    });
    const reply = await fetch(`${kannel.url}?${query}`);
    expect(await reply.text()).toMatch(/^0: Accepted/);
    expect(await kannel.code("+7 701 123 45 67")).toBe("123456");
    expect(kannel.messages().map((each) => each.text)).toEqual([text]);
  } finally {
    await kannel.stop();
  }
});
