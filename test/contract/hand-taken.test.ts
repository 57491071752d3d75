import { readdirSync, renameSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OpenedCore } from './open-core.ts'
import { dates, leaseIn, meet, openTwoDesks, refusedMeeting, standing, type TwoDesks } from './two-desks.ts'

let first: OpenedCore
let second: OpenedCore
let folder: string
let desks: TwoDesks
beforeEach(async () => {
  desks = await openTwoDesks()
  ;({ first, second, folder } = desks)
})
afterEach(() => desks.close())

const sharedWriter = () => leaseIn(folder)

describe('a hand that was not put down', () => {
  it('is taken knowingly, from the newest copy; the other desk learns it, stops, and lays down what it wrote', async () => {
    await meet(first, '2026-12-10')
    await first.ok('handOver.transmit', {})
    await second.ok('handOver.take', { breaks: false })
    await meet(second, '2026-12-17')
    await second.ok('backups.make', {})
    await meet(second, '2026-12-18')

    await first.ok('handOver.take', { breaks: true })
    expect(sharedWriter()).toMatchObject({ state: 'held', brokenFrom: { name: 'Poste de Noé' } })
    expect(await dates(first)).toEqual(['2026-12-10', '2026-12-17'])

    expect(await standing(second)).toBe('lost')
    // At once: it does not write on until it looks by itself.
    expect(await refusedMeeting(second)).toBe('writer-away')
    expect((await second.ok('handOver.writer', {})).state).toBe('lost')
    expect((await second.ok('handOver.writer', {})).otherName).toBe('Poste de Claire')
    await second.ok('handOver.deposit', {})
    expect(readdirSync(folder).filter((name) => name.startsWith('passation-ecart-'))).toHaveLength(1)
  })

  it('is taken from what was restored, not from a copy that is older than the restore', async () => {
    await meet(first, '2026-12-10')
    await first.ok('handOver.transmit', {})
    await first.ok('handOver.take', { breaks: false })
    const early = await first.ok('backups.make', {})
    await meet(first, '2026-12-17')
    await meet(first, '2026-12-18')
    await first.ok('backups.make', {})
    await first.ok('backups.restore', { place: 'desk', token: early.token })
    await meet(first, '2026-12-11')
    await first.ok('backups.make', {})
    await second.ok('handOver.take', { breaks: true })
    expect(await dates(second)).toEqual(['2026-12-10', '2026-12-11'])
  })

  it('is compared with the copy that both started from, however many were made since', async () => {
    const removed = await meet(first, '2026-12-10')
    await meet(first, '2026-12-17')
    await first.ok('handOver.transmit', {})
    await second.ok('handOver.take', { breaks: false })
    await meet(second, '2026-12-18')
    await first.ok('handOver.take', { breaks: true })
    await first.ok('meetings.remove', { id: removed.id, version: removed.version })
    await second.ok('backups.make', {})
    await second.ok('handOver.deposit', {})
    // The hand goes to and fro all day, and what was laid down waits.
    for (let turn = 0; turn < 6; turn += 1) {
      await first.ok('handOver.transmit', {})
      await first.ok('handOver.take', { breaks: false })
    }
    const machineId = (await first.ok('handOver.look', {})).asides[0]?.machineId ?? ''
    expect((await first.ok('handOver.compare', { machineId })).differences).toEqual([])
    await first.ok('handOver.merge', { machineId, choices: {} })
    expect(await dates(first)).toEqual(['2026-12-17', '2026-12-18'])
  })

  it('has what both wrote compared row by row and merged as chosen, both versions kept, and undone by restoring', async () => {
    const meeting = await meet(first, '2026-12-10')
    await first.ok('handOver.transmit', {})
    await second.ok('handOver.take', { breaks: false })
    const change = (desk: OpenedCore, patch: { title: string; place?: string }) =>
      desk.ok('meetings.update', { id: meeting.id, version: meeting.version, patch })
    await change(second, { title: 'Titre de Noé', place: 'Salle de Noé' })
    await meet(second, '2026-12-18')
    await first.ok('handOver.take', { breaks: true })
    await change(first, { title: 'Titre de Claire' })
    await meet(first, '2026-12-19')
    await second.ok('backups.make', {})
    await second.ok('handOver.deposit', {})

    const [aside] = (await first.ok('handOver.look', {})).asides
    const machineId = aside?.machineId ?? ''
    expect(aside?.machineName).toBe('Poste de Noé')
    const compared = await first.ok('handOver.compare', { machineId })
    expect(compared.differences).toMatchObject([
      { table: 'meeting', field: 'title', ours: 'Titre de Claire', theirs: 'Titre de Noé', base: '' },
    ])
    expect(compared.meetings.map(({ date }) => date)).toContain('2026-12-10')
    expect(await first.refused('handOver.merge', { machineId, choices: {} })).toBe('conflict')
    const key = compared.differences[0]?.key ?? ''
    await first.ok('handOver.merge', { machineId, choices: { [key]: 'theirs' } })
    expect(await dates(first)).toEqual(['2026-12-10', '2026-12-18', '2026-12-19'])
    const merged = (await first.ok('meetings.get', { id: meeting.id })).meeting
    expect(merged).toMatchObject({ title: 'Titre de Noé', place: 'Salle de Noé' })
    expect((await first.ok('handOver.look', {})).asides).toEqual([])
    expect((await first.ok('history.list', { meetingId: null, limit: 1 }))[0]?.method).toBe('handOver.merge')

    const { files: kept } = await first.ok('backups.list', {})
    const before = kept.find(({ reason }) => reason === 'before-restore')
    await first.ok('backups.restore', { place: 'desk', token: before?.token ?? '' })
    expect(await dates(first)).toEqual(['2026-12-10', '2026-12-19'])
    expect((await first.ok('handOver.writer', {})).state).toBe('mine')
  })

  it('goes on without a folder that is gone, and is found out by the other desk when it is back', async () => {
    await meet(first, '2026-12-10')
    await first.ok('handOver.transmit', {})
    renameSync(folder, `${folder}-ailleurs`)
    await first.ok('handOver.takeAlone', {})
    await meet(first, '2026-12-17')
    renameSync(`${folder}-ailleurs`, folder)
    await first.ok('backups.make', {})
    expect(sharedWriter()).toMatchObject({ state: 'held', machine: { name: 'Poste de Claire' } })
  })
})
