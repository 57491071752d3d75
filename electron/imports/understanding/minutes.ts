import { type Draft, type DraftSource, readAt } from '../../domain/agenda/draft.ts'
import type { Reading } from '../readers/reading.ts'
import type { Line } from './lines.ts'
import { saysFormerMinutes } from './minutes/deciding-sentence.ts'
import { annexedTo, reasonsOf } from './minutes/deliberations.ts'
import { readHistory } from './minutes/document-history.ts'
import { readNextMeetings } from './minutes/next-meeting.ts'
import { readParticipants } from './minutes/participants.ts'
import type { PersonLine } from './minutes/person-line.ts'
import { readStatements } from './minutes/statements.ts'
import { readStatementTables, type Subject } from './minutes/statements-table.ts'
import { toldActions } from './minutes/told-actions.ts'
import { toldDecisions } from './minutes/told-decisions.ts'
import { saysVote } from './minutes/vote-outcome.ts'
import { readVotes } from './minutes/votes.ts'
import { plainLine } from './plain-line.ts'

type MinutesReading = Pick<Draft, 'participants' | 'decisions' | 'actions' | 'followUp'> & {
  nextMeetings: NonNullable<Draft['nextMeeting']>[]
  /** Blocks that are no part of the agenda. */
  used: Set<number>
  /** What the tables of what was decided speak of. */
  subjects: readonly Subject[]
}

export function readMinutes({ blocks, repeated }: Reading, lines: readonly Line[]): MinutesReading {
  const places = placesOf(lines)
  const history = readHistory(blocks, lines)
  const tables = readStatementTables(blocks, repeated)
  const taken = new Set([...history.used, ...tables.used])
  const people = readParticipants(
    blocks.map((block, at) => (taken.has(at) ? { type: 'paragraph', text: '' } : block)),
    lines.filter(({ block }) => !taken.has(block)),
  )
  for (const block of people.used) taken.add(block)
  const known = calledIn(people.participants)
  const numberAt = (line: Line) => places.get(line)?.number ?? null
  const marked = readStatements(
    lines.filter(({ block }) => !taken.has(block)),
    numberAt,
    known,
  )
  const told = toldActions(
    lines.filter(({ block }) => !taken.has(block) && !marked.used.has(block)),
    numberAt,
    known,
  )
  const votes = readVotes(
    lines.filter(({ block }) => !taken.has(block) && !marked.used.has(block)),
    (line) => places.get(line)?.title ?? null,
  )
  const seen = new Set([...votes, ...told].map(({ block, excerpt }) => `${block} ${excerpt}`))
  const reasons = new Set([...reasonsOf(lines), ...annexedTo(lines)])
  const agreed = toldDecisions(
    lines.filter(({ block }) => !taken.has(block) && !marked.used.has(block)),
    numberAt,
    (line) => reasons.has(line) || seen.has(`${line.block} ${line.text}`),
  ).filter(
    ({ text }) =>
      !votes.some((vote) => vote.text === text) &&
      !(marked.decisions.length + tables.decisions.length > 0 && saysFormerMinutes(text)),
  )
  const countListed = (found: readonly { block: number }[]) =>
    found.filter(({ block }) => marked.listed.has(block)).length
  const next = readNextMeetings(lines.filter(({ block }) => !taken.has(block)))
  const source = (found: { block: number; excerpt: string }, confidence: number): DraftSource =>
    readAt(found, found.excerpt, confidence)
  return {
    participants: people.participants.map(({ block, excerpt, confidence, ...person }) => ({
      ...person,
      source: source({ block, excerpt }, confidence),
    })),
    decisions: [
      ...[...marked.decisions, ...tables.decisions].map((one) => ({ ...one, confidence: 0.9 })),
      // A sentence that only says that something was decided is to be looked at.
      ...votes.map((one) => ({
        ...one,
        confidence: isPart(one.text) ? 0.5 : saysVote(one.outcome ?? one.text) ? 0.8 : 0.7,
      })),
      ...(countListed(marked.decisions) + tables.decisions.length < LISTED ? agreed : []).map((one) => ({
        ...one,
        confidence: TOLD,
      })),
    ].map(({ block, excerpt, confidence, ...decision }) => ({
      ...decision,
      source: source({ block, excerpt }, confidence),
    })),
    actions: [
      ...[...marked.actions, ...tables.actions].map((one) => ({
        ...one,
        confidence: marked.pointed.has(one) ? POINTED : 0.9,
      })),
      ...(countListed(marked.actions) + tables.actions.length < LISTED ? told : []).map((one) => ({
        ...one,
        confidence: TOLD,
      })),
    ].map(({ block, excerpt, confidence, ...action }) => ({
      ...action,
      source: source({ block, excerpt }, confidence),
    })),
    followUp: history.steps.map(({ block, excerpt, ...step }) => ({
      ...step,
      source: source({ block, excerpt }, 0.9),
    })),
    nextMeetings: next.all,
    used: new Set([...taken, ...marked.used, ...next.used]),
    subjects: tables.subjects,
  }
}

/** Whatever those who were there may be called, folded: names, bodies, and initials that are of one of them only. */
function calledIn(participants: readonly PersonLine[]): Set<string> {
  const names = participants.flatMap(({ givenName, familyName, organisation }) => [
    organisation ?? '',
    familyName,
    givenName ?? '',
    `${givenName ?? ''} ${familyName}`,
    `${initialOf(givenName)}. ${familyName}`,
  ])
  const initials = participants.flatMap(({ givenName, familyName }) =>
    givenName === null
      ? []
      : [
          `${givenName} ${familyName}`
            .split(/[ -]/)
            .map((word) => word.charAt(0))
            .join(''),
        ],
  )
  const unique = initials.filter(
    (one) => initials.indexOf(one) === initials.lastIndexOf(one) && !IS_WORD.test(one),
  )
  return new Set([...names, ...unique].map(plainLine).filter((name) => name.length > 1))
}

/** Initials that begin sentences of every text: "La commande". */
const IS_WORD = /^(?:la|le|du|de|un|on|il|ce|se|en|au|et|ou|si|sa|ne|je|tu)$/i

/** Where so many are listed, sentences only tell how they came up. */
const LISTED = 3

/** An arrow before an infinitive points at what is to be done; so does it, now and then, at what was only thought of. */
const POINTED = 0.8

/** A sentence of the text may tell what is done anyway: it is offered, and taken when somebody says so. */
const TOLD = 0.4

/** "A", "M.-C" of a given name. */
function initialOf(givenName: string | null): string {
  return (givenName ?? '')
    .split('-')
    .map((word) => word.charAt(0))
    .join('.-')
}

/** Those an agenda lists: whom it expects, and nothing yet of who came. */
export function readInvited(
  { blocks }: Reading,
  lines: readonly Line[],
): { participants: Draft['participants']; used: Set<number> } {
  const { participants, used } = readParticipants(blocks, lines)
  return {
    participants: participants.map(({ block, excerpt, confidence, ...person }) => ({
      ...person,
      attendance: person.attendance === 'present' ? null : person.attendance,
      source: readAt({ block }, excerpt, confidence),
    })),
    used,
  }
}

/** The rest of a sentence that began on another line, or one that leads to what is not read. */
function isPart(text: string): boolean {
  return /^\p{Ll}|[:;,]$/u.test(text)
}

type Title = { number: string | null; title: string; block: number }

/** What each line stands under: the number of the nearest numbered heading or line, and the nearest that is a title. */
function placesOf(lines: readonly Line[]): Map<Line, { number: string | null; title: Title | null }> {
  const places = new Map<Line, { number: string | null; title: Title | null }>()
  let number: string | null = null
  let title: Title | null = null
  for (const [at, line] of lines.entries()) {
    places.set(line, { number, title })
    if (line.type === 'row') continue
    const isNumbered =
      line.number !== null && (line.type !== 'paragraph' || /^(?:\d|[IVX]+$)/.test(line.number))
    if (isNumbered) number = line.number
    if ((!isNumbered && line.type !== 'heading') || saysVotes(line)) continue
    title = titleOf(line, lines[at - 1], title)
  }
  return places
}

function titleOf(line: Line, above: Line | undefined, last: Title | null): Title {
  const words = line.words.replace(/(?<!\s)\s*:\s*$/, '')
  return last !== null && above?.block === last.block && goesOn(above, line)
    ? { ...last, title: `${last.title} ${words}`, block: line.block }
    : { number: line.number, title: words, block: line.block }
}

/** "3 - Délégation au maire pour la réalisation des" over "lignes de trésorerie": a title that runs over its line. */
function goesOn(above: Line, line: Line): boolean {
  const isOver = above.type === 'heading' && line.type === 'heading' && line.number === null
  return (
    isOver &&
    (/^\p{Ll}/u.test(line.words) || (above.level === line.level && CUT.test(plainLine(above.words))))
  )
}

const CUT =
  /[,–-]$|(?:^|[ '])(?:l[ea]s?|l|un|une|des?|du|d|aux?|a|en|et|ou|pour|par|sur|dans|avec|sans|article)$/

/** "Votes" over their results names nothing that is voted. */
function saysVotes({ words }: Line): boolean {
  return /^(?:resultats? (?:du |des )?)?(?:votes?|scrutins?|deliberations?|decisions?)$/.test(
    plainLine(words),
  )
}
