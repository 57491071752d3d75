import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { type DispatchWorld, dispatchWorld } from './dispatch-world.ts'

let world: DispatchWorld
beforeEach(async () => {
  world = await dispatchWorld()
})
afterEach(() => world.opened.dispose())

const ok: DispatchWorld['opened']['ok'] = (method, input) => world.opened.ok(method, input)
const item = (title: string) => world.items[title] ?? ''
/** The meeting is held and its minutes begun. */
const startMinutes = async () => {
  const { id, version } = (await ok('meetings.get', { id: world.meetingId })).meeting
  world.setNow('2026-12-10T17:00:00.000Z')
  await ok('meetings.setState', { id, version, state: 'held' })
  return ok('minutes.start', { meetingId: world.meetingId })
}

describe('what an organisation owes', () => {
  const member = async (familyName: string, role: 'titulaire' | 'suppleant', fields: object) => {
    const id = newId()
    const organisationId = await body()
    await ok('directory.addPerson', { id, fields: { familyName, organisationId, ...fields } })
    await ok('directory.addMandate', { id: newId(), personId: id, fields: { role, organisationId } })
    return id
  }
  const bodyId = newId()
  const body = async () => {
    const { organisations } = await ok('directory.list', {})
    if (!organisations.some(({ id }) => id === bodyId))
      await ok('directory.addOrganisation', {
        id: bodyId,
        fields: { name: 'Direction des usages d’exemple', acronym: 'DUX' },
      })
    return bodyId
  }
  const owe = (text: string, owner: string, organisation: string) =>
    ok('minutes.addAction', {
      id: newId(),
      itemId: item('Annuaire partagé'),
      fields: { text, owner, organisation },
    })
  const written = async () =>
    (await world.prepare('actionsReminder')).map(({ recipients }) =>
      recipients.map(({ field, email }) => `${field} ${email}`),
    )

  it('is asked of its titulaire, the assistants in copy, together with what they owe themselves', async () => {
    await member('Suppléante', 'suppleant', { email: 'suppleante@dux.example' })
    await member('Tilleul', 'titulaire', {
      givenName: 'Ada',
      email: 'tilleul@dux.example',
      copyEmails: 'cabinet@dux.example',
    })
    await startMinutes()
    await owe('Réécrire l’article', '', 'DUX')
    await owe('Chiffrer l’aide', 'direction des usages d’exemple', '')
    await owe('Relire', 'Ada Tilleul', '')
    await owe('Transmettre', '', 'Un organisme inconnu')
    expect(await written()).toEqual([['to tilleul@dux.example', 'cc cabinet@dux.example'], ['to ']])
    const [letter] = await world.prepare('actionsReminder')
    for (const text of ['Réécrire l’article', 'Chiffrer l’aide', 'Relire'])
      expect(letter?.dispatch.body).toContain(text)
  })

  it('is asked of each of several together, and of its titulaire where nobody bears the owner’s name', async () => {
    await member('Tilleul', 'titulaire', { givenName: 'Ada', email: 'tilleul@dux.example' })
    await startMinutes()
    await owe('Chiffrer l’aide', 'Le service des quais', 'DUX')
    await owe('Relire', 'DUX et Paul Okonjo', '')
    await owe('Publier', 'Le service des rives', '')
    await owe('Classer', 'Mme Tilleul, Paul Okonjo / DUX', 'DUX')
    expect(await written()).toEqual([['to tilleul@dux.example'], ['to okonjo@asso.example'], ['to ']])
    const bodies = (await world.prepare('actionsReminder')).map(({ dispatch }) => dispatch.body)
    const told = ['Chiffrer', 'Relire', 'Publier', 'Classer'].map((text) =>
      bodies.map((words) => words.split(text).length - 1),
    )
    expect(told).toEqual([
      [1, 0, 0],
      [1, 1, 0],
      [0, 0, 1],
      [1, 1, 0],
    ])
  })

  it('is not asked of the titulaire too where it only says whose somebody is', async () => {
    await member('Tilleul', 'titulaire', { givenName: 'Ada', email: 'tilleul@dux.example' })
    await startMinutes()
    await owe('Publier', 'Paul Okonjo - DUX', '')
    await owe('Traduire', 'DUX – Paul Okonjo', '')
    expect(await written()).toEqual([['to okonjo@asso.example']])
    await owe('Relire', 'Paul Okonjo et DUX', '')
    await owe('Classer', 'Inconnue - DUX', '')
    expect(await written()).toEqual([['to okonjo@asso.example'], ['to tilleul@dux.example'], ['to ']])
  })

  it('is asked of a deputy when the titulaire has no address, and of nobody whose mandate is over', async () => {
    await member('Sans', 'titulaire', {})
    const former = await member('Ancien', 'titulaire', { email: 'ancien@dux.example' })
    const [mandate] = (await ok('directory.list', {})).mandates.filter(({ personId }) => personId === former)
    if (mandate === undefined) throw new Error('no mandate')
    const { id, version } = mandate
    await ok('directory.updateMandate', { id, version, patch: { endsOn: '2020-01-01' } })
    await startMinutes()
    await owe('Réécrire l’article', '', 'DUX')
    expect(await written()).toEqual([['to ']])
    await member('Suppléante', 'suppleant', { email: 'suppleante@dux.example' })
    expect(await written()).toEqual([['to suppleante@dux.example']])
  })
})
