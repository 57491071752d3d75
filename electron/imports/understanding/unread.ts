// Lines that became nothing though they look like something: what a reading misses is the hardest to see.
import type { Draft, DraftItem, DraftSource, UnreadLine } from '../../domain/agenda/draft.ts'
import { lineOfExcerpt, type Said } from '../../domain/agenda/said-lines.ts'
import type { SourceBlock } from '../../domain/agenda/source-block.ts'
import { datesIn } from './dates.ts'
import { type Line, linesOf } from './lines.ts'
import { announcesNext } from './minutes/next-meeting.ts'
import { peopleOf } from './minutes/people-in-line.ts'
import { groupOf } from './minutes/presence-groups.ts'
import { saysVote } from './minutes/vote-outcome.ts'
import { isHeaderLine } from './outline-lines.ts'

/** Past so many nobody looks through them; the file itself is before the eyes. */
const MOST = 500

const placeOf = ({ block, part }: Line) => `${block} ${part}`

export function unreadLines(blocks: readonly SourceBlock[], draft: Draft, said: Said): UnreadLine[] {
  const lines = linesOf(blocks)
  const read = new Set(said.lines.map(({ block, line }) => `${block} ${line}`))
  const items: DraftSource[] = []
  const visit = (item: DraftItem) => {
    items.push(item.source)
    item.children.forEach(visit)
  }
  draft.items.forEach(visit)
  const others = [
    ...[draft.participants, draft.decisions, draft.actions, draft.followUp].flatMap((facts) =>
      facts.map(({ source }) => source),
    ),
    ...Object.values(draft.meetingSources),
    ...(draft.nextMeeting?.source === undefined ? [] : [draft.nextMeeting.source]),
  ]
  for (const source of [...items, ...others])
    read.add(`${source.block} ${lineOfExcerpt(blocks[source.block], source.excerpt)}`)
  const itemLooks = new Set(
    lines.filter((line) => items.some(({ block }) => block === line.block)).map(lookOf),
  )
  const first = Math.min(...items.map(({ block }) => block))
  const last = Math.max(...items.map(({ block }) => block))
  const found: UnreadLine[] = []
  let isList = false
  const seen = new Set<string>()
  for (const line of lines) {
    const group = groupOf(line)
    if (group !== null) isList = true
    else if (line.type === 'heading' || line.number !== null) isList = false
    const place = placeOf(line)
    if (read.has(place) || seen.has(place)) continue
    const like = likeOf(line, {
      isList: isList && (group === null || group.rest !== ''),
      isAmongItems: line.block > first && line.block < last && itemLooks.has(lookOf(line)),
      hasItems: items.length > 0,
      hasNext: draft.nextMeeting !== null,
    })
    if (like === null) continue
    seen.add(place)
    found.push({ block: line.block, line: line.part, like })
    if (found.length === MOST) break
  }
  return found
}

type Around = {
  /** Under "Présents", "Excusés" and the like. */
  isList: boolean
  /** Between two items, and of the look of one. */
  isAmongItems: boolean
  hasItems: boolean
  hasNext: boolean
}

const ARROW = /^(?:=>|->|→|➔|➜|►)\s*\S/u
const ACTION = /^(?:actions?|à faire|todo|to do|reste à faire)\b[^.]{0,40}:\s*\S/iu
const DECISION = /^(?:décisions?|délibération|résolution)\b[^.]{0,40}:\s*\S/iu

function likeOf(line: Line, around: Around): UnreadLine['like'] | null {
  const { words } = line
  if (!around.hasNext && announcesNext(words) && datesIn(words).length > 0) return 'next'
  if (line.type !== 'heading' && words.length <= 400) {
    if (DECISION.test(words) || saysVote(words)) return 'decision'
    if (ARROW.test(words) || ACTION.test(words) || line.box === 'open') return 'action'
  }
  if (around.isList && words.length <= 300 && peopleOf(words, null).length > 0) return 'person'
  if (isHeaderLine(line) || words.length > 110 || !/\p{L}{3}/u.test(words)) return null
  if (around.isAmongItems && line.type !== 'paragraph') return 'item'
  return !around.hasItems && (line.type === 'heading' || (line.number !== null && line.type !== 'row'))
    ? 'item'
    : null
}

function lookOf(line: Line): string {
  return `${line.type} ${line.level} ${line.number === null ? '' : line.number.split('.').length} ${line.bullet}`
}
