import type { DirectoryView } from '../../contract/directory.ts'
import { AppError } from '../../contract/errors.ts'
import type { Input } from '../../contract/index.ts'
import { updateRow } from '../../db/rows.ts'
import type { Mandate, Person } from '../../domain/people/directory.ts'
import { changesFrom } from '../../domain/people/directory-changes.ts'
import { findOrganisation } from '../../domain/people/same-organisation.ts'
import { fold } from '../../domain/text/fold.ts'
import type { WriteContext } from '../context.ts'
import { newId } from '../new-id.ts'
import { directoryView } from '../reads/directory.ts'
import { inOrder } from './mandates.ts'
import { nextOrder } from './order.ts'

type Row = Input<'directory.takeDraft'>['rows'][number]
/** Matched with the rows; grows as rows bring organisations, colleges and mandates. */
type Known = DirectoryView & {
  readonly idByName: Map<string, string>
  readonly newPersons: Person[]
  readonly newMandates: Mandate[]
}
type Context = Pick<WriteContext, 'tx' | 'now'>

export async function takeDraft(context: Context, rows: readonly Row[]): Promise<void> {
  const view = await directoryView(context.tx)
  const known: Known = { ...view, idByName: new Map(), newPersons: [], newMandates: [] }
  const persons = new Map(known.persons.map((person) => [person.id, person]))
  const firstOrder = await nextOrder(context.tx, 'person')
  for (const row of rows) {
    // Sent twice, the second time finds its person there.
    if (row.take === 'skip' || persons.has(row.id)) continue
    if (row.person.familyName === '') throw new AppError('invalid-input', { field: 'familyName' })
    const organisationId = await organisationOf(context, known, row)
    const found = row.take === 'update' && row.match !== null ? persons.get(row.match.personId) : undefined
    if (found === undefined) {
      const protocolOrder = firstOrder + known.newPersons.length
      const added = { ...row.person, id: row.id, version: 1, organisationId, protocolOrder }
      known.newPersons.push(added)
      persons.set(added.id, added)
    } else {
      const patch = changesFrom(found, row.person)
      if (organisationId !== null && organisationId !== found.organisationId)
        patch.organisationId = organisationId
      if (Object.keys(patch).length > 0)
        persons.set(found.id, await updateRow(context.tx, 'person', found, patch))
    }
    const mandated = organisationId ?? found?.organisationId ?? null
    await mandateOf(context, known, row, found?.id ?? row.id, mandated)
  }
  await insertAll(known.newPersons, (part) => context.tx.insertInto('person').values(part).execute())
  await insertAll(known.newMandates, (part) => context.tx.insertInto('mandate').values(part).execute())
}

/** Rows of one statement: a list of hundreds is taken in at once. */
const AT_ONCE = 50

async function insertAll<T>(rows: readonly T[], insert: (part: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE) await insert(rows.slice(from, from + AT_ONCE))
}

/** The organisation that a row names: known, or made on the way. */
async function organisationOf(context: Context, known: Known, row: Row): Promise<string | null> {
  const name = row.organisation || row.acronym
  if (name === '') return null
  const key = `${name}\n${row.acronym}`
  const id =
    known.idByName.get(key) ??
    findOrganisation(known, { name, acronym: row.acronym })?.id ??
    (await newOrganisation(context, known, row, name))
  known.idByName.set(key, id)
  return id
}

async function newOrganisation(context: Context, known: Known, row: Row, name: string): Promise<string> {
  const organisation = {
    id: newId(context.now),
    version: 1,
    name,
    acronym: row.organisation === '' ? '' : row.acronym,
    article: null,
    collegeId: await collegeOf(context, known, row.college),
    protocolOrder: await nextOrder(context.tx, 'organisation'),
  }
  await context.tx.insertInto('organisation').values(organisation).execute()
  known.organisations.push(organisation)
  return organisation.id
}

async function collegeOf({ tx, now }: Context, known: Known, name: string): Promise<string | null> {
  if (name === '') return null
  const found = known.colleges.find((college) => fold(college.name) === fold(name))
  if (found !== undefined) return found.id
  const college = { id: newId(now), version: 1, name, protocolOrder: await nextOrder(tx, 'college') }
  await tx.insertInto('college').values(college).execute()
  known.colleges.push(college)
  return college.id
}

/** A mandate of that role for that organisation which is there already stands, with the end that the row gives it. */
async function mandateOf(
  { tx, now }: Context,
  known: Known,
  { mandate }: Row,
  personId: string,
  organisationId: string | null,
): Promise<void> {
  if (mandate === null) return
  const standing = known.mandates.find(
    (one) =>
      one.personId === personId &&
      one.organisationId === organisationId &&
      one.role === mandate.role &&
      one.seriesId === null &&
      (mandate.startsOn === null || one.startsOn === mandate.startsOn),
  )
  if (standing === undefined) {
    inOrder(mandate)
    const added = { ...mandate, id: newId(now), version: 1, personId, organisationId, seriesId: null }
    known.newMandates.push(added)
    known.mandates.push(added)
  } else if (mandate.endsOn !== null && mandate.endsOn !== standing.endsOn) {
    // A list without first days may end a mandate before it began here: it does not know it.
    if (standing.startsOn !== null && mandate.endsOn < standing.startsOn) return
    const isNew = known.newMandates.includes(standing)
    Object.assign(
      standing,
      isNew
        ? { endsOn: mandate.endsOn }
        : await updateRow(tx, 'mandate', standing, { endsOn: mandate.endsOn }),
    )
  }
}
