import { deflateSync, inflateSync } from 'node:zlib'
import { unzipSync, zipSync } from 'fflate'
import type { Dice } from '../dice.ts'
import { anyBytes, type Mutation } from './bytes.ts'
import { markupMutations } from './markup.ts'

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

/** Changes one part, or the set of them; files that are no sound zip stay as they are. */
const zipParts = (change: (parts: Record<string, Uint8Array>, dice: Dice) => void): Mutation => {
  return (bytes, dice) => {
    try {
      const parts = unzipSync(bytes)
      change(parts, dice)
      return zipSync(parts, { level: dice.below(4) === 0 ? 0 : 6, mtime: new Date(1980, 0, 1) })
    } catch {
      return bytes
    }
  }
}

/** The parts that readers look at are asked for more often than the others. */
function partOf(parts: Record<string, Uint8Array>, dice: Dice): string {
  const names = Object.keys(parts)
  const read = names.filter((name) =>
    /(?:document|content|styles|numbering|sheet\d+|sharedStrings|workbook)\.xml/.test(name),
  )
  return dice.pick(dice.below(4) === 0 ? names : read) ?? names[0] ?? ''
}

const inZip =
  (mutate: Mutation) =>
  (parts: Record<string, Uint8Array>, dice: Dice): void => {
    const name = partOf(parts, dice)
    parts[name] = mutate(parts[name] ?? new Uint8Array(), dice)
  }

const markupOf: Mutation = (bytes, dice) =>
  (dice.pick(Object.values(markupMutations)) ?? anyBytes)(bytes, dice)

function otherPart(parts: Record<string, Uint8Array>, dice: Dice): void {
  const [from, to] = [partOf(parts, dice), partOf(parts, dice)]
  parts[to] = parts[from] ?? new Uint8Array()
}

function partGone(parts: Record<string, Uint8Array>, dice: Dice): void {
  delete parts[partOf(parts, dice)]
}

const STREAM = /stream\r?\n/g

/** A compressed stream of a PDF is unfolded, changed and folded again; its length is then no longer true, as in many files. */
const pdfStream: Mutation = (bytes, dice) => {
  const starts = [...latin1(bytes).matchAll(STREAM)].map((match) => match.index + match[0].length)
  const start = dice.pick(starts)
  if (start === undefined) return bytes
  const stop = Buffer.from(bytes).indexOf('endstream', start)
  if (stop < 0) return bytes
  const packed = bytes.subarray(start, stop)
  let changed: Uint8Array
  try {
    const plain = inflateSync(packed)
    changed = deflateSync((dice.below(2) === 0 ? pdfNumber : anyBytes)(plain, dice))
  } catch {
    changed = anyBytes(packed, dice)
  }
  return new Uint8Array(Buffer.concat([bytes.subarray(0, start), changed, bytes.subarray(stop)]))
}

const NUMBERS = ['0', '-1', '1', '99999', '2147483648', '1e30', '-0.00001', '999999999999999999999']

const pdfNumber: Mutation = (bytes, dice) => {
  const text = latin1(bytes)
  const match = dice.pick([...text.matchAll(/(?<=[\s[(])-?\d+(?:\.\d+)?(?=[\s\])])/g)].slice(0, 20_000))
  if (match === undefined) return bytes
  const changed =
    text.slice(0, match.index) + (dice.pick(NUMBERS) ?? '') + text.slice(match.index + match[0].length)
  return new Uint8Array(Buffer.from(changed, 'latin1'))
}

/** An object that points to another one than it did: pages, fonts and tags that hold themselves. */
const pdfReference: Mutation = (bytes, dice) => {
  const text = latin1(bytes)
  const all = [...text.matchAll(/\d+ \d+ R\b/g)]
  const [match, other] = [dice.pick(all), dice.pick(all)]
  if (match === undefined || other === undefined) return bytes
  const changed = text.slice(0, match.index) + other[0] + text.slice(match.index + match[0].length)
  return new Uint8Array(Buffer.from(changed, 'latin1'))
}

/** A name of a PDF in place of another: filters, types of font and of object. */
const pdfName: Mutation = (bytes, dice) => {
  const text = latin1(bytes)
  const all = [...text.matchAll(/\/[A-Za-z][\w-]*/g)].slice(0, 20_000)
  const [match, other] = [dice.pick(all), dice.pick(all)]
  if (match === undefined || other === undefined) return bytes
  const name = dice.pick([other[0], '/ASCIIHexDecode', '/LZWDecode', '/JBIG2Decode', '/Identity-H', '/Prev'])
  const changed = text.slice(0, match.index) + (name ?? '') + text.slice(match.index + match[0].length)
  return new Uint8Array(Buffer.from(changed, 'latin1'))
}

/** Sector numbers of a compound file are words of four bytes: chains that run in circles or out of the file. */
const sector: Mutation = (bytes, dice) => {
  const changed = Buffer.from(bytes)
  for (let left = 1 + dice.below(4); left > 0 && changed.length >= 4; left -= 1)
    changed.writeUInt32LE(dice.below(40), 4 * dice.below(Math.floor(changed.length / 4)))
  return new Uint8Array(changed)
}

export const zipMutations: Readonly<Record<string, Mutation>> = {
  'bytes of a part': zipParts(inZip(anyBytes)),
  'markup of a part': zipParts(inZip(markupOf)),
  'markup of a part, twice': zipParts((parts, dice) => {
    inZip(markupOf)(parts, dice)
    inZip(markupOf)(parts, dice)
  }),
  'part of another name': zipParts(otherPart),
  'part gone': zipParts(partGone),
}
export const pdfMutations: Readonly<Record<string, Mutation>> = {
  'stream of a pdf': pdfStream,
  'number of a pdf': pdfNumber,
  'reference of a pdf': pdfReference,
  'name of a pdf': pdfName,
}
export const compoundMutations: Readonly<Record<string, Mutation>> = { sector }
