import type { Draft } from '../../../electron/domain/agenda/draft.ts'
import { type DraftMatches, proposeMinutes } from '../../../electron/domain/minutes/proposal.ts'
import type { ToldLine } from '../../../electron/domain/old-files/narrative.ts'
import type { TakenMinutes, TakenPlace } from '../../../electron/domain/old-files/taken-minutes.ts'
import { fold } from '../../../electron/domain/text/fold.ts'
import { entryOf, type MinutesRows, ownerShown, type PlaceChoice } from './minutes-rows.ts'

export type SentLines = {
  /** Of the lines whose items are sent, in their order. */
  readonly keys: readonly number[]
  /** Of each line that was merged into another: the key of that one. */
  readonly held: ReadonlyMap<number, number>
}

export function takenRows(
  { draft, told }: { draft: Draft; told: readonly (readonly ToldLine[])[] },
  rows: MinutesRows,
  matches: DraftMatches,
  { keys, held }: SentLines,
): TakenMinutes {
  const rest = proposeMinutes(draft, matches, told)
  const indexOf = (key: number) => keys.indexOf(held.get(key) ?? key)
  const placeOf = (place: PlaceChoice): TakenPlace => {
    if (place.type === 'item') return { type: 'existing', itemId: place.id }
    const index = place.type === 'line' ? indexOf(place.key) : -1
    return index < 0 ? { type: 'none' } : { type: 'taken', index }
  }
  const people = rows.participants.filter(({ taken, fields }) => taken && fields.familyName.trim() !== '')
  const kept = <R extends { taken: boolean; fields: { text: string } }>(list: readonly R[]) =>
    list.filter(({ taken, fields }) => taken && fields.text.trim() !== '')
  return {
    openedAt: rest.openedAt,
    closedAt: rest.closedAt,
    participants: people.map(({ key, fields: { representedBy, ...fields }, entry, replacesMark }) => ({
      ...fields,
      ...(fields.status === 'represente' && representedBy !== '' ? { representedBy } : {}),
      personId: entryOf(entry, matches.participants[key]?.match) ?? rows.newPersons.get(key)?.id ?? null,
      replacesMark: replacesMark === true,
    })),
    decisions: kept(rows.decisions).map(({ fields: { text, number, place } }) => ({
      text,
      number,
      place: placeOf(place),
    })),
    actions: kept(rows.actions).map((row) => ({
      text: row.fields.text,
      number: row.fields.number,
      dueDate: row.fields.dueDate,
      ...ownerShown(row, draft.actions[row.key], matches.owners[row.key]),
      place: placeOf(row.fields.place),
    })),
    // What stands under a point that is left out is left out with it.
    texts: rest.texts.flatMap(({ lines, place }) => {
      const index = place.type === 'taken' ? indexOf(place.index) : -1
      return index < 0 ? [] : [{ lines, place: { type: 'taken' as const, index } }]
    }),
    nextMeeting: rows.takesNext ? rest.nextMeeting : null,
    history: rows.takesHistory ? rest.history : [],
    newOrganisations: [...rows.newOrganisations.values()].map(({ id, name }) => ({ id, name, acronym: '' })),
    newPersons: people.flatMap(({ key, fields, entry }) => {
      const added = rows.newPersons.get(key)
      if (added === undefined || entryOf(entry, matches.participants[key]?.match) !== null) return []
      return {
        ...added,
        familyName: fields.familyName,
        givenName: fields.givenName,
        jobTitle: fields.role,
        organisationId: organisationIdOf(rows, fields.organisation, matches.participants[key]),
      }
    }),
  }
}

/** The organisation of somebody new: the one of the directory, or one that is added with them. */
function organisationIdOf(
  { newOrganisations }: MinutesRows,
  name: string,
  match: DraftMatches['participants'][number] | undefined,
): string | null {
  return newOrganisations.get(fold(name))?.id ?? match?.organisation?.organisationId ?? null
}

/** Rows of people whom the directory does not know, and who are taken in. */
export function newPeople(rows: MinutesRows, matches: DraftMatches): MinutesRows['participants'] {
  return rows.participants.filter(
    ({ key, taken, entry }) =>
      taken &&
      entry.type !== 'entry' &&
      (entry.type === 'written' || matches.participants[key]?.match.standing === 'new'),
  )
}

/** The organisations of those to be added that the directory does not know, each once, as first written. */
export function newOrganisations(rows: MinutesRows, matches: DraftMatches): string[] {
  const names = new Map<string, string>()
  for (const { key, fields } of newPeople(rows, matches)) {
    const match = matches.participants[key]?.organisation
    const isUnknown = match === null || match === undefined || match.standing !== 'matched'
    if (!rows.newPersons.has(key) || fields.organisation.trim() === '' || !isUnknown) continue
    if (!names.has(fold(fields.organisation))) names.set(fold(fields.organisation), fields.organisation)
  }
  return [...names.values()]
}
