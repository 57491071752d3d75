import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { RecognisedFile } from '../../electron/contract/imports.ts'
import type { Arrival } from '../../electron/domain/documents/file-signs.ts'
import { setImportStart } from '../../renderer/api/import-start.ts'
import { showToast } from '../../renderer/api/toasts.ts'
import { giveUpQuestions } from '../../renderer/app/arrivals/arrive.ts'
import { settle } from '../../renderer/app/arrivals/settle.ts'
import { id, meetingRow } from './sample.ts'
import { beside, never, show } from './show.tsx'

const one = (kind: Arrival['kind'], meetingId: string | null = null, isSure = false): Arrival => ({
  kind,
  meetingId,
  reason: 'content',
  isSure,
})
const meeting = meetingRow(1, { number: 12, date: '2026-12-10' })
const attached = one('attachment', meeting.id)

describe('what becomes of a file', () => {
  const other = id(7)
  it.each([
    ['what is sure is taken', [one('mail', null, true), attached], [], { take: one('mail', null, true) }],
    ['the only thing it may be is taken', [attached], [], { take: attached }],
    [
      'the only thing it may be is asked about, when it is of a meeting that is not on the screen',
      [one('attachment', other)],
      [],
      { ask: [one('attachment', other)] },
    ],
    ['several are asked about', [one('agenda'), attached], [], { ask: [one('agenda'), attached] }],
    ['the place decides between several', [one('agenda'), attached], ['attachment'], { take: attached }],
    [
      'the place does not decide against what the file says of itself',
      [one('delivery', null, true), attached],
      ['attachment'],
      { ask: [one('delivery', null, true), attached] },
    ],
    [
      'the place of one meeting takes nothing of another',
      [one('returnedMinutes', other, true), attached],
      ['returnedMinutes'],
      { take: one('returnedMinutes', other, true) },
    ],
    ['nothing is asked with no choice', [], [], { ask: [] }],
  ] as const)('%s', (_, arrivals, prefers, expected) => {
    expect(settle(arrivals, prefers, meeting.id)).toEqual(expected)
  })
})

afterEach(() => {
  setImportStart(null)
  giveUpQuestions()
})

const file = (name: string) => new File(['x'], name)
const known = (arrivals: readonly Arrival[], failure: RecognisedFile['failure'] = null) => ({
  'meetings.list': () => [meeting],
  'imports.recognise': ({ files }: { files: readonly { fileName: string }[] }): RecognisedFile[] =>
    files.map(({ fileName }) => ({ fileName, failure, arrivals: [...arrivals] })),
})
const drop = async (files: readonly File[], target: EventTarget = window) => {
  await beside()
  fireEvent.drop(target as Element, { dataTransfer: { types: ['Files'], files } })
}
const question = async () => within(await screen.findByRole('dialog', { name: /Que faire de c/ }))

describe('a file let fall or pasted anywhere', () => {
  it('is the connection file of a team, wherever it falls', async () => {
    show('#/annuaire', {
      ...known([one('teamFile', null, true)]),
      'team.get': () => ({ member: null, role: null, awaySince: null, copyAt: null, isCopyShown: false }),
      'team.password': () => ({ standing: 'none', canKeep: false }),
    })
    await screen.findByRole('heading', { level: 1 })
    const connection = JSON.stringify({ kind: 'seances-inp/equipe', host: 'localhost', database: 'inp' })
    await drop([new File([connection], 'equipe.json')])
    expect(await screen.findByRole('textbox', { name: 'Compte' })).toBeDefined()
    expect(window.location.hash).toBe('#/reglages/equipe')
  })

  it.each([
    [[attached], /^Rien n’y a été reconnu/],
    [[one('agenda'), attached], /^Il peut se lire de plusieurs façons/],
    [[one('agenda'), one('agenda', id(12))], /^La séance dont il s’agit/],
  ] as const)('is asked about with the reason why: %#', async (arrivals, why) => {
    show('#/annuaire', known(arrivals))
    await screen.findByRole('heading', { level: 1 })
    await drop([file('grand.txt')])
    expect((await question()).getByText(why)).toBeTruthy()
  })

  it('is said to be looked at in the very step in which it falls', async () => {
    show('#/annuaire', { ...known([one('backup', null, true)]), 'imports.recognise': never })
    await screen.findByRole('heading', { level: 1 })
    await drop([file('reçue.seances')])
    expect(
      screen.getByText(/^Reconnaissance de «.reçue\.seances.»…$/).closest('[role="status"]'),
    ).toBeTruthy()
  })

  it('is a backup, which is chosen where backups are', async () => {
    show('#/annuaire', known([one('backup', null, true)]))
    await screen.findByRole('heading', { level: 1 })
    await drop([file('reçue.seances')])
    await waitFor(() => expect(window.location.hash).toBe('#/reglages/sauvegardes'))
    expect(await screen.findByText(/reçue\.seances.*sauvegarde/)).toBeDefined()
  })

  it('goes where it belongs when it says what it is, never in place of the page, and another way stays open', async () => {
    const { user } = show('#/annuaire', {
      ...known([one('agenda', null, true), attached]),
      'imports.read': never,
    })
    const event = new Event('drop', { bubbles: true, cancelable: true })
    Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], files: [file('odj.docx')] } })
    await beside()
    fireEvent(window, event)
    expect(event.defaultPrevented).toBe(true)
    await waitFor(() => expect(window.location.hash).toBe('#/import'))
    expect(await screen.findByText(/odj\.docx.*ordre du jour/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Autre chose…' }))
    expect(
      (await question()).getByRole('button', { name: /Joindre aux documents de la séance n°.12/ }),
    ).toBeTruthy()
  })

  it('is asked about when it may be several things: two named ones, the others in a menu', async () => {
    const { core, user } = show('#/accueil', {
      ...known([one('directory'), one('agenda'), attached]),
      'attachments.add': () => [],
    })
    await drop([file('liste.xlsx')])
    const asked = await question()
    expect(asked.getByText('liste.xlsx')).toBeTruthy()
    expect(asked.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Lire la liste, pour l’annuaire',
      'Lire l’ordre du jour ou le compte rendu',
      'Autre chose…',
      'Ne rien faire',
    ])
    await user.click(asked.getByRole('button', { name: 'Autre chose…' }))
    await user.click(await asked.findByRole('button', { name: /Joindre aux documents/ }))
    await waitFor(() => expect(core.inputsOf('attachments.add')).toMatchObject([{ meetingId: meeting.id }]))
    expect(await screen.findByText(/liste\.xlsx.*joint aux documents, séance n°.12/)).toBeTruthy()
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('that cannot be read says why, and can still be joined; nothing is done by Escape', async () => {
    const { core, user } = show('#/accueil', known([attached, one('attachment', id(8))], 'file-damaged'))
    await drop([file('cassé.docx')])
    const asked = await question()
    expect(asked.getByText(/endommagé/)).toBeTruthy()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(core.inputsOf('attachments.add')).toEqual([])
  })

  it('is refused with its name when it is a program, when it is huge, and when there is nothing to join it to', async () => {
    const { core } = show('#/accueil', known([], 'file-refused'))
    await drop([file('outil.exe')])
    expect(await screen.findByText(/outil\.exe.*:/)).toBeTruthy()
    const huge = file('gros.docx')
    Object.defineProperty(huge, 'size', { value: 300 * 1024 * 1024 })
    const before = core.inputsOf('imports.recognise').length
    await drop([huge])
    expect(await screen.findByText(/gros\.docx.*trop volumineux/)).toBeTruthy()
    expect(core.inputsOf('imports.recognise')).toHaveLength(before)
    core.answers['imports.recognise'] = known([])['imports.recognise']
    await drop([file('inconnu.bin')])
    expect(await screen.findByText(/inconnu\.bin.*rien n’a été reconnu/)).toBeTruthy()
  })

  it('refused among others is still said while the others are read', async () => {
    const { core } = show('#/accueil', { 'imports.read': never })
    Object.assign(core.answers, {
      ...known([one('agenda', null, true)]),
      'imports.recognise': ({ files }: { files: readonly { fileName: string }[] }): RecognisedFile[] =>
        files.map(({ fileName }) =>
          fileName.endsWith('.exe')
            ? { fileName, failure: 'file-refused', arrivals: [] }
            : { fileName, failure: null, arrivals: [one('agenda', null, true)] },
        ),
    })
    await drop([file('a.docx'), file('outil.exe'), file('c.docx')])
    expect(await screen.findByText(/outil\.exe.*:.*1.autre fichier attend/)).toBeTruthy()
  })

  it('refused is still said once the others were asked about, however long that took', async () => {
    const { core, user } = show('#/accueil', {
      ...known([]),
      'attachments.add': () => [],
      'imports.recognise': ({ files }: { files: readonly { fileName: string }[] }): RecognisedFile[] =>
        files.map(({ fileName }) =>
          fileName.endsWith('.exe')
            ? { fileName, failure: 'file-refused', arrivals: [] }
            : { fileName, failure: null, arrivals: [one('agenda'), attached] },
        ),
    })
    await drop([file('outil.exe'), file('note.docx')])
    const asked = await question()
    // Under the dialog the status line waits.
    expect(asked.getByText(/outil\.exe/)).toBeTruthy()
    const now = Date.now.bind(Date)
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => now() + 60_000)
    await user.click(asked.getByRole('button', { name: /Joindre aux documents/ }))
    await waitFor(() => expect(core.inputsOf('attachments.add')).toHaveLength(1))
    const said = await screen.findByText(/note\.docx.*joint aux documents/)
    expect(said.textContent).toMatch(/outil\.exe/)
    clock.mockRestore()
    // Read for as long as it stands, or closed: it is said no more.
    await user.click(
      within(screen.getByRole('region', { name: 'Messages' })).getByRole('button', { name: 'Fermer' }),
    )
    act(() => void showToast('Autre chose'))
    expect((await screen.findByText(/Autre chose/)).textContent).not.toMatch(/outil\.exe/)
  })

  it('is asked about beside what was refused of the same drop only, with what may be done about it', async () => {
    const { user } = show('#/accueil', {
      ...known([]),
      'imports.recognise': ({ files }: { files: readonly { fileName: string }[] }): RecognisedFile[] =>
        files.map(({ fileName }) =>
          fileName.endsWith('.exe')
            ? { fileName, failure: 'file-refused', arrivals: [] }
            : { fileName, failure: null, arrivals: [one('agenda'), attached] },
        ),
    })
    await drop([file('outil.exe')])
    await screen.findByText(/outil\.exe/)
    const folder = file('dossier')
    folder.arrayBuffer = () => Promise.reject(new Error('a folder'))
    await drop([folder, file('note.docx')])
    const asked = await question()
    expect(asked.queryByText(/outil\.exe/)).toBeNull()
    await user.click(asked.getByRole('button', { name: 'Ouvrir Reprise' }))
    expect(window.location.hash).toBe('#/seances/reprise')
    expect((await question()).getByText('note.docx')).toBeTruthy()
  })

  it('is no folder: that keeps its way to the old files beside what is said next', async () => {
    const { user } = show('#/accueil', { ...known([one('backup', null, true)]) })
    const folder = file('dossier')
    folder.arrayBuffer = () => Promise.reject(new Error('a folder'))
    await drop([folder, file('reçue.seances')])
    expect(await screen.findByText(/Un dossier ne se dépose pas.*reçue\.seances.*sauvegarde/u)).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Ouvrir Reprise' }))
    await waitFor(() => expect(window.location.hash).toBe('#/seances/reprise'))
  })

  it('that comes while something is asked waits for the answer, and is said to', async () => {
    const { core, user } = show('#/seances', known([one('backup', null, true)]))
    const [open] = await screen.findAllByRole('button', { name: 'Nouvelle séance' })
    if (open !== undefined) await user.click(open)
    const dialog = await screen.findByRole('dialog', { name: 'Nouvelle séance' })
    await drop([file('reçue.seances')], dialog)
    await screen.findByText(/reçue\.seances.*attend/u, { selector: '[role=status]' })
    expect(window.location.hash).toBe('#/seances')
    expect(core.inputsOf('imports.recognise')).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: 'Annuler' }))
    await waitFor(() => expect(window.location.hash).toBe('#/reglages/sauvegardes'))
    expect(screen.queryByText(/reçue\.seances.*attend/u)).toBeNull()
  })

  it('several that are reviewed one by one come one after the other', async () => {
    const { user } = show('#/accueil', { ...known([one('agenda', null, true)]), 'imports.read': never })
    await drop([file('a.docx'), file('b.docx')])
    await waitFor(() => expect(window.location.hash).toBe('#/import'))
    expect(await screen.findByText(/1.autre fichier attend/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Lire la suite' }))
    expect(await screen.findByText(/b\.docx.*ordre du jour/)).toBeTruthy()
  })

  it('is told over the window while it hangs there, in the words of the place', async () => {
    show('#/annuaire/import', { 'directory.list': never })
    await screen.findByRole('region', { name: 'Lire une liste de personnes' })
    const over = (target: Element) =>
      act(() => void fireEvent.dragOver(target, { dataTransfer: { types: ['Files'], files: [] } }))
    over(document.body)
    expect(screen.getByText(/chaque fichier est reconnu par ce qu’il contient/)).toBeTruthy()
    over(screen.getByRole('region', { name: 'Lire une liste de personnes' }))
    expect(screen.getByText(/Déposer une liste de personnes, ou tout autre fichier/)).toBeTruthy()
  })

  it('pasted is the same; words that bring their picture along are words', async () => {
    const { core } = show('#/accueil', {
      ...known([one('mail', null, true)]),
      'subjects.takeMails': never,
      'subjects.list': never,
    })
    const paste = (words: string) =>
      fireEvent.paste(document.body, { clipboardData: { files: [file('a.eml')], getData: () => words } })
    await beside()
    paste('des mots')
    expect(core.inputsOf('imports.recognise')).toEqual([])
    paste('')
    await waitFor(() => expect(core.inputsOf('subjects.takeMails')).toHaveLength(1))
    expect(window.location.hash).toBe('#/sujets')
  })
})
