import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Output } from '../../electron/contract/index.ts'
import { makeQueryClient } from '../../renderer/api/query-client.ts'
import { Corrigenda } from '../../renderer/features/minutes/approval/Corrigenda.tsx'
import { SignedCopies } from '../../renderer/features/minutes/approval/SignedCopies.tsx'
import { installFakeCore } from './fake-core.ts'

afterEach(cleanup)

function show(part: ReactNode): void {
  render(<QueryClientProvider client={makeQueryClient()}>{part}</QueryClientProvider>)
}

const meetingId = '0190a000-0000-7000-8000-000000000001'
const id = '0190a000-0000-7000-8000-000000000002'
type View = Output<'approval.get'>
const signature = {
  signer: 'Camille Rivoire',
  organisation: 'Présidence d’essai',
  issuer: 'Autorité d’essai',
  signedAt: '2026-12-01T08:30:00.000Z',
  reason: 'Approbation',
  isTimestamp: false,
  state: 'whole',
} as const
const viewWith = (signatures: View['signedCopies'][number]['signatures']): View => ({
  approval: null,
  corrigenda: [],
  signedCopies: [
    {
      id,
      version: 1,
      meetingId,
      fileName: 'signé.pdf',
      sha256: 'a'.repeat(64),
      sizeBytes: 10,
      addedAt: '2026-12-02T08:30:00.000Z',
      addedBy: 'Léa',
      areAppendedRead: signatures.length === 1,
      signatures,
    },
  ],
  obstacles: [],
  retainedRemarks: 0,
  isChangedSinceValidation: false,
  approvingMeetings: [],
})
const none = { ...viewWith([]), signedCopies: [] }

describe('the signed copy of sealed minutes', () => {
  it('is chosen as a file, and its refusal says what to do', async () => {
    const core = installFakeCore({ 'approval.addSignedCopy': () => ({ failure: 'signed-other' }) })
    show(<SignedCopies meetingId={meetingId} view={none} />)
    const file = new File(['%PDF-'], 'autre.pdf', { type: 'application/pdf' })
    await userEvent.upload(
      screen.getByLabelText<HTMLInputElement>('Ajouter l’exemplaire signé…', { selector: 'input' }),
      file,
    )
    expect((await screen.findByRole('alert')).textContent).toContain(
      'signer le PDF scellé tel qu’il est exporté',
    )
    expect(core.inputsOf('approval.addSignedCopy')).toMatchObject([
      { meetingId, file: { fileName: 'autre.pdf' } },
    ])
  })

  it('says who signed and when, that nobody asked the authority, and what does not hold', () => {
    installFakeCore({})
    show(
      <SignedCopies
        meetingId={meetingId}
        view={viewWith([signature, { ...signature, signer: '', organisation: '', state: 'broken' }])}
      />,
    )
    expect(screen.getByText('Camille Rivoire, Présidence d’essai')).toBeTruthy()
    expect(screen.getAllByText(/certificat : Autorité d’essai/u)).toHaveLength(2)
    expect(screen.getByText(/n’a pas été interrogée/u)).toBeTruthy()
    expect(screen.getByText('Signataire que le fichier ne nomme pas')).toBeTruthy()
    expect(screen.getByRole('alert').textContent).toContain('Ce n’est pas la signature de ce fichier')
  })

  it('is opened by its name, and exported as it is', async () => {
    const core = installFakeCore({
      'approval.openSignedCopy': () => ({}),
      'approval.exportSignedCopy': () => ({ fileName: 'signé.pdf' }),
    })
    show(<SignedCopies meetingId={meetingId} view={viewWith([signature])} />)
    await userEvent.click(screen.getByRole('button', { name: /^Ouvrir/u }))
    await userEvent.click(screen.getByRole('button', { name: /^Exporter/u }))
    expect(core.inputsOf('approval.openSignedCopy')).toEqual([{ id }])
    expect(core.inputsOf('approval.exportSignedCopy')).toEqual([{ id }])
  })
})

describe('a corrigendum', () => {
  it('is begun in its first field', async () => {
    installFakeCore({
      'agenda.list': () => ({
        meetingId,
        items: [],
        links: [],
        guests: [],
        provenance: [],
        followUpId: null,
        settled: [],
      }),
    })
    const approval = { approvedOn: '2026-12-10' } as NonNullable<View['approval']>
    const view = { ...none, approval }
    show(<Corrigenda meetingId={meetingId} view={view} shownId={null} onShow={() => undefined} />)
    await userEvent.click(screen.getByRole('button', { name: 'Établir un rectificatif…' }))
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Point' }))
  })
})
