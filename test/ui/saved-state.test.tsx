import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { outbox } from '../../renderer/api/outbox/window.ts'
import { makeQueryClient } from '../../renderer/api/query-client.ts'
import { useAct, useWrite } from '../../renderer/api/use-write.ts'
import { SavedState } from '../../renderer/app/SavedState.tsx'
import { frameText } from '../../renderer/text/frame.ts'
import { installFakeCore } from './fake-core.ts'
import { id } from './sample.ts'

afterEach(async () => {
  cleanup()
  // The box is the window's: what could not be saved is over once something is.
  await outbox.perform(
    async () => undefined,
    () => true,
  )
})

const refusing = () => ({ failure: 'disk-full' as const })

function Acts() {
  const resume = useWrite('session.resume')
  const attach = useWrite('attachments.choose')
  const read = useAct('imports.choose')
  const goOn = useAct('oldFiles.resume')
  return (
    <>
      <button type="button" onClick={() => resume.mutate({ meetingId: id(1) })}>
        resume
      </button>
      <button type="button" onClick={() => attach.mutate({ meetingId: id(1), itemId: null })}>
        attach
      </button>
      <button type="button" onClick={() => read.mutate({})}>
        read
      </button>
      <button type="button" onClick={() => goOn.mutate({})}>
        go on
      </button>
    </>
  )
}

it.each([
  ['resume', true],
  ['attach', true],
  ['read', false],
  ['go on', false],
])('the state after %s failed says unsaved: %s', async (name, isUnsaved) => {
  const core = installFakeCore({
    'session.resume': refusing,
    'attachments.choose': refusing,
    'imports.choose': refusing,
    'oldFiles.resume': refusing,
  })
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <SavedState />
      <Acts />
    </QueryClientProvider>,
  )
  await userEvent.click(screen.getByRole('button', { name }))
  await expect.poll(() => core.calls.length).toBe(1)
  if (isUnsaved) expect(await screen.findByText(frameText.notSaved)).toBeTruthy()
  else {
    expect(await screen.findByText(frameText.saved)).toBeTruthy()
    expect(screen.queryByText(frameText.notSaved)).toBeNull()
  }
})
