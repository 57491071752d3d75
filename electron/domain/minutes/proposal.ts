import { z } from 'zod'
import type { Draft } from '../agenda/draft.ts'
import { flatItems, placesOf } from '../agenda/draft-places.ts'
import { AttendanceStatus } from '../attendance/attendance.ts'
import { Id } from '../ids.ts'
import type { ToldLine } from '../old-files/narrative.ts'
import type { TakenMinutes, TakenPlace } from '../old-files/taken-minutes.ts'
import { OrganisationMatch, PersonMatch, type WrittenPerson } from '../people/match-people.ts'

/** Matches of the people, bodies and statements of a draft, each in its order. */
export const DraftMatches = z.strictObject({
  participants: z.array(
    z.strictObject({
      match: PersonMatch,
      organisation: OrganisationMatch.nullable(),
      /** Them on the list of the meeting, and how they are marked there. */
      listed: z.strictObject({ attendeeId: Id, status: AttendanceStatus.nullable() }).nullable(),
    }),
  ),
  owners: z.array(z.strictObject({ person: PersonMatch, organisation: OrganisationMatch })),
  /** Whether the meeting has a decision or an action of these words already. */
  knownDecisions: z.array(z.boolean()),
  knownActions: z.array(z.boolean()),
})
export type DraftMatches = z.infer<typeof DraftMatches>

export function writtenPeople(participants: Draft['participants']): WrittenPerson[] {
  return participants.map(({ familyName, givenName, organisation }) => ({
    familyName,
    givenName: givenName ?? '',
    organisation: organisation ?? '',
  }))
}

/**
 * Nobody new enters the directory, and no date without its year is completed.
 * @param told what the file tells under each of its items
 */
export function proposeMinutes(
  draft: Draft,
  matches: DraftMatches,
  told: readonly (readonly ToldLine[])[],
): TakenMinutes {
  const { meeting, participants, decisions, actions, nextMeeting } = draft
  const places = placesOf(flatItems(draft.items), draft)
  return {
    openedAt: meeting.startTime,
    closedAt: meeting.endTime,
    participants: participants.map((one, at) => ({
      familyName: one.familyName,
      givenName: one.givenName ?? '',
      organisation: one.organisation ?? '',
      role: one.role ?? '',
      status: one.attendance,
      ...(one.representedBy === undefined ? {} : { representedBy: one.representedBy }),
      personId: matches.participants[at]?.match.personId ?? null,
      replacesMark: false,
    })),
    decisions: decisions.map(({ number, text }, at) => ({
      number,
      text,
      place: takenPlace(places.decisions[at] ?? null),
    })),
    actions: actions.map((one, at) => ({
      number: one.number,
      text: one.text,
      ...ownerOf(one, matches.owners[at]),
      dueDate: wholeDate(one.dueDate),
      place: takenPlace(places.actions[at] ?? null),
    })),
    texts: told.flatMap((lines, index) =>
      lines.length === 0 ? [] : [{ lines: [...lines], place: takenPlace(index) }],
    ),
    nextMeeting:
      nextMeeting === null
        ? null
        : {
            date: wholeDate(nextMeeting.date),
            time: nextMeeting.startTime,
            place: nextMeeting.place ?? '',
          },
    history: draft.followUp.map(({ step, date, by }) => ({ step, date, by: by ?? '' })),
    newOrganisations: [],
    newPersons: [],
  }
}

const takenPlace = (index: number | null): TakenPlace =>
  index === null ? { type: 'none' } : { type: 'taken', index }

/** A date without its year is asked for. */
export function wholeDate(date: string | null): string | null {
  return date === null || date.startsWith('-') ? null : date
}

/** An owner that is a body, and nobody, is the organisation of the action. */
export function ownerOf(
  { owner, organisation }: Draft['actions'][number],
  match: DraftMatches['owners'][number] | undefined,
): { owner: string; ownerId: string | null; organisation: string } {
  const written = owner ?? ''
  const isBody =
    organisation === null &&
    match !== undefined &&
    match.person.standing !== 'matched' &&
    match.organisation.standing === 'matched'
  return isBody
    ? { owner: '', ownerId: null, organisation: written }
    : { owner: written, ownerId: match?.person.personId ?? null, organisation: organisation ?? '' }
}
