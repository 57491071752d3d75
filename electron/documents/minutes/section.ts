import { z } from 'zod'
import type { AgendaItem } from '../../domain/agenda/agenda.ts'
import type { FileToPrint } from '../../domain/meetings/meeting-file.ts'
import { isPassedOver } from '../../domain/minutes/minutes.ts'
import { outcomeTold } from '../../domain/minutes/outcome-sentences.ts'
import { positionSentence, wordsBesideStance } from '../../domain/minutes/position-sentence.ts'
import type { Articles } from '../../domain/people/organisation-article.ts'
import { formatNarrowDate, withCapital } from '../../domain/text/french.ts'
import { endedSentence } from '../../domain/text/french-sentence.ts'
import { emptyRichText } from '../../domain/text/rich-text.ts'
import { outcomeSentence, printedOutcome } from '../../domain/text/standard-sentences.ts'
import type { TextDeadline } from '../../domain/watch/text-life.ts'
import type { WatchItem } from '../../domain/watch/watch.ts'
import { DocumentBlock, documentBlocks, plainLines } from '../blocks.ts'
import { requesterWords } from '../facts/meeting.ts'
import { FollowedUp, followedUpOf } from '../followed-up.ts'
import { joined, PlainTable, typed } from '../head.ts'
import { decisionRecordText } from '../text/decision-record.ts'
import { meetingText } from '../text/meeting.ts'
import { minutesText } from '../text/minutes.ts'
import { bulletinText } from '../text/watch-bulletin.ts'
import { publicOf, watchName } from '../watch-name.ts'
import { ActionNote, actionNote, DecisionNote, decisionNote } from './record.ts'

const Part = z.strictObject({ heading: z.string(), blocks: z.array(DocumentBlock) })

export const MinutesSectionModel = z.strictObject({
  number: z.string(),
  title: z.string(),
  depth: z.int().min(1).max(3),
  /** "Présenté par …, pour concertation"; empty when nothing is known. */
  presented: z.string(),
  /** Présentation, Échanges: only those with words. */
  parts: z.array(Part),
  /** Said when an item has neither text nor result nor sub-items; empty otherwise. */
  empty: z.string(),
  outcome: z.strictObject({ label: z.string(), lines: z.array(z.string()) }).nullable(),
  decisions: z.array(DecisionNote),
  actions: z.array(ActionNote),
  watch: z.strictObject({ heading: z.string(), table: PlainTable }).nullable(),
  /** Under the item that follows up the actions of earlier meetings. */
  followedUp: FollowedUp.nullable(),
})
export type MinutesSectionModel = z.infer<typeof MinutesSectionModel>

/** One section, or none for a welcome or a break about which nothing was written. */
export function sectionOf(
  file: FileToPrint,
  item: AgendaItem,
  number: string,
  depth: number,
): MinutesSectionModel[] {
  const section = file.sections.find((candidate) => candidate.itemId === item.id)
  const parts = partsOf(file, item)
  const byRank = (a: { rank: number }, b: { rank: number }) => a.rank - b.rank
  const decisions = file.decisions.filter((d) => d.itemId === item.id).sort(byRank)
  const actions = file.actions.filter((a) => a.itemId === item.id).sort(byRank)
  const outcome = plainLines(printedOutcome(file.look.sentences, section, decisions.length))
  const watched = file.watchLinks.filter((link) => link.itemId === item.id)
  const followedUp = file.earlier?.followedUp?.itemId === item.id ? followedUpOf(file) : null
  const blank = isBlank(file, item)
  if (blank && item.kind !== 'item') return []
  return [
    {
      number,
      title: typed(item.title),
      depth: Math.min(depth, 3),
      presented: presentedLine(item, file.articles, {
        isPlanned: isLeft(file, item),
        isAdded: file.addedInSession?.has(item.id) === true && file.reserved?.has(item.id) !== true,
      }),
      parts,
      empty:
        file.look.style.emptyItems === 'said' && isUnrecorded(file, item) ? minutesText.sectionEmpty : '',
      outcome: outcome.length === 0 ? null : { label: minutesText.outcome, lines: outcome },
      decisions: decisions.map((decision) => decisionNote(file.meeting, decision)),
      actions: actions.map((action) => actionNote(file.meeting, action)),
      watch:
        watched.length === 0 || file.look.style.hiddenSections.includes('watch')
          ? null
          : watchOf(watched, file.reserved !== undefined),
      followedUp,
    },
  ]
}

function partsOf(file: FileToPrint, { id }: AgendaItem) {
  const section = file.sections.find(({ itemId }) => itemId === id)
  return [
    { heading: minutesText.presentation, blocks: documentBlocks(section?.presentation ?? emptyRichText) },
    { heading: minutesText.exchanges, blocks: documentBlocks(section?.exchanges ?? emptyRichText) },
    { heading: minutesText.positions, blocks: positionBlocks(file, id) },
  ].filter((part) => part.blocks.length > 0)
}

/** Whether nothing at all is written about it. */
function isBlank(file: FileToPrint, item: AgendaItem): boolean {
  const { sections, decisions, actions, watchLinks } = file
  const section = sections.find(({ itemId }) => itemId === item.id)
  return (
    (section?.outcome ?? null) === null &&
    (section?.outcomeSentence.trim() ?? '') === '' &&
    ![...decisions, ...actions, ...watchLinks].some(({ itemId }) => itemId === item.id) &&
    (file.earlier?.followedUp?.itemId !== item.id || followedUpOf(file) === null) &&
    partsOf(file, item).length === 0
  )
}

/** An item about which something was to be written; what was kept for the members is written elsewhere. */
export function isUnrecorded(file: FileToPrint, item: AgendaItem): boolean {
  return (
    item.kind === 'item' &&
    !file.items.some(({ parentId }) => parentId === item.id) &&
    file.reserved?.has(item.id) !== true &&
    isBlank(file, item)
  )
}

/** A sentence for each organisation, or a table; nothing where the secretariat keeps them out of the minutes. */
function positionBlocks({ positions = [], look }: FileToPrint, itemId: string): DocumentBlock[] {
  const own = positions.filter((position) => position.itemId === itemId)
  if (own.length === 0 || look.style.positions === 'none') return []
  if (look.style.positions === 'text')
    return own.map((position) => wordsBlock(positionSentence(position, position.article)))
  const rows = [
    minutesText.positionColumns,
    ...own.map(({ organisation, stance, words }) => [
      organisation,
      decisionRecordText.stances[stance],
      endedSentence(withCapital(wordsBesideStance({ stance, words }))) || minutesText.nothing,
    ]),
  ]
  return [
    {
      type: 'table',
      columns: [1, 0.8, 1.6].map((weight) => ({ weight, numeric: false })),
      headRows: 1,
      cells: rows.flatMap((cells, y) =>
        cells.map((words, x) => ({ x, y, colspan: 1, rowspan: 1, blocks: [wordsBlock(words)] })),
      ),
    },
  ]
}

function wordsBlock(words: string): DocumentBlock {
  return {
    type: 'paragraph',
    lines: plainLines(words).map((text) => [{ text, bold: false, italic: false, href: null }]),
  }
}

/** Whether the meeting did not deal with it: by its outcome, or because nobody came to it and nothing is written. */
function isLeft(file: FileToPrint, item: AgendaItem): boolean {
  const section = file.sections.find(({ itemId }) => itemId === item.id)
  const outcome =
    section?.outcome ??
    outcomeTold(section?.outcomeSentence ?? '', (one) => outcomeSentence(file.look.sentences, one))
  if (outcome !== null) return isPassedOver(outcome)
  const below = file.items.filter(({ parentId }) => parentId === item.id)
  return (
    isBlank(file, item) &&
    (below.length === 0
      ? file.neverReached?.has(item.id) === true
      : below.every((child) => isLeft(file, child)))
  )
}

/** "Présenté par …, pour avis, à la demande de …"; `isPlanned`: it was to be, and nobody did; `isAdded`: in the meeting. */
export function presentedLine(
  item: Pick<AgendaItem, 'nature' | 'presenter' | 'organisation' | 'requester'>,
  articles: Articles,
  { isPlanned, isAdded }: { isPlanned: boolean; isAdded: boolean },
): string {
  const who = joined([typed(item.presenter), typed(item.organisation)])
  const nature =
    item.nature === null ? '' : minutesText.forNature(meetingText.natures[item.nature].toLowerCase())
  const line = joined([
    who === '' ? '' : isPlanned ? minutesText.toBePresentedBy(who) : minutesText.presentedBy(who),
    nature,
    requesterWords(item, articles),
    isAdded ? minutesText.addedInSession : '',
  ])
  return withCapital(line)
}

/** @param isPublic without what the secretariat has still to do about a text */
function watchOf(links: FileToPrint['watchLinks'], isPublic: boolean) {
  const columns = minutesText.watchColumns
  const date = (value: string | null) => (value === null ? minutesText.nothing : formatNarrowDate(value))
  const heads = [
    columns.text,
    columns.published,
    columns.inForce,
    columns.applies,
    columns.audience,
    columns.followUp,
  ]
  const rows = links.map(({ watchItem: item, deadlines }) => [
    watchTitle(item),
    item.publishedOn === null ? minutesText.watchStatuses[item.status] : publication(item),
    date(item.inForceOn),
    applications(item, deadlines).join('\u202f; ') || minutesText.nothing,
    withCapital(typed(item.audience)) || minutesText.nothing,
    isPublic ? minutesText.nothing : bulletinText.followUps[item.followUp],
  ])
  // What no text has takes no room from the others.
  const isTold = (x: number) => rows.some((row) => row[x] !== minutesText.nothing)
  const told = <T>(row: readonly T[]) => row.filter((_, x) => isTold(x))
  return { heading: minutesText.watchHeading, table: { columns: told(heads), rows: rows.map(told) } }
}

/** "20 nov. 2026, JORF n° 0192". */
function publication({ publishedOn, joNumber }: WatchItem): string {
  return joined([
    publishedOn === null ? '' : formatNarrowDate(publishedOn),
    joNumber === '' ? '' : minutesText.joIssue(joNumber),
  ])
}

/** The date for everybody, then each public's own. */
function applications({ appliesOn }: WatchItem, deadlines: readonly TextDeadline[]): string[] {
  return [
    ...(appliesOn === null ? [] : [formatNarrowDate(appliesOn)]),
    ...deadlines.map((deadline) =>
      joined([
        deadline.date === null ? bulletinText.noDate : formatNarrowDate(deadline.date),
        publicOf(deadline),
      ]),
    ),
  ]
}

/** "Décret n° 2026-1234, relatif à …, NOR : …". */
function watchTitle(item: WatchItem): string {
  const nor = typed(item.nor)
  return joined([watchName(item), nor === '' ? '' : minutesText.nor(nor)])
}
