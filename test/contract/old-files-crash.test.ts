import { spawn } from 'node:child_process'
import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { entryOf, inp } from '../entry.ts'
import { oldArchive } from '../fixtures/old-files/archive.ts'
import { inside, OldFilesWorld } from './old-files-world.ts'
import { until } from './until.ts'

let world: OldFilesWorld
beforeEach(async () => {
  world = await OldFilesWorld.open()
})
afterEach(() => world.dispose())

/** How far the work of a method told that it is. */
const done = (method: 'oldFiles.choose' | 'oldFiles.take') =>
  world.opened.events.reduce(
    (most, event) =>
      event.topic === 'progress' && event.method === method ? Math.max(most, event.done) : most,
    0,
  )

describe('a reading that was ended', () => {
  it('goes on where it stopped, over a restart, without the files that were read', async () => {
    const archive = await oldArchive()
    const path = world.folder(archive)
    const reading = world.opened.core.internal('readOldFiles', { path })
    await until(() => done('oldFiles.choose') >= 6)
    await world.opened.ok('oldFiles.stop', {})
    expect(await reading).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    await world.opened.restart()
    const { source, groups } = await world.opened.ok('oldFiles.list', {})
    expect(source).toMatchObject({ isRead: false })
    const known = groups.flatMap(({ files }) => files).length
    expect(known).toBeGreaterThanOrEqual(6)
    expect(known).toBeLessThan(archive.size)
    const read = await world.opened.ok('oldFiles.resume', {})
    expect(read).toMatchObject({ files: archive.size, read: archive.size - known, known })
    expect((await world.opened.ok('oldFiles.list', {})).source).toMatchObject({ isRead: true })
  })
})

describe('a taking in that was ended', () => {
  it('leaves whole meetings under one undo, and the others in the list', async () => {
    await world.read(world.folder(await oldArchive()))
    const sure = await world.groups('sure')
    const taking = world.takeSure()
    // Faster than anything that looks now and then.
    while (done('oldFiles.take') < 3) await new Promise((resolve) => setImmediate(resolve))
    await world.opened.ok('oldFiles.stop', {})
    const { taken } = await taking
    expect(taken.length).toBeGreaterThanOrEqual(3)
    expect(taken.length).toBeLessThan(sure.length)
    await world.opened.restart()
    const rows = await world.opened.ok('meetings.list', { year: null })
    expect(rows).toHaveLength(taken.length)
    for (const row of rows) expect(row).toMatchObject({ takenOver: 'locked', state: 'held', itemCount: 5 })
    expect(await world.groups('sure')).toHaveLength(sure.length - taken.length)
    await world.takeSure()
    expect(await world.opened.ok('meetings.list', { year: null })).toHaveLength(sure.length)
    await world.opened.ok('history.undo', {})
    expect(await world.opened.ok('meetings.list', { year: null })).toHaveLength(taken.length)
    await world.opened.ok('history.undo', {})
    expect(await world.opened.ok('meetings.list', { year: null })).toEqual([])
  })
})

describe('a program that is killed', () => {
  it('while it reads or takes in leaves nothing by halves: the same command again finishes the work', async () => {
    const folder = world.folder(await oldArchive())
    const data = join(folder, '..', 'donnees')
    const command = ['takeover', folder, '--data', data, '--accept-sure', '--json']
    for (const afterMs of [1200, 2600, 4200, 6000]) {
      const child = spawn(process.execPath, [entryOf('cli'), ...command], { stdio: 'ignore' })
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      const timer = setTimeout(() => child.kill('SIGKILL'), afterMs)
      await ended
      clearTimeout(timer)
    }
    const whole = inp(...command)
    const { groups } = JSON.parse(whole.stdout) as { groups: { state: string }[] }
    const inState = (state: string) => groups.filter((group) => group.state === state).length
    expect([inState('taken'), inState('sure'), inState('doubtful'), inState('refused')]).toEqual([
      14, 0, 5, 3,
    ])
    const list = inp('meetings', 'list', '--data', data, '--json')
    expect(JSON.parse(list.stdout)).toHaveLength(14)
  }, 120_000)
})

describe('what comes from outside', () => {
  it('a bad file never keeps the others out: empty, disguised, of another kind, a link, a left-over of the system', async () => {
    const good = (await oldArchive()).get('2025/CR 13-03-2025.docx') ?? new Uint8Array()
    const path = world.folder(
      new Map<string, Uint8Array | string>([
        ['bon.docx', good],
        ['coupé.docx', good.subarray(0, 900)],
        ['vide.pdf', new Uint8Array()],
        ['faux.docx', 'MZ ceci est un programme'],
        ['photo.jpg', 'jpg'],
        ['~$bon.docx', 'verrou'],
        ['.DS_Store', 'x'],
      ]),
    )
    writeFileSync(join(path, '..', 'secret.txt'), 'ne pas lire')
    symlinkSync(join(path, '..', 'secret.txt'), join(path, 'lien.txt'))
    await world.read(path)
    const codes = Object.fromEntries(
      (await world.groups()).flatMap(({ files, code }) => files.map((file) => [inside(file.path), code])),
    )
    expect(codes).toEqual({
      'bon.docx': null,
      'coupé.docx': 'file-damaged',
      'vide.pdf': 'file-empty',
      'faux.docx': 'file-damaged',
      'photo.jpg': 'file-format-unknown',
      'lien.txt': 'file-damaged',
    })
  })

  it('a zip of a French Windows keeps the letters of its names', async () => {
    const bytes = new TextEncoder().encode('Ordre du jour du 13 mars 2025\n1. Un point')
    const zip = Buffer.from(zipSync({ 'S_ances/N_ 4 _ CR r_union.txt': bytes }))
    // As Explorer writes them: code page 850, and nothing that says so.
    const name = Buffer.from('S\x82ances/N\xf8 4 \xd4 CR r\x82union.txt', 'latin1')
    for (let at = zip.indexOf('S_ances/'); at >= 0; at = zip.indexOf('S_ances/', at)) name.copy(zip, at)
    await world.read(world.file('windows.zip', zip))
    const paths = (await world.groups()).flatMap(({ files }) => files.map(({ path }) => inside(path)))
    expect(paths).toEqual(['Séances/N° 4 È CR réunion.txt'])
  })

  it('a part of a zip whose bytes are no longer those that were put in is refused, the others are read', async () => {
    const said = (day: number) => new TextEncoder().encode(`Ordre du jour du ${day} mars 2025\n1. Un point`)
    const zip = Buffer.from(zipSync({ 'juste.txt': said(13), 'abîmé.txt': said(20) }, { level: 0 }))
    // One digit of the date, by a bad stick: read as it is, the meeting would be on another day.
    zip.write('2', zip.indexOf('du 20 mars') + 4)
    await world.read(world.file('stick.zip', zip))
    const codes = Object.fromEntries(
      (await world.groups()).flatMap(({ files, code }) => files.map((file) => [inside(file.path), code])),
    )
    expect(codes).toEqual({ 'juste.txt': null, 'abîmé.txt': 'file-damaged' })
  })

  it('a zip is read through the counted door: one that is none, or climbs out, is refused and nothing is kept', async () => {
    const bytes = new TextEncoder().encode('1. Un point')
    const many = world.folder(new Map(Array.from({ length: 2_001 }, (_, n) => [`${n}.txt`, ''])), 'trop')
    expect(await world.saidOfReading(many)).toBe(
      'Ce dossier compte plus de 2\u202f000\u00a0fichiers. Rien n’a été lu\u00a0: le partager en plusieurs dossiers, puis les reprendre l’un après l’autre.',
    )
    expect(await world.refusedReading(world.file('faux.zip', bytes))).toBe('file-damaged')
    expect(await world.refusedReading(world.zip(new Map([['../dehors.txt', bytes]])))).toBe('file-damaged')
    expect(await world.groups()).toEqual([])
  })
})
