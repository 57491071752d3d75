import { z } from 'zod'
import type { Id } from '../ids.ts'
import { typedArticle } from '../people/organisation-article.ts'
import { compareOrganisations, organisationForms } from '../people/same-organisation.ts'
import { bareText } from '../text/text-likeness.ts'
import type { AgendaItem } from './agenda.ts'
import { movedIds } from './changes.ts'
import type { DraftItem } from './draft.ts'
import { type Likeness, type Match, matchLines } from './match.ts'

/** Fields of an item that a file can give; `place` is where the file has it. */
export const ReimportField = z.enum([
  'title',
  'kind',
  'nature',
  'durationMinutes',
  'fixedStart',
  'presenter',
  'organisation',
  'requester',
  'note',
  'place',
])
export type ReimportField = z.infer<typeof ReimportField>

/** An item as a file gives it: null is not said. */
export type Said = Omit<DraftItem, 'children' | 'source' | 'number' | 'durationRange'>

/** Entries of the directory that the names of a line stand for, when known. */
export type Linked = { readonly presenterId: Id | null; readonly organisationId: Id | null }
export const notLinked: Linked = { presenterId: null, organisationId: null }

/** A line of the file, in order; `parentKey` is a line before it. */
export type SaidLine = { readonly key: number; readonly parentKey: number | null; readonly said: Said }

export type FieldChange = {
  readonly field: Exclude<ReimportField, 'place'>
  readonly before: string | number | null
  readonly after: string | number | null
}

/** Which item each line is about; items in agenda order. */
export function matchesOf(lines: readonly SaidLine[], items: readonly AgendaItem[]): Map<number, Match> {
  return matchLines(lines, items)
}

/** Whether somebody has to say that the line is about that item. */
export function isAsked(likeness: Likeness): boolean {
  return likeness === 'doubtful' || likeness === 'faint'
}

/**
 * The fields that would change. Those that the file does not give are kept; spaces, quotes and apostrophes are no change, nor
 * is another way of writing the person or organisation that the item is linked to.
 */
export function changesOf(said: Said, item: AgendaItem, linked: Linked = notLinked): FieldChange[] {
  const changes: FieldChange[] = []
  const compare = (field: FieldChange['field'], after: string | number | null, isSame: boolean) => {
    const before = field === 'note' ? item.note : item[field]
    if (!isSame) changes.push({ field, before: before === '' ? null : before, after })
  }
  if (said.title.trim() !== '') compare('title', said.title, sameText(said.title, item.title))
  // "Point" is what a line is when nothing says otherwise.
  if (said.kind !== 'item') compare('kind', said.kind, said.kind === item.kind)
  for (const field of ['nature', 'durationMinutes', 'fixedStart'] as const)
    if (said[field] !== null) compare(field, said[field], said[field] === item[field])
  if (isSaid(said.presenter))
    compare(
      'presenter',
      said.presenter,
      sameText(said.presenter, item.presenter) || sameEntry(linked.presenterId, item.presenterId),
    )
  if (isSaid(said.organisation))
    compare('organisation', said.organisation, sameOrganisation(said.organisation, item, linked))
  if (isSaid(said.requester))
    compare('requester', said.requester, sameRequester(said.requester, item.requester))
  if (isSaid(said.note))
    compare('note', joinedNote(item.note, said.note), bareText(item.note).includes(bareText(said.note)))
  return changes
}

function isSaid(words: string | null): words is string {
  return words !== null && words.trim() !== ''
}

function sameText(a: string, b: string): boolean {
  return bareText(a) === bareText(b)
}

function sameEntry(a: Id | null, b: Id | null): boolean {
  return a !== null && a === b
}

function sameOrganisation(said: string, item: AgendaItem, { organisationId }: Linked): boolean {
  if (sameText(said, item.organisation) || sameEntry(organisationId, item.organisationId)) return true
  return compareOrganisations(organisationForms([said]), organisationForms([item.organisation])) === 'same'
}

/** A paper says "à la demande des Régions", with whatever article they are written elsewhere. */
function sameRequester(a: string, b: string): boolean {
  const bare = (who: string) => typedArticle(who.trim())?.rest ?? who
  return sameText(bare(a), bare(b))
}

/** A note of the secretariat is never replaced: what the file adds comes after it. */
function joinedNote(note: string, said: string): string {
  return note.trim() === '' ? said : `${note}\n${said}`
}

/** Lines whose item the file has elsewhere: under another parent, or in another order among those it kept. */
export function movedLines(
  lines: readonly Pick<SaidLine, 'key' | 'parentKey'>[],
  itemOf: ReadonlyMap<number, Id>,
  items: readonly AgendaItem[],
): Set<number> {
  const known = new Set(itemOf.values())
  const before = items.filter((item) => known.has(item.id))
  const named = (key: number) => itemOf.get(key) ?? `line ${key}`
  const after = lines.map(({ key, parentKey }) => ({
    id: named(key),
    parentId: parentKey === null ? null : named(parentKey),
  }))
  const moved = movedIds(before, after)
  return new Set(lines.filter(({ key }) => moved.has(named(key))).map(({ key }) => key))
}

/** Items that no line is about, in agenda order. */
export function goneItems(matched: Iterable<Id>, items: readonly AgendaItem[]): AgendaItem[] {
  const known = new Set(matched)
  return items.filter((item) => !known.has(item.id))
}

/** The lines of a draft from the top, children after their parent; keys count from 0. */
export function linesOf(items: readonly DraftItem[]): SaidLine[] {
  const lines: SaidLine[] = []
  const visit = (level: readonly DraftItem[], parentKey: number | null) => {
    for (const { children, source: _, number: __, durationRange: ___, ...said } of level) {
      const key = lines.length
      lines.push({ key, parentKey, said })
      visit(children, key)
    }
  }
  visit(items, null)
  return lines
}
