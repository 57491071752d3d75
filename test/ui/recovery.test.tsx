import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { ErrorCode } from '../../electron/contract/errors.ts'
import type { Output } from '../../electron/contract/index.ts'
import { closedText, readingSentence, recoveryText } from '../../renderer/text/recovery.ts'
// Loaded on first use by the frame; here before, so that a slow machine does not make it late.
import '../../renderer/features/backups/recovery/RecoveryPage.tsx'
import { home } from './sample.ts'
import { show } from './show.tsx'

type State = Output<'recovery.state'>

const at = (hours: number, minutes: number) => {
  const now = new Date()
  now.setHours(hours, minutes, 0, 0)
  return now.toISOString()
}

const survey = {
  upTo: at(10, 42),
  lastChange: { who: 'c.martin', label: 'ajout d’une décision' },
  meetings: 12,
  minutes: 11,
  actions: 40,
  lastMeetings: [{ date: '2026-11-12', title: 'Séance de novembre' }],
}

const state = (change: Partial<State> = {}): State => ({
  reason: 'data-damaged',
  damaged: { upTo: at(11, 3), writtenAt: at(11, 3), sizeBytes: 5_000_000 },
  backups: [
    {
      place: 'desk',
      token: 'a',
      at: at(10, 45),
      sizeBytes: 4_000_000,
      isEncrypted: false,
      sound: true,
      survey,
    },
    {
      place: 'copies',
      token: 'b',
      at: at(9, 0),
      sizeBytes: 4_000_000,
      isEncrypted: false,
      sound: null,
      survey: null,
    },
  ],
  desk: 'there',
  copies: 'there',
  reading: null,
  freeBytes: 40_000_000_000,
  movedTo: null,
  ...change,
})

const line = (change: Partial<NonNullable<State['reading']>['tables'][number]>) => ({
  table: 'meeting',
  read: 12,
  fromJournal: 0,
  fromBackup: 0,
  lost: 0,
  orphans: 0,
  accounted: true,
  ...change,
})

const reading = (change: Partial<NonNullable<State['reading']>> = {}) => ({
  at: at(11, 10),
  upTo: at(11, 3),
  backupAt: at(10, 45),
  meetings: 12,
  schemaLent: false,
  tables: [line({}), line({ table: 'letterhead', read: 2 })],
  ...change,
})

const closed = (code: ErrorCode) => () => ({ failure: code })

describe('each reason', () => {
  it.each([
    ['data-damaged', 'endommagé'],
    ['data-missing', 'n’est plus à sa place'],
    ['data-newer', 'version plus récente'],
    ['data-in-use', 'ouvertes ailleurs'],
    ['data-read-only', 'lecture seule'],
    ['disk-full', 'disque est plein'],
  ] as const)('fills the screen and says what to do: %s', async (reason, words) => {
    const { core, user } = show('#/seances', {
      'home.get': closed(reason),
      'recovery.state': () => state({ reason }),
    })
    expect(await screen.findByRole('heading', { level: 1, name: new RegExp(words) })).toBeTruthy()
    expect(await screen.findByText(recoveryText.toDo)).toBeTruthy()
    // The way back is always there.
    core.answers['home.get'] = () => home()
    await user.click(screen.getByRole('button', { name: 'Réessayer' }))
    await waitFor(() => expect(screen.queryByText(recoveryText.toDo)).toBeNull())
  })

  it('offers the version that data of a newer one wait for', async () => {
    const { core, user } = show('#/accueil', {
      'home.get': closed('data-newer'),
      'recovery.state': () => state({ reason: 'data-newer' }),
      'desk.updates': () => ({ standing: 'unasked' }),
      'desk.lookForUpdate': () => ({ standing: 'newest' }),
    })
    await user.click(await screen.findByRole('button', { name: 'Chercher une nouvelle version' }))
    expect(core.inputsOf('desk.lookForUpdate')).toEqual([{}])
  })

  it('leads out of it by itself where nothing has to be put in place', async () => {
    show('#/accueil', {
      'home.get': closed('data-in-use'),
      'recovery.state': () => state({ reason: 'data-in-use' }),
    })
    await screen.findByText(recoveryText.toDo)
    expect(screen.queryByRole('list', { name: recoveryText.steps })).toBeNull()
  })
})

describe('a damaged file', () => {
  it('says what is safe and what is missing, by the minute', async () => {
    show('#/accueil', { 'home.get': closed('data-damaged'), 'recovery.state': () => state() })
    expect(await screen.findByText(/jusqu’à 10\sh\s42 est là/)).toBeTruthy()
    expect(screen.getByText(/saisi entre 10\sh\s42 et 11\sh\s03/)).toBeTruthy()
  })

  it('is read on demand, with its count, then put in place', async () => {
    const { core, user } = show('#/accueil', {
      'home.get': closed('data-damaged'),
      'recovery.state': () => state(),
      'recovery.read': () => reading(),
      'recovery.useReading': () => ({ meetings: 12, asideName: 'donnees-endommagees-2026' }),
    })
    await user.click(await screen.findByRole('button', { name: recoveryText.readAct }))
    expect(await screen.findByText(/jusqu’à 11\sh\s03 est là\. Rien ne manque\./)).toBeTruthy()
    const table = screen.getByRole('table', { name: recoveryText.readCaption })
    expect(within(table).getByRole('row', { name: /Séances 12/ })).toBeTruthy()
    expect(within(table).getByRole('row', { name: /Autres 2/ })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: recoveryText.readUse }))
    expect(await screen.findByText(/donnees-endommagees-2026/)).toBeTruthy()
    expect(core.inputsOf('recovery.useReading')).toHaveLength(1)
  })

  it('tells how far the reading is, and lets it be given up after a second', async () => {
    const { core, user } = show('#/accueil', {
      'home.get': closed('data-damaged'),
      'recovery.state': () => state(),
      'recovery.read': () => new Promise<never>(() => undefined),
      'recovery.stop': () => ({}),
    })
    await user.click(await screen.findByRole('button', { name: recoveryText.readAct }))
    core.emit({ topic: 'progress', method: 'recovery.read', done: 12, total: 40 })
    expect(await screen.findByText('12 tableaux relus sur 40')).toBeTruthy()
    await user.click(await screen.findByRole('button', { name: recoveryText.readStop }))
    await waitFor(() => expect(core.inputsOf('recovery.stop')).toHaveLength(1))
  })

  it('that gives nothing any more still leads to the backups', async () => {
    const { core, user } = show('#/accueil', {
      'home.get': closed('data-damaged'),
      'recovery.state': () => state(),
      'recovery.read': () => null,
      'recovery.useBackup': () => ({ meetings: 12, asideName: 'x' }),
    })
    await user.click(await screen.findByRole('button', { name: recoveryText.readAct }))
    expect(await screen.findByText(/Plus rien ne se laisse relire/)).toBeTruthy()
    const [first] = screen.getAllByRole('button', { name: recoveryText.useBackup })
    await user.click(first as HTMLElement)
    await waitFor(() => expect(core.inputsOf('recovery.useBackup')).toEqual([{ place: 'desk', token: 'a' }]))
  })

  it('shows what is inside a backup before it is taken', async () => {
    const { core, user } = show('#/accueil', {
      'home.get': closed('data-damaged'),
      'recovery.state': () => state(),
      'recovery.look': () => ({ ...(state().backups[1] as State['backups'][number]), sound: true, survey }),
    })
    const looks = await screen.findAllByRole('button', { name: recoveryText.look })
    await user.click(looks[1] as HTMLElement)
    expect(await screen.findByText(recoveryText.lastMeetings)).toBeTruthy()
    // Its line says what it holds before anybody looks.
    expect(
      screen.getAllByText(/12.séances · la plus récente.: Séance de novembre, 12.novembre 2026/),
    ).toHaveLength(2)
    expect(core.inputsOf('recovery.look')).toEqual([{ place: 'copies', token: 'b' }])
  })

  it('asks the passphrase of an encrypted copy before it is used', async () => {
    const encrypted = { ...state().backups[0], sound: null, survey: null, isEncrypted: true }
    const { core, user } = show('#/accueil', {
      'home.get': closed('data-missing'),
      'recovery.state': () =>
        state({
          reason: 'data-missing',
          backups: [{ ...encrypted, place: 'copies', token: 'c', at: at(9, 0), sizeBytes: 4_000_000 }],
        }),
      'recovery.useBackup': ({ passphrase }) =>
        passphrase === 'la bonne phrase' ? { meetings: 12, asideName: 'x' } : { failure: 'passphrase-wrong' },
    })
    await user.click(await screen.findByRole('button', { name: recoveryText.useBackup }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(core.inputsOf('recovery.useBackup')).toHaveLength(0)
    await user.type(dialog.getByLabelText('Phrase de passe'), 'une autre{Enter}')
    expect(await dialog.findByText(/n’est pas celle de cette copie chiffrée/)).toBeTruthy()
    await user.clear(dialog.getByLabelText('Phrase de passe'))
    await user.type(dialog.getByLabelText('Phrase de passe'), 'la bonne phrase{Enter}')
    await waitFor(() =>
      expect(core.inputsOf('recovery.useBackup').at(-1)).toEqual({
        place: 'copies',
        token: 'c',
        passphrase: 'la bonne phrase',
      }),
    )
  })

  it('asks twice before empty data are opened', async () => {
    const { core, user } = show('#/accueil', {
      'home.get': closed('data-damaged'),
      'recovery.state': () => state({ backups: [], desk: 'missing', copies: null }),
      'recovery.startEmpty': () => ({ meetings: 0, asideName: 'x' }),
    })
    expect(await screen.findByText(recoveryText.noBackup)).toBeTruthy()
    expect(screen.getByText(recoveryText.deskMissing)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: recoveryText.emptyAct }))
    expect(core.inputsOf('recovery.startEmpty')).toHaveLength(0)
    await user.click(await screen.findByRole('button', { name: recoveryText.emptyConfirm }))
    await waitFor(() => expect(core.inputsOf('recovery.startEmpty')).toHaveLength(1))
  })
})

describe('the sentences', () => {
  it('say what a reading lacks', () => {
    const said = readingSentence(
      reading({ tables: [line({ fromBackup: 3, lost: 1, accounted: false })] }),
      '11 h 03',
      '10 h 45',
    )
    expect(said).toMatch(/3\slignes sont reprises de la sauvegarde de 10 h 45/)
    expect(said).toMatch(/1\sligne n’a pas été retrouvée/)
    expect(said).toContain('peuvent manquer')
    expect(said).not.toContain('Rien ne manque')
  })

  it('never speak of taking anything away', () => {
    const texts = JSON.stringify([
      closedText,
      Object.values(recoveryText).map((text) =>
        typeof text === 'function' ? (text as (...given: unknown[]) => string)('1', '2', '3') : text,
      ),
    ])
    const takingAway = /supprim|effac|détrui/i
    expect(texts).not.toMatch(takingAway)
    // The rule is able to report.
    expect(takingAway.test('Supprimer les données')).toBe(true)
  })
})
