// What the minutes keep of the course of a meeting that was held live.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { modelInPdf } from '../../electron/documents/read-back.ts'
import { plainText } from '../../electron/domain/text/rich-text.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { putInSession } from '../put-in-session.ts'
import { notedLine } from '../session-line.ts'
import { minutesOf } from './minutes-world.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let now: Date
let opened: OpenedCore
let meetingId: string
let itemIds: string[]
const at = (time: string) => {
  now = new Date(`2026-12-10T${time}:00`)
}
beforeEach(async () => {
  at('13:52')
  opened = await openTestCore({ clock: () => now })
  meetingId = (await opened.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: false })).id
  itemIds = []
  for (const title of ['Annuaire', 'Portail', 'Passerelle']) {
    const id = newId(now.getTime() - 60_000)
    const fields = { title, presenter: 'Ada Tilleul' }
    await opened.ok('agenda.add', { id, meetingId, parentId: null, afterId: itemIds.at(-1) ?? null, fields })
    itemIds.push(id)
  }
  await putInSession(opened.ok, meetingId)
})
afterEach(() => opened.dispose())

const sections = async () => {
  const all = (await minutesOf(opened, meetingId)).sections
  return itemIds.map((itemId) => all.find((one) => one.itemId === itemId))
}

describe('items that nobody came to', () => {
  const printed = async () => {
    const { bytes } = await opened.ok('documents.render', { kind: 'minutes', meetingId })
    const model = await modelInPdf(bytes)
    return model?.kind === 'minutes' ? model.sections.map(({ presented }) => presented) : []
  }

  it('are noted as not treated at once, but for what has an outcome', async () => {
    const [, second = '', third = ''] = itemIds
    await opened.ok('session.setOutcome', { meetingId, itemId: second, outcome: 'reporte' })
    await opened.ok('session.setUntreated', { meetingId, itemIds: [second, third] })
    const outcomeSentence = 'Le point n’a pas été traité.'
    expect(await sections()).toMatchObject([
      { outcome: null },
      { outcome: 'reporte' },
      { outcome: 'nonTraite', outcomeSentence },
    ])
    await opened.ok('history.undo', {})
    expect(await sections()).toMatchObject([{ outcome: null }, { outcome: 'reporte' }, { outcome: null }])
  })

  it('are presented by nobody, where the meeting went from item to item', async () => {
    await opened.ok('session.goTo', { meetingId, itemId: itemIds[1] ?? '' })
    await opened.ok('session.close', { meetingId })
    expect(await printed()).toEqual([
      'Présenté par Ada Tilleul',
      'Présenté par Ada Tilleul',
      'Présentation prévue par Ada Tilleul',
    ])
  })

  it('are not known where it stayed on its first one', async () => {
    await opened.ok('session.close', { meetingId })
    expect(await printed()).toEqual(itemIds.map(() => 'Présenté par Ada Tilleul'))
  })
})

describe('a suspension', () => {
  const texts = async () =>
    (await sections()).map((one) =>
      one === undefined ? [] : [plainText(one.presentation), plainText(one.exchanges)],
    )
  const note = (kind: 'note' | 'intervention', text: string) =>
    opened.ok('session.addLine', {
      ...{ id: newId(), meetingId, at: now.toISOString() },
      fields: notedLine({
        itemId: itemIds[1] ?? null,
        kind,
        raw: `@ADX ${text}`,
        text,
        speaker: 'ADX',
        organisation: 'ADX',
      }),
    })
  const suspend = async (from: string, to: string) => {
    at(from)
    await opened.ok('session.suspend', { meetingId })
    at(to)
    await opened.ok('session.resume', { meetingId })
  }

  it('is told at its place in the item that was on, with its hours', async () => {
    await opened.ok('session.goTo', { meetingId, itemId: itemIds[1] ?? '' })
    await note('intervention', 'demande un délai')
    await suspend('13:58', '14:46')
    await note('intervention', 'accepte la date')
    // Taken back at once it was no suspension.
    await suspend('15:00', '15:00')
    at('16:41')
    await opened.ok('session.close', { meetingId })
    const told = 'La séance est suspendue de 13\u00a0h\u00a058 à 14\u00a0h\u00a046.'
    expect(await texts()).toEqual([
      ['', ''],
      ['', `L’ADX demande un délai.\n${told}\nL’ADX accepte la date.`],
      ['', ''],
    ])
  })

  it('is told of an item without a note too, and once only', async () => {
    await suspend('13:58', '14:46')
    at('16:41')
    await opened.ok('session.close', { meetingId })
    await opened.ok('minutes.generate', { meetingId, itemId: null, evenEdited: false })
    const told = 'La séance est suspendue de 13\u00a0h\u00a058 à 14\u00a0h\u00a046.'
    expect(await texts()).toEqual([
      [told, ''],
      ['', ''],
      ['', ''],
    ])
  })
})

describe('an item added in the meeting', () => {
  const add = async () => {
    at('14:10')
    const id = newId(now.getTime())
    const given = { id, meetingId, afterId: itemIds[0] ?? null, fields: { title: 'Panne' } }
    await opened.ok('session.addItem', given)
    const { items } = await opened.ok('agenda.list', { meetingId })
    return items.map(({ title }) => title)
  }

  it('says so in the minutes, and stands behind the others once members have the agenda', async () => {
    await opened.ok('agenda.submit', { meetingId, to: 'Anne Modèle' })
    await opened.ok('agenda.validate', { meetingId, by: 'Anne Modèle' })
    await opened.ok('agenda.publish', { meetingId })
    expect(await add()).toEqual(['Annuaire', 'Portail', 'Passerelle', 'Panne'])
    at('16:41')
    await opened.ok('session.close', { meetingId })
    const { bytes } = await opened.ok('documents.render', { kind: 'minutes', meetingId })
    const model = await modelInPdf(bytes)
    const said = model?.kind === 'minutes' ? model.sections.map(({ presented }) => presented) : []
    expect(said).toEqual([...itemIds.map(() => 'Présenté par Ada Tilleul'), 'Point ajouté en séance'])
  })

  it('stands where it is taken up as long as nobody has the agenda', async () => {
    expect(await add()).toEqual(['Annuaire', 'Panne', 'Portail', 'Passerelle'])
    const [, panne] = (await opened.ok('agenda.list', { meetingId })).items
    expect((await opened.ok('session.get', { meetingId })).addedItemIds).toEqual([panne?.id])
  })
})
