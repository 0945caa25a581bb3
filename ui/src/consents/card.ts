// What this room shows and does on a client's card.

import { cardActs, cardParts } from "../clients/card.ts";
import OfCodeWord from "../codewords/OfCodeWord.svelte";
import OfContacts from "../contacts/OfContacts.svelte";
import OfLoyalty from "../loyalty/OfLoyalty.svelte";
import OfClient from "./OfClient.svelte";
import OfWithdrawals from "./OfWithdrawals.svelte";
import { startConsent } from "./start.svelte.ts";
import { openWithdrawPanel } from "./withdrawals.ts";

cardActs.push({ verb: "consent", text: "clients-act-consent", right: "take_consent", run: startConsent, main: true });
cardActs.push({ verb: "withdraw", text: "clients-act-withdraw", right: "register_request", run: openWithdrawPanel });
cardParts.push({ name: "withdrawals", show: OfWithdrawals });
cardParts.push({ name: "consents", show: OfClient });
cardParts.push({ name: "contacts", show: OfContacts });
cardParts.push({ name: "loyalty", show: OfLoyalty });
cardParts.push({ name: "code_word", show: OfCodeWord });
