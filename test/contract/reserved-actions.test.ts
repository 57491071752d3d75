import { afterEach, beforeEach, expect, it } from 'vitest'
import { modelInPdf } from '../../electron/documents/read-back.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { Desk } from './carry-over-world.ts'
import { hold } from './minutes-world.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let desk: Desk
beforeEach(async () => {
  opened = await openTestCore({ now: '2026-05-04T09:00:00.000Z' })
  desk = new Desk(opened)
})
afterEach(() => opened.dispose())

it('an action decided under an item kept for the members, or below one, is not published later', async () => {
  const may = await desk.meeting('2026-05-12', { fromTemplate: true })
  const item = await desk.item(may, 'Passerelle')
  const below = await desk.item(may, 'Volet financier', { parentId: item })
  const other = await desk.item(may, 'Annuaire')
  await desk.setState(may, 'inSession')
  const decided = { [item]: 'Transmettre le bilan', [below]: 'Régler le volet', [other]: 'Relire le modèle' }
  for (const [itemId, text] of Object.entries(decided))
    await opened.ok('minutes.addAction', { id: newId(), itemId, fields: { text, dueDate: '2026-05-20' } })
  await desk.setState(may, 'held')
  const june = await desk.meeting('2026-06-09', { fromTemplate: true })
  const said = async (kind: 'minutes' | 'publicMinutes') => {
    const { bytes } = await opened.ok('documents.render', { kind, meetingId: june })
    const words = JSON.stringify(await modelInPdf(bytes))
    return Object.values(decided).filter((text) => words.includes(text))
  }
  const all = Object.values(decided)
  expect(await said('publicMinutes')).toEqual(all)
  const sections = (await opened.ok('minutes.get', { meetingId: may }))?.sections ?? []
  const { id = '', version = 0 } = sections.find(({ itemId }) => itemId === item) ?? {}
  await opened.ok('minutes.updateSection', { id, version, patch: { circulation: 'members' } })
  expect(await said('publicMinutes')).toEqual(['Relire le modèle'])
  expect(await said('minutes')).toEqual(all)
})

it('addresses and words of secrecy are asked about before they are published, but for items kept for the members', async () => {
  const { ok } = opened
  const may = await desk.meeting('2026-05-12', { fromTemplate: false })
  const [pasted, reserved] = [await desk.item(may, 'Annuaire'), await desk.item(may, 'Passerelle')]
  await ok('minutes.start', { meetingId: may })
  const text =
    'De : camille@exemple.invalid\nBonjour. Ce message est confidentiel. La confidentialité est un sujet.'
  for (const [itemId, circulation] of [
    [pasted, 'public'],
    [reserved, 'members'],
  ] as const) {
    const section = (await ok('minutes.get', { meetingId: may }))?.sections.find(
      (one) => one.itemId === itemId,
    )
    const { id = '', version = 0 } = section ?? {}
    const exchanges = {
      type: 'doc' as const,
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
    }
    await ok('minutes.updateSection', { id, version, patch: { exchanges, circulation } })
  }
  const checks = await ok('meetings.leavingChecks', { id: may, departure: 'public' })
  expect(checks.filter(({ kind }) => kind === 'privateWords')).toMatchObject([
    { names: ['1', 'camille@exemple.invalid', 'Ce message est confidentiel'], section: pasted, stops: false },
  ])
})

it('an item put off and kept for the members leaves the public agenda unexhausted', async () => {
  const { ok } = opened
  const { id: meetingId } = await ok('meetings.create', {
    fields: { date: '2026-05-12' },
    fromTemplate: false,
  })
  const itemId = newId()
  const fields = { title: 'Un point réservé' }
  await ok('agenda.add', { id: itemId, meetingId, parentId: null, afterId: null, fields })
  await ok('minutes.start', { meetingId })
  const section = (await ok('minutes.get', { meetingId }))?.sections.find((one) => one.itemId === itemId)
  const { id = '', version = 0 } = section ?? {}
  const patch = { circulation: 'members', outcome: 'reporte' } as const
  await ok('minutes.updateSection', { id, version, patch })
  await hold(opened, meetingId)
  for (const kind of ['minutes', 'publicMinutes'] as const) {
    const { bytes } = await ok('documents.render', { kind, meetingId })
    const words = JSON.stringify(await modelInPdf(bytes))
    expect(words).toContain('est levée')
    expect(words).not.toContain('épuisé')
  }
})
