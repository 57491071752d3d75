import type { Dice } from '../dice.ts'

export type Mutation = (bytes: Uint8Array, dice: Dice) => Uint8Array

const joined = (...pieces: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(pieces))

/** A part of the bytes, mostly a short one: where it begins and ends. */
function stretch(bytes: Uint8Array, dice: Dice): [number, number] {
  const from = dice.below(bytes.length + 1)
  const length = Math.ceil(dice.next() ** 3 * bytes.length)
  return [from, Math.min(bytes.length, from + length)]
}

function flip(bytes: Uint8Array, dice: Dice): Uint8Array {
  const changed = bytes.slice()
  for (let left = 1 + dice.below(8); left > 0 && changed.length > 0; left -= 1) {
    const at = dice.below(changed.length)
    changed[at] = (changed[at] ?? 0) ^ (1 << dice.below(8))
  }
  return changed
}

const truncate: Mutation = (bytes, dice) => bytes.slice(0, dice.below(bytes.length + 1))

function cutOut(bytes: Uint8Array, dice: Dice): Uint8Array {
  const [from, to] = stretch(bytes, dice)
  return joined(bytes.subarray(0, from), bytes.subarray(to))
}

function swap(bytes: Uint8Array, dice: Dice): Uint8Array {
  const cuts = [0, 0, 0, 0].map(() => dice.below(bytes.length + 1)).sort((a, b) => a - b)
  const [a = 0, b = 0, c = 0, d = 0] = cuts
  return joined(
    bytes.subarray(0, a),
    bytes.subarray(c, d),
    bytes.subarray(b, c),
    bytes.subarray(a, b),
    bytes.subarray(d),
  )
}

/** At most two million bytes more. */
function repeat(bytes: Uint8Array, dice: Dice): Uint8Array {
  const [from, to] = stretch(bytes, dice)
  const piece = bytes.subarray(from, to)
  const times = Math.min(2 ** dice.below(12), Math.ceil(2_000_000 / Math.max(1, piece.length)))
  return joined(bytes.subarray(0, to), ...Array.from({ length: times }, () => piece), bytes.subarray(to))
}

const EDGES = [0, 1, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff]

/** Sizes, counts and places are numbers of one, two or four bytes in most formats, in either order. */
function edgeNumber(bytes: Uint8Array, dice: Dice): Uint8Array {
  const changed = Buffer.from(bytes)
  const width = dice.pick([1, 2, 4] as const) ?? 1
  if (changed.length < width) return bytes
  const at = dice.below(changed.length - width + 1)
  const value = (dice.pick(EDGES) ?? 0) % 256 ** width
  if (dice.below(2) === 0) changed.writeUIntLE(value, at, width)
  else changed.writeUIntBE(value, at, width)
  return new Uint8Array(changed)
}

export const byteMutations: Readonly<Record<string, Mutation>> = {
  flip,
  truncate,
  'cut out': cutOut,
  swap,
  repeat,
  'edge number': edgeNumber,
}

/** The head of one file and the tail of another. */
export function splice(a: Uint8Array, b: Uint8Array, dice: Dice): Uint8Array {
  return joined(a.subarray(0, dice.below(a.length + 1)), b.subarray(dice.below(b.length + 1)))
}

/** Any of them, once. */
export const anyBytes: Mutation = (bytes, dice) =>
  (dice.pick(Object.values(byteMutations)) ?? flip)(bytes, dice)
