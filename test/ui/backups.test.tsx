import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { BackupFile, BackupList, BackupLook } from '../../electron/contract/backups.ts'
import { usualRule } from '../../electron/domain/data/backup.ts'
import type { Answers } from './fake-core.ts'
import { show } from './show.tsx'

const file: BackupFile = {
  token: '2026-11-24T07-05-00-000Z_regular.seances',
  place: 'desk',
  at: '2026-11-24T07:05:00.000Z',
  sizeBytes: 3_355_443,
  reason: 'regular',
  isEncrypted: false,
  condition: 'sound',
  checkedAt: '2026-11-24T07:05:02.000Z',
  missing: 0,
}
const copy: BackupFile = { ...file, place: 'copies', condition: 'unchecked', checkedAt: null }
const rotten: BackupFile = {
  ...file,
  token: '2026-11-20T07-05-00-000Z_close.seances',
  at: '2026-11-20T07:05:00.000Z',
  reason: 'close',
  condition: 'damaged',
}
const list = (more: Partial<BackupList> = {}): BackupList => ({
  files: [file, copy, rotten],
  unreachable: [],
  copiesName: 'reseau',
  rule: usualRule,
  encryption: null,
  lastRestore: null,
  ...more,
})
const nothing = { inside: 0, onlyNow: 0, onlyInside: 0, changed: 0 }
const look: BackupLook = {
  file,
  bodyName: 'Instance nationale partenariale',
  lastChange: { at: '2026-11-24T07:01:00.000Z', who: 'c.martin', label: 'ajout d’une décision' },
  meetings: [
    {
      id: 'm1',
      number: 118,
      date: '2026-11-12',
      title: 'Séance plénière',
      state: 'held',
      isPresent: false,
    },
  ],
  meetingCount: 12,
  compared: [
    { ...nothing, kind: 'meeting', inside: 12, onlyNow: 3, onlyInside: 1 },
    { ...nothing, kind: 'decision', inside: 40, onlyNow: 12, changed: 2 },
  ],
  changesSince: 27,
}
const answers: Answers = {
  'backups.list': () => list(),
  'backups.look': () => look,
  'settings.copies': () => ({
    choice: 'chosen',
    folderName: 'reseau',
    lastCopyAt: file.at,
    lastFailure: null,
    damagedBackups: 1,
  }),
}
const page = '#/reglages/sauvegardes'
const rowOf = async (words: RegExp) =>
  within(await screen.findByRole('grid')).getAllByRole('row', { name: words })
const choose = async (user: ReturnType<typeof show>['user'], words = /24.novembre/) => {
  const [row] = await rowOf(words)
  if (row === undefined) throw new Error('no such row')
  await user.click(row)
}

describe('the page of backups', () => {
  it('lists both places with what each was found to be, and says that one is damaged', async () => {
    show(page, answers)
    const rows = await rowOf(/novembre/)
    expect(rows).toHaveLength(3)
    expect(rows[0]?.textContent).toMatch(/automatique.*ce poste.*3,2.Mo.*Vérifiée/)
    expect(rows[1]?.textContent).toMatch(/second dossier.*À vérifier/)
    expect(rows[2]?.textContent).toMatch(/Endommagée/)
    expect(screen.getByRole('alert').textContent).toMatch(/1.sauvegarde est endommagée/)
  })

  it('looks inside before anything is restored, and says what there is more of today', async () => {
    const { core, user } = show(page, answers)
    await choose(user)
    const pane = within(await screen.findByRole('complementary', { name: /Sauvegarde du mardi 24.novembre/ }))
    expect(await pane.findByText(/3.séances et 12.décisions de plus aujourd’hui/)).toBeTruthy()
    expect(pane.getByText(/plus aujourd’hui : 1.séance/)).toBeTruthy()
    expect(pane.getByText(/Modifiés depuis : 2.décisions/)).toBeTruthy()
    expect(pane.getByText(/ajout d’une décision.*par c\.martin/)).toBeTruthy()
    expect(pane.getByText(/absente aujourd’hui/)).toBeTruthy()
    expect(core.inputsOf('backups.look')).toEqual([{ place: 'desk', token: file.token }])
    expect(core.inputsOf('backups.restore')).toHaveLength(0)
  })

  it('says of what was sealed since that a restoring takes it out, before it is asked for', async () => {
    const since = (['approval', 'corrigendum'] as const).map((kind) => ({ ...nothing, kind, onlyNow: 1 }))
    const { user } = show(page, { ...answers, 'backups.look': () => ({ ...look, compared: since }) })
    await choose(user)
    const words = /Scellé depuis.*1.compte rendu approuvé et 1.rectificatif.*restaurer les retire des données/
    const pane = within(await screen.findByRole('complementary', { name: /Sauvegarde du/ }))
    await pane.findByText(words)
    await user.click(screen.getByRole('button', { name: 'Restaurer…' }))
    expect(within(await screen.findByRole('alertdialog')).getByText(words)).toBeTruthy()
  })

  it('restores only after saying what will happen, and offers the way back', async () => {
    let undoable = false
    const { core, user } = show(page, {
      ...answers,
      'backups.list': () =>
        list(undoable ? { lastRestore: { at: '2026-11-24T08:00:00.000Z', of: file.at, canUndo: true } } : {}),
      'backups.restore': () => {
        undoable = true
        return { meetings: 12, missing: 1 }
      },
      'backups.undoRestore': () => ({ meetings: 15, missing: 0 }),
    })
    await choose(user)
    await user.click(await screen.findByRole('button', { name: 'Restaurer…' }))
    const dialog = within(await screen.findByRole('alertdialog'))
    expect(core.inputsOf('backups.restore')).toHaveLength(0)
    await user.click(dialog.getByRole('button', { name: 'Restaurer la sauvegarde' }))
    expect(
      await screen.findByText(/Sauvegarde restaurée.: 12.séances\. 1.pièce n’a pas été retrouvée/),
    ).toBeTruthy()
    await user.click(
      await screen.findByRole('button', { name: 'Revenir aux données d’avant la restauration' }),
    )
    await waitFor(() => expect(core.inputsOf('backups.undoRestore')).toHaveLength(1))
  })

  it('shows how far a long restoring is, and gives it up', async () => {
    const { core, user } = show(page, {
      ...answers,
      'backups.restore': () => new Promise(() => undefined),
      'backups.stop': () => ({}),
    })
    await choose(user)
    await user.click(await screen.findByRole('button', { name: 'Restaurer…' }))
    const dialog = within(await screen.findByRole('alertdialog'))
    await user.click(dialog.getByRole('button', { name: 'Restaurer la sauvegarde' }))
    const progress = await dialog.findByRole('status')
    core.emit({ topic: 'progress', method: 'backups.restore', done: 4, total: 9 })
    await waitFor(() => expect(progress.textContent).toMatch(/4.sur 9.pièces lues/))
    await user.click(within(progress).getByRole('button', { name: 'Annuler' }))
    await waitFor(() => expect(core.inputsOf('backups.stop')).toHaveLength(1))
  })

  it('does not offer to restore one that is damaged', async () => {
    const { core, user } = show(page, answers)
    await choose(user, /20.novembre/)
    const button = await screen.findByRole('button', { name: /Restaurer…/ })
    await user.click(button)
    expect(screen.queryByRole('alertdialog')).toBeNull()
    expect(core.inputsOf('backups.look')).toHaveLength(0)
  })

  it('tells in words what is kept, and sends a change of it', async () => {
    const { core, user } = show(page, { ...answers, 'backups.setRule': (rule) => rule })
    const days = await screen.findByRole('textbox', { name: 'Jours' })
    expect(screen.getByText(/la dernière de chacun des 14.derniers jours travaillés/)).toBeTruthy()
    await user.clear(days)
    await user.type(days, '30{Tab}')
    await waitFor(() =>
      expect(core.inputsOf('backups.setRule')).toEqual([{ recent: 3, days: 30, months: 12 }]),
    )
  })

  it('says that the second folder is away, and from when on encryption holds there', async () => {
    show(page, { ...answers, 'backups.list': () => list({ files: [file], unreachable: ['copies'] }) })
    expect(await screen.findByText(/« reseau » n’est pas accessible/)).toBeTruthy()
    expect(screen.getByText(/vaudra à partir de la prochaine copie/u)).toBeTruthy()
  })

  it('says so when there is none yet', async () => {
    show(page, { ...answers, 'backups.list': () => list({ files: [] }) })
    expect(await screen.findByText('Aucune sauvegarde pour l’instant')).toBeTruthy()
    expect(screen.getByText(/dans les 15 minutes qui suivent un changement/)).toBeTruthy()
  })

  it('turns encryption on only with one good passphrase typed twice and noted, then offers the sheet', async () => {
    const { core, user } = show(page, {
      ...answers,
      'encryption.turnOn': () => ({ since: file.at, keyName: 'cle-0a1b2c3d.age' }),
      'documents.save': () => ({ token: 't', fileName: 'Fiche.txt', producedId: null, besideName: null }),
    })
    await user.click(await screen.findByRole('button', { name: 'Chiffrer les copies…' }))
    const dialog = within(await screen.findByRole('alertdialog'))
    expect(dialog.getByText(/Une phrase de passe perdue, ce sont des copies perdues/)).toBeTruthy()
    const [first, again] = [
      dialog.getByLabelText('Phrase de passe'),
      dialog.getByLabelText('La même, une seconde fois'),
    ]
    const confirm = dialog.getByRole('button', { name: 'Chiffrer les copies' })
    await user.type(first, 'azertyuiop123')
    expect(dialog.getByText(/Trop facile à deviner/)).toBeTruthy()
    await user.type(first, ' marmotte ardoise tulipe')
    expect(dialog.queryByText(/Trop facile à deviner/)).toBeNull()
    await user.type(again, 'azertyuiop123 marmotte ardoise tulipes')
    expect(dialog.getByText('Les deux saisies sont différentes.')).toBeTruthy()
    await user.type(again, '{Backspace}')
    await user.click(confirm)
    expect(core.inputsOf('encryption.turnOn')).toHaveLength(0)
    await user.click(dialog.getByRole('checkbox'))
    await user.click(confirm)
    const passphrase = 'azertyuiop123 marmotte ardoise tulipe'
    expect(await screen.findByRole('heading', { name: 'Les copies sont chiffrées' })).toBeTruthy()
    expect(core.inputsOf('encryption.turnOn')).toEqual([{ passphrase }])
    await user.click(screen.getByRole('button', { name: /Exporter la fiche de secours/ }))
    expect(await screen.findByText(/« Fiche.txt »/)).toBeTruthy()
    expect(core.inputsOf('documents.save')).toEqual([{ kind: 'recoverySheet', passphrase }])
  })

  it('proposes a passphrase, shown so that it can be copied out', async () => {
    const { user } = show(page, answers)
    await user.click(await screen.findByRole('button', { name: 'Chiffrer les copies…' }))
    const dialog = within(await screen.findByRole('alertdialog'))
    await user.click(dialog.getByRole('button', { name: 'Proposer une phrase' }))
    const field = dialog.getByLabelText<HTMLInputElement>('Phrase de passe')
    expect(field.value).toMatch(/^([a-z]{4}-){6}[a-z]{4}$/)
    expect(field.type).toBe('text')
    expect(await dialog.findByText('Très bonne phrase de passe.')).toBeTruthy()
  })

  it('says which copies stayed in clear: those that wait, and those that are damaged', async () => {
    const damaged: BackupFile = { ...copy, token: `abimee-${copy.token}`, condition: 'damaged' }
    const encryption = { since: file.at, keyName: 'cle-0a1b2c3d.age' }
    show(page, {
      ...answers,
      'backups.list': () => list({ files: [file, copy, damaged], encryption }),
    })
    expect(await screen.findByText(/^1.copie est encore en clair dans le second dossier/)).toBeTruthy()
    const said = await screen.findByText(/^1.copie abîmée est restée en clair/)
    expect(said.textContent).toContain(damaged.token)
  })

  it('says nothing of copies that are in clear on purpose', async () => {
    show(page, { ...answers, 'backups.list': () => list({ files: [file, copy], encryption: null }) })
    await screen.findByRole('button', { name: 'Chiffrer les copies…' })
    expect(screen.queryByText(/en clair dans le second dossier/)).toBeNull()
  })

  it('asks the passphrase of an encrypted copy before it is looked into, and restores with it', async () => {
    const encrypted: BackupFile = {
      ...copy,
      token: `${copy.token}.age`,
      isEncrypted: true,
      condition: 'sound',
    }
    const { core, user } = show(page, {
      ...answers,
      'backups.list': () =>
        list({ files: [encrypted], encryption: { since: file.at, keyName: 'cle-0a1b2c3d.age' } }),
      'backups.look': ({ passphrase }) => {
        if (passphrase !== 'la bonne phrase') return { failure: 'passphrase-wrong' }
        return { ...look, file: encrypted }
      },
      'backups.restore': () => ({ meetings: 12, missing: 0 }),
    })
    await choose(user)
    const restore = await screen.findByRole('button', { name: /Restaurer…/ })
    await user.click(restore)
    expect(screen.queryByRole('alertdialog')).toBeNull()
    const field = screen.getByLabelText('Phrase de passe')
    await user.type(field, 'une autre phrase{Enter}')
    expect(await screen.findByText(/n’est pas celle de cette copie chiffrée/)).toBeTruthy()
    await user.clear(field)
    await user.type(field, 'la bonne phrase{Enter}')
    expect(await screen.findByText(/3.séances et 12.décisions de plus aujourd’hui/)).toBeTruthy()
    await user.click(restore)
    const dialog = within(await screen.findByRole('alertdialog'))
    await user.click(dialog.getByRole('button', { name: 'Restaurer la sauvegarde' }))
    await waitFor(() =>
      expect(core.inputsOf('backups.restore')).toEqual([
        { place: 'copies', token: encrypted.token, passphrase: 'la bonne phrase' },
      ]),
    )
  })
})

it('in a narrow window the list has the place for itself until one is looked into, with the way back', async () => {
  const usual = window.matchMedia
  vi.stubGlobal('matchMedia', (query: string) => ({
    ...usual(query),
    matches: query === '(max-width: 1200px)',
  }))
  const { user } = show('#/reglages/sauvegardes', answers)
  const grid = await screen.findByRole('grid')
  expect(screen.queryByRole('complementary')).toBeNull()
  await user.click(within(grid).getAllByRole('row')[1] ?? grid)
  await screen.findByRole('complementary')
  await user.click(await screen.findByRole('button', { name: 'Retour à la liste' }))
  expect(screen.queryByRole('button', { name: 'Retour à la liste' })).toBeNull()
  vi.unstubAllGlobals()
})
