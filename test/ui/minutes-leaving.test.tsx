// What is asked before minutes go to the members, and before they are sealed.
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays, civilDate } from '../../electron/domain/time/civil-date.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { MinutesPage } from '../../renderer/features/minutes/MinutesPage.tsx'
import { beforeText } from '../../renderer/text/before.ts'
import { documentText } from '../../renderer/text/documents.ts'
import { lifeText } from '../../renderer/text/minutes-life.ts'
import { observationsText } from '../../renderer/text/observations.ts'
import { EditingOff } from '../../renderer/ui/editing.ts'
import { heldMinutes, minutesOf, minutesTo } from './held-minutes.ts'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'
import { chooseMore } from './under-bar.tsx'

const user = userEvent.setup()
const today = civilDate(new Date())
let core: RealCore
let meetingId: string
let itemId: string

beforeEach(async () => {
  core = await openRealCore()
  ;({ meetingId, itemId } = await heldMinutes(core))
})
afterEach(async () => {
  window.location.hash = ''
  await core.dispose()
})

const view = () => minutesOf(core, meetingId)
const stateTo = (...states: ('internalReview' | 'review' | 'validated')[]) =>
  minutesTo(core, meetingId, ...states)
async function open(focusId: string | null = null) {
  core.show(<MinutesPage meetingId={meetingId} focusId={focusId} />)
  await screen.findByRole('heading', { level: 1 })
}
/** Without a verb, nor a capital. */
const addOddDecision = () =>
  core.ok('minutes.addDecision', { id: newId(), itemId, fields: { text: 'avis favorable au modèle' } })
const paragraph = (text: string) => ({
  type: 'paragraph' as const,
  content: [{ type: 'text' as const, text }],
})
const press = async (name: string | RegExp) => user.click(await screen.findByRole('button', { name }))

describe('before the members have it', () => {
  it('says what is odd and stops nothing: one press leads to the message', async () => {
    await addOddDecision()
    await stateTo('internalReview')
    await open()
    await press('Envoyer aux membres…')
    const dialog = within(await screen.findByRole('dialog', { name: 'Avant d’envoyer aux membres' }))
    expect(await dialog.findByText(/avis favorable au modèle/)).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Réécrire' }))
    await waitFor(() => expect(document.activeElement).toHaveProperty('value', 'avis favorable au modèle'))
    await press('Envoyer aux membres…')
    await user.click(await screen.findByRole('button', { name: /^Préparer l’envoi, \d+.lignes? à regarder/ }))
    await waitFor(() => expect(window.location.hash).toContain('/envois'))
  })

  it('says it too where no message takes it to them', async () => {
    await addOddDecision()
    await stateTo('internalReview')
    await open()
    await chooseMore(user, 'Passer en relecture des membres')
    const dialog = within(await screen.findByRole('dialog', { name: 'Avant la relecture par les membres' }))
    expect(await dialog.findByText(/avis favorable au modèle/)).toBeTruthy()
    expect((await view()).minutes.state).toBe('internalReview')
    await user.click(dialog.getByRole('button', { name: /^Passer en relecture, \d+.lignes? à regarder/ }))
    await waitFor(async () => expect((await view()).minutes.state).toBe('review'))
  })
})

describe('before they are validated', () => {
  const addRemark = (fields: { comment: string }, circle: 'internal' | 'members' = 'members') =>
    core.ok('observations.add', { id: newId(), meetingId, paper: 'minutes', circle, fields })
  async function ask(repair: string) {
    await user.click((await screen.findAllByRole('button', { name: 'Valider…' }))[0] ?? document.body)
    const dialog = within(await screen.findByRole('dialog', { name: beforeText.validate.title }))
    await user.click(await dialog.findByRole('button', { name: repair }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  }

  it('leads from an action without a date into the field that gives it one', async () => {
    await core.ok('minutes.addAction', { id: newId(), itemId, fields: { text: 'Rédiger la note.' } })
    await stateTo('internalReview', 'review')
    await open()
    await ask('Dater')
    await waitFor(() => expect(document.activeElement?.role).toBe('spinbutton'))
    const { activeElement } = document
    expect(activeElement?.closest('[aria-label*="A-"]')).toBeTruthy()
  })

  it('leads from the remarks that wait, and from those to report, to the first of them', async () => {
    await addRemark({ comment: 'Sans suite.' })
    await addRemark({ comment: 'Lire avril.' })
    const { id, version } = await addRemark({ comment: 'Lire mai.' }, 'internal')
    await core.ok('observations.update', { id, version, patch: { state: 'accepted' } })
    await stateTo('internalReview', 'review')
    await open()
    const reached = (name: RegExp) =>
      waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name })))
    await ask('Répondre')
    await reached(/^Observation M-1/)
    expect(document.activeElement?.getAttribute('aria-expanded')).toBe('true')
    // The face is there already, on the remarks of the others.
    await ask('Reporter')
    await reached(/^Observation I-1/)
    await ask('Répondre')
    await reached(/^Observation M-1/)
  })

  it('leads from a sentence that stops at a comma behind its last word', async () => {
    const words = 'La direction annonce un modèle et un dossier,'
    const section = (await view()).sections.find((one) => one.itemId === itemId)
    const { id = '', version = 0 } = section ?? {}
    const exchanges = { type: 'doc', content: ['Le point est ouvert.', words].map(paragraph) } as const
    await core.ok('minutes.updateSection', { id, version, patch: { exchanges } })
    await stateTo('internalReview', 'review')
    await open()
    await ask('Corriger')
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Échanges'))
    const { anchorNode, anchorOffset = 0 } = getSelection() ?? {}
    expect(anchorNode?.textContent?.slice(0, anchorOffset)).toBe(words)
  })
})

async function beforePublishing(page: ReactNode) {
  core.show(page)
  await screen.findByRole('heading', { level: 1 })
  await user.keyboard('{Alt>}1{/Alt}')
  await user.selectOptions(
    await screen.findByRole('combobox', { name: observationsText.papers }),
    observationsText.paper.publicMinutes,
  )
  await press(documentText.save)
  return within(await screen.findByRole('dialog', { name: 'Avant de publier' }))
}

describe('before the public version is exported', () => {
  it('changes nothing: who may only read exports it as well', async () => {
    const dialog = await beforePublishing(
      <EditingOff value="Ce poste ne fait que lire.">
        <MinutesPage meetingId={meetingId} focusId={null} />
      </EditingOff>,
    )
    const act = await dialog.findByRole('button', { name: /^Exporter/ })
    await waitFor(() => expect(act.getAttribute('aria-disabled')).not.toBe('true'))
    expect(dialog.getByText('Le compte rendu n’est pas approuvé')).toBeTruthy()
  })

  it('leads from minutes that are not approved to what comes before the approval', async () => {
    const dialog = await beforePublishing(<MinutesPage meetingId={meetingId} focusId={null} />)
    await dialog.findByText('Le compte rendu n’est pas approuvé')
    await user.click(dialog.getByRole('button', { name: 'Voir' }))
    const pane = await screen.findByRole('complementary', { name: lifeText.pane })
    await waitFor(() =>
      expect(pane.querySelector('.inspector-body')?.contains(document.activeElement)).toBe(true),
    )
  })

  it('says what is odd of what the public reads, and stops nothing', async () => {
    await addOddDecision()
    const hiddenId = newId()
    await core.ok('agenda.add', {
      id: hiddenId,
      meetingId,
      parentId: null,
      afterId: itemId,
      fields: { title: 'Réservé' },
    })
    await core.ok('minutes.addDecision', { id: newId(), itemId: hiddenId, fields: { text: 'avis réservé' } })
    const hidden = (await view()).sections.find((section) => section.itemId === hiddenId)
    await core.ok('minutes.updateSection', {
      id: hidden?.id ?? '',
      version: hidden?.version ?? 0,
      patch: { circulation: 'members' },
    })
    const dialog = await beforePublishing(<MinutesPage meetingId={meetingId} focusId={null} />)
    expect(await dialog.findByText('Le compte rendu n’est pas approuvé')).toBeTruthy()
    expect(dialog.getByText(/avis favorable au modèle/)).toBeTruthy()
    expect(dialog.queryByText(/avis réservé/)).toBeNull()
    expect(dialog.getByRole('button', { name: /^Exporter, \d+.lignes? à regarder/ })).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Réécrire' }))
    await waitFor(() => expect(document.activeElement).toHaveProperty('value', 'avis favorable au modèle'))
  })
})

describe('the seal', () => {
  it('is stopped by a red line, which leads to where it is mended', async () => {
    await core.ok('attendance.add', {
      id: newId(),
      meetingId,
      fields: { familyName: 'Kermadec', givenName: 'Solène', status: 'represente', representedBy: 'mart' },
    })
    await core.ok('session.close', { meetingId })
    const { id, version } = await core.ok('meetings.create', {
      fields: { date: addDays(today, -2) },
      fromTemplate: false,
    })
    await core.ok('meetings.setState', { id, version, state: 'held' })
    await stateTo('internalReview', 'review', 'validated')
    await open('approval')
    const lines = within(await screen.findByRole('region', { name: 'Avant de sceller' }))
    const red = (await lines.findByText(/mart.*représente Solène Kermadec/)).closest('li')
    if (red === null) throw new Error('no line')
    const seal = screen.getByRole('button', { name: /^Approuver et sceller, / })
    expect(seal.getAttribute('aria-disabled')).toBe('true')
    expect(seal.getAttribute('title')).toMatch(/ligne rouge empêche le scellement/)
    await user.click(within(red).getByRole('button', { name: 'Choisir' }))
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Solène Kermadec'))
    const [attendee] = await core.ok('attendance.list', { meetingId })
    await act(() =>
      core.ok('attendance.update', {
        id: attendee?.id ?? '',
        version: attendee?.version ?? 0,
        patch: { representedBy: 'Hélène Marchetti' },
      }),
    )
    await act(() =>
      core.ok('directory.addPerson', {
        id: newId(),
        fields: { givenName: 'Hélène', familyName: 'Marchetti' },
      }),
    )
    await waitFor(() => expect(screen.queryByText(/mart.*représente/)).toBeNull())
    const isStopped = () =>
      screen.getByRole('button', { name: /^Approuver et sceller, / }).getAttribute('aria-disabled') === 'true'
    // What was mended is no longer what was validated.
    expect(await screen.findByText(/^Texte modifié depuis la validation/)).toBeTruthy()
    expect(isStopped()).toBe(true)
    await press('Valider de nouveau…')
    await user.click(await screen.findByRole('button', { name: beforeText.validate.act }))
    await waitFor(() => expect(isStopped()).toBe(false))
    expect(screen.queryByText(/^Texte modifié depuis la validation/)).toBeNull()
    expect((await view()).minutes.state).toBe('validated')
  })
})
