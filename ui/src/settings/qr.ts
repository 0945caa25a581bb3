// A QR code for a short address: bytes, error correction M, versions 1 to 10 (ISO/IEC 18004). Dark modules of a square, row by row.

/** Per version: bytes of error correction in a block, and how many blocks hold how many bytes of data (level M). */
const VERSIONS: readonly { ecc: number; blocks: readonly number[] }[] = [
  { ecc: 10, blocks: [16] },
  { ecc: 16, blocks: [28] },
  { ecc: 26, blocks: [44] },
  { ecc: 18, blocks: [32, 32] },
  { ecc: 24, blocks: [43, 43] },
  { ecc: 16, blocks: [27, 27, 27, 27] },
  { ecc: 18, blocks: [31, 31, 31, 31] },
  { ecc: 22, blocks: [38, 38, 39, 39] },
  { ecc: 22, blocks: [36, 36, 36, 37, 37] },
  { ecc: 26, blocks: [43, 43, 43, 43, 44] },
];

/** Centres of the small squares, per version. */
const MARKS: readonly (readonly number[])[] = [
  [],
  [6, 18],
  [6, 22],
  [6, 26],
  [6, 30],
  [6, 34],
  [6, 22, 38],
  [6, 24, 42],
  [6, 26, 46],
  [6, 28, 50],
];

/** Multiplication in GF(256) with the code's polynomial. */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((b >>> bit) & 1) * a;
  }
  return product;
}

/** The bytes of error correction of one block. */
function correction(data: readonly number[], degree: number): number[] {
  const divisor = Array<number>(degree).fill(0);
  divisor[degree - 1] = 1;
  let root = 1;
  for (let n = 0; n < degree; n += 1) {
    for (let at = 0; at < degree; at += 1) divisor[at] = times(divisor[at] ?? 0, root) ^ (divisor[at + 1] ?? 0);
    root = times(root, 2);
  }
  const rest = Array<number>(degree).fill(0);
  for (const byte of data) {
    const factor = byte ^ (rest.shift() ?? 0);
    rest.push(0);
    for (let at = 0; at < degree; at += 1) rest[at] = (rest[at] ?? 0) ^ times(divisor[at] ?? 0, factor);
  }
  return rest;
}

/** Data and correction of all blocks, interleaved; and the version they fit. */
function codewords(text: string): { version: number; bytes: number[] } {
  const bytes = [...new TextEncoder().encode(text)];
  const version = VERSIONS.findIndex((one, at) => {
    const room = one.blocks.reduce((sum, block) => sum + block, 0);
    return bytes.length + (at < 9 ? 2 : 3) <= room;
  });
  const found = VERSIONS[version];
  if (!found) throw new RangeError("too long for a QR code");
  const room = found.blocks.reduce((sum, block) => sum + block, 0);
  const bits: number[] = [];
  const put = (value: number, length: number) => {
    for (let bit = length - 1; bit >= 0; bit -= 1) bits.push((value >>> bit) & 1);
  };
  put(4, 4);
  put(bytes.length, version < 9 ? 8 : 16);
  for (const byte of bytes) put(byte, 8);
  put(0, Math.min(4, room * 8 - bits.length));
  put(0, (8 - (bits.length % 8)) % 8);
  for (let pad = 0xec; bits.length < room * 8; pad ^= 0xec ^ 0x11) put(pad, 8);
  const data = Array.from({ length: room }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((byte, bit) => (byte << 1) | bit, 0),
  );
  let from = 0;
  const blocks = found.blocks.map((length) => data.slice(from, (from += length)));
  const corrections = blocks.map((block) => correction(block, found.ecc));
  const woven: number[] = [];
  const longest = Math.max(...found.blocks);
  for (let at = 0; at < longest; at += 1) for (const block of blocks) if (at < block.length) woven.push(block[at] ?? 0);
  for (let at = 0; at < found.ecc; at += 1) for (const block of corrections) woven.push(block[at] ?? 0);
  return { version: version + 1, bytes: woven };
}

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** What lies where: dark or light, or still to be filled. */
type Square = (boolean | null)[][];

function frame(version: number): Square {
  const size = version * 4 + 17;
  const square: Square = Array.from({ length: size }, () => Array<boolean | null>(size).fill(null));
  const set = (x: number, y: number, dark: boolean) => {
    const row = square[y];
    if (row && x >= 0 && x < size) row[x] = dark;
  };
  for (let at = 0; at < size; at += 1) {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  }
  for (const [cx, cy] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    for (let dy = -4; dy <= 4; dy += 1)
      for (let dx = -4; dx <= 4; dx += 1) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy));
        set(cx + dx, cy + dy, ring !== 2 && ring !== 4);
      }
  const marks = MARKS[version - 1] ?? [];
  const last = marks.length - 1;
  marks.forEach((cy, row) =>
    marks.forEach((cx, column) => {
      const corner = (row === 0 && column === 0) || (row === 0 && column === last) || (row === last && column === 0);
      if (corner) return;
      for (let dy = -2; dy <= 2; dy += 1)
        for (let dx = -2; dx <= 2; dx += 1) set(cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
    }),
  );
  if (version >= 7) {
    let rest = version;
    for (let n = 0; n < 12; n += 1) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
    const bits = (version << 12) | rest;
    for (let n = 0; n < 18; n += 1) {
      const [a, b] = [size - 11 + (n % 3), Math.floor(n / 3)];
      set(a, b, ((bits >>> n) & 1) === 1);
      set(b, a, ((bits >>> n) & 1) === 1);
    }
  }
  return square;
}

/** Level and mask, twice, around the corners. */
function format(square: Square, mask: number): void {
  const size = square.length;
  let rest = mask;
  for (let n = 0; n < 10; n += 1) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  const bits = ((mask << 10) | rest) ^ 0x5412;
  const set = (x: number, y: number, n: number) => {
    const row = square[y];
    if (row) row[x] = ((bits >>> n) & 1) === 1;
  };
  for (let n = 0; n <= 5; n += 1) set(8, n, n);
  set(8, 7, 6);
  set(8, 8, 7);
  set(7, 8, 8);
  for (let n = 9; n < 15; n += 1) set(14 - n, 8, n);
  for (let n = 0; n < 8; n += 1) set(size - 1 - n, 8, n);
  for (let n = 8; n < 15; n += 1) set(8, size - 15 + n, n);
  const row = square[size - 8];
  if (row) row[8] = true;
}

/** How hard a square is to read: long runs, blocks, likenesses of a finder, too much of one colour. */
function penalty(square: Square): number {
  const size = square.length;
  const at = (x: number, y: number) => square[y]?.[x] === true;
  let sum = 0;
  let dark = 0;
  for (const turned of [false, true])
    for (let y = 0; y < size; y += 1) {
      let line = "";
      for (let x = 0; x < size; x += 1) line += (turned ? at(y, x) : at(x, y)) ? "1" : "0";
      for (const run of line.match(/1{5,}|0{5,}/g) ?? []) sum += run.length - 2;
      for (let x = 0; x + 11 <= size; x += 1) if (/^(10111010000|00001011101)/.test(line.slice(x, x + 11))) sum += 40;
    }
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      if (at(x, y)) dark += 1;
      const same = at(x, y) === at(x + 1, y) && at(x, y) === at(x, y + 1) && at(x, y) === at(x + 1, y + 1);
      if (x + 1 < size && y + 1 < size && same) sum += 3;
    }
  return sum + Math.floor((Math.abs(dark * 20 - size * size * 10) * 1) / (size * size)) * 10;
}

/** The code of a text. */
export function qr(text: string): boolean[][] {
  const { version, bytes } = codewords(text);
  const empty = frame(version);
  format(empty, 0);
  const size = empty.length;
  const draw = (mask: number): Square => {
    const square = empty.map((row) => [...row]);
    let bit = 0;
    for (let right = size - 1; right >= 1; right -= 2) {
      if (right === 6) right = 5;
      for (let step = 0; step < size; step += 1)
        for (const x of [right, right - 1]) {
          const upward = ((right + 1) & 2) === 0;
          const y = upward ? size - 1 - step : step;
          const row = square[y];
          if (!row || empty[y]?.[x] !== null) continue;
          const dark = (((bytes[bit >>> 3] ?? 0) >>> (7 - (bit & 7))) & 1) === 1;
          bit += 1;
          row[x] = dark !== (MASKS[mask]?.(x, y) ?? false);
        }
    }
    format(square, mask);
    return square;
  };
  let best = draw(0);
  for (let mask = 1; mask < 8; mask += 1) {
    const other = draw(mask);
    if (penalty(other) < penalty(best)) best = other;
  }
  return best.map((row) => row.map((dark) => dark === true));
}
