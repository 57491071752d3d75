import type { Input, Method, Output } from '../../../electron/contract/index.ts'
import { all, type Model, modelOf } from '../meeting-model.ts'
import { type State, said } from './ledger.ts'

/** A core as it is asked here, in a process of its own or in this one. */
export type Asked = { call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> }

export async function seen({ call }: Asked): Promise<State> {
  const state: Record<string, string> = {
    pattern: (await call('dispatch.sharedFolder', {})).pattern,
    encrypted: (await call('backups.list', {})).encryption === null ? '' : 'yes',
    people: JSON.stringify((await call('directory.list', {})).persons.map(({ familyName }) => familyName)),
  }
  const meetings = await call('meetings.list', { year: null })
  state.actions = sortedList(
    (await allActions({ call })).map(({ action, now }) => actionWords({ ...action, due: now.due })),
  )
  state['decisions over'] = sortedList(
    (await call('followUp.decisions', wholeList.decisions)).rows
      .filter(({ now }) => now.state !== 'inForce')
      .map(({ decision, now }) => decisionWords({ text: decision.text, state: now.state })),
  )
  state.watch = sortedList(
    (await call('watch.list', { words: '', offset: 0, limit: 500 })).rows.map(({ title }) => title),
  )
  const [any] = meetings
  if (any !== undefined)
    state['set aside'] = sortedList(
      (await call('carryOver.list', { meetingId: any.id })).dismissed.map(
        ({ title, why }) => `${title} ${why}`,
      ),
    )
  state.meetings = JSON.stringify(meetings.map(({ title }) => title).toSorted())
  for (const { id: meetingId, title } of meetings) {
    const file = await call('meetings.get', { id: meetingId })
    state[`meeting ${title}`] = outline(modelOf(file))
    state[`carried ${title}`] = sortedList(
      (await call('agenda.list', { meetingId })).provenance.map(({ reason, times }) => `${reason} ${times}`),
    )
    state[`minutes ${title}`] = file.minutes?.state ?? ''
    state[`attached ${title}`] = JSON.stringify(
      (await call('attachments.list', { meetingId })).map(({ fileName, sha256 }) => `${fileName} ${sha256}`),
    )
    state[`lines ${title}`] = JSON.stringify(
      (await call('session.get', { meetingId })).lines.map(({ text }) => text),
    )
    state[`draft ${title}`] = (await call('session.draft', { meetingId })).text
    state[`sent ${title}`] = JSON.stringify(
      (await call('dispatch.list', { meetingId }))
        .filter((one) => one.state === 'sent')
        .map(({ kind }) => kind),
    )
    state[`published ${title}`] = JSON.stringify(
      (await call('agenda.status', { meetingId })).versions.map(({ number }) => number),
    )
    state[`versions ${title}`] = JSON.stringify(
      (await call('minutesVersions.list', { meetingId }))
        .filter(({ reason }) => reason === 'kept')
        .map(({ note }) => note),
    )
    state[`saved ${title}`] = JSON.stringify(
      (await call('documents.produced', { meetingId }))
        .map(({ fileName }) => fileName)
        .filter((name) => name.startsWith(SAVED))
        .toSorted(),
    )
  }
  return said(state)
}

const sortedList = (values: readonly string[]) => JSON.stringify(values.toSorted())

/** The register without any filter. */
export const wholeList = {
  actions: {
    filter: {
      ...{ words: '', states: [], owner: null, organisation: null, meetingId: null, seriesId: null },
      ...{ lateOnly: false, check: null },
    },
    sort: { by: 'number', descending: false },
    offset: 0,
    limit: 500,
  },
  decisions: {
    filter: { words: '', state: null, meetingId: null, seriesId: null },
    sort: { by: 'number', descending: true },
    offset: 0,
    limit: 500,
  },
} as const satisfies { actions: Input<'followUp.actions'>; decisions: Input<'followUp.decisions'> }

export async function allActions({ call }: Asked): Promise<Output<'followUp.actions'>['rows']> {
  return (
    await call('followUp.actions', {
      ...wholeList.actions,
      filter: { ...wholeList.actions.filter, states: [] },
    })
  ).rows
}

/** An action as the ledger says it. */
export function actionWords(action: { text: string; state: string; due: string | null }): string {
  return `${action.text} ${action.state} ${action.due}`
}

/** A decision that is no longer in force, as the ledger says it. */
export function decisionWords(decision: { text: string; state: string }): string {
  return `${decision.text} ${decision.state}`
}

/** How the names of documents begin that a journey saves. */
export const SAVED = 'essai-'

/** A meeting's items with their texts and decisions, without the ids that the core chose. */
export function outline(model: Model): string {
  const plain = (items: Model): unknown =>
    items.map(({ title, text, decisions, children }) => [
      title,
      text === NO_SECTION ? '' : text,
      decisions,
      plain(children),
    ])
  return JSON.stringify(plain(model))
}

const NO_SECTION = '(no section)'

/** Items that have a section to write in. */
export function written(model: Model) {
  return all(model).filter(({ text }) => text !== NO_SECTION)
}
