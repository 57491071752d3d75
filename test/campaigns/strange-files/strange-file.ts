import type { Dice } from '../dice.ts'
import { byteMutations, type Mutation, splice } from './bytes.ts'
import { lineMutations } from './lines.ts'
import { markupMutations } from './markup.ts'
import { compoundMutations, pdfMutations, zipMutations } from './parts.ts'

export type Source = { name: string; bytes: Uint8Array }
export type Strange = Source & {
  /** The file it comes from and what was done to it, in order. */
  from: string
  done: string[]
}

/** Longer ones say nothing more about a reader and only take its time. */
const MAX_BYTES = 4 * 1024 * 1024

const endingOf = (name: string) => /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

function fitting(name: string): Readonly<Record<string, Mutation>> {
  const ending = endingOf(name)
  if (/^(?:docx|xlsx|odt|ods)$/.test(ending)) return zipMutations
  if (ending === 'pdf') return pdfMutations
  if (ending === 'msg' || ending === 'doc') return compoundMutations
  if (/^html?$/.test(ending)) return { ...markupMutations, ...lineMutations }
  return lineMutations
}

/** One to three changes, mostly of the kinds that leave the format readable, now and then under another ending. */
export function strangeFile(sources: readonly Source[], dice: Dice): Strange {
  const source = dice.pick(sources)
  if (source === undefined) throw new Error('nothing to change')
  let { name, bytes } = source
  const done: string[] = []
  for (let left = dice.pick([1, 1, 1, 2, 2, 3]) ?? 1; left > 0; left -= 1) {
    const kinds = dice.below(4) === 0 ? byteMutations : fitting(name)
    const kind = dice.pick(Object.keys(kinds)) ?? ''
    const other = dice.pick(sources)
    if (other !== undefined && dice.below(25) === 0) {
      bytes = splice(bytes, other.bytes, dice)
      done.push(`spliced with ${other.name}`)
    } else {
      bytes = kinds[kind]?.(bytes, dice) ?? bytes
      done.push(kind)
    }
    if (bytes.length > MAX_BYTES) bytes = bytes.slice(0, MAX_BYTES)
  }
  if (dice.below(40) === 0) {
    const ending = endingOf(dice.pick(sources)?.name ?? '')
    name = name.replace(/\.\w+$/, `.${ending}`)
    done.push(`named .${ending}`)
  }
  return { name, bytes, from: source.name, done }
}
