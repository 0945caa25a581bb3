// A client with a consent on paper and an active card, made through the door.
import type { House } from "./house.ts";
import { OPERATOR } from "./house.ts";

/** A loyalty programme with advertising apart, in words that name the operator. */
export const LOYALTY = {
  code: "loyalty",
  title: { kk: "Алтын карта: келісім", ru: "Алтын карта: согласие" },
  body: {
    kk: `${OPERATOR.name_kk}, БСН ${OPERATOR.bin}.\n\nБіз деректеріңізді карта жүргізу үшін жинаймыз.`,
    ru: `${OPERATOR.name_ru}, БИН ${OPERATOR.bin}.\n\nМы собираем ваши данные, чтобы вести карту.`,
  },
  data: ["surname", "given", "iin", "birth_date", "phone", "email", "document"],
  term: "programme_12",
  third_parties: { kk: "Байланыс операторына: нөмір мен мәтін.", ru: "Оператору связи: номер и текст." },
  cross_border: null,
  public_sources: false,
  purposes: [
    {
      kind: "service",
      basis: "consent",
      name: { kk: "Карта жүргізу", ru: "Ведение карты" },
      note: { kk: "Онсыз карта жұмыс істемейді.", ru: "Без этого карта не работает." },
      data: ["surname", "given", "iin", "phone"],
      term: "programme_12",
    },
    {
      kind: "optional",
      basis: "consent",
      name: { kk: "SMS арқылы жарнама", ru: "Реклама по SMS" },
      note: { kk: "Айына төрт хабарламадан аспайды.", ru: "Не больше четырёх сообщений в месяц." },
      channels: ["sms", "call"],
      data: ["phone"],
      term: "programme",
    },
  ],
};

export interface Consented {
  client: number;
  consent: number;
  text: number;
}

/** Publishes the text and takes its consent on paper; the client gets a card that is active. */
export async function consented(house: House): Promise<Consented> {
  const { host, staff } = house;
  const published = await host.call<{ id: number }>("consents.publish_text", { text: LOYALTY }, staff.administrator.token);
  const card = await host.call<{ client: number }>(
    "clients.register",
    {
      kind: "client",
      values: {
        surname: "Оспанова",
        given: "Мадина",
        iin: "880309400008",
        birth_date: "1988-03-09",
        phone: "+77015550102",
        card: "2600010000017",
        card_state: "active",
      },
      authority: null,
    },
    staff.consultant.token,
  );
  const saved = await givenOnPaper(house, published.id, card.client, staff.consultant.token);
  return { client: saved.client, consent: saved.consent, text: published.id };
}

/** A consent on paper, every purpose agreed to. */
export async function givenOnPaper(house: House, text: number, client: number, token: string) {
  const { host } = house;
  const visit = await host.call<{ rev: number; line: { id: number }; text: { purposes: { id: number }[] } }>(
    "consents.open_visit",
    { text, tablet: null, client },
    token,
  );
  return host.call<{ client: number; consent: number }>(
    "consents.save_visit",
    {
      visit: visit.line.id,
      rev: visit.rev,
      original_seen: true,
      lang: "ru",
      answers: visit.text.purposes.map(({ id }) => ({ purpose: id, yes: true })),
      person: {
        surname: "Оспанова",
        given: "Мадина",
        iin: "880309400008",
        birth_date: "1988-03-09",
        phone: "+77015550102",
      },
      document: { kind: "id_card", number: "045123678", issuer: "МВД РК", issued: "2021-03-04" },
      client,
    },
    token,
  );
}
