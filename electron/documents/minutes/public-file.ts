import type { Attendee } from '../../domain/attendance/attendance.ts'
import { standingIn } from '../../domain/attendance/seats.ts'
import type { FileToPrint, PrintedPosition } from '../../domain/meetings/meeting-file.ts'
import { fullName } from '../../domain/people/full-name.ts'
import { articleOf } from '../../domain/people/organisation-article.ts'
import { samePerson } from '../../domain/people/same-person.ts'
import { fold } from '../../domain/text/fold.ts'
import { minutesText } from '../text/minutes.ts'
import { isExhausted } from './model.ts'

/**
 * The file as it may be published: of items kept for the members nothing but their place in the numbering, of the life of
 * the document nothing, and, where the secretariat wants it so, what people are in place of who they are. What somebody
 * wrote in a text stays as it was written.
 */
export function publicFile(file: FileToPrint): FileToPrint {
  const reserved = reservedItems(file)
  const isPublic = ({ itemId }: { itemId: string }) => !reserved.has(itemId)
  const items = file.items.map((item) =>
    reserved.has(item.id)
      ? {
          ...item,
          title: minutesText.reservedItem,
          nature: null,
          presenter: '',
          presenterId: null,
          organisation: '',
          requester: '',
        }
      : item,
  )
  const { style } = file.look
  const published: FileToPrint = {
    ...file,
    reserved,
    isExhausted: isExhausted(file),
    look: { ...file.look, style: { ...style, hiddenSections: [...style.hiddenSections, 'followUp'] } },
    items,
    sections: file.sections.filter(isPublic),
    decisions: file.decisions.filter(isPublic),
    actions: file.actions.filter(isPublic),
    watchLinks: file.watchLinks.filter(isPublic),
    positions: (file.positions ?? []).filter(isPublic),
  }
  const { earlier } = file
  const followed = earlier?.followedUp
  const told: FileToPrint =
    earlier === undefined || followed == null
      ? published
      : {
          ...published,
          earlier: {
            ...earlier,
            followedUp: isPublic(followed)
              ? { ...followed, actions: followed.actions.filter(({ isReserved }) => !isReserved) }
              : null,
          },
        }
  return style.publicNames === 'functions' ? withoutNames(told) : told
}

/** Those kept for the members, and what stands below them. */
function reservedItems({ items, sections }: FileToPrint): ReadonlySet<string> {
  const reserved = new Set(
    sections.filter(({ circulation }) => circulation === 'members').map(({ itemId }) => itemId),
  )
  // In agenda order, so that a parent comes before what is below it.
  for (const { id, parentId } of items) if (parentId !== null && reserved.has(parentId)) reserved.add(id)
  return reserved
}

/**
 * Who takes a position in words that neither the list nor the directory knows, as a body or as somebody: published without names,
 * it is published by that name all the same.
 */
export function unknownSpeakers(file: FileToPrint): { itemId: string; name: string }[] {
  if (file.look.style.publicNames !== 'functions') return []
  const reserved = reservedItems(file)
  const { isOrganisation, isPerson } = knownIn(file)
  const names = new Map(
    (file.positions ?? [])
      .filter((one) => !reserved.has(one.itemId) && one.organisationId === null && !isPerson(one))
      .map(({ itemId, organisation }) => [organisation.trim(), itemId]),
  )
  return [...names].flatMap(([name, itemId]) => (isOrganisation(name) ? [] : [{ itemId, name }]))
}

/** Sorts the names of a file into bodies and persons. */
function knownIn(file: FileToPrint) {
  const organisations = new Set(
    [...file.attendees, ...file.items].map(({ organisation }) => fold(organisation).trim()),
  )
  const isOrganisation = (name: string) =>
    file.articles.has(fold(name).trim()) || organisations.has(fold(name).trim())
  /** Who is known here as a person; others whom a position names are bodies. */
  const persons = [
    ...file.attendees.map(fullName),
    file.meeting.chair,
    file.meeting.secretary,
    ...file.items.flatMap(({ presenter, presenterId }) => (presenterId === null ? [] : [presenter])),
    ...file.actions.flatMap(({ owner, ownerId }) => (ownerId === null ? [] : [owner])),
  ].filter((name) => name.trim() !== '')
  const isPerson = ({ organisation, organisationId, isPerson: isKnown }: PrintedPosition) =>
    organisationId === null && !isOrganisation(organisation) && (isKnown || persons.some(isOf(organisation)))
  return { isOrganisation, isPerson }
}

/** "Mme Marchetti", "H. Marchetti" as well as the whole name. */
const isOf = (written: string) => (name: string) => samePerson({ name: written }, { name }) !== null

function withoutNames(file: FileToPrint): FileToPrint {
  const named = new Map(file.attendees.map((attendee) => [fullName(attendee), attendee]))
  /** Of a name that nobody present bears no function is known: it is left out, and the organisation beside it stays. */
  const roleOf = (name: string) => named.get(name.trim())?.role.trim() ?? ''
  const { isOrganisation, isPerson } = knownIn(file)
  /** Nobody's body: it took no position because somebody of it did. */
  const speakerOf = (organisation: string): string => {
    const [one, other] = file.attendees.filter((attendee) => isOf(organisation)(fullName(attendee)))
    // A function alone is no subject of a sentence.
    const isListed = file.look.style.positions !== 'text'
    return (isListed && other === undefined && one?.role.trim()) || minutesText.somebody
  }
  const followedUp = file.earlier?.followedUp
  const standsIn = standingIn(file.attendees)
  /** Names say who stands in for whom: without them, a deputy who does must not be counted for another seat. */
  const seatOf = (one: Attendee) => (one.seat === 'suppleant' && standsIn(one) ? 'guest' : one.seat)
  return {
    ...file,
    meeting: {
      ...file.meeting,
      chair: roleOf(file.meeting.chair),
      secretary: roleOf(file.meeting.secretary),
    },
    items: file.items.map((item) => ({
      ...item,
      presenter: roleOf(item.presenter),
      presenterId: null,
      requester: isOrganisation(item.requester) ? item.requester : roleOf(item.requester),
    })),
    attendees: file.attendees.map((attendee) => ({
      ...attendee,
      personId: null,
      seat: seatOf(attendee),
      givenName: '',
      familyName:
        attendee.role.trim() || (attendee.seat === 'guest' ? minutesText.guestOf : minutesText.memberOf),
      role: '',
      representedBy: '',
    })),
    positions: (file.positions ?? []).map((position) => {
      if (!isPerson(position)) return position
      const organisation = speakerOf(position.organisation)
      return { ...position, organisation, article: articleOf(organisation, file.articles) }
    }),
    actions: file.actions.map((action) => ({
      ...action,
      owner: roleOf(action.owner),
      ownerId: null,
    })),
    ...(followedUp == null || file.earlier === undefined
      ? {}
      : {
          earlier: {
            ...file.earlier,
            followedUp: {
              ...followedUp,
              actions: followedUp.actions.map((action) => ({ ...action, owner: roleOf(action.owner) })),
            },
          },
        }),
  }
}
