import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
beforeEach(async () => {
  opened = await openTestCore({ now: '2099-08-20T08:00:00.000Z' })
})
afterEach(() => opened.dispose())

const add = (title: string, fields: object = {}) =>
  opened.ok('watch.add', { id: newId(), fields: { title, ...fields } })
const deadline = (watchItemId: string, fields: object = {}) => {
  const blank = { date: null, audience: '', threshold: '', label: '' }
  return opened.ok('watch.addDeadline', { id: newId(), watchItemId, fields: { ...blank, ...fields } })
}

describe('what becomes due', () => {
  it('is told for whom, in the order of the days, within the span; closed and repealed texts are left out', async () => {
    const { id } = await add('Décret des annuaires', { inForceOn: '2099-09-01', appliesOn: '2099-09-01' })
    await deadline(id, { date: '2099-11-01', audience: 'Communes', threshold: 'plus de 3 500 habitants' })
    await deadline(id, { date: '2099-11-01', audience: 'Régions' })
    await deadline(id, { label: 'Date fixée par arrêté' })
    const closed = await add('Clos', { followUp: 'closed', appliesOn: '2099-09-02' })
    await deadline(closed.id, { date: '2099-09-03' })
    await add('Abrogé', { status: 'repealed', appliesOn: '2099-09-02' })
    const due = async (span: '30' | '90' | '365') =>
      (await opened.ok('watch.due', { span })).rows.map(({ date, what, audience }) => [date, what, audience])
    expect(await due('30')).toEqual([['2099-09-01', 'applies', '']])
    expect(await due('90')).toEqual([
      ['2099-09-01', 'applies', ''],
      ['2099-11-01', 'deadline', 'Communes'],
      ['2099-11-01', 'deadline', 'Régions'],
    ])
    expect((await opened.ok('watch.due', { span: '365' })).undated).toBe(1)
  })

  it('goes into a calendar file as whole days that another program reads back', async () => {
    const { id } = await add('Décret relatif à l’annuaire; partagé, long', { shortTitle: 'Annuaire partagé' })
    await deadline(id, { date: '2099-12-31', audience: 'Communes', label: 'Désigner un référent' })
    const path = join(opened.folder, 'due.ics')
    expect(
      await opened.core.internal('writeDocument', {
        subject: { kind: 'dueCalendar', span: '365' },
        format: 'ics',
        path,
      }),
    ).toMatchObject({ ok: true })
    const file = new ICAL.Component(ICAL.parse(readFileSync(path, 'utf8')))
    const [event] = file.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
    expect(event?.startDate).toMatchObject({ year: 2099, month: 12, day: 31, isDate: true })
    expect(event?.endDate).toMatchObject({ year: 2100, month: 1, day: 1, isDate: true })
    expect(event?.summary).toBe('Échéance\u00a0: Annuaire partagé')
    expect(event?.description).toContain('Désigner un référent\nDécret relatif à l’annuaire; partagé, long')
  })
})
