import type { Line } from './lines.ts'
import { isBesideItems, isSundry } from './outline-lines.ts'
import type { Mode } from './outline-modes.ts'

/** One level of a list, by the look of its markers. */
export type Step = { signature: string; level: number }

/**
 * Depth by the look of the marker: one seen before goes back to its depth, a new one goes under the line above,
 * and a list line further left than the ones above closes them first.
 */
export function place(stack: Step[], line: Line, mode: Mode): number {
  // "Questions diverses" below bullets, itself without one.
  if (mode === 'bullets' && stack.length > 0 && !line.bullet && isSundry(line)) {
    stack.length = 1
    return 0
  }
  const step = { signature: signatureOf(line, mode), level: levelOf(line) }
  const known = stack.findIndex((one) => one.signature === step.signature)
  if (known >= 0) stack.length = known + 1
  else {
    // Numbers right behind bullets of the same list are none of their parts.
    const isBullet = (one: Step | undefined) => one?.signature.startsWith('bullet') === true
    while (
      stack.length > 0 &&
      ((stack.at(-1)?.level ?? 0) > step.level ||
        (line.number !== null && isBullet(stack.at(-1)) && stack.at(-1)?.level === step.level))
    )
      stack.pop()
    stack.push(step)
  }
  return stack.length - 1
}

/** Headings count above any list; dotted numbers say their depth themselves. */
function levelOf(line: Line): number {
  if (line.type === 'heading') return line.level - 100
  return line.level * 10 + partsOf(line.number ?? '') - 1
}

function signatureOf(line: Line, mode: Mode): string {
  if (line.type === 'heading') return `heading ${line.level}`
  if (mode === 'times' && (line.timed || isBesideItems(line))) return 'time'
  if (mode === 'numbers' && line.number === null && !line.bullet) return 'number 1 0'
  // Dashes typed over bullets of a list are two levels.
  if (line.number === null) return `bullet ${line.type} ${line.level}`
  const parts = partsOf(line.number)
  if (/^\d+(?:\.\d+)*$/.test(line.number)) return `number ${parts} ${line.level}`
  return /^[IVX]+(?:\.|$)/.test(line.number)
    ? `roman ${parts} ${line.level}`
    : `letter ${parts} ${line.level}`
}

/** "2.1", "II.1", "B1" and "3A" have two. */
function partsOf(number: string): number {
  return number.split(/\.|-|(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/u).length
}
