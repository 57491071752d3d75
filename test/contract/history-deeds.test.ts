// What the history says of acts that write many rows: what happened, in the words that people have for it.
import { afterEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { historyPlace, historySentence } from '../../renderer/text/history-words.ts'
import { askedOf } from '../asked.ts'
import { dispatchWorld } from './dispatch-world.ts'
import {
  hold,
  holdAndValidate,
  meetingOn,
  minutesOf,
  openMinutesCore,
  validateAnew,
  writeExchanges,
} from './minutes-world.ts'
import type { OpenedCore } from './open-core.ts'

let opened: OpenedCore
afterEach(() => opened.dispose())

const plain = (words: string) => words.replace(/[\u00a0\u202f]/gu, ' ')
const lines = (limit: number) => opened.ok('history.list', { meetingId: null, limit })

/** The newest lines, as they are read, newest first. */
async function newest(limit = 1): Promise<string[]> {
  return (await lines(limit)).map((line) => {
    const { lead, name, tail } = historySentence(line)
    return plain(`${lead.slice(line.who.length + 1)}${name === '' ? '' : ` « ${name} »`}${tail}`)
  })
}

it('a message that left is said with how many it reached, and what follows from it', async () => {
  const world = await dispatchWorld()
  opened = world.opened
  const { persons } = await opened.ok('directory.list', {})
  const { id = '', version = 0 } = persons.find(({ familyName }) => familyName === 'Okonjo') ?? {}
  await opened.ok('directory.updatePerson', { id, version, patch: { email: '' } })
  const { dispatch, recipients } = await world.send('convocation')
  expect(await newest()).toEqual([
    `a noté l’envoi de « ${plain(dispatch.subject)} » à ${recipients.length - 1} personnes (1 autre sans adresse) : la séance n° 1 est convoquée`,
  ])
  const subject = plain((await world.prepare('replyReminder'))[0]?.dispatch.subject ?? '')
  expect(await newest()).toEqual([`: préparation d’un message « ${subject} »`])
})

describe('an observation', () => {
  const remarks = async (count: number) => {
    opened = await openMinutesCore()
    const meetingId = await meetingOn(opened, '2026-12-10')
    await hold(opened, meetingId)
    const organisationId = newId()
    await opened.ok('directory.addOrganisation', { id: organisationId, fields: { name: 'Association ACD' } })
    const ids = Array.from({ length: count }, () => newId())
    for (const id of ids)
      await opened.ok('observations.add', {
        ...{ id, meetingId, paper: 'minutes', circle: 'members' },
        fields: { comment: 'Heure à revoir', organisation: 'Association ACD', organisationId },
      })
    return { meetingId, ids }
  }

  it('is said with its number and what was decided, and stands in the meeting, not at its author’s', async () => {
    const { ids } = await remarks(1)
    const decide = (state: 'accepted' | 'refused', answer: string, version: number) =>
      opened.ok('observations.decide', {
        ...{ id: ids[0] ?? '', version, state, answer, write: false, over: null },
      })
    const { observation } = await decide('accepted', '', 1)
    expect(await newest()).toEqual(['a retenu l’observation M-1 : « Heure à revoir »'])
    const [line] = await lines(1)
    expect(line === undefined ? '' : plain(historyPlace(line))).toBe(
      'Observation · Séance n° 1 du 10 décembre 2026',
    )
    await decide('refused', 'Hors du sujet', observation.version)
    expect(await newest()).toEqual([
      'n’a pas retenu l’observation M-1 : « Heure à revoir », motif : « Hors du sujet »',
    ])
  })

  it('decided with others is counted with them', async () => {
    const { meetingId, ids } = await remarks(9)
    await opened.ok('observations.decideAll', { meetingId, ids, state: 'accepted', answer: '' })
    expect(await newest()).toEqual(['a retenu 9 observations : M-1, M-2, M-3, M-4, M-5, M-6 et 3 autres'])
  })
})

it('minutes are validated, validated anew and sealed, each in one line', async () => {
  opened = await openMinutesCore()
  const meetingId = await meetingOn(opened, '2026-11-12')
  const laterId = await meetingOn(opened, '2026-12-10')
  await holdAndValidate(opened, meetingId)
  await writeExchanges(opened, meetingId, 'Une autre rédaction.')
  await validateAnew(opened, meetingId)
  const [anew, edited, validated] = await newest(3)
  expect([anew, validated]).toEqual([
    'a validé de nouveau le compte rendu de la séance n° 1',
    'a validé le compte rendu de la séance n° 1',
  ])
  expect(edited).toContain('a changé les échanges')
  // Asked twice it is done once.
  await validateAnew(opened, meetingId)
  expect((await newest(2))[1]).toBe(edited)
  const { version } = (await opened.ok('meetings.get', { id: laterId })).meeting
  await opened.ok('meetings.setState', { id: laterId, version, state: 'held' })
  await opened.ok('approval.approve', {
    ...{ meetingId, mode: 'meeting', approvingMeetingId: laterId, itemId: null, approvedOn: '2026-12-10' },
    ...{ corrections: '', asked: await askedOf(opened.ok, meetingId) },
  })
  expect(await newest()).toEqual(['a approuvé et scellé le compte rendu de la séance n° 1'])
})

it('an action is put off for a reason, and its states begin alike', async () => {
  opened = await openMinutesCore()
  const meetingId = await meetingOn(opened, '2026-12-10')
  await hold(opened, meetingId)
  const [section] = (await minutesOf(opened, meetingId)).sections
  const { id } = await opened.ok('minutes.addAction', {
    ...{ id: newId(), itemId: section?.itemId ?? '' },
    fields: { text: 'Fournir le guide', dueDate: '2027-02-12' },
  })
  const target = async () => [
    { id, version: (await opened.ok('followUp.action', { id })).row.action.version },
  ]
  await opened.ok('followUp.setActionState', { targets: await target(), state: 'done', reason: '', on: null })
  expect(await newest()).toEqual(['a changé l’état de « Fournir le guide » : à faire → réalisée'])
  await opened.ok('history.undo', {})
  await opened.ok('followUp.postpone', { targets: await target(), to: '2027-02-18', reason: 'Vacances' })
  expect((await newest())[0]).toMatch(/ven\. 12 févr\. 2027 → jeu\. 18 févr\. 2027, motif : « Vacances »$/u)
})
