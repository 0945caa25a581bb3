// The side panel that any room can open over itself: registering a request, blocking a client's data.

import type { Component } from "svelte";

interface Closing {
  onclose: () => void;
}

interface Shown {
  turn: number;
  panel: Component<Record<string, unknown>>;
  props: Record<string, unknown>;
}

let turn = 0;
let shown = $state.raw<Shown | null>(null);

export const over = {
  get now(): Shown | null {
    return shown;
  },
  /** Opens a panel over whatever room is shown, in place of another one. The panel is told how to close. */
  open<Props extends object>(panel: Component<Props & Closing>, props: Props): void {
    const mine = ++turn;
    // A panel that was being sent while another took its place doesn't close that other one.
    const onclose = () => {
      if (shown?.turn === mine) over.close();
    };
    shown = {
      turn: mine,
      panel: panel as unknown as Component<Record<string, unknown>>,
      props: { ...props, onclose },
    };
  },
  close(): void {
    shown = null;
  },
};
