import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { act, type ReactNode } from 'react'
import { afterEach, expect, it } from 'vitest'
import type { Method } from '../../electron/contract/index.ts'
import type { DispatchKind } from '../../electron/domain/dispatch/dispatch.ts'
import type { MailAccount } from '../../electron/domain/dispatch/sending.ts'
import { makeQueryClient } from '../../renderer/api/query-client.ts'
import { NotSaved } from '../../renderer/app/NotSaved.tsx'
import { href } from '../../renderer/app/paths.ts'
import { MoveActs } from '../../renderer/features/backups/data-place/MoveActs.tsx'
import { SourceSection } from '../../renderer/features/backups/hand-over/SourceSection.tsx'
import { PersonalPane } from '../../renderer/features/dispatch/PersonalPane.tsx'
import { ArchiveActs } from '../../renderer/features/minutes/archive/ArchiveActs.tsx'
import { archiveText } from '../../renderer/text/archive.ts'
import { Toasts } from '../../renderer/ui/Toasts.tsx'
import { dispatchView, row } from './dispatch-sample.ts'
import { type Answer, type Answers, installFakeCore } from './fake-core.ts'
import { id, meetingRow } from './sample.ts'

afterEach(cleanup)

const smtp: MailAccount = {
  way: 'server',
  host: 'smtp.ind.example',
  port: 465,
  security: 'tls',
  user: 'secretariat',
}

/** A screen that is left and shown again. */
function leavable(part: ReactNode, answers: Answers) {
  const core = installFakeCore(answers)
  const client = makeQueryClient()
  const screens = (shown: ReactNode) => (
    <QueryClientProvider client={client}>
      {shown}
      <Toasts />
    </QueryClientProvider>
  )
  const { rerender } = render(screens(part))
  return { core, leave: () => rerender(screens(null)), comeBack: (shown = part) => rerender(screens(shown)) }
}

/** An answer that waits for the test. */
function later<M extends Method>() {
  const answers: ((answer: Answer<M>) => void)[] = []
  return {
    answer: () => new Promise<Answer<M>>((resolve) => answers.push(resolve)),
    end: (answer: Answer<M>) => act(async () => answers.shift()?.(answer)),
  }
}

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

it('an archive is written and verified where its meeting was left, and says so on the way back', async () => {
  const { answer, end } = later<'archive.export'>()
  const meeting = leavable(<ArchiveActs meetingId={id(1)} />, {
    'archive.export': answer,
    'meetings.leavingChecks': () => [],
    'archive.verify': () => ({ fileName: 'reçue.zip', files: 4, faults: [], faultCount: 0 }),
  })
  await waitFor(() => expect(meeting.core.inputsOf('meetings.leavingChecks')).toHaveLength(1))
  await press('Archiver en .zip…')
  meeting.leave()
  meeting.comeBack()
  expect(screen.getByRole('button', { name: 'Archivage…' }).getAttribute('aria-busy')).toBe('true')
  meeting.leave()
  await end({ token: id(9), fileName: '2026-11-12_ARCHIVE_INP.zip', files: 7 })
  meeting.comeBack()
  expect(screen.getByText(/7 pièces/u)).toBeTruthy()
  await press('Vérifier un .zip…')
  expect(screen.queryByText(/7 pièces/u)).toBeNull()
  expect(await screen.findByText(/reçue\.zip/u)).toBeTruthy()
  meeting.leave()
  meeting.comeBack()
  expect(screen.queryByText(/reçue\.zip/u)).toBeNull()
})

it('data that are being moved say how far on the way back, and can be stopped', async () => {
  const place = leavable(<MoveActs isKept />, {
    'dataPlace.move': later<'dataPlace.move'>().answer,
    'dataPlace.stop': () => ({}),
  })
  await press('Déplacer les données sur cet ordinateur')
  await screen.findByRole('button', { name: 'Déplacement…' })
  place.leave()
  place.comeBack()
  expect(screen.getByRole('button', { name: 'Déplacement…' })).toBeTruthy()
  place.core.emit({ topic: 'progress', method: 'dataPlace.move', done: 12, total: 340 })
  await press('Annuler')
  await waitFor(() => expect(place.core.inputsOf('dataPlace.stop')).toHaveLength(1))
})

it('data of another computer are counted where their screen was left', async () => {
  const counts = {
    ...{ meetings: 12, minutes: 10, decisions: 30, actions: 20 },
    ...{ attachments: 4, attachmentsFound: 4 },
  }
  const { answer, end } = later<'handOver.takeSource'>()
  const source = leavable(<SourceSection canTake isSought={false} />, {
    'handOver.takeSource': answer,
    'handOver.chooseSource': () => ({
      ...{ token: 'x', name: 'partage', at: null, sizeBytes: 2_000_000, counts },
      ...{ hashMatches: true, heldBy: null },
    }),
  })
  await press('Choisir un dossier à reprendre…')
  await press('Reprendre ces données')
  source.leave()
  await end(counts)
  source.comeBack()
  expect(screen.getByText(/tout ce qui était attendu est là/)).toBeTruthy()
})

it('of messages that leave one after the other, those that failed are named on the way back', async () => {
  const rows = [row(501, { addressee: 'Jean Exemple' }), row(502, { addressee: 'Anne Modèle' })]
  const drafts = rows.map((one) => ({ ...one, recipientCount: 1, withoutAddressCount: 0 }))
  const { answer, end } = later<'sending.send'>()
  const paneOf = (kind: DispatchKind) => (
    <PersonalPane key={kind} kind={kind} drafts={drafts} itemTitles={new Map()} onOpen={() => {}} />
  )
  const pane = leavable(paneOf('guestInvitation'), {
    'sending.send': answer,
    'sending.settings': () => ({ account: smtp }),
    'sending.password': () => ({ standing: 'kept', canKeep: true }),
    'sending.list': () => [],
  })
  await press('Tout envoyer…')
  await press('Envoyer')
  pane.leave()
  pane.comeBack()
  expect((await screen.findByRole('button', { name: /Envoi/ })).getAttribute('aria-busy')).toBe('true')
  pane.leave()
  // What was sealed meanwhile is one message: the others go on.
  await end({ failure: 'approved' })
  await waitFor(() => expect(pane.core.inputsOf('sending.send')).toHaveLength(2))
  await end(dispatchView())
  // They are named above the messages of their kind alone.
  pane.comeBack(paneOf('convocation'))
  await screen.findByRole('button', { name: 'Tout envoyer…' })
  expect(screen.queryByText(/^Jean Exemple\s:/)).toBeNull()
  pane.comeBack()
  expect(await screen.findByText(/^Jean Exemple\s:/)).toBeTruthy()
})

it('a description for the archives that waits says of which meeting it is, and is there on the way back', async () => {
  const place = { meetingId: id(10) }
  window.history.replaceState(null, '', href('minutes', place))
  const meeting = leavable(<ArchiveActs meetingId={id(10)} />, {
    'meetings.leavingChecks': () => [],
    'meetings.list': () => [meetingRow(10)],
    'archive.describe': () => ({ title: 'Séance n° 10', description: '', keywords: [] }),
  })
  await press(archiveText.exportSeda)
  await userEvent.type(await screen.findByRole('textbox', { name: archiveText.keywords }), 'budget')
  await userEvent.tab()
  meeting.leave()
  window.history.replaceState(null, '', href('backups'))
  const { unmount } = render(
    <QueryClientProvider client={makeQueryClient()}>
      <NotSaved onClose={() => undefined} />
    </QueryClientProvider>,
  )
  const way = await screen.findByRole('link', {
    name: 'Compte rendu, séance n°\u00a010 du 10\u00a0octobre 2026',
  })
  expect(way.getAttribute('href')).toBe(href('minutes', place))
  unmount()
  meeting.comeBack()
  const field = await screen.findByRole<HTMLInputElement>('textbox', { name: archiveText.keywords })
  expect(field.value).toBe('budget')
})
