// The signature: strokes of points in a box of one by one, so that a turn of the tablet or another screen loses nothing.

import type { SignPoint } from "../wire.ts";

export type Strokes = SignPoint[][];
/** Width to height of the box. */
const SHAPE = 2.6;
/** More would be noise. */
const MOST_POINTS = 4000;

/** A canvas that takes a signature; calls back after each stroke. */
export class Signature {
  readonly canvas: HTMLCanvasElement;
  strokes: Strokes;
  #pointer: number | undefined;
  #begun = 0;
  readonly #changed: () => void;

  constructor(canvas: HTMLCanvasElement, strokes: Strokes, changed: () => void) {
    this.canvas = canvas;
    this.strokes = strokes.map((stroke) => [...stroke]);
    this.#changed = changed;
    // The box keeps its shape on every screen, so that a stroke does.
    canvas.style.aspectRatio = String(SHAPE);
    canvas.style.setProperty("--shape", String(SHAPE));
    canvas.addEventListener("pointerdown", (event) => this.#down(event));
    canvas.addEventListener("pointermove", (event) => this.#move(event));
    for (const end of ["pointerup", "pointercancel"] as const) canvas.addEventListener(end, (event) => this.#up(event));
    new ResizeObserver(() => this.draw()).observe(canvas);
  }

  /** More than a dot. */
  get isSigned(): boolean {
    return this.strokes.reduce((sum, stroke) => sum + stroke.length, 0) >= 3;
  }

  undo(): void {
    this.strokes.pop();
    this.draw();
    this.#changed();
  }

  clear(): void {
    this.strokes = [];
    this.draw();
    this.#changed();
  }

  #down(event: PointerEvent): void {
    // A palm beside the finger is another pointer: one at a time.
    if (this.#pointer !== undefined || event.button !== 0) return;
    this.#pointer = event.pointerId;
    this.canvas.setPointerCapture(event.pointerId);
    if (this.strokes.length === 0) this.#begun = event.timeStamp;
    this.strokes.push([this.#point(event)]);
    event.preventDefault();
  }

  #move(event: PointerEvent): void {
    const stroke = this.strokes.at(-1);
    if (event.pointerId !== this.#pointer || !stroke) return;
    const all = event.getCoalescedEvents?.() ?? [];
    for (const one of all.length > 0 ? all : [event])
      if (this.strokes.reduce((sum, each) => sum + each.length, 0) < MOST_POINTS) stroke.push(this.#point(one));
    this.draw();
  }

  #up(event: PointerEvent): void {
    if (event.pointerId !== this.#pointer) return;
    this.#pointer = undefined;
    this.#changed();
  }

  #point(event: PointerEvent): SignPoint {
    const box = this.canvas.getBoundingClientRect();
    const within = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000;
    return [
      within((event.clientX - box.left) / box.width),
      within((event.clientY - box.top) / box.height),
      Math.max(0, Math.round(event.timeStamp - this.#begun)),
      within(event.pressure),
    ];
  }

  draw(): void {
    const { canvas } = this;
    const scale = devicePixelRatio || 1;
    canvas.width = Math.round(canvas.clientWidth * scale);
    canvas.height = Math.round(canvas.clientHeight * scale);
    const pen = canvas.getContext("2d");
    if (!pen) return;
    pen.lineWidth = 3 * scale;
    pen.lineCap = pen.lineJoin = "round";
    pen.strokeStyle = getComputedStyle(canvas).color;
    for (const stroke of this.strokes) {
      pen.beginPath();
      for (const [x, y] of stroke) pen.lineTo(x * canvas.width, y * canvas.height);
      pen.stroke();
    }
  }
}
