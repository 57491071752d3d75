import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { act, type ReactNode } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import type { ExportedProfile } from '../../electron/contract/profile.ts'
import { makeQueryClient } from '../../renderer/api/query-client.ts'
import { ProfileSection } from '../../renderer/features/backups/profile/ProfileSection.tsx'
import { ArchiveActs } from '../../renderer/features/minutes/archive/ArchiveActs.tsx'
import { RetentionSection } from '../../renderer/features/minutes/archive/RetentionSection.tsx'
import { StatusLine } from '../../renderer/ui/StatusLine.tsx'
import { type FakeCore, installFakeCore } from './fake-core.ts'

afterEach(cleanup)

function show(part: ReactNode): void {
  render(<QueryClientProvider client={makeQueryClient()}>{part}</QueryClientProvider>)
}

const exported: ExportedProfile = {
  token: '01900000-0000-7000-8000-00000000000a',
  fileName: '2026-11-26_PROFIL_INP.zip',
  meetings: 12,
  pieces: 1,
  damagedPieces: 0,
}

describe('the whole profile', () => {
  it('is exported, said with its counts, and opened by its token', async () => {
    const core = installFakeCore({ 'profile.export': () => exported, 'documents.open': () => ({}) })
    show(<ProfileSection />)
    await userEvent.click(screen.getByRole('button', { name: 'Exporter un .zip…' }))
    expect(await screen.findByText(/12 séances, 1 fichier conservé/u)).toBeTruthy()
    expect(core.inputsOf('profile.export')).toEqual([{ form: 'zip' }])
    await userEvent.click(screen.getByRole('button', { name: 'Ouvrir' }))
    await waitFor(() =>
      expect(core.inputsOf('documents.open')).toEqual([{ token: '01900000-0000-7000-8000-00000000000a' }]),
    )
  })

  it('says how far it is, and is stopped without an error', async () => {
    let end: (answer: { failure: 'cancelled' }) => void = () => undefined
    const core = installFakeCore({
      'profile.export': () => new Promise((resolve) => (end = resolve)),
      'profile.stop': () => ({}),
    })
    show(<ProfileSection />)
    await userEvent.click(screen.getByRole('button', { name: 'Exporter un dossier…' }))
    act(() => core.emit({ topic: 'progress', method: 'profile.export', done: 1, total: 3 }))
    expect(screen.getByRole('status').textContent).toContain('33\u00a0%')
    await userEvent.click(screen.getByRole('button', { name: 'Arrêter' }))
    expect(core.inputsOf('profile.stop')).toHaveLength(1)
    await act(async () => end({ failure: 'cancelled' }))
    expect(await screen.findByRole('button', { name: 'Exporter un dossier…' })).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('says in the status line what failed after its screen was left', async () => {
    let end: (answer: { failure: 'disk-full' }) => void = () => undefined
    installFakeCore({ 'profile.export': () => new Promise((resolve) => (end = resolve)) })
    const screens = (part: ReactNode) => (
      <QueryClientProvider client={client}>
        {part}
        <StatusLine commonKeys={[]} />
      </QueryClientProvider>
    )
    const client = makeQueryClient()
    const { rerender } = render(screens(<ProfileSection />))
    await userEvent.click(screen.getByRole('button', { name: 'Exporter un dossier…' }))
    rerender(screens(null))
    await act(async () => end({ failure: 'disk-full' }))
    expect(await within(screen.getByRole('contentinfo')).findByText(/Le disque est plein/u)).toBeTruthy()
  })

  it('goes on while another screen is shown, and its end is said on the way back', async () => {
    let end: (answer: ExportedProfile) => void = () => undefined
    installFakeCore({ 'profile.export': () => new Promise((resolve) => (end = resolve)) })
    const client = makeQueryClient()
    const screens = (part: ReactNode) => <QueryClientProvider client={client}>{part}</QueryClientProvider>
    const { rerender } = render(screens(<ProfileSection />))
    await userEvent.click(screen.getByRole('button', { name: 'Exporter un dossier…' }))
    rerender(screens(null))
    rerender(screens(<ProfileSection />))
    expect(screen.getByRole('button', { name: 'Arrêter' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Exporter un dossier…' })).toBeNull()
    rerender(screens(null))
    await act(async () => end({ ...exported, damagedPieces: 2 }))
    rerender(screens(<ProfileSection />))
    expect(screen.getByText(/12 séances, 1 fichier conservé/u)).toBeTruthy()
    expect(screen.getByText(/2 fichiers/u)).toBeTruthy()
    rerender(screens(null))
    rerender(screens(<ProfileSection />))
    expect(screen.queryByText(/12 séances/u)).toBeNull()
  })

  it('asks before it is imported, and names the files that are not intact', async () => {
    const core = installFakeCore({
      'profile.import': () => ({
        state: 'refused',
        faults: [{ file: 'donnees/meeting.json', what: 'changed' }],
        faultCount: 1,
      }),
    })
    show(<ProfileSection />)
    await userEvent.click(screen.getByRole('button', { name: 'Lire un profil…' }))
    expect(core.calls).toEqual([])
    await userEvent.click(await screen.findByRole('button', { name: 'Choisir un .zip…' }))
    expect((await screen.findByRole('alert')).textContent).toMatch(
      /Rien n’a été modifié.*donnees\/meeting\.json\u00a0: son contenu a changé/u,
    )
    expect(screen.queryByRole('alertdialog')).toBeNull()
  })
})

describe('the archive of a meeting', () => {
  const meetingId = '01900000-0000-7000-8000-000000000001'

  /** With what is to be looked at before, which is nothing. */
  const showActs = async (core: FakeCore) => {
    show(<ArchiveActs meetingId={meetingId} />)
    await waitFor(() => expect(core.inputsOf('meetings.leavingChecks')).toHaveLength(1))
  }

  it('is written, and another one verified', async () => {
    const core = installFakeCore({
      'meetings.leavingChecks': () => [],
      'archive.export': () => ({
        token: '01900000-0000-7000-8000-00000000000a',
        fileName: '2026-11-12_ARCHIVE_INP.zip',
        files: 7,
      }),
      'archive.verify': () => ({
        fileName: 'reçue.zip',
        files: null,
        faults: [{ file: 'index.html', what: 'missing' }],
        faultCount: 1,
      }),
    })
    await showActs(core)
    await userEvent.click(screen.getByRole('button', { name: 'Archiver en .zip…' }))
    expect(await screen.findByText(/7 pièces/u)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Vérifier un .zip…' }))
    expect((await screen.findByRole('alert')).textContent).toContain('index.html\u00a0: ce fichier manque')
  })

  it('says that it cannot be made of minutes that are not approved', async () => {
    const core = installFakeCore({
      'meetings.leavingChecks': () => [],
      'archive.export': () => ({ failure: 'not-approved' }),
    })
    await showActs(core)
    await userEvent.click(screen.getByRole('button', { name: 'Archiver en dossier…' }))
    expect((await screen.findByRole('alert')).textContent).toContain('n’a pas été approuvé et scellé')
  })

  it('is described before it is transferred, as proposed and as changed', async () => {
    const core = installFakeCore({
      'meetings.leavingChecks': () => [],
      'archive.describe': () => ({ title: 'INP, Séance n° 10', description: 'Documents', keywords: [] }),
      'archive.export': () => ({ token: 't', fileName: 'SEDA.zip', files: 9 }),
    })
    await showActs(core)
    await userEvent.click(screen.getByRole('button', { name: 'Verser aux archives (SEDA)…' }))
    const title = await screen.findByRole('textbox', { name: 'Intitulé' })
    await userEvent.clear(title)
    await userEvent.tab()
    expect(screen.getByText('Un versement a un intitulé.')).toBeTruthy()
    await userEvent.type(title, 'Séance de novembre')
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Mots-clés, séparés par des virgules' }),
      ' annuaire,, budget , annuaire',
    )
    await userEvent.click(screen.getByRole('button', { name: 'Exporter le versement…' }))
    expect(core.inputsOf('archive.export')).toEqual([
      {
        meetingId,
        form: 'seda',
        description: {
          title: 'Séance de novembre',
          description: 'Documents',
          keywords: ['annuaire', 'budget'],
        },
      },
    ])
    expect(await screen.findByText(/9 pièces/u)).toBeTruthy()
  })

  it('carries rules that are empty until somebody notes them', async () => {
    const rule = {
      id: meetingId,
      version: 1,
      kind: 'minutes' as const,
      duaYears: null,
      finalFate: null,
      communicableAfterYears: null,
      reference: '',
      appraisalRule: '',
      accessRule: '',
    }
    const core = installFakeCore({
      'archive.rules': () => [rule],
      'archive.updateRule': ({ patch: { finalFate = null } }) => ({ ...rule, version: 2, finalFate }),
    })
    show(<RetentionSection />)
    const fate = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Sort final' })
    expect(fate.selectedOptions[0]?.textContent).toBe('Non convenu')
    await userEvent.selectOptions(fate, 'Conservation')
    await waitFor(() =>
      expect(core.inputsOf('archive.updateRule')).toEqual([
        { id: meetingId, version: 1, patch: { finalFate: 'keep' } },
      ]),
    )
  })
})
