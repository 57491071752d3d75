import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Editor } from '@tiptap/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { outcomeSentences } from '../../electron/domain/minutes/outcome-sentences.ts'
import { plainText } from '../../electron/domain/text/rich-text.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { MinutesPage } from '../../renderer/features/minutes/MinutesPage.tsx'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'

let core: RealCore
let meetingId: string
const user = userEvent.setup()

beforeEach(async () => {
  core = await openRealCore()
  const meeting = await core.ok('meetings.create', {
    fields: { date: '2026-11-12', startTime: '14:00' },
    fromTemplate: false,
  })
  meetingId = meeting.id
  let afterId: string | null = null
  for (const title of ['Passerelle d’échange', 'Questions diverses']) {
    const id = newId()
    const fields = { title, durationMinutes: 30, presenter: 'Hélène Marchetti', organisation: 'DGX' }
    await core.ok('agenda.add', { id, meetingId, parentId: null, afterId, fields })
    afterId = id
  }
  core.show(<MinutesPage meetingId={meetingId} focusId={null} />)
})

afterEach(() => core.dispose())

async function started() {
  await user.click(await screen.findByRole('button', { name: 'Commencer le compte rendu' }))
  await screen.findByRole('navigation', { name: 'Plan' })
}

async function openItem(title: RegExp) {
  const plan = screen.getByRole('navigation', { name: 'Plan' })
  await user.click(within(plan).getByRole('button', { name: title }))
  await screen.findByRole('textbox', { name: 'Présentation' })
}

const view = async () => {
  const stored = await core.ok('minutes.get', { meetingId })
  if (stored === null) throw new Error('no minutes')
  return stored
}

/** TipTap puts its editor on the element it makes editable. */
function editorOf(name: string): Editor {
  return (screen.getByRole('textbox', { name }) as HTMLElement & { editor: Editor }).editor
}

describe('the minutes’ screen', () => {
  it('starts in one act, with a plan from the agenda', async () => {
    await started()
    const plan = screen.getByRole('navigation', { name: 'Plan' })
    expect(
      within(plan)
        .getAllByRole('listitem')
        .map((entry) => within(entry).getByRole('button').textContent),
    ).toEqual([
      'En-tête et présents',
      '1Passerelle d’échange',
      '2Questions diverses',
      'Prochaine séance et clôture',
    ])
  })

  it('shows who presents and when, and mounts no text that is far from what is seen', async () => {
    await started()
    await openItem(/Passerelle/)
    expect(screen.getByText('Présenté par Hélène Marchetti, DGX, prévu de 14 h à 14 h 30')).toBeDefined()
    expect(document.querySelectorAll('.ProseMirror')).toHaveLength(2)
  })

  it('stores what is typed, marks the section, and shows it again after another section', async () => {
    await started()
    await openItem(/Passerelle/)
    act(() => void editorOf('Échanges').commands.insertContent('Douze collectivités pilotes.'))
    await waitFor(async () => {
      const texts = (await view()).sections.map((section) => plainText(section.exchanges))
      expect(texts).toContain('Douze collectivités pilotes.')
    })
    expect(await screen.findByRole('button', { name: /Passerelle.*Section commencée/ })).toBeDefined()
    await user.keyboard('{Control>}{ArrowDown}{/Control}')
    expect(screen.getByRole('heading', { name: /Questions diverses/ })).toBeDefined()
    expect(editorOf('Échanges').getText()).toBe('')
    await user.keyboard('{Control>}{ArrowUp}{/Control}')
    expect(editorOf('Échanges').getText()).toBe('Douze collectivités pilotes.')
  })

  it('follows an undo of the journal in the open text', async () => {
    await started()
    await openItem(/Passerelle/)
    act(() => void editorOf('Présentation').commands.insertContent('À reprendre.'))
    await waitFor(async () =>
      expect((await view()).sections.some((section) => plainText(section.presentation) !== '')).toBe(true),
    )
    await act(() => core.ok('history.undo', {}))
    await waitFor(() => expect(editorOf('Présentation').getText()).toBe(''))
  })

  it('adds a decision with Ctrl D, its number said and its text focused, and an action with Ctrl J', async () => {
    await started()
    await openItem(/Passerelle/)
    await user.keyboard('{Control>}d{/Control}')
    const decision = await screen.findByRole('textbox', { name: 'Texte de la décision D-2026-01-01' })
    expect(document.activeElement).toBe(decision)
    await user.keyboard('Prendre acte du calendrier')
    await user.keyboard('{Control>}j{/Control}')
    await screen.findByRole('textbox', { name: 'Texte de l’action A-2026-01-01' })
    await user.keyboard('Communiquer l’étude')
    const owner = screen.getByRole('combobox', { name: 'Responsable' })
    await user.type(owner, 'Solène Kermadec')
    await user.tab()
    await user.click(await screen.findByRole('button', { name: 'Garder ce nom' }))
    await waitFor(async () => {
      const { decisions, actions } = await view()
      expect(decisions.map((one) => one.text)).toEqual(['Prendre acte du calendrier'])
      expect(actions).toMatchObject([
        { text: 'Communiquer l’étude', owner: 'Solène Kermadec', ownerId: null },
      ])
    })
  })

  it('is at the section that was left when one comes back to it', async () => {
    await started()
    await openItem(/Passerelle/)
    const current = () =>
      within(screen.getByRole('navigation', { name: 'Plan' }))
        .getAllByRole('button')
        .find((one) => one.getAttribute('aria-current') !== null)?.textContent
    await waitFor(() => expect(current()).toMatch(/Passerelle/))
    cleanup()
    core.show(<MinutesPage meetingId={meetingId} focusId={null} />)
    await screen.findByRole('navigation', { name: 'Plan' })
    expect(current()).toMatch(/Passerelle/)
  })

  it('asks before a name that nobody knows stays, and has its field hold it until then', async () => {
    await started()
    await openItem(/Passerelle/)
    await user.keyboard('{Control>}j{/Control}')
    await screen.findByRole('textbox', { name: 'Texte de l’action A-2026-01-01' })
    await user.keyboard('Communiquer l’étude')
    const owner = screen.getByRole('combobox', { name: 'Responsable' })
    await user.type(owner, 'octa{Escape}')
    await user.tab()
    await screen.findByText(/^«.octa.» n’est pas dans l’annuaire\.$/u)
    expect((owner as HTMLInputElement).value).toBe('octa')
    expect((await view()).actions[0]?.owner).toBe('')
    await user.click(screen.getByRole('button', { name: 'Effacer' }))
    expect((owner as HTMLInputElement).value).toBe('')
    expect((await view()).actions[0]?.owner).toBe('')
  })

  it.each([
    ['kerb', '{Enter}'],
    ['kerb', '{Tab}'],
    ['de Kerbrat', '{Tab}'],
    ['Yann', '{Enter}'],
  ])('takes the one name that is shown for %s with %s', async (typed, key) => {
    await core.ok('directory.addPerson', {
      id: newId(),
      fields: { familyName: 'de Kerbrat', givenName: 'Yann' },
    })
    await started()
    await openItem(/Passerelle/)
    await user.keyboard('{Control>}j{/Control}')
    await screen.findByRole('textbox', { name: 'Texte de l’action A-2026-01-01' })
    const owner = screen.getByRole('combobox', { name: 'Responsable' })
    await user.type(owner, typed)
    await screen.findByRole('option', { name: /Yann de Kerbrat/ })
    await user.keyboard(key)
    await waitFor(() => expect((owner as HTMLInputElement).value).toBe('Yann de Kerbrat'))
    await waitFor(async () => expect((await view()).actions[0]).toMatchObject({ owner: 'Yann de Kerbrat' }))
    expect((await view()).actions[0]?.ownerId).not.toBeNull()
  })

  const written = ['Ana', 'Petit', 'Anne', 'Marie', 'Martin', 'Tour', 'Dup']
  it.each(written)('asks who %s is, and takes nobody whose name only holds it', async (typed) => {
    for (const [givenName, familyName] of [
      ['Claire', 'Petitjean'],
      ['Diana', 'Lopez'],
      ['Marie-Anne', 'Roy'],
      ['Luc', 'Dupont'],
      ['Zoé', 'Martin-Lac'],
      ['Paul', 'De La Tour'],
    ] as const)
      await core.ok('directory.addPerson', { id: newId(), fields: { familyName, givenName } })
    await started()
    await openItem(/Passerelle/)
    await user.keyboard('{Control>}j{/Control}')
    await screen.findByRole('textbox', { name: 'Texte de l’action A-2026-01-01' })
    await user.type(screen.getByRole('combobox', { name: 'Responsable' }), typed)
    await screen.findByRole('option', { name: new RegExp(typed, 'i') })
    await user.keyboard('{Tab}')
    expect(await screen.findByText(new RegExp(`«\\s${typed}\\s»`))).toBeTruthy()
    expect((await view()).actions[0]?.ownerId).toBeNull()
  })

  it('removes a decision and gives it back from the message', async () => {
    await started()
    await openItem(/Passerelle/)
    await user.keyboard('{Control>}d{/Control}')
    await user.keyboard('À retirer')
    await user.click(screen.getByRole('button', { name: 'Supprimer la décision D-2026-01-01' }))
    await screen.findByText('Décision D-2026-01-01 supprimée')
    expect((await view()).decisions).toEqual([])
    expect(screen.queryByRole('textbox', { name: /Texte de la décision/ })).toBeNull()
    await user.click(
      within(screen.getByRole('status', { name: '' }).ownerDocument.body).getByRole('button', {
        name: 'Annuler',
      }),
    )
    await screen.findByDisplayValue('À retirer')
    expect((await view()).decisions.map((one) => one.text)).toEqual(['À retirer'])
  })

  it('proposes the standard sentence of an outcome, and keeps one that somebody wrote', async () => {
    await started()
    await openItem(/Passerelle/)
    const outcome = screen.getByRole('combobox', { name: 'Issue du point' })
    await user.selectOptions(outcome, 'Pris acte')
    const sentence = await screen.findByRole('textbox', { name: 'Phrase de l’issue' })
    expect((sentence as HTMLTextAreaElement).value).toBe(outcomeSentences.prisActe)
    await user.selectOptions(outcome, 'Reporté')
    expect(screen.getByDisplayValue(outcomeSentences.reporte)).toBeDefined()
    await user.clear(screen.getByRole('textbox', { name: 'Phrase de l’issue' }))
    await user.type(screen.getByRole('textbox', { name: 'Phrase de l’issue' }), 'Reporté au printemps.')
    await user.selectOptions(outcome, 'Retiré')
    expect(screen.getByDisplayValue('Reporté au printemps.')).toBeDefined()
    await waitFor(async () =>
      expect((await view()).sections[0]).toMatchObject({
        outcome: 'retire',
        outcomeSentence: 'Reporté au printemps.',
      }),
    )
  })

  it('offers its tools by name, with their keys, once the cursor is in a text', async () => {
    await started()
    await openItem(/Passerelle/)
    const tools = within(screen.getByRole('toolbar', { name: 'Écrire' })).getByRole('group', {
      name: 'Mise en forme',
    })
    const names = ['Gras', 'Italique', 'Liste', 'Liste numérotée', 'Citation', 'Lien', 'Tableau', 'Image']
    expect(
      within(tools)
        .getAllByRole('button')
        .map((tool) => tool.getAttribute('aria-label')),
    ).toEqual(names)
    for (const tool of within(tools).getAllByRole('button')) {
      expect(tool.getAttribute('aria-keyshortcuts')).toMatch(/^Control\+/)
      expect(tool.getAttribute('aria-disabled')).toBe('true')
    }
    act(() => void editorOf('Présentation').view.dom.dispatchEvent(new FocusEvent('focus')))
    await user.click(within(tools).getByRole('button', { name: 'Tableau' }))
    await user.click(await within(tools).findByRole('button', { name: 'Ajouter une ligne' }))
    const table = editorOf('Présentation').getJSON().content?.[0]
    expect(table?.type).toBe('table')
    expect(table?.content).toHaveLength(4)
  })

  it('keeps both texts when one changed elsewhere, and stores the one chosen', async () => {
    await started()
    await openItem(/Passerelle/)
    act(() => void editorOf('Présentation').commands.insertContent('Ici.'))
    const section = (await view()).sections[0]
    if (section === undefined) throw new Error('no section')
    const elsewhere = { type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Ailleurs.' }] }
    await core.ok('minutes.updateSection', {
      id: section.id,
      version: section.version,
      patch: { presentation: { type: 'doc', content: [elsewhere] } },
    })
    const keep = await screen.findByRole('button', { name: 'Garder la version saisie ici' })
    expect(screen.getByText('Ailleurs.')).toBeDefined()
    expect(plainText((await view()).sections[0]?.presentation ?? { type: 'doc', content: [] })).toBe(
      'Ailleurs.',
    )
    await user.click(keep)
    await waitFor(async () =>
      expect(plainText((await view()).sections[0]?.presentation ?? section.presentation)).toBe('Ici.'),
    )
    expect(screen.queryByRole('button', { name: 'Garder la version saisie ici' })).toBeNull()
  })

  it('stores the next meeting', async () => {
    await started()
    await user.click(screen.getByRole('button', { name: 'Prochaine séance et clôture' }))
    await user.type(screen.getByRole('textbox', { name: 'Heure' }), '14h30{Enter}')
    await user.type(screen.getByRole('textbox', { name: 'Lieu' }), 'Salle Condorcet')
    await waitFor(async () =>
      expect((await view()).minutes).toMatchObject({
        nextMeetingTime: '14:30',
        nextMeetingPlace: 'Salle Condorcet',
      }),
    )
  })
})
