import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { forkProcess } from '../../electron/jobs/fork-runner.ts'
import { type JobRunner, jobRunner } from '../../electron/jobs/runner.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { entryOf } from '../entry.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let jobs: JobRunner
/** What becomes of the checks that are begun next: so many die; held, they never end; no process may start. */
let fate = { deaths: 0, isHeld: false, isBarren: false }
const usual = { deaths: 0, isHeld: false, isBarren: false }
/** How many were begun. */
let begun = 0
let now = ''

afterEach(async () => {
  await opened.dispose()
  jobs.close()
})

async function exported() {
  const start = forkProcess(entryOf('job'))
  begun = 0
  now = '2026-11-02T09:00:00.000Z'
  jobs = jobRunner((first, on) => {
    const child = start(first, on)
    return {
      ...child,
      // Any job may be the next one of a process.
      send(message) {
        if (message.name !== 'checkPdf') return child.send(message)
        if (fate.isBarren) return queueMicrotask(() => on.gone('no memory', false))
        if (fate.isHeld) return
        begun += 1
        child.send(message)
        if (fate.deaths === 0) return
        fate.deaths -= 1
        child.kill()
      },
    }
  })
  opened = await openTestCore({ clock: () => new Date(now), jobs })
  const { id } = await opened.ok('meetings.create', {
    fields: { date: '2026-12-10', title: 'Échanges numériques' },
    fromTemplate: false,
  })
  const out = join(opened.folder, 'sortie')
  mkdirSync(out)
  const written = await opened.core.internal('writeDocument', {
    subject: { kind: 'agenda', meetingId: id },
    format: 'pdf',
    path: join(out, 'odj.pdf'),
  })
  if (!written.ok || written.value.producedId === null) throw new Error('nothing was recorded')
  return { meetingId: id, producedId: written.value.producedId }
}

const left = () => {
  const folder = join(opened.folder, 'a-controler')
  return existsSync(folder) ? readdirSync(folder) : []
}
const partsOf = (id: string) => ['json', 'model', 'pdf'].map((part) => `${id}.${part}`)
const pathOf = (name: string) => join(opened.folder, 'a-controler', name)
/** How often it was begun without an end; null while it is not there whole. */
const triesOf = (id: string) => () => {
  try {
    return JSON.parse(readFileSync(pathOf(`${id}.json`), 'utf8')).tries
  } catch {
    return null
  }
}
/** The document as the record tells it: nobody asks for its verdict. */
const recorded = (meetingId: string) => () => opened.ok('documents.produced', { meetingId })
const A_WHILE = { timeout: 20_000 }
/** Closed while it is being checked, and opened again. */
async function interrupted(between: (producedId: string) => void = () => undefined) {
  fate = { ...usual, isHeld: true }
  const made = await exported()
  await expect.poll(left).toEqual(partsOf(made.producedId))
  await opened.restart(async () => {
    jobs.close()
    fate = usual
    await expect.poll(triesOf(made.producedId), A_WHILE).toBe(0)
    between(made.producedId)
  })
  return made
}

describe('the verdict on a document that left', () => {
  it('comes although the process that reaches it is killed', async () => {
    fate = { ...usual, deaths: 1 }
    const { producedId } = await exported()
    expect(await opened.ok('documents.verdict', { producedId })).toEqual({ faults: [], isToCome: false })
    expect(fate.deaths).toBe(0)
    expect(left()).toEqual([])
  })

  it('is that the file cannot be read, when reading it kills every time', async () => {
    fate = { ...usual, deaths: Number.POSITIVE_INFINITY }
    const { producedId } = await exported()
    const { faults } = await opened.ok('documents.verdict', { producedId })
    expect(faults).toMatchObject([{ code: 'unreadable', page: null }])
    expect(left()).toEqual([])
  })

  it('waits for a process where none could be started, and is reached once', async () => {
    fate = { ...usual, isBarren: true }
    const { meetingId, producedId } = await exported()
    await expect.poll(recorded(meetingId), A_WHILE).toMatchObject([{ faults: null, checking: 'later' }])
    expect(left()).toEqual(partsOf(producedId))
    fate = usual
    const asked = [1, 2].map(() => opened.ok('documents.verdict', { producedId }))
    expect(await Promise.all(asked)).toEqual([
      { faults: [], isToCome: false },
      { faults: [], isToCome: false },
    ])
    expect(begun).toBe(1)
    expect(left()).toEqual([])
  })

  it('comes at the next opening, when the application was closed meanwhile', async () => {
    const { meetingId } = await interrupted((producedId) => {
      expect(left()).toEqual(partsOf(producedId))
    })
    await expect.poll(recorded(meetingId), A_WHILE).toMatchObject([{ faults: [], checking: null }])
    expect(left()).toEqual([])
  })

  it('is not looked for on another base, and waits for its own', async () => {
    let own = ''
    const { producedId } = await interrupted((id) => {
      own = readFileSync(pathOf(`${id}.json`), 'utf8')
      writeFileSync(
        pathOf(`${id}.json`),
        JSON.stringify({ ...JSON.parse(own), base: 'ailleurs.exemple:5432/inp' }),
      )
    })
    expect(await opened.ok('documents.verdict', { producedId })).toEqual({ faults: null, isToCome: false })
    expect(left()).toEqual(partsOf(producedId))
    writeFileSync(pathOf(`${producedId}.json`), own)
    expect(await opened.ok('documents.verdict', { producedId })).toEqual({ faults: [], isToCome: false })
    expect(left()).toEqual([])
  })

  it('is given up after a month, and no part of a file stays', async () => {
    const { meetingId } = await interrupted((producedId) => {
      now = '2026-12-03T09:00:00.000Z'
      writeFileSync(pathOf(`${producedId}.json.tmp`), '{"base":')
    })
    await expect.poll(left, A_WHILE).toEqual([])
    expect(await recorded(meetingId)()).toMatchObject([{ faults: null, checking: null }])
    expect(begun).toBe(0)
  })

  it('is given up after five tries that came to nothing', async () => {
    fate = { ...usual, isBarren: true }
    const { meetingId, producedId } = await exported()
    for (const tries of [1, 2, 3, 4, 5]) {
      await expect.poll(triesOf(producedId), A_WHILE).toBe(tries)
      await expect.poll(recorded(meetingId), A_WHILE).toMatchObject([{ faults: null, checking: 'later' }])
      if (tries === 5) fate = usual
      await opened.restart()
    }
    await expect.poll(left, A_WHILE).toEqual([])
    expect(await recorded(meetingId)()).toMatchObject([{ faults: null, checking: null }])
    expect(begun).toBe(0)
  })

  it('is not given up because the application was closed meanwhile', async () => {
    fate = { ...usual, isHeld: true }
    const { meetingId, producedId } = await exported()
    for (let opening = 0; opening < 6; opening += 1) {
      await expect.poll(triesOf(producedId), A_WHILE).toBe(1)
      await opened.restart(async () => {
        jobs.close()
        await expect.poll(triesOf(producedId), A_WHILE).toBe(0)
      })
    }
    fate = usual
    await opened.restart(() => jobs.close())
    await expect.poll(recorded(meetingId), A_WHILE).toMatchObject([{ faults: [], checking: null }])
  })

  it('is not looked for any more once somebody was made anonymous', async () => {
    fate = { ...usual, isBarren: true }
    const { meetingId, producedId } = await exported()
    await expect.poll(recorded(meetingId), A_WHILE).toMatchObject([{ checking: 'later' }])
    expect(left()).toEqual(partsOf(producedId))
    const personId = newId()
    await opened.ok('directory.addPerson', {
      id: personId,
      fields: { givenName: 'Ana', familyName: 'Exemple' },
    })
    await opened.ok('personalData.anonymise', { personId, version: 1, alsoFamilyName: false })
    expect(left()).toEqual([])
    expect(await recorded(meetingId)()).toMatchObject([{ faults: null, checking: null }])
  })

  it('is not looked for in what another version left', async () => {
    const { producedId } = await interrupted((id) => {
      writeFileSync(pathOf(`${id}.model`), '{"kind":"autre"}')
    })
    expect(await opened.ok('documents.verdict', { producedId })).toEqual({ faults: null, isToCome: false })
    expect(left()).toEqual([])
  })
})
