import type { DirectoryView } from '../../contract/directory.ts'
import type { Reader } from '../../db/driver.ts'
import type { Person } from '../../domain/people/directory.ts'
import { alphabetical } from '../../domain/text/alphabetical.ts'

/** Colleges, then organisations by college, then persons by organisation; what belongs to none comes last. */
export async function directoryView(tx: Reader): Promise<DirectoryView> {
  const [colleges, organisations, persons, mandates, formerNames] = await Promise.all([
    tx.selectFrom('college').selectAll().orderBy('protocolOrder').execute(),
    tx.selectFrom('organisation').selectAll().execute(),
    tx.selectFrom('person').selectAll().execute(),
    tx.selectFrom('mandate').selectAll().orderBy('startsOn').orderBy('id').execute(),
    tx.selectFrom('organisationName').selectAll().orderBy('until').execute(),
  ])
  colleges.sort((a, b) => a.protocolOrder - b.protocolOrder || alphabetical(a.name, b.name))
  const collegeRank = ranks(colleges)
  organisations.sort(
    (a, b) =>
      rankIn(collegeRank, a.collegeId) - rankIn(collegeRank, b.collegeId) ||
      a.protocolOrder - b.protocolOrder ||
      alphabetical(a.name, b.name),
  )
  const organisationRank = ranks(organisations)
  persons.sort(
    (a, b) =>
      rankIn(organisationRank, a.organisationId) - rankIn(organisationRank, b.organisationId) ||
      a.protocolOrder - b.protocolOrder ||
      alphabetical(a.familyName, b.familyName),
  )
  return { colleges, organisations, persons, mandates, formerNames }
}

function ranks(rows: readonly { id: string }[]): ReadonlyMap<string, number> {
  return new Map(rows.map(({ id }, rank) => [id, rank]))
}

function rankIn(of: ReadonlyMap<string, number>, id: string | null): number {
  return (id === null ? undefined : of.get(id)) ?? of.size
}

/** Pairs of persons that somebody said are two, as "id id". */
export async function distinctPairs(tx: Reader): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('distinctPerson').select(['personId', 'otherId']).execute()
  return new Set(rows.map(({ personId, otherId }) => `${personId} ${otherId}`))
}

/** Somebody who holds a mandate on a date, as the directory names them that day. */
export type MemberOfDay = {
  mandateId: string
  role: 'titulaire' | 'suppleant'
  person: Person
  organisationId: string | null
  /** The name valid on that date; empty without an organisation. */
  organisation: string
  acronym: string
  collegeId: string | null
  college: string
}

type Day = { date: string; seriesId: string | null }

/** A person with several mandates of the day appears once: under the first seat that is theirs, else under the first. */
export async function membersOn(tx: Reader, day: Day): Promise<MemberOfDay[]> {
  const members = new Map<string, MemberOfDay>()
  for (const member of await mandatesOn(tx, day)) {
    const known = members.get(member.person.id)
    if (known !== undefined && (known.role === 'titulaire' || member.role !== 'titulaire')) continue
    // A seat of one's own comes where it stands, not where one is a deputy.
    members.delete(member.person.id)
    members.set(member.person.id, member)
  }
  return [...members.values()]
}

/**
 * Mandates of a series (null: of the body as a whole) on a civil date, in protocol order: college, organisation,
 * titulaires before their deputies, person.
 */
export async function mandatesOn(tx: Reader, { date, seriesId }: Day): Promise<MemberOfDay[]> {
  const mandates = tx
    .selectFrom('mandate')
    .innerJoin('person', 'person.id', 'mandate.personId')
    .leftJoin('organisation', 'organisation.id', 'mandate.organisationId')
    .leftJoin('college', 'college.id', 'organisation.collegeId')
    .selectAll('person')
    .select([
      'mandate.id as mandateId',
      'mandate.role',
      'mandate.organisationId as mandatedBy',
      'organisation.name as organisation',
      'organisation.acronym',
      'college.id as collegeId',
      'college.name as college',
    ])
    .where((eb) => eb.or([eb('mandate.startsOn', 'is', null), eb('mandate.startsOn', '<=', date)]))
    .where((eb) => eb.or([eb('mandate.endsOn', 'is', null), eb('mandate.endsOn', '>=', date)]))
    .where((eb) =>
      seriesId === null
        ? eb('mandate.seriesId', 'is', null)
        : eb.or([eb('mandate.seriesId', 'is', null), eb('mandate.seriesId', '=', seriesId)]),
    )
    .orderBy((eb) => eb.fn.coalesce('college.protocolOrder', eb.val(9999)))
    .orderBy((eb) => eb.fn.coalesce('organisation.protocolOrder', eb.val(9999)))
    .orderBy('mandate.role', 'desc')
    .orderBy('person.protocolOrder')
    .orderBy('person.familyName')
    .execute()
  const [rows, names] = await Promise.all([mandates, namesOn(tx, date)])
  return rows.map(({ mandateId, role, mandatedBy, organisation, acronym, collegeId, college, ...person }) => {
    const former = mandatedBy === null ? undefined : names.get(mandatedBy)
    return {
      mandateId,
      role,
      person,
      organisationId: mandatedBy,
      organisation: former?.name ?? organisation ?? '',
      acronym: former?.acronym ?? acronym ?? '',
      collegeId,
      college: college ?? '',
    }
  })
}

/** Former names still valid on a date, by organisation; an organisation that bore its present name is not in it. */
export async function namesOn(
  tx: Reader,
  date: string,
): Promise<Map<string, { name: string; acronym: string }>> {
  const rows = await tx
    .selectFrom('organisationName')
    .select(['organisationId', 'name', 'acronym'])
    .where('until', '>=', date)
    // The earliest end that is not past wins: set last.
    .orderBy('until', 'desc')
    .execute()
  return new Map(rows.map(({ organisationId, name, acronym }) => [organisationId, { name, acronym }]))
}
