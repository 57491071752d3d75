import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RunJob } from '../../electron/contract/wire.ts'
import { readNotebook } from '../../electron/imports/notebook/read-notebook.ts'
import { handFiles } from '../../renderer/api/arrivals.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { MinutesPage } from '../../renderer/features/minutes/MinutesPage.tsx'
import { NotebooksPage } from '../../renderer/features/session/notebooks/NotebooksPage.tsx'
import { SessionPage } from '../../renderer/features/session/SessionPage.tsx'
import { putInSession } from '../put-in-session.ts'
import { notedLine } from '../session-line.ts'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'

let core: RealCore
let meetingId: string
let itemIds: string[]
const user = userEvent.setup()
// The same reader, in this process.
const runJob = (async (name: string, input: { fileName: string; bytes: Uint8Array }) => {
  if (name !== 'readNotebook') throw new Error(`no ${name} here`)
  return readNotebook(input)
}) as RunJob

beforeEach(async () => {
  core = await openRealCore({
    runJob,
    shell: {
      'documents.save': () => ({
        token: newId(),
        fileName: 'Carnet de notes.docx',
        producedId: null,
        besideName: null,
      }),
    },
  })
  const meeting = await core.ok('meetings.create', { fields: { date: '2026-12-10' }, fromTemplate: false })
  meetingId = meeting.id
  itemIds = [newId(), newId()]
  for (const [index, title] of ['Annuaire partagé', 'Questions diverses'].entries())
    await core.ok('agenda.add', {
      id: itemIds[index] ?? '',
      meetingId,
      parentId: null,
      afterId: itemIds[index - 1] ?? null,
      fields: { title },
    })
  await putInSession(core.ok, meetingId)
})
afterEach(() => core.dispose())

const written = [
  'Carnet de notes',
  'Nom de la personne qui prend les notes : Camille Perrin',
  '## 1 Annuaire partagé',
  'D : la bascule est reportée au printemps',
  'question posée sur les coûts',
  '## 2 Questions diverses',
  'A : envoyer la liste',
  '## 7 Point disparu',
  'une note sans point',
].join('\n')
const file = (text: string, name = 'carnet.txt') => {
  const made = new File([text], name)
  // jsdom has no arrayBuffer on its files.
  made.arrayBuffer = async () => new TextEncoder().encode(text).buffer as ArrayBuffer
  return made
}
const drop = (text: string, name?: string) =>
  act(() => handFiles('notebook', meetingId, [file(text, name)], null))
const live = (text: string) =>
  core.ok('session.addLine', {
    id: newId(),
    meetingId,
    at: '2026-12-10T13:00:00.000Z',
    fields: notedLine({ itemId: itemIds[0] ?? null, kind: 'decision', raw: text, text }),
  })
const show = async () => {
  core.show(<NotebooksPage meetingId={meetingId} focusId={null} />)
  await screen.findByText('Aucun carnet de notes lu')
  drop(written)
  await screen.findByText('4 lignes à examiner sur 4')
}
const line = (words: string) => screen.getByRole('group', { name: new RegExp(words, 'u') })
const kept = async () => (await core.ok('session.get', { meetingId })).lines.map(({ text }) => text)

describe('the screen of notebooks', () => {
  it('says what to do first, and offers a blank one', async () => {
    core.show(<NotebooksPage meetingId={meetingId} focusId={null} />)
    await screen.findByText('Aucun carnet de notes lu')
    await user.click(screen.getByRole('button', { name: 'Exporter un carnet à remplir…' }))
    expect(await screen.findByText('Carnet « Carnet de notes.docx » exporté')).toBeTruthy()
  })

  it('sorts a dropped one by item, with its author, and keeps what has no place any more', async () => {
    await show()
    const items = screen.getByRole('navigation', { name: 'Points' })
    expect(within(items).getByRole('button', { name: /1 Annuaire partagé.*2 à examiner/u })).toBeTruthy()
    expect(screen.getByRole('heading', { name: 'Carnet\u00a0: Camille Perrin' })).toBeTruthy()
    const gone = screen.getByRole('region', { name: /7 Point disparu/u })
    expect(within(gone).getByText('une note sans point')).toBeTruthy()
    await user.selectOptions(
      within(gone).getByRole('combobox', { name: 'Ranger ces lignes dans' }),
      '2 Questions diverses',
    )
    await waitFor(() => expect(screen.queryByRole('region', { name: /Point disparu/u })).toBeNull())
  })

  it('marks what is like one’s own note, and takes it in its place', async () => {
    await live('bascule reportée au printemps')
    await show()
    const near = line('la bascule est reportée')
    expect(within(near).getByText('Proche d’une de mes notes')).toBeTruthy()
    expect([...near.querySelectorAll('mark')].map((one) => one.textContent?.trim())).toEqual(['la', 'est'])
    await user.click(within(near).getByRole('button', { name: 'Remplacer la mienne' }))
    await waitFor(async () => expect(await kept()).toEqual(['la bascule est reportée au printemps']))
    expect(await screen.findByText('3 lignes à examiner sur 4')).toBeTruthy()
    // A typed notebook has an author still, and no hour of its own.
    expect(screen.getByRole('textbox', { name: 'Pris par' })).toBeTruthy()
    expect(screen.queryByRole('textbox', { name: 'Première parole à' })).toBeNull()
  })

  it('is walked and decided by keys alone, the next line taking the focus', async () => {
    await show()
    within(line('une note sans point')).getByRole('button', { name: 'Prendre' }).focus()
    await user.keyboard('l')
    await waitFor(() => expect(line('la bascule').contains(document.activeElement)).toBe(true))
    await user.keyboard('p')
    await waitFor(() => expect(line('question posée').contains(document.activeElement)).toBe(true))
    await user.keyboard('{ArrowDown}')
    await waitFor(() => expect(line('Envoyer la liste').contains(document.activeElement)).toBe(true))
    await waitFor(async () => expect(await kept()).toEqual(['la bascule est reportée au printemps']))
    const minutes = await core.ok('minutes.get', { meetingId })
    expect(minutes?.decisions).toMatchObject([{ text: 'la bascule est reportée au printemps' }])
  })

  it('is decided by keys once it is pressed, wherever in its row', async () => {
    await show()
    await user.click(screen.getByText('une note sans point'))
    await user.keyboard('p')
    await waitFor(async () => expect(await kept()).toEqual(['une note sans point']))
  })

  it('takes all of an item at once, and gives it back by one undo', async () => {
    await show()
    await user.click(screen.getByRole('button', { name: 'Tout prendre pour 1 Annuaire partagé' }))
    await waitFor(async () => expect(await kept()).toHaveLength(2))
    await user.click(await screen.findByRole('button', { name: 'Annuler' }))
    await waitFor(async () => expect(await kept()).toHaveLength(0))
    expect(await screen.findByText('4 lignes à examiner sur 4')).toBeTruthy()
  })

  it('shows decided lines when asked, and puts one back', async () => {
    await show()
    await user.click(within(line('Envoyer la liste')).getByRole('button', { name: 'Laisser' }))
    await waitFor(() => expect(screen.queryByRole('group', { name: /Envoyer la liste/u })).toBeNull())
    await user.click(screen.getByRole('button', { name: 'Toutes' }))
    const again = await screen.findByRole('group', { name: /Envoyer la liste/u })
    expect(within(again).getByText('Laissée')).toBeTruthy()
    await user.click(within(again).getByRole('button', { name: 'Remettre à examiner' }))
    expect(await screen.findByText('4 lignes à examiner sur 4')).toBeTruthy()
  })

  it('says that a file was read before, that it is of another meeting, that it is no notebook', async () => {
    await show()
    drop(written)
    expect(await screen.findByText(/Ce fichier a déjà été lu/u)).toBeTruthy()
    drop('Séance : autre (référence du carnet : CN-0000-0000)\n## 1 Budget\nune note')
    expect(await screen.findByText(/celui d’une autre séance/u)).toBeTruthy()
    drop('%PDF', 'carnet.pdf')
    expect(await screen.findByText(/Un carnet de notes est un fichier/u)).toBeTruthy()
    expect((await core.ok('notebooks.list', { meetingId })).notebooks).toHaveLength(1)
  })

  it('asks who wrote it when it does not say, and reads a pasted text', async () => {
    core.show(<NotebooksPage meetingId={meetingId} focusId={null} />)
    await screen.findByText('Aucun carnet de notes lu')
    const clipboardData = { getData: () => '1 Annuaire partagé\nune note collée', files: [] }
    fireEvent.paste(document.body, { clipboardData })
    expect(await screen.findByText(/indiquer un nom/u)).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: 'Pris par' }), 'Stagiaire{Enter}')
    await waitFor(async () => {
      const { lines } = await core.ok('notebooks.list', { meetingId })
      expect(lines).toMatchObject([{ text: 'une note collée', author: 'Stagiaire', itemId: itemIds[0] }])
    })
  })
})

describe('a transcript', () => {
  const cue = (at: string, words: string) => `00:${at}.000 --> 00:${at}.900\n${words}\n`
  const spoken = `WEBVTT\n\n${[
    cue('00:00', '<v Ana Exemple>Bonjour à tous.</v>'),
    cue('00:20', '<v Participant 1>La bascule est reportée.</v>'),
    cue('00:50', '<v Ana Exemple>Et les coûts ?</v>'),
  ].join('\n')}`
  const showSpoken = async () => {
    await core.ok('attendance.add', {
      id: newId(),
      meetingId,
      fields: { givenName: 'Ana', familyName: 'Exemple', organisation: 'Service exemple' },
    })
    await core.ok('directory.addOrganisation', {
      id: newId(),
      fields: { name: 'Service d’essai', acronym: 'SDE' },
    })
    await core.ok('session.goTo', { meetingId, itemId: itemIds[1] ?? '' })
    core.show(<NotebooksPage meetingId={meetingId} focusId={null} />)
    await screen.findByText('Aucun carnet de notes lu')
    act(() => handFiles('transcript', meetingId, [file(spoken, 'seance.vtt')], null))
    await screen.findByText('3 lignes à examiner sur 3')
  }

  it('stands beside one’s own notes at its hour, and is taken over by one key', async () => {
    const began = Date.now()
    await showSpoken()
    expect(
      await screen.findByText(/3 passages ajoutés à examiner.*1 personne qui parle est à reconnaître/u),
    ).toBeTruthy()
    await core.ok('session.addLine', {
      id: newId(),
      meetingId,
      at: new Date(began + 30_000).toISOString(),
      fields: notedLine({ itemId: itemIds[1] ?? null, raw: 'report', text: 'report' }),
    })
    const second = screen.getByRole('region', { name: '2 Questions diverses' })
    await waitFor(() => expect(within(second).getByText('report')).toBeTruthy())
    // The first was said at the very beginning, while the first item was on.
    const [beside, after] = within(second).getAllByRole('listitem')
    if (beside === undefined || after === undefined) throw new Error('two rows')
    expect(within(beside).getByText('report')).toBeTruthy()
    expect(within(beside).getByText('La bascule est reportée.')).toBeTruthy()
    expect(within(after).getByText('Et les coûts ?')).toBeTruthy()
    expect(beside.querySelectorAll('time')).toHaveLength(2)
    within(line('La bascule')).getByRole('button', { name: 'Prendre' }).focus()
    await user.keyboard('p')
    await waitFor(async () => expect(await kept()).toEqual(['La bascule est reportée.', 'report']))
    await waitFor(() => expect(line('Et les coûts').contains(document.activeElement)).toBe(true))
  })

  it('names nobody by a word that was only looked for', async () => {
    await showSpoken()
    const who = screen.getByRole('combobox', { name: /Qui est «\sParticipant 1\s»/u })
    await user.type(who, 'Mar')
    await user.tab()
    const name = await screen.findByRole('button', { name: 'Nommer «\u00a0Mar\u00a0»' })
    expect(within(line('La bascule')).getByText('Participant 1')).toBeTruthy()
    await user.click(name)
    await waitFor(() => expect(within(line('La bascule')).getByText('Mar')).toBeTruthy())
    expect(await screen.findByText(/Participant 1.*: Mar$/u)).toBeTruthy()
  })

  it('asks who speaks where it does not know, and stays as it was said until then', async () => {
    await showSpoken()
    expect(within(line('La bascule')).getByText('Participant 1')).toBeTruthy()
    expect(screen.queryByRole('combobox', { name: /Ana Exemple/u })).toBeNull()
    expect(screen.queryByRole('textbox', { name: 'Pris par' })).toBeNull()
    const who = screen.getByRole('combobox', { name: /Qui est «\sParticipant 1\s» \(1\spassage\)/u })
    await user.type(who, 'SD')
    await user.click(await screen.findByRole('option', { name: /SDE/u }))
    await waitFor(() => expect(within(line('La bascule')).getByText('SDE')).toBeTruthy())
    expect(screen.queryByRole('combobox', { name: /Participant 1/u })).toBeNull()
  })

  it('moves to another hour as a whole', async () => {
    await showSpoken()
    await user.clear(screen.getByRole('textbox', { name: 'Première parole à' }))
    await user.type(screen.getByRole('textbox', { name: 'Première parole à' }), '0h00{Enter}')
    // Before the first item was on: general notes.
    expect(await screen.findByRole('region', { name: 'Notes générales' })).toBeTruthy()
    const { lines } = await core.ok('notebooks.list', { meetingId })
    expect(lines.map(({ itemId }) => itemId)).toEqual([null, null, null])
  })
})

describe('the screen of the minutes', () => {
  it('takes a notebook, and shows the way to it', async () => {
    await core.ok('minutes.start', { meetingId })
    core.show(<MinutesPage meetingId={meetingId} focusId={null} />)
    await screen.findByRole('navigation', { name: 'Plan' })
    drop(written)
    expect(await screen.findByText(/^4 lignes ajoutées à examiner/u)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Comparer avec mes notes' }))
    expect(location.hash).toBe(`#/seances/${meetingId}/carnets`)
  })
})

describe('the live screen', () => {
  it('takes a dropped notebook and says how much is left to examine', async () => {
    core.show(<SessionPage meetingId={meetingId} focusId={null} />)
    await screen.findByLabelText('Noter')
    drop(written)
    expect(await screen.findByText('Carnets (4)')).toBeTruthy()
    await user.click(screen.getByText('Comparer avec mes notes'))
    expect(location.hash).toBe(`#/seances/${meetingId}/carnets`)
  })
})
