// What was done with a card, in words: the acts of this room by name, those of others by their room.

import { t } from "../texts.ts";
import type { JournalRow } from "../wire.ts";

const OWN = ["open", "register", "update", "receive"];
const ROOMS = ["blocks", "consents", "requests"];

export function lookWords(row: JournalRow): string {
  const [room = "", verb = ""] = row.command.split(".");
  const what =
    room === "clients" && OWN.includes(verb)
      ? t.of("clients-look", verb)
      : ROOMS.includes(room)
        ? t.of("clients-look", room)
        : t("clients-look-other");
  return row.outcome === "done" ? what : t("clients-look-refused", { what });
}
