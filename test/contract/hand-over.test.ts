import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
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

describe('handing over and back', () => {
  it('passes the data and the hand, and each desk writes only while it has it', async () => {
    await meet(first, '2026-12-10')
    expect(await standing(first)).toBe('none')
    expect((await first.ok('handOver.transmit', {})).state).toBe('given')
    expect(sharedWriter()).toMatchObject({
      state: 'offered',
      generation: 1,
      machine: { name: 'Poste de Claire' },
    })
    expect(await refusedMeeting(first)).toBe('writer-away')

    await meet(second, '2027-01-14')
    expect(await standing(second)).toBe('offered')
    await second.ok('handOver.take', { breaks: false })
    expect(await dates(second)).toEqual(['2026-12-10'])
    await meet(second, '2026-12-17')
    expect(await standing(first)).toBe('away')
    expect(await first.refused('handOver.take', { breaks: false })).toBe('writer-taken')

    await second.ok('handOver.transmit', {})
    expect(await refusedMeeting(second)).toBe('writer-away')
    await first.ok('handOver.take', { breaks: false })
    expect(await dates(first)).toEqual(['2026-12-10', '2026-12-17'])
    await meet(first, '2026-12-18')
    // The second desk's own former data lie in a backup.
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

  it('leaves no verdict to write with a desk that put the hand down', async () => {
    const { id: meetingId } = await meet(first, '2026-12-10')
    const written = await first.core.internal('writeDocument', {
      ...{ subject: { kind: 'agenda', meetingId }, format: 'pdf', path: join(folder, 'odj.pdf') },
    })
    const producedId = written.ok ? (written.value.producedId ?? '') : ''
    const waiting = join(first.folder, 'a-controler')
    const parts = ['pdf', 'model', 'json'].map((part) => join(waiting, `${producedId}.${part}`))
    const kept = () => parts.map((path) => [path, readFileSync(path)] as const)
    const document = await vi.waitFor(kept, { interval: 2, timeout: 5_000 })
    expect((await first.ok('documents.verdict', { producedId })).faults).toEqual([])
    await first.ok('handOver.transmit', {})
    await first.restart(() => {
      for (const [path, bytes] of document) writeFileSync(path, bytes)
    })
    await expect.poll(() => readdirSync(waiting), { timeout: 20_000 }).toEqual([])
  })

  it('keeps a desk read-only over a restart and through a restored backup', async () => {
    await meet(first, '2026-12-10')
    const backup = await first.ok('backups.make', {})
    await first.ok('handOver.transmit', {})
    await first.restart()
    expect((await first.ok('handOver.writer', {})).state).toBe('given')
    expect(await refusedMeeting(first)).toBe('writer-away')
    expect(await first.refused('history.undo', {})).toBe('writer-away')
    expect(await first.refused('backups.restore', { place: 'desk', token: backup.token })).toBe('writer-away')
  })

  it('goes on after a stop in the middle of taking the data, with the same or a newer copy', async () => {
    await meet(first, '2026-12-10')
    await first.ok('handOver.transmit', {})
    // A copy that is all there and is none: the data are about to be replaced, and are not.
    const bytes = Buffer.from('pas une base de données')
    const copy = { file: '2026-11-26T08-00-00-000Z_hand-over.seances', sizeBytes: bytes.length }
    writeFileSync(join(folder, copy.file), bytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    writeFileSync(
      join(folder, 'passation.json'),
      JSON.stringify({ ...sharedWriter(), copy: { ...copy, sha256 } }),
    )
    expect(await second.refused('handOver.take', { breaks: false })).toBe('not-a-backup')
    await second.restart()
    expect((await second.ok('handOver.writer', {})).state).toBe('taking')
    rmSync(join(folder, copy.file))
    await second.ok('handOver.take', { breaks: false })
    expect(await dates(second)).toEqual(['2026-12-10'])
    await meet(second, '2026-12-17')
  })

  it('gives a taking up as long as nothing was replaced, and the hand stays put down', async () => {
    await meet(first, '2026-12-10')
    await meet(second, '2026-12-03')
    expect(await second.refused('handOver.giveUp', {})).toBe('state-refuses')
    await first.ok('handOver.transmit', {})
    const { file = '' } = sharedWriter().copy ?? {}
    const whole = readFileSync(join(folder, file))
    const altered = Buffer.from('pas une base de données')
    writeFileSync(join(folder, file), altered)
    const copy = {
      file,
      sizeBytes: altered.length,
      sha256: createHash('sha256').update(altered).digest('hex'),
    }
    writeFileSync(join(folder, 'passation.json'), JSON.stringify({ ...sharedWriter(), copy }))
    expect(await second.refused('handOver.take', { breaks: false })).toBe('not-a-backup')
    expect(await second.refused('handOver.giveUp', {})).toBe('state-refuses')
    // As a stop leaves it right before anything is replaced.
    const writer = join(second.folder, 'passation-poste.json')
    await second.restart(() => {
      const said = JSON.parse(readFileSync(writer, 'utf8')) as { former: object }
      writeFileSync(writer, JSON.stringify({ ...said, former: { ...said.former, replacing: false } }))
    })
    expect((await second.ok('handOver.writer', {})).state).toBe('taking')
    expect((await second.ok('handOver.giveUp', {})).state).toBe('mine')
    expect(await dates(second)).toEqual(['2026-12-03'])
    // The number that it had marked stays: who put the hand down takes it back on their own word only.
    writeFileSync(join(folder, file), whole)
    expect(await standing(first)).toBe('beingTaken')
    expect(await first.refused('handOver.take', { breaks: false })).toBe('writer-taken')
    await first.ok('handOver.take', { breaks: true })
    expect(await dates(first)).toEqual(['2026-12-10'])
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
    expect(await refusedMeeting(first)).toBe('writer-away')
    await first.ok('handOver.take', { breaks: true })
    await meet(first, '2026-12-10')
  })
})

describe('a folder that does not hold what it should', () => {
  it('waits for a copy that is not whole yet', async () => {
    await meet(first, '2026-12-10')
    await first.ok('handOver.transmit', {})
    const { file = '', sizeBytes = 0 } = sharedWriter().copy ?? {}
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

  it('has an unreadable or edited sharedWriter left in place, and the desk that writes mends it', async () => {
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
      expect(await second.refused('handOver.take', { breaks: false })).toBe('writer-unreadable')
      expect(readFileSync(join(folder, 'passation.json'), 'utf8')).toBe(words)
    }
    await first.ok('handOver.take', { breaks: true })
    expect(sharedWriter()).toMatchObject({ state: 'held', machine: { name: 'Poste de Claire' } })
  })

  it('of other data is neither written to nor mixed with this desk’s copies', async () => {
    await meet(first, '2026-12-10')
    await first.ok('handOver.transmit', {})
    await meet(second, '2027-01-14')
    expect(await second.refused('handOver.transmit', {})).toBe('writer-other-profile')
    const before = readdirSync(folder)
    await second.core.internal('setCopyFolder', { path: folder })
    expect((await second.ok('settings.copies', {})).lastFailure).toBe('writer-other-profile')
    expect(readdirSync(folder)).toEqual(before)
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
    const found = await second.core.internal('attachmentFile', { id: attachment?.id ?? '', to: 'export' })
    expect(found.ok && readFileSync(found.value.path)).toEqual(Buffer.from(bytes))
    await second.ok('handOver.leaveCopy', {})
    expect(readdirSync(second.folder)).not.toContain('copie-consultee')
  })
})
