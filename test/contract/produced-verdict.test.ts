import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { forkProcess } from '../../electron/jobs/fork-runner.ts'
import { type JobRunner, jobRunner } from '../../electron/jobs/runner.ts'
import { entryOf } from '../entry.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

let opened: OpenedCore
let jobs: JobRunner
/** What becomes of the checks that are begun next: so many die; held, they never end. */
let fate = { deaths: 0, isHeld: false }

afterEach(async () => {
  await opened.dispose()
  jobs.close()
})

async function exported() {
  const start = forkProcess(entryOf('job'))
  jobs = jobRunner((name, on) => {
    const child = start(name, on)
    if (name !== 'checkPdf') return child
    return {
      ...child,
      send(message) {
        if (fate.isHeld) return
        child.send(message)
        if (fate.deaths === 0) return
        fate.deaths -= 1
        child.kill()
      },
    }
  })
  opened = await openTestCore({ now: '2026-11-02T09:00:00.000Z', jobs })
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

const left = () => readdirSync(join(opened.folder, 'a-controler'))

describe('the verdict on a document that left', () => {
  it('comes although the process that reaches it is killed', async () => {
    fate = { deaths: 1, isHeld: false }
    const { producedId } = await exported()
    expect(await opened.ok('documents.verdict', { producedId })).toEqual({ faults: [] })
    expect(fate.deaths).toBe(0)
    expect(left()).toEqual([])
  })

  it('is that the file cannot be read, when reading it kills every time', async () => {
    fate = { deaths: Number.POSITIVE_INFINITY, isHeld: false }
    const { producedId } = await exported()
    const { faults } = await opened.ok('documents.verdict', { producedId })
    expect(faults).toMatchObject([{ code: 'unreadable', page: null }])
    expect(left()).toEqual([])
  })

  it('comes at the next opening, when the application was closed meanwhile', async () => {
    fate = { deaths: 0, isHeld: true }
    const { meetingId, producedId } = await exported()
    expect(await opened.ok('documents.produced', { meetingId })).toMatchObject([
      { faults: null, isChecking: true },
    ])
    await expect.poll(left).toEqual([`${producedId}.json`])
    await opened.restart(() => {
      jobs.close()
      fate.isHeld = false
      expect(left()).toEqual([`${producedId}.json`])
    })
    expect(await opened.ok('documents.verdict', { producedId })).toEqual({ faults: [] })
    expect(left()).toEqual([])
  })

  it('is not looked for in what another version left', async () => {
    fate = { deaths: 0, isHeld: true }
    const { producedId } = await exported()
    await expect.poll(left).toEqual([`${producedId}.json`])
    await opened.restart(() => {
      jobs.close()
      fate.isHeld = false
      writeFileSync(join(opened.folder, 'a-controler', `${producedId}.json`), '{"bytes":"","model":{}}')
    })
    expect(await opened.ok('documents.verdict', { producedId })).toEqual({ faults: null })
    expect(left()).toEqual([])
  })
})
