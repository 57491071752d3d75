import type { Organisation, OrganisationName, Person } from './directory.ts'
import {
  addressForms,
  compareNames,
  declaredForms,
  isWholeSame,
  leadCivility,
  type NameEvidence,
  type NameForms,
  type NameKeys,
  nameKeys,
  writtenForms,
} from './person-names.ts'
import {
  compareOrganisations,
  namesOfOrganisation,
  type OrganisationForm,
  organisationForms,
} from './same-organisation.ts'

export type Certainty = 'sure' | 'likely' | 'possible'

/** `name`: a whole name, in place of a given and a family name that nobody tells apart. */
export type PersonTraits = {
  readonly name?: string
  readonly civility?: string
  readonly givenName?: string
  readonly familyName?: string
  readonly otherNames?: string
  readonly email?: string
  readonly phone?: string
  /** Every name the organisation is known by. */
  readonly organisations?: readonly string[]
}

/** The part of the directory that is searched. */
export type KnownPersons = {
  readonly persons: readonly Person[]
  readonly organisations: readonly Organisation[]
  readonly formerNames: readonly OrganisationName[]
}

export type FoundPerson = {
  readonly personId: string
  readonly certainty: Certainty
  /** Others who fit as well: then nothing is surer than possible. */
  readonly others: readonly string[]
}

type Prepared = {
  readonly civility: string
  readonly names: NameForms
  readonly address: NameForms
  readonly email: string
  readonly phone: string
  readonly organisations: readonly OrganisationForm[]
}

const CERTAINTIES: readonly Certainty[] = ['possible', 'likely', 'sure']
const surer = (a: Certainty, b: Certainty) => CERTAINTIES.indexOf(b) - CERTAINTIES.indexOf(a)
const atMost = (found: Certainty, limit: Certainty): Certainty => (surer(found, limit) < 0 ? limit : found)

/**
 * Whether two descriptions are one person; null when nothing says so. The same address is sure unless the names
 * contradict it (an address shared by an office). One name in two organisations with two addresses is never more than
 * possible: two persons may bear it.
 */
export function samePerson(a: PersonTraits, b: PersonTraits): Certainty | null {
  return compare(prepare(a), prepare(b))
}

/**
 * Tells of each person of one list, in its order, whether somebody before is surely or likely the same. They are compared by
 * any word of their names and addresses, each taken apart once: a list of thousands stays quick, one line a thousand times too.
 */
export function listedBefore(): (traits: PersonTraits) => boolean {
  const byWord = new Map<string, Prepared[]>()
  const lines = new Set<string>()
  return (traits) => {
    const line = JSON.stringify(traits)
    if (lines.has(line)) return true
    lines.add(line)
    const one = prepare(traits)
    const words = new Set(
      `${traits.givenName ?? ''} ${traits.familyName ?? ''} ${traits.email ?? ''}`
        .toLowerCase()
        .split(/[\s-]+/)
        .filter((word) => word !== ''),
    )
    const earlier = new Set([...words].flatMap((word) => byWord.get(word) ?? []))
    for (const word of words) {
      const block = byWord.get(word)
      if (block === undefined) byWord.set(word, [one])
      else block.push(one)
    }
    return [...earlier].some((other) => {
      const certainty = compare(other, one)
      return certainty === 'sure' || certainty === 'likely'
    })
  }
}

/**
 * The person of the directory that a written name, address and organisation stand for ("Mme MARCHETTI Hélène (DGX)");
 * null when nobody does. For several look-ups take `personFinder`.
 */
export function findPerson(
  directory: KnownPersons,
  wanted: { name: string; email?: string; organisation?: string },
): FoundPerson | null {
  return personFinder(directory)({
    name: wanted.name,
    ...(wanted.email === undefined ? {} : { email: wanted.email }),
    organisations: wanted.organisation === undefined ? [] : [wanted.organisation],
  })
}

/**
 * Prepares a directory once for many look-ups. With `name` (somebody who writes), the only holder of the address is
 * likely even when the name is another; with a declared family name (a list of persons), the names must agree.
 */
export function personFinder(directory: KnownPersons): (wanted: PersonTraits) => FoundPerson | null {
  const index = indexOf(directory)
  return (traits) => {
    const wanted = prepare(traits)
    const candidates = new Set(sought(index, wanted))
    const matches = [...candidates]
      .flatMap(({ id, known }) => {
        const certainty = compare(wanted, known)
        return certainty === null ? [] : [{ id, certainty }]
      })
      .sort((a, b) => surer(a.certainty, b.certainty))
    const [best] = matches
    const holder = traits.name === undefined ? undefined : onlyHolder(candidates, wanted.email)
    // The only holder of an address wrote from it, even under the name of an office; another's name leaves a doubt.
    if (holder !== undefined && (best === undefined || best.certainty === 'possible')) {
      return { personId: holder.id, certainty: 'likely', others: [] }
    }
    if (best === undefined) return null
    const others = matches.filter((one) => one !== best && one.certainty === best.certainty)
    return {
      personId: best.id,
      certainty: others.length === 0 ? best.certainty : 'possible',
      others: others.map(({ id }) => id),
    }
  }
}

/** Pairs of the directory that look like one person, surest first. */
export function duplicatePairs(directory: KnownPersons): { a: string; b: string; certainty: Certainty }[] {
  const pairs: { a: string; b: string; certainty: Certainty }[] = []
  const before: Index = new Map()
  for (const one of indexed(directory)) {
    for (const other of new Set(sought(before, one.known))) {
      const certainty = compare(other.known, one.known)
      if (certainty !== null) pairs.push({ a: other.id, b: one.id, certainty })
    }
    enter(before, one)
  }
  return pairs.sort((a, b) => surer(a.certainty, b.certainty))
}

function onlyHolder(candidates: ReadonlySet<Indexed>, email: string): Indexed | undefined {
  const holders = email === '' ? [] : [...candidates].filter(({ known }) => known.email === email)
  return holders.length === 1 ? holders[0] : undefined
}

type Indexed = { readonly id: string; readonly known: Prepared }

/** Persons by each key they can be looked up by, in the order of the directory. */
type Index = Map<string, Indexed[]>

function indexOf(directory: KnownPersons): Index {
  const index: Index = new Map()
  for (const entry of indexed(directory)) enter(index, entry)
  return index
}

function enter(index: Index, entry: Indexed): void {
  for (const key of keysOf(entry.known).is) {
    const block = index.get(key)
    if (block === undefined) index.set(key, [entry])
    else block.push(entry)
  }
}

/** Those that may be the same person; some of them several times. */
function sought(index: Index, wanted: Prepared): Indexed[] {
  return [...keysOf(wanted).seeks].flatMap((key) => index.get(key) ?? [])
}

/** Every person with the forms that comparisons need; an organisation is taken apart once for all its persons. */
function indexed(directory: KnownPersons): Indexed[] {
  const organisations = new Map<string, readonly OrganisationForm[]>()
  return directory.persons.map((person) => {
    const { id, organisationId } = person
    let forms = organisationId === null ? [] : organisations.get(organisationId)
    if (forms === undefined) {
      forms = organisationForms(namesOfOrganisation(directory, organisationId ?? ''))
      organisations.set(organisationId ?? '', forms)
    }
    return { id, known: { ...prepare(person), organisations: forms } }
  })
}

function keysOf({ names, address, email }: Prepared): NameKeys {
  const [own, spelt] = [nameKeys(names), nameKeys(address)]
  const mail = email === '' ? [] : [`@ ${email}`]
  return {
    is: new Set([...own.is, ...spelt.is, ...mail]),
    seeks: new Set([...own.seeks, ...spelt.seeks, ...mail]),
  }
}

function prepare(traits: PersonTraits): Prepared {
  const { name = '', givenName = '', familyName = '', otherNames = '' } = traits
  const bracket = /\(([^)]+)\)/.exec(name)?.[1]
  return {
    civility: traits.civility ?? leadCivility(name),
    names: name === '' ? declaredForms(givenName, familyName, otherNames) : writtenForms(name),
    address: addressForms(traits.email ?? ''),
    email: (traits.email ?? '').replace(/\s+/g, '').toLowerCase(),
    phone: phoneDigits(traits.phone ?? ''),
    // "Hélène Marchetti (DGX)", as mail programs write it.
    organisations: organisationForms([
      ...(traits.organisations ?? []),
      ...(bracket === undefined ? [] : [bracket]),
    ]),
  }
}

/** The nine digits that matter, whatever the prefix; empty when it is no whole number. */
function phoneDigits(phone: string): string {
  const digits = phone.replace(/\D/g, '')
  return digits.length < 9 || digits.length > 15 ? '' : digits.slice(-9)
}

function compare(a: Prepared, b: Prepared): Certainty | null {
  const names = compareNames(a.names, b.names)
  const sexes = a.civility !== '' && b.civility !== '' && a.civility !== b.civility
  if (a.email !== '' && a.email === b.email) {
    const silent = a.names.forms.length === 0 || b.names.forms.length === 0
    return silent || names === 'whole' || (names !== null && !sexes) ? 'sure' : 'possible'
  }
  const evidence = strongest(names, addressEvidence(a, b))
  if (evidence === null) return null
  // A switchboard is shared by colleagues: it says where, not who.
  const organisation =
    a.phone !== '' && a.phone === b.phone ? 'same' : compareOrganisations(a.organisations, b.organisations)
  const otherMail = a.email !== '' && b.email !== ''
  const found = certaintyOf(evidence, organisation, otherMail)
  if (found === null || !sexes) return found
  return evidence === 'whole' || evidence === 'swapped' ? 'possible' : null
}

/** An address that spells the other's name says as much as a name that is not quite the same. */
function addressEvidence(a: Prepared, b: Prepared): NameEvidence | null {
  const spells =
    isWholeSame(a.address, b.names) || isWholeSame(b.address, a.names) || isWholeSame(a.address, b.address)
  return spells ? 'near' : null
}

function strongest(names: NameEvidence | null, address: NameEvidence | null): NameEvidence | null {
  return names === 'whole' || names === 'swapped' ? names : (address ?? names)
}

function certaintyOf(
  evidence: NameEvidence,
  organisation: 'same' | 'different' | 'unknown',
  otherMail: boolean,
): Certainty | null {
  switch (evidence) {
    case 'whole':
    case 'swapped': {
      if (organisation === 'different') return 'possible'
      const found = organisation === 'same' ? 'sure' : 'likely'
      const doubted = otherMail ? (found === 'sure' ? 'likely' : 'possible') : found
      return evidence === 'swapped' ? atMost(doubted, 'likely') : doubted
    }
    case 'near':
      if (organisation === 'different') return null
      return organisation === 'same' && !otherMail ? 'likely' : 'possible'
    case 'family':
      if (organisation === 'same') return otherMail ? 'possible' : 'likely'
      return organisation === 'unknown' && !otherMail ? 'possible' : null
    case 'weak':
      return organisation === 'same' && !otherMail ? 'possible' : null
    // A given name says something only beside an equal address.
    case 'given':
      return null
  }
}

/** Whether a whole name typed in one field, a quality after a comma left out, is most likely that of a person. */
export function isCalled(whole: string, person: PersonTraits): boolean {
  const [name = ''] = whole.split(',')
  const certainty = samePerson({ name }, person)
  return certainty === 'sure' || certainty === 'likely'
}
