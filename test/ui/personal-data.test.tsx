import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Output } from '../../electron/contract/index.ts'
import { id } from './sample.ts'
import { never, show } from './show.tsx'
import { joined } from './team-sample.ts'

const directory: Output<'directory.list'> = {
  colleges: [],
  organisations: [],
  persons: [
    {
      id: id(1),
      version: 3,
      civility: 'Mme',
      givenName: 'Hélène',
      familyName: 'Marchetti',
      jobTitle: '',
      organisationId: null,
      email: '',
      phone: '',
      copyEmails: '',
      otherNames: '',
      protocolOrder: 0,
    },
  ],
  mandates: [],
  formerNames: [],
}

const due: Output<'personalData.due'> = {
  persons: [
    {
      id: id(1),
      version: 3,
      name: 'Hélène Marchetti',
      organisation: 'Association de démonstration',
      mandateEnd: '2024-06-30',
      lastMeeting: '2024-05-10',
      since: '2025-06-30',
    },
  ],
  rows: [
    { kind: 'mails', count: 12, before: '2024-11-24' },
    { kind: 'replies', count: 0, before: '2025-11-24' },
    { kind: 'notes', count: 0, before: '2026-05-24' },
  ],
}

const trace = (change: Partial<Output<'personalData.known'>['traces'][number]>) => ({
  table: 'subject',
  place: 'Sujets',
  id: id(7),
  columns: ['note'],
  excerpt: 'Vu avec Hélène Marchetti',
  meeting: null,
  by: 'name' as const,
  fate: 'rewritten' as const,
  because: null,
  ...change,
})

const known: Output<'personalData.known'> = {
  id: id(1),
  version: 3,
  name: 'Hélène Marchetti',
  traces: [
    trace({ table: 'person', place: 'Annuaire', id: id(1), by: 'own', fate: 'removed' }),
    trace({}),
    trace({ id: id(8), by: 'familyName', excerpt: 'Le rapport Marchetti' }),
    trace({ table: 'attendee', place: 'Présences', id: id(9), fate: 'kept', because: 'approved' }),
  ],
  journalEntries: 4,
  searchTexts: 2,
  copies: [
    { kind: 'backup', at: '2026-11-24T08:00:00.000Z', reason: 'regular', until: '2027-11-25' },
    { kind: 'approvedPaper', at: '2026-11-20T08:00:00.000Z', meetingId: id(12) },
  ],
}

const data: Output<'personalData.get'> = {
  version: 1,
  retention: { contactMonths: 12, mailMonths: 24, replyMonths: 12, noteMonths: 6 },
  register: [
    { heading: 'purposes', title: 'Finalités', text: 'Tenir les séances.', isOwn: false },
    { heading: 'security', title: 'Mesures de sécurité', text: 'Coffre.', isOwn: true },
  ],
  erasures: [
    {
      ...{ id: id(3), kind: 'mails', at: '2025-12-02T08:00:00.000Z' },
      ...{ doneBy: '', removed: 1, rewritten: 0 },
    },
    {
      ...{ id: id(2), kind: 'person', at: '2025-12-01T08:31:00.000Z' },
      ...{ doneBy: 'lea', removed: 3, rewritten: 56 },
    },
  ],
}

const address = '#/reglages/donnees-personnelles'
const answers = { 'directory.list': () => directory, 'personalData.due': () => due }

describe('persons', () => {
  it('whose time has come are proposed, with why, and lead to what is known of them', async () => {
    const { user } = show(address, { ...answers, 'personalData.known': () => known })
    const list = within(await screen.findByRole('region', { name: 'Durée de conservation atteinte' }))
    expect(await list.findByText(/mandat terminé le 30.juin.2024/)).toBeTruthy()
    expect(list.getByText(/depuis le 30.juin.2025/)).toBeTruthy()
    await user.click(list.getByRole('button', { name: 'Voir ce qui est conservé sur Hélène Marchetti' }))
    expect(await screen.findByRole('heading', { name: 'Hélène Marchetti' })).toBeTruthy()
    expect(
      within(screen.getByRole('region', { name: 'Présences' })).getByText(/restera.: compte rendu approuvé/),
    ).toBeTruthy()
    expect(screen.getByText(/^3.lignes la concernent/)).toBeTruthy()
    const doubtful = within(screen.getByRole('region', { name: 'À vérifier\u00a0: le nom de famille seul' }))
    expect(doubtful.getByText('Le rapport Marchetti')).toBeTruthy()
    expect(doubtful.getByText(/^1.ligne nomme peut-être/)).toBeTruthy()
    expect(doubtful.queryByText('Vu avec Hélène Marchetti')).toBeNull()
    expect(
      within(screen.getByRole('region', { name: 'Copies plus anciennes' })).getByText(/25.novembre.2027/),
    ).toBeTruthy()
  })

  it('are made anonymous by a dialog that says what goes and what stays, and repeats the verb', async () => {
    const { core, user } = show(`${address}?id=${id(1)}`, {
      ...answers,
      'personalData.known': () => known,
      'personalData.anonymise': () => ({ removed: 1, rewritten: 1, kept: 1, journalEntries: 4 }),
    })
    await user.click(await screen.findByRole('button', { name: 'Anonymiser…' }))
    const dialog = within(
      await screen.findByRole('alertdialog', { name: /^Anonymiser Hélène Marchetti.\?$/ }),
    )
    expect(dialog.getByText(/1.ligne sera supprimée/)).toBeTruthy()
    expect(dialog.getByText(/1.ligne restera/)).toBeTruthy()
    expect(dialog.getByText(/4.modifications ne pourront plus être annulées/)).toBeTruthy()
    expect(dialog.getByText(/1.sauvegarde.+au plus tard le 25.novembre.2027/)).toBeTruthy()
    expect(dialog.getByText(/1.ligne sera récrite/)).toBeTruthy()
    await user.click(dialog.getByRole('checkbox', { name: /nom de famille seul/ }))
    expect(dialog.getByText(/2.lignes seront récrites/)).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Anonymiser' }))
    await waitFor(() => expect(window.location.hash).toBe(address))
    expect(core.inputsOf('personalData.anonymise')).toEqual([
      { personId: id(1), version: 3, alsoFamilyName: true },
    ])
  })

  const ofTeam = (role: Output<'team.get'>['role']) => ({
    ...answers,
    'team.get': () => ({ ...joined, role }),
    'personalData.known': () => ({ ...known, copies: [{ kind: 'serverBackups' as const, at: null }] }),
  })
  const whyNot = /demande le rôle « administration »/

  it.each([
    ['Anonymiser…', `${address}?id=${id(1)}`],
    ['Effacer les messages…', address],
  ])('of a team, the secretariat is told why it may not: %s', async (name, at) => {
    show(at, ofTeam('secretariat'))
    const act = await screen.findByRole('button', { name })
    await waitFor(() => expect(act.getAttribute('aria-disabled')).toBe('true'))
    expect(screen.getByText(whyNot)).toBeTruthy()
    const save = screen.queryByRole('button', { name: 'Exporter tout ce qui est connu…' })
    expect(save?.getAttribute('aria-disabled')).not.toBe('true')
  })

  it('of a team are shown to nobody who does not read everything', async () => {
    const { core } = show(`${address}?id=${id(1)}`, ofTeam('lecture'))
    expect(await screen.findByText(/Ce compte ne lit pas tout/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Anonymiser…' })).toBeNull()
    expect(core.inputsOf('personalData.anonymise')).toEqual([])
  })

  it('of a team are erased by the administration, whose server keeps what was saved', async () => {
    const { user } = show(`${address}?id=${id(1)}`, ofTeam('administration'))
    await user.click(await screen.findByRole('button', { name: 'Anonymiser…' }))
    const dialog = within(await screen.findByRole('alertdialog'))
    expect(dialog.getByText(/Sauvegardes du serveur.+que fixe l’administration/)).toBeTruthy()
    expect(dialog.getByText(/rétablie par l’administration/)).toBeTruthy()
    expect(screen.queryByText(whyNot)).toBeNull()
  })

  it('stay when the dialog is given up, and when the act is refused', async () => {
    const { core, user } = show(`${address}?id=${id(1)}`, {
      ...answers,
      'personalData.known': () => known,
      'personalData.anonymise': () => ({ failure: 'conflict' }),
    })
    const ask = await screen.findByRole('button', { name: 'Anonymiser…' })
    await user.click(ask)
    await user.click(await screen.findByRole('button', { name: 'Annuler' }))
    expect(core.inputsOf('personalData.anonymise')).toEqual([])
    await user.click(ask)
    await user.click(await screen.findByRole('button', { name: 'Anonymiser' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Rien n’a été écrasé')
  })

  it('have mails that are erased only after a question', async () => {
    const { core, user } = show(address, {
      ...answers,
      'personalData.eraseDue': () => ({ removed: 12, rewritten: 0, kept: 0, journalEntries: 0 }),
    })
    await user.click(await screen.findByRole('button', { name: 'Effacer les messages…' }))
    expect(core.inputsOf('personalData.eraseDue')).toEqual([])
    await user.click(await screen.findByRole('button', { name: 'Effacer les messages' }))
    await waitFor(() => expect(core.inputsOf('personalData.eraseDue')).toEqual([{ kind: 'mails' }]))
  })

  it('says so when nothing has had its time, and while it looks', async () => {
    show(address, { ...answers, 'personalData.due': () => ({ persons: [], rows: [] }) })
    expect(await screen.findByText('Aucune fiche n’a dépassé sa durée.')).toBeTruthy()
  })

  it('are not said to be gone while they are made anonymous', async () => {
    let isGone = false
    const { core, user } = show(`${address}?id=${id(1)}`, {
      ...answers,
      'personalData.known': () => (isGone ? { failure: 'not-found' } : known),
      'personalData.anonymise': never,
    })
    await user.click(await screen.findByRole('button', { name: 'Anonymiser…' }))
    const dialog = within(await screen.findByRole('alertdialog'))
    await user.click(dialog.getByRole('button', { name: 'Anonymiser' }))
    isGone = true
    await act(async () => core.emit({ topic: 'changed', reads: 'all', later: [] }))
    await waitFor(() => expect(core.inputsOf('personalData.known')).toHaveLength(2))
    await act(async () => undefined)
    expect(screen.queryByText(/n’existe plus/)).toBeNull()
  })

  it('says that it looks through everything', async () => {
    show(`${address}?id=${id(1)}`, { ...answers, 'personalData.known': never })
    expect(await screen.findByText('Recherche dans toutes les données…')).toBeTruthy()
  })
})

describe('the register', () => {
  it('says what was erased, when and by whom, and of nobody', async () => {
    const { user } = show(address, { ...answers, 'personalData.get': () => data })
    await user.click(await screen.findByRole('button', { name: 'Durées et registre' }))
    const list = within(await screen.findByRole('region', { name: 'Effacements faits' }))
    const said = list.getAllByRole('listitem').map(({ textContent }) => textContent?.replace(/\s/g, ' '))
    expect(said[0]).toMatch(/^1 message reçu effacé.*2 déc/)
    expect(said[1]).toMatch(
      /^Une personne anonymisée : 3 lignes supprimées, 56 récrites.*1er déc.*, par lea$/,
    )
  })

  it('shows what is proposed and what was written, and takes the proposal back', async () => {
    const { core, user } = show(address, {
      ...answers,
      'personalData.get': () => data,
      'personalData.update': () => data,
    })
    await user.click(await screen.findByRole('button', { name: 'Durées et registre' }))
    const area = (await screen.findByLabelText('Mesures de sécurité')) as HTMLTextAreaElement
    expect(area.value).toBe('Coffre.')
    await user.click(
      screen.getByRole('button', { name: /^Reprendre le texte proposé.: Mesures de sécurité$/ }),
    )
    await waitFor(() =>
      expect(core.inputsOf('personalData.update')).toEqual([{ version: 1, patch: { security: null } }]),
    )
    const months = screen.getByLabelText('Messages reçus')
    await user.clear(months)
    await user.type(months, '36{Enter}')
    await waitFor(() =>
      expect(core.inputsOf('personalData.update').at(-1)).toEqual({ version: 1, patch: { mailMonths: 36 } }),
    )
  })
})
