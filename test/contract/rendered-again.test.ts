import { afterAll, afterEach, beforeEach, expect, it } from 'vitest'
import { forkRunner } from '../../electron/jobs/fork-runner.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { entryOf } from '../entry.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

const jobs = forkRunner(entryOf('job'))
afterAll(() => jobs.close())

let opened: OpenedCore
let laidOut: number
beforeEach(async () => {
  laidOut = 0
  opened = await openTestCore({
    jobs: {
      run: (name, ...rest) => {
        if (name === 'renderPdf') laidOut += 1
        return jobs.run(name, ...rest)
      },
      close: () => undefined,
    },
  })
})
afterEach(() => opened.dispose())

it('a document that says what it said is not laid out again, and one that changed is', async () => {
  const { id: meetingId } = await opened.ok('meetings.create', {
    fields: { date: '2026-12-10' },
    fromTemplate: false,
  })
  const itemId = newId()
  const fields = { title: 'Annuaire : point d’étape' }
  await opened.ok('agenda.add', { id: itemId, meetingId, parentId: null, afterId: null, fields })
  const render = () => opened.ok('documents.render', { meetingId, kind: 'agenda' })

  const first = await render()
  const again = await render()
  expect(laidOut).toBe(1)
  expect(Buffer.from(again.bytes).equals(first.bytes)).toBe(true)

  await opened.ok('agenda.update', { id: itemId, version: 1, patch: { title: 'Annuaire : bilan' } })
  const edited = await render()
  expect(laidOut).toBe(2)
  expect(edited.sha256).not.toBe(first.sha256)

  await opened.ok('history.undo', {})
  expect((await render()).sha256).toBe(first.sha256)
  expect(laidOut).toBe(2)
})

it('bytes that were handed on and overwritten are not those of the next', async () => {
  const { id: meetingId } = await opened.ok('meetings.create', {
    fields: { date: '2027-01-14' },
    fromTemplate: false,
  })
  const render = () => opened.ok('documents.render', { meetingId, kind: 'agenda' })
  const { bytes, sha256 } = await render()
  bytes.fill(0)
  expect((await render()).sha256).toBe(sha256)
})
