import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../electron/contract/index.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { DispatchPage } from '../../renderer/features/dispatch/DispatchPage.tsx'
import { MeetingFrame } from '../../renderer/features/meetings/MeetingFrame.tsx'
import { openWorld, type World } from './dispatch-world.tsx'

let world: World
let asked: { method: string; input: unknown }[]
const user = userEvent.setup()

beforeEach(async () => {
  asked = []
  const note =
    <T,>(method: string, answer: T) =>
    (input: unknown) => {
      asked.push({ method, input })
      return answer
    }
  world = await openWorld({
    'dispatch.openMessage': note('openMessage', {}),
    'dispatch.copy': note('copy', {}),
    'documents.save': note('saveMessage', {
      token: newId(),
      fileName: 'convocation.eml',
      producedId: null,
      besideName: null,
    }),
    'dispatch.openFolder': note('openFolder', { fileCount: 3 }),
    'dispatch.openSent': note('openSent', {}),
  })
})
afterEach(() => world.dispose())

function showPage(focusId: string | null = null) {
  const { core, meetingId } = world
  core.show(
    <MeetingFrame meetingId={meetingId} place="dispatch" tab="dispatch">
      <DispatchPage meetingId={meetingId} focusId={focusId} />
    </MeetingFrame>,
  )
}
const list = () => screen.findByRole('grid', { name: 'Messages de la séance' })
const pane = () => within(screen.getByRole('region', { name: 'Message choisi' }))
const drafts = () => world.core.ok('dispatch.list', { meetingId: world.meetingId })

/** Prepares the convocation from the page and waits for its draft. */
async function prepared() {
  await user.click(await pane().findByRole('button', { name: 'Préparer la convocation' }))
  await pane().findByRole('textbox', { name: 'Objet' })
  const [row] = await drafts()
  if (row === undefined) throw new Error('nothing was prepared')
  return row
}

describe('the month', () => {
  it('says every kind in its order, with its state and date, and what comes next first', async () => {
    showPage()
    const all = within(await list())
    const names = () =>
      all.getAllByRole('row').flatMap((row) => row.querySelector('.dispatch-name')?.textContent ?? [])
    // What can be sent and what is still to come; what would tell of something that did not happen is left out.
    expect(names()).toEqual([
      'Appel à sujets',
      'Projet d’ordre du jour',
      'Convocation',
      'Invitation des porteurs',
      'Relance des supports',
      'Relecture interne du compte rendu',
      'Projet de compte rendu',
      'Relance de relecture',
      'Compte rendu approuvé',
      'Relance des actions',
    ])
    expect(all.getByRole('columnheader', { name: 'Avant la séance' })).toBeTruthy()
    expect(all.getByRole('row', { name: /^Convocation.*prévu le/ })).toBeTruthy()
    // New meetings get their back-planning by themselves: the call for subjects, thirty days before, is late.
    const next = all.getByRole('row', { selected: true })
    expect(next.textContent).toMatch(/Appel à sujets.*En retard.*attendu le/)
    await user.click(within(next).getByText('Appel à sujets'))
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(await pane().findByRole('button', { name: 'Préparer la convocation' })).toBeTruthy()
    expect(document.activeElement).toBe(all.getByRole('row', { selected: true }))
    await user.click(all.getByRole('button', { name: 'Date' }))
    expect(names()[0]).toBe('Appel à sujets')
    await user.click(all.getByRole('button', { name: 'Date' }))
    expect(names()[0]).toBe('Relance des actions')
  })

  it('refuses with the reason what makes no sense yet', async () => {
    showPage('cancellation')
    await list()
    const act = await pane().findByRole('button', { name: 'Préparer l’annulation' })
    expect(act.getAttribute('aria-disabled')).toBe('true')
    expect(pane().getAllByText('La séance n’est pas annulée.').length).toBeGreaterThan(0)
    await user.click(act)
    expect(await drafts()).toEqual([])
  })
})

describe('a convocation', () => {
  it('is prepared with its recipients, those without address apart, and its documents', async () => {
    showPage('convocation')
    await list()
    await prepared()
    const recipients = within(pane().getByRole('region', { name: 'Destinataires' }))
    expect(
      recipients.getByText('4 destinataires', { normalizer: (text) => text.replace('\u00a0', ' ') }),
    ).toBeTruthy()
    expect(recipients.getByRole('row', { name: /^Noémie Castelain.*sans adresse/ })).toBeTruthy()
    expect(recipients.getByText(/Ne recevront pas ce message/)).toBeTruthy()
    expect(recipients.getByText('assiste Hélène Marchetti')).toBeTruthy()
    const before = within(pane().getByRole('complementary', { name: 'Avant l’envoi' }))
    expect(before.getByText(/Une personne n’a pas d’adresse/)).toBeTruthy()
    await user.click(before.getByRole('button', { name: 'Voir qui' }))
    expect(pane().getByRole('textbox', { name: 'Adresse' })).toBe(document.activeElement)
    const documents = within(pane().getByRole('region', { name: 'Documents' }))
    expect(documents.getByText('Lettre de convocation')).toBeTruthy()
    expect(documents.getByText('Fichier de calendrier')).toBeTruthy()
    expect(await documents.findByText(/^Message de .* sur .* au plus$/)).toBeTruthy()
  }, 20_000)

  it('is corrected: an address completed, a guest added, somebody taken out and put back', async () => {
    showPage('convocation')
    await list()
    const { id } = await prepared()
    const recipients = within(pane().getByRole('region', { name: 'Destinataires' }))
    await user.click(recipients.getByRole('row', { name: /^Noémie Castelain/ }))
    await user.type(pane().getByRole('textbox', { name: 'Adresse' }), 'noemie.castelain@exemple.invalid')
    await waitFor(async () => {
      const view = await world.core.ok('dispatch.get', { id })
      expect(view.recipients.map((one) => one.email)).toContain('noemie.castelain@exemple.invalid')
    })
    await waitFor(() => expect(pane().queryByText(/Une personne n’a pas d’adresse/)).toBeNull())

    const add = recipients.getByRole('combobox', { name: 'Ajouter un destinataire' })
    await user.type(add, 'quelqu’un{Enter}')
    expect(recipients.getByText(/Ni un nom de l’annuaire ni une adresse/)).toBeTruthy()
    await user.clear(add)
    await user.type(add, 'belkacem{Enter}')
    expect(recipients.getByText(/«\sYanis Belkacem\s» est déjà dans la liste/)).toBeTruthy()
    await user.clear(add)
    await user.type(add, 'Marius Téo <marius.teo@exemple.invalid>{Enter}')
    const added = await recipients.findByRole('row', { name: /^Marius Téo/ })
    expect(added.textContent).toContain('ajout')
    await user.type(add, 'marius.teo@exemple.invalid{Enter}')
    expect(recipients.getByText(/est déjà dans la liste/)).toBeTruthy()

    added.focus()
    await user.keyboard('{Delete}')
    await waitFor(() => expect(recipients.queryByRole('row', { name: /^Marius Téo/ })).toBeNull())
    await user.click(await screen.findByRole('button', { name: 'Annuler' }))
    expect(await recipients.findByRole('row', { name: /^Marius Téo/ })).toBeTruthy()
  }, 20_000)

  it('moves somebody from a field to another from the keyboard, the focus stays', async () => {
    showPage('convocation')
    await list()
    const { id } = await prepared()
    const recipients = within(pane().getByRole('region', { name: 'Destinataires' }))
    const first = recipients.getByRole('row', {
      name: /^Hélène Marchetti DGX|^Hélène Marchetti Direction/,
    })
    first.focus()
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement?.textContent).not.toContain('Hélène Marchetti')
    await user.keyboard('{ArrowUp}{Enter}')
    await user.click(pane().getByRole('button', { name: 'Cci' }))
    await waitFor(async () => {
      const view = await world.core.ok('dispatch.get', { id })
      expect(view.recipients[0]?.field).toBe('bcc')
    })
    await waitFor(() => expect(recipients.getByText(/^Cci, en copie cachée/)).toBeTruthy())
    expect(document.activeElement?.textContent).toBe('Cci')
    await user.keyboard('{Escape}')
    expect(document.activeElement?.textContent).toContain('Hélène Marchetti')
  }, 20_000)

  it('goes to the mail program with what was just typed', async () => {
    showPage('convocation')
    await list()
    const { id } = await prepared()
    const subject = pane().getByRole('textbox', { name: 'Objet' })
    await user.clear(subject)
    await user.type(subject, 'Objet relu')
    await user.click(pane().getByRole('button', { name: 'Ouvrir dans la messagerie' }))
    await waitFor(() => expect(asked).toContainEqual({ method: 'openMessage', input: { id } }))
    const view = await world.core.ok('dispatch.get', { id })
    expect(view.dispatch.subject).toBe('Objet relu')
    await user.click(pane().getByRole('button', { name: 'Copier' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Les personnes en copie' }))
    const copied: Input<'dispatch.copy'> = { id, what: 'cc' }
    await waitFor(() => expect(asked).toContainEqual({ method: 'copy', input: copied }))
    await user.click(pane().getByRole('button', { name: 'Autres actions du message' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Ouvrir le dossier des documents' }))
    expect(await screen.findByText(/3.documents écrits dans le dossier ouvert/)).toBeTruthy()
  }, 20_000)

  it('marked as sent convenes the meeting, is kept with its hash, and can be taken back', async () => {
    showPage('convocation')
    await list()
    await prepared()
    expect(pane().getByText(/la séance devient convoquée et le décompte des jours commence/)).toBeTruthy()
    await user.click(pane().getByRole('button', { name: 'Marquer comme envoyé' }))
    const open = await pane().findByRole('button', { name: 'Ouvrir le message envoyé' })
    expect(await screen.findByText('Convoquée')).toBeTruthy()
    expect(pane().queryByRole('textbox')).toBeNull()
    const [row] = await drafts()
    expect(row?.state).toBe('sent')
    expect(pane().getByText(row?.messageSha256 ?? 'no hash')).toBeTruthy()
    await user.click(open)
    await waitFor(() => expect(asked).toContainEqual({ method: 'openSent', input: { id: row?.id } }))
    // Whoever has no address received nothing.
    expect(pane().getByText('Ne l’ont pas reçu').nextSibling?.textContent).toContain('Noémie Castelain')
    const sent = within(await list()).getByRole('row', { name: /^Envoyé le .* 3.destinataires/ })
    expect(sent.getAttribute('aria-selected')).toBe('true')
    await user.click(await screen.findByRole('button', { name: 'Annuler' }))
    await waitFor(async () => expect((await drafts())[0]?.state).toBe('draft'))
    expect(await screen.findByText('Prévue')).toBeTruthy()
  }, 30_000)
})

describe('after the convocation', () => {
  async function convened() {
    const { core, meetingId } = world
    const [view] = await core.ok('dispatch.prepare', { meetingId, kind: 'convocation', itemId: null })
    if (view === undefined) throw new Error('nothing was prepared')
    await core.ok('dispatch.markSent', { id: view.dispatch.id, version: view.dispatch.version })
    return (await core.ok('meetings.get', { id: meetingId })).meeting
  }

  /** Published as version 1, convened, and an item added the evening before. */
  async function changedSince() {
    const { core, meetingId, itemIds } = world
    await published()
    await convened()
    const fields = { title: 'Point ajouté la veille', durationMinutes: 10 }
    const afterId = itemIds[0] ?? null
    await core.ok('agenda.add', { id: newId(), meetingId, parentId: null, afterId, fields })
  }
  async function published() {
    const { core, meetingId } = world
    await core.ok('agenda.validate', { meetingId, by: 'Claire Vasseur' })
    await core.ok('agenda.publish', { meetingId })
  }

  it('an agenda that changed is said on top, with where it is published', async () => {
    await changedSince()
    showPage()
    const said = await screen.findByText(/L’ordre du jour a changé depuis la version 1/)
    expect(said.textContent).toMatch(/modifications? n.*publiée/)
    expect(screen.getByRole('link', { name: 'Ouvrir l’ordre du jour' })).toBeTruthy()
  }, 20_000)

  it('an agenda published again is said on top, until the members have it', async () => {
    await changedSince()
    await published()
    showPage()
    expect(await screen.findByText(/La version 2 de l’ordre du jour n’a pas été envoyée/)).toBeTruthy()
    const [act] = screen.getAllByRole('button', { name: /^Préparer le message «.Ordre du jour modifié.»$/ })
    if (act !== undefined) await user.click(act)
    expect(await pane().findByText('Modifications de l’ordre du jour')).toBeTruthy()
    await user.click(pane().getByRole('button', { name: 'Marquer comme envoyé' }))
    await waitFor(() => expect(screen.queryByText(/n’a pas été envoyée/)).toBeNull())
  }, 30_000)

  it('a move is said on top with the act that tells it', async () => {
    const meeting = await convened()
    const { core, meetingId } = world
    const date = new Date(Date.parse(meeting.date) + 7 * 86_400_000).toISOString().slice(0, 10)
    await core.ok('meetings.move', {
      id: meetingId,
      version: meeting.version,
      date,
      startTime: '14:00',
      endTime: '16:00',
      reason: 'Salle indisponible',
    })
    showPage()
    expect(await screen.findByText(/La séance a été déplacée du .* depuis la convocation/)).toBeTruthy()
    const [act] = screen.getAllByRole('button', { name: 'Préparer le changement de date' })
    if (act !== undefined) await user.click(act)
    expect(await pane().findByRole('textbox', { name: 'Objet' })).toBeTruthy()
    expect(pane().getByText('Fichier de calendrier')).toBeTruthy()
  }, 20_000)

  it('a cancellation is said on top with the act that tells it', async () => {
    const meeting = await convened()
    const { core, meetingId } = world
    await core.ok('meetings.cancel', { id: meetingId, version: meeting.version, reason: 'Report' })
    showPage()
    expect(await screen.findByText(/La séance a été annulée depuis la convocation/)).toBeTruthy()
    const [act] = screen.getAllByRole('button', { name: 'Préparer l’annulation' })
    if (act !== undefined) await user.click(act)
    expect(await pane().findByRole('textbox', { name: 'Objet' })).toBeTruthy()
  }, 20_000)

  it('guests get one message each, read one by one, marked all at once', async () => {
    await convened()
    const { core, itemIds, personIds } = world
    for (const index of [0, 1])
      await core.ok('agenda.addGuest', { itemId: itemIds[index] ?? '', personId: personIds[index] ?? '' })
    showPage('guestInvitation')
    await list()
    await user.click(await pane().findByRole('button', { name: 'Préparer les invitations' }))
    const first = await pane().findByRole('button', { name: /^Hélène Marchetti / })
    await user.click(first)
    expect(await pane().findByRole('heading', { name: 'Message à Hélène Marchetti' })).toBeTruthy()
    await user.click(pane().getByRole('button', { name: 'Tous les messages' }))
    await user.click(await pane().findByRole('button', { name: 'Marquer tous comme envoyés' }))
    await waitFor(async () => {
      const rows = (await drafts()).filter((row) => row.kind === 'guestInvitation')
      expect(rows.map((row) => row.state)).toEqual(['sent', 'sent'])
    })
    expect(await screen.findByText(/2.messages notés comme envoyés/)).toBeTruthy()
  }, 30_000)
})
