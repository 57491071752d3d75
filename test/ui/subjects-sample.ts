import { screen, within } from '@testing-library/react'
import type { SubjectRow, SubjectView } from '../../electron/contract/subjects.ts'
import type { Answers } from './fake-core.ts'
import { id, meetingRow } from './sample.ts'

/** A received subject. */
export const row = (n: number, title: string, change: Partial<SubjectRow> = {}): SubjectRow => ({
  id: id(n),
  version: 1,
  title,
  receivedOn: '2026-11-02',
  requester: 'Noé Ardouin',
  requesterId: null,
  organisation: 'Région de démonstration',
  organisationId: null,
  nature: null,
  durationMinutes: null,
  wishedOn: null,
  state: 'received',
  reason: '',
  meetingId: null,
  itemId: null,
  projectId: null,
  messageCount: 1,
  fileCount: 0,
  meetingNumber: null,
  meetingDate: null,
  meetingState: null,
  ...change,
})

/** The whole subject of a line. */
export const viewOf = (one: SubjectRow, change: Partial<SubjectView> = {}): SubjectView => {
  const {
    messageCount: _,
    fileCount: __,
    meetingNumber: ___,
    meetingDate: ____,
    meetingState: _____,
    ...subject
  } = one
  return { subject: { ...subject, text: 'Bonjour', note: '' }, messages: [], files: [], ...change }
}

/** A core that keeps the rows as the real one does. */
export function keeping(start: SubjectRow[]): Answers {
  let rows = start
  const change = (target: { id: string }, patch: Partial<SubjectRow>): SubjectView => {
    rows = rows.map((one) => (one.id === target.id ? { ...one, ...patch, version: one.version + 1 } : one))
    return viewOf(rows.find((one) => one.id === target.id) ?? row(0, ''))
  }
  return {
    'subjects.list': () => rows,
    'subjects.get': (input) => viewOf(rows.find((one) => one.id === input.id) ?? row(0, '')),
    'subjects.update': ({ patch, ...target }) => change(target, patch as Partial<SubjectRow>),
    'subjects.retain': ({ meetingId, ...target }) =>
      change(target, {
        state: 'retained',
        meetingId,
        itemId: id(77),
        meetingDate: '2099-12-10',
        meetingState: 'planned',
      }),
    'subjects.setState': ({ state, reason, ...target }) =>
      change(target, { state, reason, meetingId: null, itemId: null, meetingDate: null, meetingState: null }),
    'subjects.remove': (target) => {
      rows = rows.filter((one) => one.id !== target.id)
      return rows
    },
    'meetings.list': () => [
      meetingRow(12, { date: '2099-12-10', number: 12 }),
      meetingRow(11, { date: '2099-11-12', number: 11 }),
      meetingRow(10, { date: '2020-10-08', number: 10, state: 'held' }),
    ],
    'directory.list': () => ({ colleges: [], organisations: [], persons: [], mandates: [], formerNames: [] }),
  }
}

/** The pane beside the list, by its title. */
export const inspector = async (name: string | RegExp) =>
  within(await screen.findByRole('complementary', { name }))
