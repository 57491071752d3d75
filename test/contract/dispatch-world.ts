import type { DispatchKind } from '../../electron/domain/dispatch/dispatch.ts'
import type { JobRunner } from '../../electron/jobs/runner.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

export type DispatchWorld = {
  opened: OpenedCore
  meetingId: string
  /** Ids of persons by family name, of items by title. */
  persons: Readonly<Record<string, string>>
  items: Readonly<Record<string, string>>
  prepare(kind: DispatchKind, itemId?: string | null): Promise<Prepared>
  /** Prepares the only message of a kind and marks it as sent. */
  send(kind: DispatchKind): Promise<Prepared[number]>
  /** Moves the clock of the core. */
  setNow(instant: string): void
}
type Prepared = Awaited<ReturnType<typeof prepareIn>>

const people = [
  { familyName: 'Marchetti', givenName: 'Hélène', civility: 'Mme', copyEmails: 'secretariat.m@asso.example' },
  { familyName: 'Okonjo', givenName: 'Paul', civility: 'M.', copyEmails: '' },
  { familyName: 'Sauveterre', givenName: 'Inès', civility: '', copyEmails: '' },
  { familyName: 'Delaunay', givenName: 'Marc', civility: 'M.', copyEmails: 'bureau@mission.example' },
  { familyName: 'Invité', givenName: 'Claire', civility: 'Mme', copyEmails: '' },
] as const

const prepareIn = (opened: OpenedCore, meetingId: string, kind: DispatchKind, itemId: string | null) =>
  opened.ok('dispatch.prepare', { meetingId, kind, itemId })

/** @param jobs in place of the processes that all tests share */
export async function dispatchWorld(
  now = '2026-11-02T09:00:00.000Z',
  jobs?: JobRunner,
): Promise<DispatchWorld> {
  const clock = { now, ...(jobs === undefined ? {} : { jobs }) }
  const opened = await openTestCore(clock)
  const body = await opened.ok('settings.body', {})
  await opened.ok('settings.updateBody', {
    version: body.version,
    patch: {
      name: 'Instance de démonstration',
      acronym: 'IND',
      email: 'secretariat@ind.example',
      signature: 'Le secrétariat de l’instance\n1, rue de l’Exemple',
    },
  })
  const organisationId = newId()
  await opened.ok('directory.addOrganisation', {
    id: organisationId,
    fields: { name: 'Association des communes de démonstration', acronym: 'ACD' },
  })
  const persons: Record<string, string> = {}
  for (const person of people) {
    const id = newId()
    persons[person.familyName] = id
    await opened.ok('directory.addPerson', {
      id,
      fields: {
        ...person,
        organisationId,
        email: `${person.familyName.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')}@asso.example`,
      },
    })
  }
  const mandates = { Marchetti: 'titulaire', Okonjo: 'titulaire', Sauveterre: 'suppleant' } as const
  for (const [name, role] of Object.entries(mandates))
    await opened.ok('directory.addMandate', {
      id: newId(),
      personId: persons[name] ?? '',
      fields: { role, organisationId },
    })
  const { id: meetingId } = await opened.ok('meetings.create', {
    fields: {
      date: '2026-12-10',
      title: 'Échanges numériques',
      place: 'Salle 4, Paris',
      videoLink: 'https://visio.example/ind',
      startTime: '14:00',
      endTime: '16:30',
    },
    fromTemplate: false,
  })
  const items: Record<string, string> = {}
  let afterId: string | null = null
  for (const title of ['Annuaire partagé', 'Archives numériques']) {
    const id: string = newId()
    items[title] = id
    await opened.ok('agenda.add', {
      id,
      meetingId,
      parentId: null,
      afterId,
      fields: { title, durationMinutes: 30 },
    })
    afterId = id
  }
  const prepare: DispatchWorld['prepare'] = (kind, itemId = null) =>
    prepareIn(opened, meetingId, kind, itemId)
  return {
    opened,
    meetingId,
    persons,
    items,
    prepare,
    async send(kind) {
      const [view] = await prepare(kind)
      if (view === undefined) throw new Error(`nothing to prepare for ${kind}`)
      const { id, version } = view.dispatch
      return opened.ok('dispatch.markSent', { id, version })
    },
    setNow(instant) {
      clock.now = instant
    },
  }
}

/** The first of a list that must not be empty. */
export function first<T>(list: readonly T[]): T {
  const [one] = list
  if (one === undefined) throw new Error('the list is empty')
  return one
}

/** To whom a message goes, by name. */
export function namesOf(view: { recipients: readonly { name: string }[] }): string[] {
  return view.recipients.map(({ name }) => name)
}
