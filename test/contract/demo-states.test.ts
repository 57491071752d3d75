import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MeetingRow } from '../../electron/domain/meetings/meeting.ts'
import { demoRows } from '../../electron/features/settings/sample/demo.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'

const today = '2026-11-24'

let opened: OpenedCore
beforeAll(async () => {
  opened = await openTestCore({ now: `${today}T09:00:00Z` })
  await opened.ok('sample.load', {})
})
afterAll(() => opened.dispose())

type Stated = Pick<MeetingRow, 'id' | 'date' | 'state' | 'number' | 'minutesState'>

/** What no meeting could have come to by the rules of its states. */
function faultsOfStates(meetings: readonly Stated[]): string[] {
  const live = meetings.filter(({ state }) => state === 'inSession')
  const numbers = meetings.flatMap(({ number, date }) =>
    number === null ? [] : [`${date.slice(0, 4)} ${number}`],
  )
  return [
    ...(live.length > 1 ? ['two in session'] : []),
    ...(new Set(numbers).size < numbers.length ? ['a number twice'] : []),
    ...meetings.flatMap(({ date, state, number, minutesState }) => [
      ...(state === 'held' && date > today ? [`${date}: held before its day`] : []),
      ...(state === 'planned' && date < today ? [`${date}: never held`] : []),
      ...((number === null) === (state === 'planned') ? [] : [`${date}: number of another state`]),
      ...((minutesState === null) === (state === 'planned') ? [] : [`${date}: minutes of another state`]),
      ...(minutesState === 'approved' && state !== 'held' ? [`${date}: approved before it was held`] : []),
    ]),
  ]
}

/** What could not have come to be approved as it is. */
async function faultsOfApprovals(core: OpenedCore): Promise<string[]> {
  const faults: string[] = []
  const meetings = await core.ok('meetings.list', { year: null })
  for (const { id: meetingId, date, minutesState, takenOver } of meetings) {
    const { approval, obstacles } = await core.ok('approval.get', { meetingId })
    const isApproved = minutesState === 'approved'
    if (isApproved && approval === null && takenOver === null) faults.push(`${date}: nobody approved it`)
    if (!isApproved && approval !== null) faults.push(`${date}: approved, and open`)
    if (approval === null) continue
    const by = meetings.find(({ id }) => id === approval.approvingMeetingId)
    if (by === undefined || by.date <= date || by.state !== 'held')
      faults.push(`${date}: approved by no later meeting`)
    if (by !== undefined && (approval.approvedOn < by.date || approval.approvedOn > today))
      faults.push(`${date}: approved on no day that could be`)
    if (obstacles.join() !== 'approved') faults.push(`${date}: ${obstacles.join()}`)
    const file = await core.ok('minutesVersions.file', { id: approval.versionId })
    if (file.sha256 !== approval.sha256) faults.push(`${date}: another paper`)
    const item = (await core.ok('agenda.list', { meetingId: by?.id ?? '' })).items.find(
      ({ nature }) => nature === 'approbation',
    )
    const said = (await core.ok('minutes.get', { meetingId: by?.id ?? '' }))?.sections.find(
      ({ itemId }) => itemId === item?.id,
    )
    if (!JSON.stringify(said?.exchanges).includes(approval.sha256)) faults.push(`${date}: told under no item`)
  }
  return faults
}

describe('the sample', () => {
  it('is as the rules of states and of approval leave it', async () => {
    const meetings = await opened.ok('meetings.list', { year: null })
    expect(meetings.filter(({ minutesState }) => minutesState === 'approved').length).toBeGreaterThan(5)
    expect(faultsOfStates(meetings)).toEqual([])
    expect(await faultsOfApprovals(opened)).toEqual([])
    expect((await opened.ok('history.state', {})).undo).toBe(null)
  })

  it('refuses what a meeting of its state refuses', async () => {
    for (const { id, version, state, minutesState } of await opened.ok('meetings.list', { year: null })) {
      if (state !== 'held') continue
      expect(await opened.refused('meetings.setState', { id, version, state: 'inSession' })).toBe(
        'meeting-over',
      )
      if (minutesState !== 'approved') continue
      const view = await opened.ok('minutes.get', { meetingId: id })
      const { id: section = '', version: at = 1 } = view?.sections[0] ?? {}
      expect(
        await opened.refused('minutes.updateSection', {
          id: section,
          version: at,
          patch: { outcomeSentence: '' },
        }),
      ).toBe('approved')
    }
  })

  it('has minutes whose kept pages are judged once they leave, each time', async () => {
    const meetings = await opened.ok('meetings.list', { year: null })
    const approved = meetings.find(({ minutesState, takenOver }) => minutesState === 'approved' && !takenOver)
    const meetingId = approved?.id ?? ''
    for (const name of ['cr.pdf', 'cr-bis.pdf']) {
      const written = await opened.core.internal('writeDocument', {
        subject: { kind: 'minutes', meetingId },
        format: 'pdf',
        path: join(opened.folder, name),
      })
      if (!written.ok || written.value.producedId === null) throw new Error('nothing was recorded')
      const { producedId } = written.value
      expect((await opened.ok('documents.verdict', { producedId })).faults).toEqual([])
    }
    const left = await opened.ok('documents.produced', { meetingId })
    const [first, ...others] = left.filter(({ kind }) => kind === 'minutes')
    expect(others.map(({ sha256, faults }) => ({ sha256, faults }))).toEqual(
      others.map(() => ({ sha256: first?.sha256, faults: [] })),
    )
    expect(others.length).toBeGreaterThan(1)
  })

  it('that could not be is found out', async () => {
    const [approved] = (await opened.ok('meetings.list', { year: null })).filter(
      ({ minutesState }) => minutesState === 'review',
    )
    await opened.byHand(`UPDATE minutes SET state = 'approved' WHERE meeting_id = '${approved?.id}'`)
    expect(await faultsOfApprovals(opened)).toEqual([`${approved?.date}: nobody approved it`])
    const row = { id: '', state: 'held', number: 1, minutesState: null, date: '2026-12-10' } as const
    expect(faultsOfStates([row, { ...row, date: '2026-12-11', state: 'inSession', number: null }])).toEqual([
      '2026-12-10: held before its day',
      '2026-12-10: minutes of another state',
      '2026-12-11: number of another state',
      '2026-12-11: minutes of another state',
    ])
  })
})

it('ten invented years are as the rules of states leave them', () => {
  const rows = demoRows({ seed: 'inp', years: 10, end: today })
  const states = new Map(rows.minutes.map(({ meetingId, state }) => [meetingId, state]))
  expect(
    faultsOfStates(rows.meeting.map((one) => ({ ...one, minutesState: states.get(one.id) ?? null }))),
  ).toEqual([])
})

it('was answered before it is looked at: moved, each answer is to be given again', async () => {
  const next = (await opened.ok('meetings.list', { year: null })).find(({ date }) => date > today)
  const { id = '', version = 0, startTime = '', endTime = null } = next ?? {}
  const day = { date: '2026-12-21', startTime, endTime, reason: '' }
  await opened.ok('meetings.move', { id, version, ...day })
  const answered = (await opened.ok('replies.list', { meetingId: id })).asked.filter(
    ({ reply }) => reply !== null,
  )
  await opened.ok('history.undo', {})
  expect(answered.length).toBeGreaterThan(10)
  expect(answered.filter(({ beforeMove }) => !beforeMove)).toEqual([])
})
