import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { FaultCode } from '../../electron/contract/document-faults.ts'
import type { ProducedDocument } from '../../electron/contract/documents.ts'
import { faultPlace, faultSentence } from '../../electron/contract/fault-sentences.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { makeQueryClient } from '../../renderer/api/query-client.ts'
import { ProducedList } from '../../renderer/features/documents/ProducedList.tsx'
import { installFakeCore } from './fake-core.ts'

const MEETING = '01900000-0000-7000-8000-000000000001'
const user = userEvent.setup()
afterEach(cleanup)

const line = (part: Partial<ProducedDocument>): ProducedDocument => ({
  id: newId(),
  kind: 'minutes',
  format: 'pdf',
  fileName: '2026-11-12_CR_IND_seance-10.pdf',
  sha256: `0a1b2c3d${'e'.repeat(56)}`,
  sizeBytes: 124_000,
  pageCount: 12,
  producedAt: '2026-11-24T09:05:00.000Z',
  producedBy: 'camille',
  faults: [],
  checking: null,
  ...part,
})

function open(lines: ProducedDocument[]) {
  installFakeCore({ 'documents.produced': () => lines })
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <ProducedList meetingId={MEETING} />
    </QueryClientProvider>,
  )
}

describe('the record of what left', () => {
  it('says what, in which format, how long, when, by whom, under which hash, and that it is sound', async () => {
    open([line({})])
    const row = (await screen.findAllByRole('listitem'))[0]
    const words = (row?.textContent ?? '').replaceAll('\u00a0', ' ')
    expect(words).toContain('Compte rendu')
    expect(words).toContain('PDF, 12 pages, 121 ko')
    expect(words).toMatch(/24 nov.*, camille/)
    expect(words).toContain('0a1b2c3d')
    expect(words).toContain('Sans défaut')
  })

  it('tells what is being checked, what was not, and what is never', async () => {
    open([
      line({ faults: null, checking: 'now' }),
      line({ faults: null, checking: 'later' }),
      line({ faults: null }),
      line({ faults: null, format: 'docx', pageCount: null }),
      line({ faults: null, kind: 'meetingBook' }),
    ])
    const rows = await screen.findAllByRole('listitem')
    expect(
      rows.map(
        (row) =>
          /Contrôle d’accessibilité…|Contrôle en attente|Non contrôlé|Seul le PDF est contrôlé|Pages reçues/.exec(
            row.textContent,
          )?.[0],
      ),
    ).toEqual([
      'Contrôle d’accessibilité…',
      'Contrôle en attente',
      'Non contrôlé',
      'Seul le PDF est contrôlé',
      'Pages reçues',
    ])
  })

  it('counts faults and warnings, and lists them on demand, by the keyboard too', async () => {
    open([
      line({
        faults: [
          { code: 'uneven-rows', page: 2, item: '3. Budget', about: '' },
          { code: 'picture-without-alt', page: null, item: '', about: '' },
        ],
      }),
    ])
    expect(await screen.findByText('1 défaut, 1 avertissement')).toBeDefined()
    const button = screen.getByRole('button', { name: 'Voir le défaut et l’avertissement' })
    button.focus()
    await user.keyboard('{Enter}')
    const list = screen.getByRole('list', { name: 'Ce que le contrôle a trouvé' })
    expect(within(list).getAllByRole('listitem')[0]?.textContent).toMatch(
      /^Page\u00a02, 3\. Budget\. Les lignes d’un tableau n’ont pas le même nombre de cases/,
    )
  })

  it('shows the newest dozen, and all on demand; nothing while nothing left', async () => {
    open(Array.from({ length: 30 }, () => line({})))
    expect(await screen.findAllByRole('listitem')).toHaveLength(12)
    await user.click(screen.getByRole('button', { name: 'Voir les 30\u00a0documents' }))
    expect(screen.getAllByRole('listitem')).toHaveLength(30)
    cleanup()
    open([])
    expect(screen.queryByRole('region')).toBeNull()
  })
})

describe('the sentence of a fault', () => {
  it.each(FaultCode.options)('%s: says what it means, then what to do', (code) => {
    const sentence = faultSentence({ code, about: 'ceci' })
    expect(sentence).toMatch(/^[A-ZÀÉ].*\.$/)
    expect(sentence).toMatch(/signaler|exporter de nouveau/i)
    expect(sentence).not.toContain(code)
  })

  it('is another one for each code', () => {
    const all = FaultCode.options.map((code) => faultSentence({ code, about: '' }))
    expect(new Set(all).size).toBe(all.length)
  })

  it('names the passage and the place as far as they are known', () => {
    expect(faultSentence({ code: 'not-in-place', about: 'Le maire rappelle' })).toContain(
      '«\u00a0Le maire rappelle\u00a0»',
    )
    expect(faultPlace({ page: 3, item: '' })).toBe('page\u00a03')
    expect(faultPlace({ page: 3, item: '2. Archives' })).toBe('page\u00a03, 2. Archives')
    expect(faultPlace({ page: null, item: '' })).toBe('')
  })
})
