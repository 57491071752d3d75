// Hand-over with two real cores on two folders and one shared folder: over and back, a stop in the middle, a lost folder,
// a damaged lease, a copy that has not arrived, a hand that is taken; and the copy that is shown read-only.
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type OpenedCore, openTestCore } from './open-core.ts'

let first: OpenedCore
let second: OpenedCore
let folder: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seances-partage-'))
  first = await openTestCore({ who: 'claire' })
  second = await openTestCore({ who: 'noe' })
  for (const desk of [first, second]) await chooseFolder(desk)
  await first.ok('handOver.nameMachine', { name: 'Poste de Claire' })
  await second.ok('handOver.nameMachine', { name: 'Poste de Noé' })
})
afterEach(async () => {
  await first.dispose()
  await second.dispose()
  rmSync(folder, { recursive: true, force: true })
})

async function chooseFolder(desk: OpenedCore): Promise<void> {
  const chosen = await desk.core.internal('setHandOverFolder', { path: folder })
  expect(chosen.ok).toBe(true)
}

/** A meeting under a date of its own. */
function meet(desk: OpenedCore, date: string) {
  return desk.ok('meetings.create', { fields: { date }, fromTemplate: false })
}

async function dates(desk: OpenedCore): Promise<string[]> {
  return (await desk.ok('meetings.list', { year: null })).map(({ date }) => date).sort()
}

const lease = () => JSON.parse(readFileSync(join(folder, 'passation.json'), 'utf8'))
const standing = async (desk: OpenedCore) => (await desk.ok('handOver.look', {})).standing
const refusedMeeting = (desk: OpenedCore) =>
  desk.refused('meetings.create', { fields: { date: '2026-12-31' }, fromTemplate: false })

describe('handing over and back', () => {
  it('passes the data and the hand, and each desk writes only while it has it', async () => {
    await meet(first, '2026-12-10')
    expect(await standing(first)).toBe('none')
    expect((await first.ok('handOver.transmit', {})).state).toBe('given')
    expect(lease()).toMatchObject({ state: 'offered', generation: 1, machine: { name: 'Poste de Claire' } })
    expect(await refusedMeeting(first)).toBe('pen-away')

    await meet(second, '2027-01-14')
    expect(await standing(second)).toBe('offered')
    await second.ok('handOver.take', { breaks: false })
    expect(await dates(second)).toEqual(['2026-12-10'])
    await meet(second, '2026-12-17')
    expect(await standing(first)).toBe('away')
    expect(await first.refused('handOver.take', { breaks: false })).toBe('lease-taken')

    await second.ok('handOver.transmit', {})
    expect(await refusedMeeting(second)).toBe('pen-away')
    await first.ok('handOver.take', { breaks: false })
    expect(await dates(first)).toEqual(['2026-12-10', '2026-12-17'])
    await meet(first, '2026-12-18')
    // What the second desk had of its own before lies in a backup.
    const { files: own } = await second.ok('backups.list', {})
    expect(own.map(({ reason }) => reason)).toContain('before-restore')
  })

  it('exports what a desk reads, and records it with the desk that writes only', async () => {
    const { id: meetingId } = await meet(first, '2026-12-10')
    const exported = (name: string) =>
      first.core.internal('writeDocument', {
        ...{ subject: { kind: 'agenda', meetingId }, format: 'html', path: join(folder, name) },
      })
    expect(await exported('avant.html')).toMatchObject({
      ok: true,
      value: { producedId: expect.any(String) },
    })
    await first.ok('handOver.transmit', {})
    expect(await exported('feuille.html')).toMatchObject({ ok: true, value: { producedId: null } })
    expect(readFileSync(join(folder, 'feuille.html'), 'utf8')).toBe(
      readFileSync(join(folder, 'avant.html'), 'utf8'),
    )
    expect(await first.ok('documents.produced', { meetingId })).toHaveLength(1)
    await second.ok('handOver.showCopy', {})
    const copy = await second.core.internal('writeDocument', {
      ...{ subject: { kind: 'agenda', meetingId }, format: 'html', path: join(folder, 'copie.html') },
    })
    expect(copy).toMatchObject({ ok: true, value: { producedId: null } })
    // A refusal of another kind is one still.
    const nowhere = await first.core.internal('writeDocument', {
      ...{ subject: { kind: 'agenda', meetingId }, format: 'html', path: join(folder, 'x', 'y.html') },
    })
    expect(nowhere.ok).toBe(false)
  })

  it('keeps a desk read-only over a restart and through a restored backup', async () => {
    await meet(first, '2026-12-10')
    const backup = await first.ok('backups.make', {})
    await first.ok('handOver.transmit', {})
    await first.restart()
    expect((await first.ok('handOver.pen', {})).state).toBe('given')
    expect(await refusedMeeting(first)).toBe('pen-away')
    expect(await first.refused('history.undo', {})).toBe('pen-away')
    expect(await first.refused('backups.restore', { place: 'desk', token: backup.token })).toBe('pen-away')
  })

  it('takes back what nobody took', async () => {
    await meet(first, '2026-12-10')
    await first.ok('handOver.transmit', {})
    expect(await standing(first)).toBe('waiting')
    await first.ok('handOver.take', { breaks: false })
    await meet(first, '2026-12-17')
    expect(await standing(second)).toBe('away')
  })

  it('refuses a damaged file of its own as leave to write', async () => {
    await first.restart(() => writeFileSync(join(first.folder, 'passation-poste.json'), '{ "state": "mi'))
    expect(await refusedMeeting(first)).toBe('pen-away')
    await first.ok('handOver.take', { breaks: true })
    await meet(first, '2026-12-10')
  })
})

describe('a folder that does not hold what it should', () => {
  it('waits for a copy that is not whole yet', async () => {
    await meet(first, '2026-12-10')
    await first.ok('handOver.transmit', {})
    const { file, sizeBytes } = lease().copy
    const whole = readFileSync(join(folder, file))
    truncateSync(join(folder, file), sizeBytes - 4096)
    expect((await second.ok('handOver.look', {})).copyArrived).toBe(false)
    expect(await second.refused('handOver.take', { breaks: false })).toBe('copy-not-arrived')
    rmSync(join(folder, file))
    expect(await second.refused('handOver.take', { breaks: false })).toBe('copy-not-arrived')
    writeFileSync(join(folder, file), whole)
    await second.ok('handOver.take', { breaks: false })
    expect(await dates(second)).toEqual(['2026-12-10'])
  })

  it('is said when it is away, and a transmission that it interrupts leaves the hand here', async () => {
    await meet(first, '2026-12-10')
    renameSync(folder, `${folder}-ailleurs`)
    expect((await first.ok('handOver.look', {})).folderFailure).toBe('folder-unreachable')
    expect(await first.refused('handOver.transmit', {})).toBe('folder-unreachable')
    await meet(first, '2026-12-17')
    renameSync(`${folder}-ailleurs`, folder)
    await first.ok('handOver.transmit', {})
  })

  it('has an unreadable or edited lease left in place, and the desk that writes mends it', async () => {
    await meet(first, '2026-12-10')
    await first.ok('handOver.transmit', {})
    const written = readFileSync(join(folder, 'passation.json'), 'utf8')
    for (const words of [
      '{',
      written.replace('"offered"', '"donné"'),
      written.replace(/"file": "/, '"file": "../'),
    ]) {
      writeFileSync(join(folder, 'passation.json'), words)
      expect(await standing(second)).toBe('unreadable')
      expect(await second.refused('handOver.take', { breaks: false })).toBe('lease-unreadable')
      expect(readFileSync(join(folder, 'passation.json'), 'utf8')).toBe(words)
    }
    await first.ok('handOver.take', { breaks: true })
    expect(lease()).toMatchObject({ state: 'held', machine: { name: 'Poste de Claire' } })
  })

  it('of other data is neither written to nor mixed with this desk’s copies', async () => {
    await meet(first, '2026-12-10')
    await first.ok('handOver.transmit', {})
    await meet(second, '2027-01-14')
    expect(await second.refused('handOver.transmit', {})).toBe('lease-other-profile')
    const before = readdirSync(folder)
    await second.core.internal('setCopyFolder', { path: folder })
    expect((await second.ok('settings.copies', {})).lastFailure).toBe('lease-other-profile')
    expect(readdirSync(folder)).toEqual(before)
  })
})

describe('a hand that was not put down', () => {
  it('is taken knowingly, from the newest copy; the other desk learns it, stops, and lays down what it wrote', async () => {
    await meet(first, '2026-12-10')
    await first.ok('handOver.transmit', {})
    await second.ok('handOver.take', { breaks: false })
    await meet(second, '2026-12-17')
    await second.ok('backups.make', {})
    await meet(second, '2026-12-18')

    await first.ok('handOver.take', { breaks: true })
    expect(lease()).toMatchObject({ state: 'held', brokenFrom: { name: 'Poste de Noé' } })
    expect(await dates(first)).toEqual(['2026-12-10', '2026-12-17'])

    expect(await standing(second)).toBe('lost')
    // At once: it does not write on until it looks by itself.
    expect(await refusedMeeting(second)).toBe('pen-away')
    expect((await second.ok('handOver.pen', {})).state).toBe('lost')
    expect((await second.ok('handOver.pen', {})).otherName).toBe('Poste de Claire')
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
    expect((await first.ok('handOver.pen', {})).state).toBe('mine')
  })

  it('goes on without a folder that is gone, and is found out by the other desk when it is back', async () => {
    await meet(first, '2026-12-10')
    await first.ok('handOver.transmit', {})
    renameSync(folder, `${folder}-ailleurs`)
    await first.ok('handOver.takeAlone', {})
    await meet(first, '2026-12-17')
    renameSync(`${folder}-ailleurs`, folder)
    await first.ok('backups.make', {})
    expect(lease()).toMatchObject({ state: 'held', machine: { name: 'Poste de Claire' } })
  })
})

describe('a copy that is shown', () => {
  it('is the newest, read-only, instead of this desk’s data, which it does not touch', async () => {
    await meet(first, '2026-12-10')
    await first.ok('handOver.transmit', {})
    await meet(second, '2027-01-14')
    const shown = await second.ok('handOver.showCopy', {})
    expect(shown.shownCopy?.at).toBeDefined()
    expect(await dates(second)).toEqual(['2026-12-10'])
    expect(await refusedMeeting(second)).toBe('copy-shown')
    expect(await second.refused('history.undo', {})).toBe('copy-shown')
    await first.ok('handOver.take', { breaks: false })
    await meet(first, '2026-12-17')
    await first.ok('backups.make', {})
    await second.ok('handOver.showCopy', {})
    expect(await dates(second)).toEqual(['2026-12-10', '2026-12-17'])
    await second.restart()
    expect(await dates(second)).toEqual(['2027-01-14'])
    await meet(second, '2027-01-15')
  })

  it('shows its attachments', async () => {
    const meeting = await meet(first, '2026-12-10')
    const bytes = new TextEncoder().encode('%PDF-1.7 note de cadrage')
    await first.ok('attachments.add', {
      meetingId: meeting.id,
      itemId: null,
      file: { fileName: 'note.pdf', bytes },
    })
    await first.ok('handOver.transmit', {})
    await second.ok('handOver.showCopy', {})
    const [attachment] = await second.ok('attachments.list', { meetingId: meeting.id })
    const found = await second.core.internal('attachmentFile', { id: attachment?.id ?? '' })
    expect(found.ok && readFileSync(found.value.path)).toEqual(Buffer.from(bytes))
    await second.ok('handOver.leaveCopy', {})
    expect(readdirSync(second.folder)).not.toContain('copie-consultee')
  })
})
