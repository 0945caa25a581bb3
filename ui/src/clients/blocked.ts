// Why a value is hidden, in one line: the ground, since when, until when to look again.

import { day } from "../dates.ts";
import { t } from "../texts.ts";
import type { BlockShown, Field } from "../wire.ts";

const covers = (block: BlockShown, field: Field) =>
  block.scope.what === "everything" || block.scope.fields.includes(field);

export function whyBlocked(blocks: readonly BlockShown[], field: Field): string {
  const block = blocks.find((one) => one.ended === null && covers(one, field));
  if (!block) return t("clients-blocked-value");
  return t("clients-blocked-why", {
    ground: t.of("blocks-ground", block.ground),
    since: day(block.set_at.date),
    until: day(block.review_on),
  });
}
