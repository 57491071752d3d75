// A meeting that was convened and held, with eight members in three colleges, its minutes written: what is reviewed afterwards.
import { cpSync } from 'node:fs'
import { newId } from '../../renderer/api/new-id.ts'
import { openTestCore } from '../contract/open-core.ts'
import { intoSession } from '../put-in-session.ts'
import { bullets, paragraph, rich, table } from '../unit/documents-builders.ts'

export const held = '2027-01-14'
export const next = '2027-03-11'

export const members = [
  { acronym: 'ACD', name: 'Association des communes d’exemple', college: 0, who: 'Mme Ana Bréval' },
  { acronym: 'ARE', name: 'Régions d’exemple', college: 0, who: 'M. Luc Corbin' },
  { acronym: 'DEX', name: 'Départements d’exemple', college: 0, who: 'Mme Inès Dorval' },
  { acronym: 'DNE', name: 'Direction du numérique d’exemple', college: 1, who: 'M. Rémi Estrade' },
  { acronym: 'SAE', name: 'Service des archives d’exemple', college: 1, who: 'Mme Zoé Ferrand' },
  { acronym: 'OPA', name: 'Opérateur Alizé', college: 2, who: 'M. Noé Garance' },
  { acronym: 'OPB', name: 'Opérateur Boréal', college: 2, who: 'Mme Ève Hardelin' },
  { acronym: 'OPC', name: 'Opérateur Cirrus', college: 2, who: 'M. Paul Isambert' },
] as const
export const mailOf = (acronym: string) => `${acronym.toLowerCase()}@membre.invalid`
export const chair = { name: 'Odile Quémener', mail: 'presidence@membre.invalid' }

/** What stands in the minutes, by the words that returned files change. */
export const said = {
  start:
    'La Mission des guichets présente la passerelle de dépôt des actes, ouverte depuis septembre à douze communes volontaires.',
  calendar: 'Le calendrier prévoit trois vagues de raccordement, la dernière à l’automne 2027.',
  cost: 'Départements d’exemple demande que le coût du raccordement soit connu avant l’été.',
  free: 'L’Association des communes d’exemple rappelle son attachement à la gratuité du service.',
  stages: 'Régions d’exemple propose un point d’étape à chaque vague de raccordement.',
  support: 'Un accompagnement des secrétariats de mairie est annoncé pour le printemps.',
  directory: 'Régions d’exemple présente la maquette de l’annuaire partagé, tenue à jour par les guichets.',
  amounts: 'Les membres s’interrogent sur le coût de la mise à jour de l’annuaire.',
  archives: 'Le Service des archives d’exemple expose les règles de conservation des délibérations.',
  sites: 'Deux sites garderont chacun une copie des pièces signées.',
  open: 'Aucune autre question n’est soulevée par les membres présents.',
} as const

export const titles = [
  'Passerelle de dépôt des actes',
  'Annuaire partagé des guichets',
  'Archivage des délibérations',
  'Questions diverses',
] as const

/** Leaves the data in `dataDir`, on the evening of the 15th of January; returns the meeting. */
export async function reviewWorld(dataDir: string): Promise<string> {
  const time = { now: '2027-01-04T09:00:00.000Z' }
  const opened = await openTestCore(time)
  const { ok } = opened
  const body = await ok('settings.body', {})
  await ok('settings.updateBody', {
    version: body.version,
    patch: {
      name: 'Instance des guichets d’exemple',
      acronym: 'IGE',
      email: 'secretariat@ige.invalid',
      signature: 'Le secrétariat de l’instance',
    },
  })
  const style = await ok('documentStyle.get', {})
  await ok('documentStyle.update', { version: style.version, patch: { positions: 'text' } })
  const colleges = ['Associations d’élus', 'Services de l’État', 'Opérateurs'].map((name, protocolOrder) => ({
    id: newId(),
    fields: { name, protocolOrder },
  }))
  for (const college of colleges) await ok('directory.addCollege', college)
  const organisations = new Map<string, string>()
  for (const [protocolOrder, { acronym, name, college, who }] of members.entries()) {
    const organisationId = newId()
    organisations.set(acronym, organisationId)
    const collegeId = colleges[college]?.id ?? null
    await ok('directory.addOrganisation', {
      id: organisationId,
      fields: { name, acronym, collegeId, protocolOrder },
    })
    const [civility = '', givenName = '', familyName = ''] = who.split(' ')
    const personId = newId()
    await ok('directory.addPerson', {
      id: personId,
      fields: {
        civility: civility === 'M.' ? 'M.' : 'Mme',
        givenName,
        familyName,
        email: mailOf(acronym),
        organisationId,
        protocolOrder,
      },
    })
    await ok('directory.addMandate', { id: newId(), personId, fields: { role: 'titulaire', organisationId } })
  }
  await ok('directory.addPerson', {
    id: newId(),
    fields: {
      civility: 'Mme',
      givenName: 'Odile',
      familyName: 'Quémener',
      jobTitle: 'Présidente de l’instance',
      email: chair.mail,
    },
  })
  await ok('meetings.create', {
    fields: { date: next, startTime: '14:00', endTime: '16:00' },
    fromTemplate: true,
  })
  const { id: meetingId } = await ok('meetings.create', {
    fields: {
      date: held,
      startTime: '14:00',
      endTime: '16:00',
      place: 'Salle des Tilleuls',
      chair: chair.name,
    },
    fromTemplate: false,
  })
  const ids = titles.map(() => newId())
  for (const [at, title] of titles.entries())
    await ok('agenda.add', {
      id: ids[at] ?? '',
      meetingId,
      parentId: null,
      afterId: ids[at - 1] ?? null,
      fields: { title, durationMinutes: 30 },
    })
  const [convocation] = await ok('dispatch.prepare', { meetingId, kind: 'convocation', itemId: null })
  await ok('dispatch.markSent', {
    id: convocation?.dispatch.id ?? '',
    version: convocation?.dispatch.version ?? 0,
  })
  time.now = `${held}T13:00:00.000Z`
  await ok('meetings.setState', await intoSession(ok, meetingId))
  for (const [at, { id, version, familyName }] of (
    await ok('attendance.addMembers', { meetingId })
  ).entries())
    await ok('attendance.update', {
      id,
      version,
      patch:
        familyName === 'Isambert' ? { status: 'excuse' } : { status: at % 3 === 2 ? 'visio' : 'surPlace' },
    })
  const stances = [
    ['ACD', 'favorable', ''],
    ['DNE', 'reservee', 'sur les délais'],
    ['OPA', 'reserves', 'demande un essai avant l’été'],
  ] as const
  for (const [acronym, stance, words] of stances)
    await ok('session.addPosition', {
      id: newId(),
      meetingId,
      itemId: ids[0] ?? '',
      fields: {
        organisation: members.find((one) => one.acronym === acronym)?.name ?? '',
        organisationId: organisations.get(acronym) ?? null,
        stance,
        words,
      },
    })
  time.now = `${held}T15:05:00.000Z`
  await ok('session.close', { meetingId })
  const view = await ok('minutes.get', { meetingId })
  const written = [
    {
      presentation: rich(
        paragraph(said.start),
        paragraph(said.calendar),
        bullets(
          'une première vague pour les communes volontaires',
          'une deuxième vague pour les départements',
        ),
      ),
      exchanges: rich(...[said.cost, said.free, said.stages, said.support].map((one) => paragraph(one))),
    },
    {
      presentation: rich(paragraph(said.directory)),
      exchanges: rich(
        paragraph(said.amounts),
        table(
          ['Guichets', 'Échéance', 'Coût'],
          ['Communes', 'mars 2027', '12 000 €'],
          ['Départements', 'juin 2027', '8 500 €'],
        ),
      ),
    },
    {
      presentation: rich(paragraph(said.archives)),
      exchanges: rich(paragraph(said.sites)),
      circulation: 'members' as const,
    },
    { exchanges: rich(paragraph(said.open)) },
  ]
  for (const [at, patch] of written.entries()) {
    const section = view?.sections.find(({ itemId }) => itemId === ids[at])
    await ok('minutes.updateSection', { id: section?.id ?? '', version: section?.version ?? 0, patch })
  }
  await ok('minutes.addDecision', {
    id: newId(),
    itemId: ids[0] ?? '',
    fields: { text: 'L’instance prend acte du calendrier et demande une étape d’évaluation après six mois.' },
  })
  // Without its date: to be looked at before the seal, and left so.
  await ok('minutes.addAction', {
    id: newId(),
    itemId: ids[0] ?? '',
    fields: { text: 'Communiquer l’étude financière aux associations.', owner: 'Rémi Estrade' },
  })
  await opened.core.close()
  cpSync(opened.folder, dataDir, { recursive: true })
  await opened.dispose()
  return meetingId
}
