// What is chosen by *Lire un fichier* is read, unless it surely belongs elsewhere.
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { RecognisedFile } from '../../electron/contract/imports.ts'
import type { Arrival } from '../../electron/domain/documents/file-signs.ts'
import { setImportStart } from '../../renderer/api/import-start.ts'
import { giveUpQuestions } from '../../renderer/app/arrivals/arrive.ts'
import { href } from '../../renderer/app/paths.ts'
import { importsText } from '../../renderer/text/imports.ts'
import type { Answers } from './fake-core.ts'
import { readFile, threeItems } from './review-screen.tsx'
import { id, meetingRow } from './sample.ts'
import { beside, show } from './show.tsx'

const meeting = meetingRow(1, { number: 12, date: '2026-12-10' })
const one = (kind: Arrival['kind'], meetingId: string | null = null, isSure = false): Arrival => ({
  ...{ kind, meetingId, isSure },
  reason: 'content',
})
const attached = one('attachment', meeting.id)
const known = (arrivals: readonly Arrival[]) => ({
  'meetings.list': () => [meeting],
  'imports.recognise': (): RecognisedFile[] => [
    { fileName: 'reçu.docx', failure: null, arrivals: [...arrivals] },
  ],
})
const question = async () => within(await screen.findByRole('dialog', { name: /Que faire de c/ }))

afterEach(() => {
  setImportStart(null)
  giveUpQuestions()
})

describe('a file chosen by *Lire un fichier*', () => {
  const chosen = {
    'imports.choose': () => ({ fileName: 'reçu.docx', bytes: Uint8Array.of(1) }),
    'imports.read': ({ fileName }: { fileName: string }) => ({ ...readFile(threeItems()), fileName }),
    'imports.compare': () => ({ meeting: null, agenda: [], matches: [], names: [] }),
    'watch.list': () => ({ rows: [], total: 0 }),
  }
  const choose = async (arrivals: readonly Arrival[], answers: Answers = {}) => {
    const shown = show('#/annuaire', { ...known(arrivals), ...chosen, ...answers })
    await beside()
    await shown.user.keyboard('{Control>}o{/Control}')
    return shown
  }

  it('goes where it goes when it is let fall', async () => {
    await choose([one('backup', null, true)])
    await waitFor(() => expect(window.location.hash).toBe('#/reglages/sauvegardes'))
    expect(await screen.findByText(/reçu\.docx.*sauvegarde/)).toBeDefined()
  })

  it('is asked about if it is something else', async () => {
    await choose([one('directory'), one('agenda'), attached])
    expect((await question()).getByText('reçu.docx')).toBeTruthy()
    expect(screen.queryByRole('heading', { name: 'Relire avant de reprendre' })).toBeNull()
  })

  it('is reviewed if it is a mail that holds an agenda, which a look at it does not tell', async () => {
    await choose([one('mail', null, true), attached])
    expect(await screen.findByRole('heading', { name: 'Relire avant de reprendre' })).toBeDefined()
  })

  it('goes where mails go if it holds none', async () => {
    const empty = readFile([])
    await choose([one('mail'), attached], {
      'imports.read': () => ({ ...empty, draft: { ...empty.draft, kind: 'unknown' } }),
    })
    expect((await question()).getByText('reçu.docx')).toBeTruthy()
  })

  it('is reviewed if it came back to another meeting than the one that is to be begun with it', async () => {
    const { user } = show(href('importReview', {}, meeting.id), {
      ...known([{ ...one('returnedAgenda', id(7), true), reason: 'words' }, attached]),
      ...chosen,
    })
    await beside()
    await user.click(await screen.findByRole('button', { name: importsText.choose }))
    expect(await screen.findByText('reçu.docx')).toBeDefined()
    expect(window.location.hash).toBe(href('importReview', {}, meeting.id))
  })

  it('is reviewed if it is an agenda first, a picture of one too', async () => {
    await choose([one('picture'), one('agenda'), one('directory'), attached])
    expect(await screen.findByRole('heading', { name: 'Relire avant de reprendre' })).toBeDefined()
  })
})
