// Who sits here and how the house stands: nobody yet, first start, at work, locked. The core decides; this only remembers its answer.

import { asRefusal } from "./asked.svelte.ts";
import { call, onRefusal, type Refusal } from "./call.ts";
import { undress, wear } from "./look.svelte.ts";
import { notices } from "./notices.svelte.ts";
import { platform } from "./platform.ts";
import { route } from "./route.svelte.ts";
import { speak } from "./texts.ts";
import type { HouseStateNow, LoggedIn, MeNow, Right, Role } from "./wire.ts";

/** How the window stands. */
export type Phase = "opening" | "first-start" | "recovery-key" | "logged-out" | "invited" | "live";

let phase = $state<Phase>("opening");
let locked = $state(false);
let me = $state.raw<MeNow | null>(null);
let house = $state.raw<HouseStateNow | null>(null);
let trouble = $state.raw<Refusal | null>(null);
/** Held between two screens of the first start and of an invitation, never longer. */
let kept: { recoveryKey?: string; firstPassword?: string } = {};

export const session = {
  get phase(): Phase {
    return phase;
  },
  /** The work lies underneath, untouched. */
  get locked(): boolean {
    return locked;
  },
  get me(): MeNow | null {
    return me;
  },
  /** Who is at work. Only for what is shown while somebody is. */
  get role(): Role | null {
    return me?.member.role ?? null;
  },
  /** Today's civil date in Kazakhstan, by the house's clock. */
  get today(): string {
    return house?.today ?? "";
  },
  get demo(): boolean {
    return house?.demo ?? false;
  },
  get version(): string {
    return house?.version ?? "";
  },
  /** Why the house doesn't open. */
  get trouble(): Refusal | null {
    return trouble;
  },
  get recoveryKey(): string {
    return kept.recoveryKey ?? "";
  },
  get firstPassword(): string {
    return kept.firstPassword ?? "";
  },
  /** The role has this right somewhere; where exactly, the core says. */
  may(right: Right): boolean {
    return me?.rights.includes(right) ?? false;
  },

  /** Looks how the house stands, at the start of the window. */
  async open(): Promise<void> {
    let found: HouseStateNow;
    try {
      found = await call("staff.house_state", {});
      house = found;
      trouble = null;
    } catch (error) {
      trouble = asRefusal(error);
      return;
    }
    if (!found.set_up) phase = "first-start";
    else if (found.session === "live" || found.session === "locked") await this.settle(found.session === "locked");
    else phase = "logged-out";
  },

  /** Somebody has logged in, set the house up or recovered it. */
  async enter(how: LoggedIn, keep: { recoveryKey?: string; firstPassword?: string } = {}): Promise<void> {
    platform.keepToken(how.token);
    kept = keep;
    speak(how.member.lang);
    if (how.invited) {
      phase = "invited";
      return;
    }
    await this.settle(false, keep.recoveryKey === undefined ? "live" : "recovery-key");
  },

  /** Reads who is at work, and shows the rooms. */
  async settle(isLocked = false, next: Phase = "live"): Promise<void> {
    if (isLocked) {
      // A window that was loaded anew while locked knows nobody: the password is asked for from the start.
      phase = me ? "live" : "logged-out";
      locked = me !== null;
      return;
    }
    const [who, found] = await Promise.all([call("staff.me", {}), call("staff.house_state", {})]);
    me = who;
    wear(who.look);
    house = found;
    speak(who.member.lang);
    locked = false;
    phase = next;
  },

  /** The recovery key was put away. */
  forgetSecrets(): void {
    kept = {};
    phase = "live";
  },

  async lock(): Promise<void> {
    locked = true;
    await call("staff.lock", {}).catch(() => {});
  },

  async unlock(password: string): Promise<void> {
    await call("staff.unlock", { password });
    locked = false;
  },

  async leave(): Promise<void> {
    await call("staff.log_out", {}).catch(() => {});
    end();
  },

  /** Reads anew who is at work: after a change of one's own settings. */
  async refresh(): Promise<void> {
    me = await call("staff.me", {}, { quiet: true });
  },
};

function end() {
  platform.keepToken(null);
  me = null;
  undress();
  locked = false;
  kept = {};
  phase = "logged-out";
  route.forget();
  notices.forget();
}

onRefusal((refusal) => {
  if (refusal.code === "door.session_locked" && phase === "live") locked = true;
  if (
    (refusal.code === "door.session_over" || refusal.code === "door.no_session") &&
    (phase === "live" || phase === "invited")
  )
    end();
});
