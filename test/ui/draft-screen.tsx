import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach } from 'vitest'
import type { ComposedMessage, DispatchView } from '../../electron/contract/dispatch.ts'
import { followChanges, makeQueryClient } from '../../renderer/api/query-client.ts'
import { closeToast, toastStore } from '../../renderer/api/toasts.ts'
import { DispatchPage } from '../../renderer/features/dispatch/DispatchPage.tsx'
import { MeetingFrame } from '../../renderer/features/meetings/MeetingFrame.tsx'
import { Toasts } from '../../renderer/ui/Toasts.tsx'
import { row } from './dispatch-sample.ts'
import { type Answers, type FakeCore, installFakeCore } from './fake-core.ts'
import { home, id, meeting, meetingFile, noHistory } from './sample.ts'

let stop: (() => void) | undefined
afterEach(() => {
  stop?.()
  cleanup()
  closeToast(toastStore.get().current?.id ?? 0)
})

/** The page under its meeting's head, on a fake core, with one draft chosen. */
export function show(answers: Answers): { core: FakeCore; user: ReturnType<typeof userEvent.setup> } {
  const core = installFakeCore({ 'home.get': () => home(), 'history.state': () => noHistory, ...answers })
  const client = makeQueryClient()
  stop = followChanges(client)
  render(
    <QueryClientProvider client={client}>
      <MeetingFrame meetingId={id(12)} place="dispatch" tab="dispatch">
        <DispatchPage meetingId={id(12)} focusId={id(500)} />
      </MeetingFrame>
      <Toasts />
    </QueryClientProvider>,
  )
  return { core, user: userEvent.setup() }
}

/** An answer that never comes. */
export const never = () => new Promise<never>(() => undefined)

export const composed = (change: Partial<ComposedMessage> = {}): ComposedMessage => ({
  fileName: 'convocation.eml',
  sizeBytes: 4.2 * 1024 * 1024,
  limitBytes: 10_485_760,
  documents: [],
  ...change,
})

/** A core that keeps one draft; what changes it answers with `after`. */
export function oneDraft(view: DispatchView, more: Answers = {}): Answers {
  return {
    'meetings.get': () => meetingFile(meeting(12)),
    'meetings.moves': () => [],
    'backPlanning.tasks': () => [],
    'dispatch.list': () => [row(500, { recipientCount: view.recipients.length })],
    'dispatch.get': () => view,
    'dispatch.compose': () => composed(),
    'dispatch.sharedFolder': () => ({
      folderName: null,
      pattern: '',
      queuedCount: 0,
      lastWrittenAt: null,
      lastFailure: null,
    }),
    'attachments.list': () => [],
    ...more,
  }
}
export const pane = async () => within(await screen.findByRole('region', { name: 'Message choisi' }))
export const opened = async () => {
  const inside = await pane()
  await inside.findByRole('textbox', { name: 'Objet' })
  return inside
}
