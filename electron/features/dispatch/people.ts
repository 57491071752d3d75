import type { Reader } from '../../db/driver.ts'
import { dispatchText } from '../../documents/text/dispatch.ts'
import type { Recipient, RecipientFields } from '../../domain/dispatch/dispatch.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import { addressesIn, addressKey } from '../../domain/people/addresses.ts'
import type { Person } from '../../domain/people/directory.ts'
import { fullName } from '../../domain/people/full-name.ts'
import { namesTogether } from '../../domain/people/names-together.ts'
import { answersFor, organisationCalled } from '../../domain/people/organisation-members.ts'
import { personFinder } from '../../domain/people/same-person.ts'
import { directoryView, namesOn } from '../reads/directory.ts'

export type NewRecipient = RecipientFields & Pick<Recipient, 'reason'>

/** Somebody to write to; `person` is null when the directory does not know them. */
export type Somebody = { person: Person | null; name: string; organisation: string }

export type People = {
  byId(id: string): Somebody | null
  /** By id, else by the name as it was written if only one person can bear it, else the bare name. */
  known(id: string | null, name: string, organisation: string): Somebody
  /**
   * The same for what is owed: under an organisation's name, who answers for it today in the series of the meeting, or in
   * the one where it was decided; of several who are named together each; under a name that nobody bears ("le service
   * juridique") who answers for the organisation beside it.
   */
  owing(id: string | null, name: string, organisation: string, series?: string | null): Somebody[]
}

export async function peopleOf(
  tx: Reader,
  { date, seriesId }: Pick<Meeting, 'date' | 'seriesId'>,
  today: string,
): Promise<People> {
  const directory = await directoryView(tx)
  const formerNames = await namesOn(tx, date)
  const persons = new Map(directory.persons.map((person) => [person.id, person]))
  const organisations = new Map(
    directory.organisations.map(({ id, name }) => [id, formerNames.get(id)?.name ?? name]),
  )
  const somebody = (person: Person): Somebody => ({
    person,
    name: fullName(person),
    organisation: (person.organisationId === null ? '' : organisations.get(person.organisationId)) ?? '',
  })
  const byId = (id: string) => {
    const person = persons.get(id)
    return person === undefined ? null : somebody(person)
  }
  // Made for the first name that has to be found: most letters are written to people known by their id.
  let find: ReturnType<typeof personFinder> | undefined
  const named = (name: string, organisation: string) => {
    if (name.trim() === '') return null
    find ??= personFinder(directory)
    const found = find({ name, organisations: [organisation] })
    return found === null || found.certainty === 'possible' ? null : found.personId
  }
  const known: People['known'] = (id, name, organisation) =>
    byId(id ?? named(name, organisation) ?? '') ?? {
      person: null,
      name: name.trim(),
      organisation: organisation.trim(),
    }
  return {
    byId,
    known,
    owing(id, name, organisation, series = seriesId) {
      const ofBody = (called: string): Somebody | null => {
        const body = organisationCalled(directory, called)
        const person = body === null ? null : answersFor(directory, body, { date: today, seriesId: series })
        return person === null
          ? null
          : { ...somebody(person), organisation: organisations.get(body ?? '') ?? '' }
      }
      const reached = (one: Somebody) => (one.person === null ? ofBody(one.name) : one)
      const whole = known(id, name, organisation)
      const found = reached(whole)
      if (found !== null) return [found]
      // The organisation is beside them all: it tells apart one of them, and says nothing against another.
      const each = namesTogether(name).map((one) => ({
        bare: known(null, one, ''),
        by: known(null, one, organisation),
      }))
      // "Paul Okonjo - DGX", "DGX - Paul Okonjo": the organisation says whose he is, and is not asked besides.
      const besideDash = new Set(
        name
          .split(/\s[–—-]\s/u)
          .filter((part, at) => at > 0 || organisationCalled(directory, part) !== null)
          .map(spelling),
      )
      const isPerson = ({ bare, by }: (typeof each)[number]) => (by.person ?? bare.person) !== null
      const asked = each
        .filter((one) => isPerson(one) || !besideDash.has(spelling(one.bare.name)) || !each.some(isPerson))
        .map(({ bare, by }) => ({ bare, person: reached(by) ?? reached(bare) }))
      if (each.length > 1 && asked.some(({ person }) => person !== null))
        return asked
          .map(({ bare, person }) => person ?? bare)
          .filter((one, index, all) => all.findIndex((other) => sameOne(other, one)) === index)
      return [ofBody(organisation) ?? whole]
    },
  }
}

/** Two persons of one name are two as soon as the directory knows them apart. */
export function sameOne(a: Somebody, b: Somebody): boolean {
  if (a.person !== null || b.person !== null) return a.person?.id === b.person?.id
  return a.name.toLowerCase() === b.name.toLowerCase()
}

const spelling = (name: string) => name.trim().toLowerCase()

/** A person's row, then one in copy for each assistant. */
export function rowsOf(
  { person, name, organisation }: Somebody,
  field: RecipientFields['field'],
  reason: Recipient['reason'],
): NewRecipient[] {
  const email = person?.email.trim() ?? ''
  const copies = person === null ? [] : addressesIn(person.copyEmails)
  return [
    { personId: person?.id ?? null, name, organisation, email, field, reason },
    ...copies
      .filter((copy) => addressKey(copy) !== addressKey(email))
      .map(
        (copy): NewRecipient => ({
          personId: null,
          name: dispatchText.assistant(name),
          organisation,
          email: copy,
          field: field === 'bcc' ? 'bcc' : 'cc',
          reason: 'assistant',
        }),
      ),
  ]
}

/** Each person once, each mere address once; an address that a listed person has is not repeated for an assistant. */
export function withoutDoubles(rows: readonly NewRecipient[]): NewRecipient[] {
  const persons = new Set<string>()
  const addresses = new Set(
    rows.filter(({ personId }) => personId !== null).map(({ email }) => addressKey(email)),
  )
  return rows.filter(({ personId, name, email }) => {
    // Somebody the directory does not know has only a name.
    const key = personId ?? (email === '' ? `name ${spelling(name)}` : null)
    if (key !== null) {
      if (persons.has(key)) return false
      persons.add(key)
      return true
    }
    if (addresses.has(addressKey(email))) return false
    addresses.add(addressKey(email))
    return true
  })
}
