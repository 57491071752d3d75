import { AppError } from '../../../contract/errors.ts'
import { getRow } from '../../../db/rows.ts'
import type { EveryText } from '../../../db/search/every-text.ts'
import type { Person } from '../../../domain/people/directory.ts'
import { fullName } from '../../../domain/people/full-name.ts'
import { personWords } from '../../../domain/people/person-words.ts'
import { fold } from '../../../domain/text/fold.ts'
import type { LongContext } from '../../context.ts'
import type { Sought } from './plan.ts'

type Card = { given: string; family: string; other: string; email: string; phone: string }

export type Identity = { person: Person; name: string; sought: Sought }

/** @throws AppError `not-found`; `conflict` when the card changed since `version` was seen. */
export async function identityOf(
  context: Pick<LongContext, 'read' | 'readTexts'>,
  personId: string,
  version?: number,
): Promise<Identity> {
  const { person, others, guests } = await context.read(async ({ tx }) => ({
    person: await getRow(tx, 'person', personId),
    others: await tx.selectFrom('person').selectAll().where('id', '!=', personId).execute(),
    guests: await tx.selectFrom('attendee').select(['givenName', 'familyName']).distinct().execute(),
  }))
  if (version !== undefined && version !== person.version) throw new AppError('conflict')
  const past = await context.readTexts((texts) => pastOf(texts, personId))
  const cards = [cardOf(person), ...past.cards]
  const all = (field: keyof Card) => distinct(cards.map((card) => card[field]))
  const families = new Set(cards.map(({ family }) => fold(family)))
  // A shared mailbox or the number of a switchboard is not one person's.
  const emails = new Set(others.map(({ email }) => email.trim().toLowerCase()))
  const phones = new Set(others.map(({ phone }) => digits(phone)))
  const words = personWords({
    givenNames: all('given'),
    familyNames: all('family'),
    otherNames: all('other'),
    emails: all('email').filter((email) => !emails.has(email.toLowerCase())),
    phones: all('phone').filter((phone) => !phones.has(digits(phone))),
    hasNamesake: others.some(({ familyName }) => families.has(fold(familyName))),
    others: [...others, ...guests].map(({ givenName, familyName }) => ({
      given: givenName,
      family: familyName,
    })),
  })
  return {
    person,
    name: fullName(person),
    sought: { ids: past.ids, words },
  }
}

/** Former values of the card from the journal, and of the entries that went into it. */
function pastOf(texts: EveryText, personId: string): { ids: Set<string>; cards: Card[] } {
  const ids = new Set([personId])
  const cards: Card[] = []
  // Ids found on the way are looked at in turn.
  for (const id of ids)
    for (const { before, after, entry, method } of texts.imagesOf('person', id)) {
      cards.push(...[before, after].flatMap((image) => (image === null ? [] : [imageCard(image)])))
      if (method !== 'directory.mergePersons' || before === null || after === null) continue
      for (const { rowId } of texts.removedIn(entry, 'person')) ids.add(rowId)
    }
  return { ids, cards }
}

function cardOf({ givenName, familyName, otherNames, email, phone }: Person): Card {
  return { given: givenName, family: familyName, other: otherNames, email, phone }
}

function imageCard(image: string): Card {
  const json = JSON.parse(image) as Record<string, unknown>
  const text = (key: string) => {
    const value = json[key]
    return typeof value === 'string' ? value : ''
  }
  return {
    given: text('given_name'),
    family: text('family_name'),
    other: text('other_names'),
    email: text('email'),
    phone: text('phone'),
  }
}

const digits = (phone: string) => phone.replaceAll(/\D/g, '')
const distinct = (texts: readonly string[]) => [
  ...new Set(texts.map((text) => text.trim()).filter((text) => text !== '')),
]
