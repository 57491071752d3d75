import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Editor } from '@tiptap/core'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { plainText } from '../../electron/domain/text/rich-text.ts'
import { addDays, civilDate } from '../../electron/domain/time/civil-date.ts'
import { forkRunner } from '../../electron/jobs/fork-runner.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { undoLast } from '../../renderer/app/undo.ts'
import { MinutesPage } from '../../renderer/features/minutes/MinutesPage.tsx'
import { beforeText } from '../../renderer/text/before.ts'
import { entryOf } from '../entry.ts'
import { heldMinutes, minutesOf, minutesTo } from './held-minutes.ts'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'
import { chooseMore } from './under-bar.tsx'

// jsdom draws nothing: pages are seen in the window.
vi.mock('../../renderer/features/documents/PdfView.tsx', () => ({ PdfView: () => <p>pages</p> }))
/** Papers wait for a job process to start. */
const jobs = forkRunner(entryOf('job'))
afterAll(() => jobs.close())

const user = userEvent.setup()
const today = civilDate(new Date())
let core: RealCore
let meetingId: string
let itemId: string

beforeEach(async () => {
  core = await openRealCore({ runJob: jobs.run })
  ;({ meetingId, itemId } = await heldMinutes(core))
})
afterEach(async () => {
  window.location.hash = ''
  await core.dispose()
})

async function note(text: string) {
  const blank = { speaker: '', organisation: '', personId: null, organisationId: null }
  const fields = { itemId, kind: 'note' as const, raw: text, text, dueDate: null, dueWords: '' }
  const at = new Date().toISOString()
  await core.ok('session.addLine', {
    id: newId(),
    meetingId,
    at,
    fields: { ...fields, ...blank, watchItemId: null },
  })
}
const remark = (paper: 'agenda' | 'minutes') =>
  core.ok('observations.add', {
    id: newId(),
    meetingId,
    paper,
    circle: paper === 'agenda' ? 'internal' : 'members',
    fields: {},
  })
const view = () => minutesOf(core, meetingId)
async function write(words: string) {
  const [section] = (await view()).sections
  await core.ok('minutes.updateSection', {
    id: section?.id ?? '',
    version: section?.version ?? 0,
    patch: {
      presentation: {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
      },
    },
  })
}
const presentation = async () =>
  plainText((await view()).sections[0]?.presentation ?? { type: 'doc', content: [] })
const stateTo = (...states: ('internalReview' | 'review' | 'validated')[]) =>
  minutesTo(core, meetingId, ...states)
async function open(focusId: string | null = null) {
  core.show(<MinutesPage meetingId={meetingId} focusId={focusId} />)
  await screen.findByRole('heading', { level: 1 })
}
async function openItem() {
  const plan = await screen.findByRole('navigation', { name: 'Plan' })
  await user.click(within(plan).getByRole('button', { name: /Passerelle/ }))
  await screen.findByRole('textbox', { name: 'Présentation' })
}
const press = async (name: string | RegExp) => user.click(await screen.findByRole('button', { name }))
/** The pane that one writes beside is found again in the next minutes. */
async function openNotes() {
  const button = await screen.findByRole('button', { name: 'Notes' })
  if (button.getAttribute('aria-pressed') !== 'true') await user.click(button)
}
const editor = () =>
  (screen.getByRole('textbox', { name: 'Présentation' }) as HTMLElement & { editor: Editor }).editor

describe('notes of the meeting', () => {
  it('word an empty section in one act, and stand beside it with their time and author', async () => {
    await note('douze collectivités pilotes')
    await open()
    await openItem()
    const section = screen.getByRole('article', { name: 'Passerelle d’échange' })
    await user.click(within(section).getByRole('button', { name: 'Rédiger à partir des notes' }))
    await waitFor(() => expect(editor().getText()).toBe('Douze collectivités pilotes.'))
    await openNotes()
    const pane = await screen.findByRole('complementary', { name: 'Notes prises en séance' })
    expect(within(pane).getByText('douze collectivités pilotes')).toBeDefined()
    expect(within(pane).getByText('par essai')).toBeDefined()
  })

  it('never write over an edited section unasked: it is named, and worded again on demand, with a way back', async () => {
    await note('douze collectivités pilotes')
    await write('Un texte à la main.')
    await open()
    await openItem()
    await openNotes()
    await press('Rédiger tous les points')
    await screen.findByText(/^Un point a été modifié à la main/)
    expect(await presentation()).toBe('Un texte à la main.')
    await press('Rédiger de nouveau «\u00a0Passerelle d’échange\u00a0»')
    await waitFor(() => expect(editor().getText()).toBe('Douze collectivités pilotes.'))
    await press('Annuler')
    await waitFor(() => expect(editor().getText()).toBe('Un texte à la main.'))
  })
})

describe('versions', () => {
  it('are kept with a note, compared word by word and put back, with a way back', async () => {
    await write('Douze collectivités pilotes.')
    await open()
    await chooseMore(user, 'Versions')
    await user.type(await screen.findByRole('textbox', { name: /Note de la version/ }), 'Avant envoi')
    await press('Garder une version')
    const list = await screen.findByRole('list', { name: 'Versions gardées' })
    expect(within(list).getByText('Avant envoi')).toBeDefined()
    await act(() => write('Quinze collectivités pilotes.'))
    await press('Comparer la version 1')
    const change = await screen.findByRole('region', { name: /Passerelle/ })
    expect(within(change).getByRole('deletion').textContent).toBe('retiré\u00a0: Douze')
    expect(within(change).getByRole('insertion').textContent).toBe('ajouté\u00a0: Quinze')
    await press('Revenir aux versions')
    await press('Remettre la version 1')
    await waitFor(async () => expect(await presentation()).toBe('Douze collectivités pilotes.'))
    await screen.findByText('avant le retour à la version 1', { exact: false })
    await press('Annuler')
    await waitFor(async () => expect(await presentation()).toBe('Quinze collectivités pilotes.'))
  })
})

describe('the past of a text', () => {
  it('tells each writing, and puts one back as an edit', async () => {
    await write('Une première rédaction.')
    await open()
    await openItem()
    await press('Historique\u00a0: présentation')
    const pane = await screen.findByRole('complementary', { name: 'Historique\u00a0: présentation' })
    await within(pane).findByText('Texte actuel')
    await user.click(within(pane).getAllByRole('button', { name: /^Remettre la version du/ })[0] ?? pane)
    await waitFor(() => expect(editor().getText()).toBe(''))
    await press('Annuler')
    await waitFor(() => expect(editor().getText()).toBe('Une première rédaction.'))
  })
})

describe('the life cycle', () => {
  it('sends to the chair, then to the members, through the messages of the meeting', async () => {
    await core.ok('minutes.addDecision', { id: newId(), itemId, fields: { text: 'Adopter.' } })
    await open()
    expect(await screen.findByText('Numéros provisoires')).toBeDefined()
    await press('Envoyer à la présidence')
    await waitFor(() => expect(window.location.hash).toMatch(/envois\?id=internalMinutes$/))
    const [draft] = await core.ok('dispatch.list', { meetingId })
    expect(draft).toMatchObject({ kind: 'internalMinutes' })
  })

  it('goes to nobody while the meeting goes on, as after a closing that was taken back', async () => {
    await core.ok('history.undo', {})
    await open()
    await screen.findByText('Numéros provisoires')
    await user.click(await screen.findByRole('button', { name: 'Autres actions' }))
    await screen.findByRole('menuitem', { name: 'Versions' })
    expect(screen.queryByRole('menuitem', { name: /^Envoyer/ })).toBeNull()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('button', { name: /^Envoyer/ })).toBeNull()
    await act(() => core.ok('session.close', { meetingId }))
    expect(await screen.findByRole('button', { name: 'Envoyer à la présidence' })).toBeDefined()
  })

  it('waits for its day while the meeting is to come: it is prepared, and says why it goes no further', async () => {
    const fields = { date: addDays(today, 12) }
    const { id } = await core.ok('meetings.create', { fields, fromTemplate: true })
    await core.ok('minutes.start', { meetingId: id })
    core.show(<MinutesPage meetingId={id} focusId={null} />)
    const send = await screen.findByRole('button', { name: 'Envoyer à la présidence' })
    expect(send.getAttribute('aria-disabled')).toBe('true')
    expect(send.getAttribute('title')).toMatch(/^Le jour de la séance n’est pas venu/)
  })

  it('says how long the members still have, and moves that day', async () => {
    await stateTo('internalReview', 'review')
    await open()
    await press(/^En relecture, encore 15\sjours/)
    const { minutes } = await view()
    await act(() =>
      core.ok('minutes.setDeadline', {
        id: minutes.id,
        version: minutes.version,
        circle: 'members',
        deadline: addDays(today, -1),
      }),
    )
    await screen.findByRole('button', { name: /terminée depuis 1\sjour/ })
    await act(() => remark('agenda'))
    const represented = { status: 'represente' as const, representedBy: 'Léo Marin' }
    await act(() =>
      core.ok('attendance.add', {
        ...{ id: newId(), meetingId, fields: { familyName: 'Un', ...represented } },
      }),
    )
    await act(() =>
      core.ok('attendance.add', {
        ...{ id: newId(), meetingId },
        fields: { familyName: 'Marin', givenName: 'Léo', status: 'excuse' as const },
      }),
    )
    await user.click((await screen.findAllByRole('button', { name: 'Valider…' }))[0] ?? document.body)
    await screen.findByText(beforeText.validate.decided)
    await screen.findByText('Léo Marin représente Un, et n’était pas là')
    await user.click(await screen.findByRole('button', { name: beforeText.validate.act }))
    await screen.findByRole('button', { name: 'Approuver et sceller…' })
    expect((await view()).minutes.state).toBe('validated')
  })
})

describe('the approval', () => {
  it('says what stands in its way, and leads there', async () => {
    await core.ok('session.close', { meetingId })
    await remark('minutes')
    await open('approval')
    await screen.findByText(/La présidence n’a pas validé ce compte rendu/)
    await screen.findByText('1 observation attend sa réponse.')
    expect(screen.queryByRole('button', { name: /^Approuver et sceller/ })).toBeNull()
    await press('Répondre aux observations')
    await screen.findByRole('complementary', { name: 'Observations' })
    // Of the members, though the text was not sent to them: where one waits.
    await screen.findByRole('button', { name: /Observation M-1/ })
  })

  it('asks the members by writing, and counts what each answers', async () => {
    const organisationId = newId()
    await core.ok('directory.addOrganisation', {
      id: organisationId,
      fields: { name: 'Association exemple' },
    })
    const personId = newId()
    await core.ok('directory.addPerson', {
      id: personId,
      fields: { givenName: 'Paul', familyName: 'Okonjo', organisationId },
    })
    await core.ok('directory.addMandate', {
      id: newId(),
      personId,
      fields: { role: 'titulaire', organisationId },
    })
    await core.ok('session.close', { meetingId })
    await stateTo('internalReview', 'review', 'validated')
    await open('approval')
    await press('Consultation écrite')
    const answers = within(await screen.findByRole('group', { name: 'Réponse de Paul Okonjo' }))
    answers.getByRole('button', { name: 'Silence', pressed: true }).focus()
    await user.keyboard('{ArrowLeft} ')
    await answers.findByRole('button', { name: 'Observations', pressed: true })
    await press('Approuve')
    await answers.findByRole('button', { name: 'Approuve', pressed: true })
    const { colleges } = await core.ok('approval.consultation', { meetingId })
    expect(colleges).toMatchObject([{ approves: 1, observations: 0, silent: 0 }])
  })

  it('approves, checks the kept bytes, is not undone, and takes corrigenda', async () => {
    await core.ok('session.close', { meetingId })
    await write('Douze collectivités pilotes.')
    const later = await core.ok('meetings.create', {
      fields: { date: addDays(today, -2) },
      fromTemplate: false,
    })
    await stateTo('internalReview', 'review', 'validated')
    await open()
    await press('Approuver et sceller…')
    await screen.findAllByText(/Cette séance n’a pas été ouverte ici/)
    await act(() => core.ok('meetings.setState', { id: later.id, version: later.version, state: 'held' }))
    await waitFor(() => expect(screen.queryAllByText(/n’a pas été ouverte ici/)).toEqual([]))
    await user.type(
      await screen.findByRole('textbox', { name: /Corrections demandées/ }),
      'remplacer dix par douze',
    )
    const lines = within(await screen.findByRole('region', { name: 'Avant de sceller' }))
    expect(lines.getByText('Aucune présence n’est notée')).toBeTruthy()
    await press(/^Approuver et sceller, 2.lignes à regarder/)
    await screen.findByRole('button', { name: 'Vérifier' })
    expect(screen.getByText(/Aucune présence n’est notée/).tagName).toBe('DD')
    const { approval } = await core.ok('approval.get', { meetingId })
    expect(approval).toMatchObject({ mode: 'meeting', approvingMeetingId: later.id })
    await waitFor(() => expect(document.body.textContent).toContain(approval?.sha256))
    await press('Vérifier')
    await screen.findByText(/le PDF gardé a toujours l’empreinte scellée/)
    await act(() => undoLast())
    await screen.findByText(/son compte rendu est scellé et ne se défait pas/)

    await press('Établir un rectificatif…')
    await user.type(screen.getByRole('textbox', { name: /Endroit/ }), 'Point 1')
    await user.type(screen.getByRole('textbox', { name: 'Au lieu de' }), 'Douze')
    await user.type(screen.getByRole('textbox', { name: 'Lire' }), 'Treize')
    await press('Établir et sceller…')
    expect((await screen.findByRole('dialog')).textContent).not.toContain('ne se lit')
    await press('Pas maintenant')
    await user.type(screen.getByRole('textbox', { name: 'Au lieu de' }), 'x')
    await press('Établir et sceller…')
    expect((await screen.findByRole('dialog')).textContent).toContain('ne se lit dans aucun texte')
    await press('Établir et sceller')
    await screen.findByRole('button', { name: 'Voir le rectificatif n°\u00a01' })
    const { corrigenda } = await core.ok('approval.get', { meetingId })
    expect(corrigenda).toMatchObject([{ number: 1, beforeText: 'Douzex', afterText: 'Treize' }])
  })
})
