// The steps of a count, as the core sends them, for the strip and for the sentence under «why this date».

import type { StripDay } from "../parts/DayStrip.svelte";
import { whyOf } from "../settings/calendar.ts";
import { t } from "../texts.ts";
import type { ClockRule, CountedDay } from "../wire.ts";

/** What the count does with the date, in words. */
export function stepWords(step: CountedDay, due: string): string {
  switch (step.step) {
    case "received":
      return t("requests-count-received");
    case "day_zero":
      return t("requests-count-zero");
    case "counted":
      return t(step.date === due ? "requests-count-counted-last" : "requests-count-counted", { n: step.number ?? 0 });
    case "skipped":
      return whyOf({ reason: step.reason ?? "weekend", holiday: step.holiday, substitute_of: step.substitute_of });
    case "last_day":
      return t("requests-count-last");
  }
}

/** The strip of a term. */
export function strip(steps: readonly CountedDay[], due: string, today: string): StripDay[] {
  return steps.map((step) => ({
    date: step.date,
    look: lookOf(step, due),
    text: stepWords(step, due),
    today: step.date === today,
  }));
}

function lookOf(step: CountedDay, due: string): StripDay["look"] {
  if (step.date === due) return "last";
  if (step.step === "received" || step.step === "day_zero") return "zero";
  return step.step === "counted" ? "day" : "off";
}

/** How long, of which days, from when. */
export function ruleWords(rule: ClockRule): string {
  return t(rule.unit === "working" ? "requests-term-rule-working" : "requests-term-rule-calendar", { n: rule.days });
}

/** What orders or promises the term, with the version of the policy. */
export function basisWords(rule: ClockRule): string {
  const basis = rule.basis_text === "" ? t.of("requests-basis", rule.basis) : rule.basis_text;
  return rule.policy_version === ""
    ? t("requests-term-basis", { basis })
    : t("requests-term-basis-version", { basis, version: rule.policy_version });
}
