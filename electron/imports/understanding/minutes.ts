import type { Draft, DraftSource } from '../../domain/agenda/draft.ts'
import type { Reading } from '../readers/reading.ts'
import { fold } from './fold.ts'
import type { Line } from './lines.ts'
import { readHistory } from './minutes/document-history.ts'
import { readNextMeeting } from './minutes/next-meeting.ts'
import { readParticipants } from './minutes/participants.ts'
import { readStatements } from './minutes/statements.ts'
import { readStatementTables } from './minutes/statements-table.ts'

type MinutesReading = Pick<Draft, 'participants' | 'decisions' | 'actions' | 'followUp' | 'nextMeeting'> & {
  /** Blocks that are no part of the agenda. */
  used: Set<number>
}

export function readMinutes({ blocks, repeated }: Reading, lines: readonly Line[]): MinutesReading {
  const history = readHistory(blocks, lines)
  const tables = readStatementTables(blocks, repeated)
  const taken = new Set([...history.used, ...tables.used])
  const people = readParticipants(
    blocks.map((block, at) => (taken.has(at) ? { type: 'paragraph', text: '' } : block)),
    lines.filter(({ block }) => !taken.has(block)),
  )
  for (const block of people.used) taken.add(block)
  const marked = readStatements(
    lines.filter(({ block }) => !taken.has(block)),
    (line) => itemAbove(lines, line),
    new Set(
      people.participants
        .flatMap(({ givenName, familyName, organisation }) => [
          organisation ?? '',
          familyName,
          `${givenName ?? ''} ${familyName}`,
        ])
        .map(fold)
        .filter((name) => name.length > 1),
    ),
  )
  const next = readNextMeeting(lines.filter(({ block }) => !taken.has(block)))
  const source = (found: { block: number; excerpt: string }, confidence: number): DraftSource => ({
    block: found.block,
    excerpt: found.excerpt.slice(0, 2000),
    confidence,
  })
  return {
    participants: people.participants.map(({ block, excerpt, confidence, ...person }) => ({
      ...person,
      source: source({ block, excerpt }, confidence),
    })),
    decisions: [...marked.decisions, ...tables.decisions].map(({ block, excerpt, ...decision }) => ({
      ...decision,
      source: source({ block, excerpt }, 0.9),
    })),
    actions: [...marked.actions, ...tables.actions].map(({ block, excerpt, ...action }) => ({
      ...action,
      source: source({ block, excerpt }, 0.9),
    })),
    followUp: history.steps.map(({ block, excerpt, ...step }) => ({
      ...step,
      source: source({ block, excerpt }, 0.9),
    })),
    nextMeeting: next.next,
    used: new Set([...taken, ...marked.used, ...next.used]),
  }
}

/** Number of the nearest numbered heading, or numbered line, above. */
function itemAbove(lines: readonly Line[], line: Line): string | null {
  const at = lines.indexOf(line)
  return (
    lines
      .slice(0, Math.max(0, at))
      .findLast(
        (one) =>
          one.number !== null &&
          one.type !== 'row' &&
          (one.type !== 'paragraph' || /^(?:\d|[IVX]+$)/.test(one.number)),
      )?.number ?? null
  )
}
