// What this room shows and does on a client's card.

import { cardActs, cardParts } from "../clients/card.ts";
import OfClient from "./OfClient.svelte";
import { startConsent } from "./start.svelte.ts";

cardActs.push({ verb: "consent", text: "clients-act-consent", right: "take_consent", run: startConsent, main: true });
cardParts.push({ name: "consents", show: OfClient });
