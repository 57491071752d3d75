import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import type { MailAccount, Sending } from '../../electron/domain/dispatch/sending.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { followChanges, makeQueryClient } from '../../renderer/api/query-client.ts'
import { closeToast, toastStore } from '../../renderer/api/toasts.ts'
import { DispatchPage } from '../../renderer/features/dispatch/DispatchPage.tsx'
import { PersonalPane } from '../../renderer/features/dispatch/PersonalPane.tsx'
import { SentPane } from '../../renderer/features/dispatch/SentPane.tsx'
import { MeetingFrame } from '../../renderer/features/meetings/MeetingFrame.tsx'
import { SendingSection } from '../../renderer/features/settings/SendingSection.tsx'
import { Toasts } from '../../renderer/ui/Toasts.tsx'
import { dispatchView, recipient, row } from './dispatch-sample.ts'
import { type Answers, type FakeCore, installFakeCore } from './fake-core.ts'
import { home, id, meeting, meetingFile, noHistory } from './sample.ts'
import { chooseMore } from './under-bar.tsx'

let stop: (() => void) | undefined
afterEach(() => {
  stop?.()
  cleanup()
  closeToast(toastStore.get().current?.id ?? 0)
})

const user = userEvent.setup()
const smtp: MailAccount = {
  way: 'server',
  host: 'smtp.ind.example',
  port: 465,
  security: 'tls',
  user: 'secretariat',
}
const handed = (change: Partial<Sending> = {}): Sending => ({
  id: id(900),
  attemptId: id(901),
  dispatchId: id(500),
  way: 'server',
  host: smtp.host,
  messageId: '<a@seances-inp>',
  recipient: 'membre.1@exemple.invalid',
  sha256: 'a'.repeat(64),
  sizeBytes: 10,
  state: 'handed',
  preparedAt: '2026-11-24T09:00:00.000Z',
  changedAt: '2026-11-24T09:00:00.000Z',
  answer: '',
  ...change,
})

function showWith(node: ReactNode, answers: Answers): FakeCore {
  const core = installFakeCore({ 'home.get': () => home(), 'history.state': () => noHistory, ...answers })
  const client = makeQueryClient()
  stop = followChanges(client)
  render(
    <QueryClientProvider client={client}>
      {node}
      <Toasts />
    </QueryClientProvider>,
  )
  return core
}

function draft(answers: Answers, focusId = id(500)): FakeCore {
  const view = dispatchView({ recipients: [recipient(1), recipient(2), recipient(3, { email: '' })] })
  return showWith(
    <MeetingFrame meetingId={id(12)} place="dispatch" tab="dispatch">
      <DispatchPage meetingId={id(12)} focusId={focusId} />
    </MeetingFrame>,
    {
      'meetings.get': () => meetingFile(meeting(12)),
      'meetings.moves': () => [],
      'backPlanning.tasks': () => [],
      'dispatch.list': () => [row(500)],
      'dispatch.get': () => view,
      'dispatch.compose': () => ({
        fileName: 'a.eml',
        sizeBytes: 4_200_000,
        limitBytes: 10_000_000,
        documents: [],
      }),
      'attachments.list': () => [],
      'sending.settings': () => ({ account: smtp }),
      'sending.password': () => ({ standing: 'kept', canKeep: true }),
      'sending.list': () => [],
      ...answers,
    },
  )
}

describe('messages to one person each', () => {
  const drafts: MailAccount = { ...smtp, way: 'drafts', host: 'imap.ind.example' }
  const lies = (dispatchId: string) =>
    handed({ id: newId(), dispatchId, way: 'drafts', state: 'confirmed', recipient: 'a@exemple.invalid' })
  const rows = [row(501), row(502)].map((one) => ({ ...one, recipientCount: 1, withoutAddressCount: 0 }))
  const show = (sendings: Sending[]) =>
    showWith(<PersonalPane kind="actionsReminder" drafts={rows} itemTitles={new Map()} onOpen={() => {}} />, {
      'sending.settings': () => ({ account: drafts }),
      'sending.password': () => ({ standing: 'kept', canKeep: true }),
      'sending.list': () => sendings,
      'sending.send': () => dispatchView(),
    })

  it('are put into the mailbox once, however often all are asked for', async () => {
    const core = show([lies(id(501))])
    await screen.findByText('dans les brouillons')
    await user.click(await screen.findByRole('button', { name: 'Tout déposer…' }))
    await user.click(await screen.findByRole('button', { name: 'Déposer' }))
    await waitFor(() => expect(core.inputsOf('sending.send')).toEqual([{ id: id(502), version: 1 }]))
  })

  it('are not asked for again when all lie there', async () => {
    show([lies(id(501)), lies(id(502))])
    const all = await screen.findByRole('button', { name: 'Tout déposer…' })
    await waitFor(() => expect(all.getAttribute('aria-disabled')).toBe('true'))
  })
})

describe('a message that leaves from here', () => {
  it('is offered only where a server is chosen', async () => {
    draft({ 'sending.settings': () => ({ account: null }) })
    const open = await screen.findByRole('button', { name: 'Ouvrir dans la messagerie' })
    expect(open.className).toContain('primary')
    expect(screen.queryByRole('button', { name: 'Envoyer…' })).toBe(null)
  })

  it('is shown whole before, and leaves by the last button alone', async () => {
    const core = draft({ 'sending.send': () => dispatchView() })
    await user.click(await screen.findByRole('button', { name: 'Envoyer…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Envoyer ce message' }))
    expect(dialog.getByText('Membre 1, Membre 2')).toBeTruthy()
    expect(dialog.getByText('Ne recevront pas ce message')).toBeTruthy()
    expect(dialog.getByText('Mesdames, Messieurs,')).toBeTruthy()
    expect(dialog.getByText(/smtp\.ind\.example/)).toBeTruthy()
    expect(core.inputsOf('sending.send')).toEqual([])
    await user.click(dialog.getByRole('button', { name: 'Annuler' }))
    expect(core.inputsOf('sending.send')).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Envoyer…' }))
    await user.click(await screen.findByRole('button', { name: 'Envoyer' }))
    await waitFor(() => expect(core.inputsOf('sending.send')).toEqual([{ id: id(500), version: 1 }]))
    expect(await screen.findByText('Message remis au serveur, et noté comme envoyé')).toBeTruthy()
  })

  it('asks for the password that nobody keeps, and again when it is refused', async () => {
    let isWrong = true
    const core = draft({
      'sending.password': () => ({ standing: 'none', canKeep: false }),
      'sending.setPassword': () => ({ standing: 'session', canKeep: false }),
      'sending.send': () => (isWrong ? { failure: 'mail-password-wrong' } : dispatchView()),
    })
    await user.click(await screen.findByRole('button', { name: 'Envoyer…' }))
    const field = await screen.findByLabelText('Mot de passe de la boîte')
    expect(screen.getByText(/n’a pas de trousseau de clés/)).toBeTruthy()
    await user.type(field, 'faux')
    await user.click(screen.getByRole('button', { name: 'Envoyer' }))
    expect(await screen.findByText(/refuse ce compte ou ce mot de passe/)).toBeTruthy()
    isWrong = false
    await user.clear(screen.getByLabelText('Mot de passe de la boîte'))
    await user.type(screen.getByLabelText('Mot de passe de la boîte'), 'juste')
    await user.click(screen.getByRole('button', { name: 'Envoyer' }))
    await waitFor(() => expect(core.inputsOf('sending.send')).toHaveLength(2))
    expect(core.inputsOf('sending.setPassword').map(({ password }) => password)).toEqual(['faux', 'juste'])
  })

  it('that may have left is asked about, and nothing else is done with it', async () => {
    const core = draft({ 'sending.list': () => [handed()], 'sending.settle': () => dispatchView() })
    expect(await screen.findByText(/ce message est peut-être parti/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Il n’est pas parti' }))
    expect(core.inputsOf('sending.settle')).toEqual([{ id: id(500), hasLeft: false }])
    await user.click(screen.getByRole('button', { name: 'Il est parti' }))
    expect(core.inputsOf('sending.settle')[1]).toEqual({ id: id(500), hasLeft: true })
    expect(core.inputsOf('sending.send')).toEqual([])
  })
})

it('of several, one that nobody can get is named and the others leave', async () => {
  const letter = (n: number, addressee: string) => row(n, { kind: 'guestInvitation', addressee })
  const core = draft(
    {
      'dispatch.list': () => [letter(500, 'Jean Exemple'), letter(501, 'Anne Modèle')],
      'sending.send': (input) => (input.id === id(500) ? { failure: 'invalid-input' } : dispatchView()),
    },
    'guestInvitation',
  )
  await user.click(await screen.findByRole('button', { name: 'Tout envoyer…' }))
  await user.click(await screen.findByRole('button', { name: 'Envoyer' }))
  expect(await screen.findByText(/^Jean Exemple\s: aucune adresse valable/)).toBeTruthy()
  expect(core.inputsOf('sending.send').map((input) => input.id)).toEqual([id(500), id(501)])
})

it('a message that left and was taken back says so, though a recipient was refused', async () => {
  draft({
    'sending.list': () => [
      handed({ state: 'confirmed', answer: '250 OK' }),
      handed({ id: id(902), recipient: 'membre.2@exemple.invalid', state: 'refused', answer: '550 inconnu' }),
    ],
  })
  expect(await screen.findByText(/il ne repart pas/)).toBeTruthy()
  expect(screen.queryByText(/rien n’est parti/)).toBeNull()
})

describe('a message that is noted as sent', () => {
  const own = 'b'.repeat(64)
  const show = (sendings: Sending[]) => {
    const view = dispatchView()
    const dispatch = { ...view.dispatch, state: 'sent' as const, sentAt: '2026-11-24T09:05:00.000Z' }
    showWith(<SentPane dispatchId={id(500)} />, {
      'dispatch.get': () => ({ ...view, dispatch: { ...dispatch, messageSha256: own } }),
      'sending.list': () => sendings,
    })
  }
  const refused = handed({ state: 'refused', answer: '550 inconnu', sha256: own })

  it('and that the server refused to everybody says that nothing left', async () => {
    show([refused])
    expect(await screen.findByText(/rien n’est parti/)).toBeTruthy()
  })

  it('and that the server refused to some names them', async () => {
    show([
      handed({ id: id(902), state: 'confirmed', sha256: own, recipient: 'membre.2@exemple.invalid' }),
      refused,
    ])
    expect(await screen.findByText('Refusés par le serveur')).toBeTruthy()
    expect(screen.queryByText(/rien n’est parti/)).toBeNull()
  })

  it('says nothing of another wording that the server refused', async () => {
    show([
      handed({ state: 'confirmed', sha256: own }),
      { ...refused, id: id(902), attemptId: id(903), sha256: 'c'.repeat(64) },
    ])
    await screen.findByText('Remis au serveur')
    expect(screen.queryByText('550 inconnu')).toBeNull()
  })
})

describe('the settings', () => {
  it('are saved whole, with the port of the way, then tried; the password goes apart', async () => {
    let account: MailAccount | null = null
    const core = showWith(<SendingSection />, {
      'sending.settings': () => ({ account }),
      'sending.password': () => ({ standing: 'none', canKeep: true }),
      'sending.setAccount': (given) => {
        account = given.account as MailAccount | null
        return { account }
      },
      'sending.setPassword': () => ({ standing: 'kept', canKeep: true }),
      'sending.try': () => ({}),
    })
    const way = await screen.findByRole('combobox', { name: 'Les messages' })
    expect(screen.queryByRole('button', { name: 'Oublier le mot de passe' })).toBe(null)
    expect(screen.queryByLabelText('Serveur')).toBe(null)
    await user.selectOptions(way, 'se déposent dans les brouillons de la boîte (IMAP)')
    expect(screen.getByLabelText<HTMLInputElement>('Port').value).toBe('993')
    await user.click(screen.getByRole('button', { name: 'Enregistrer et essayer' }))
    expect(screen.getByText(/Écrire le nom du serveur/)).toBeTruthy()
    expect(core.inputsOf('sending.setAccount')).toEqual([])
    await user.type(screen.getByLabelText('Serveur'), 'imap.ind.example')
    await user.type(screen.getByLabelText('Compte'), 'secretariat')
    await user.type(screen.getByLabelText('Mot de passe de la boîte'), 'secret')
    await user.click(screen.getByRole('button', { name: 'Enregistrer et essayer' }))
    await waitFor(() => expect(core.inputsOf('sending.try')).toHaveLength(1))
    expect(core.inputsOf('sending.setAccount')).toEqual([
      {
        account: { way: 'drafts', host: 'imap.ind.example', port: 993, security: 'tls', user: 'secretariat' },
      },
    ])
    expect(core.inputsOf('sending.setPassword')).toEqual([{ password: 'secret' }])
    expect(await screen.findByText('Le serveur répond et reconnaît ce compte')).toBeTruthy()
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Les messages' }),
      's’ouvrent dans la messagerie',
    )
    // A choice in a list gives nothing up by itself.
    expect(core.inputsOf('sending.setAccount')).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Arrêter l’envoi et oublier ce compte' }))
    await waitFor(() => expect(core.inputsOf('sending.setAccount').at(-1)).toEqual({ account: null }))
  })
  it('forget a password that is known', async () => {
    let standing: 'kept' | 'none' = 'kept'
    const core = showWith(<SendingSection />, {
      'sending.settings': () => ({ account: smtp }),
      'sending.password': () => ({ standing, canKeep: true }),
      'sending.forgetPassword': () => {
        standing = 'none'
        return { standing, canKeep: true }
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Oublier le mot de passe' }))
    expect(core.inputsOf('sending.forgetPassword')).toHaveLength(1)
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Oublier le mot de passe' })).toBe(null))
  })
})

describe('the folders of members', () => {
  it('are written where somebody says, and counted', async () => {
    const core = draft({ 'memberFolders.write': () => ({ fileNames: ['Dossier A.html', 'Dossier B.html'] }) })
    await chooseMore(user, 'Dossiers des membres…')
    expect(core.inputsOf('memberFolders.write')).toEqual([{ meetingId: id(12) }])
    expect(
      await screen.findByText('2 dossiers écrits dans le dossier ouvert, un par organisme membre'),
    ).toBeTruthy()
  })
})
