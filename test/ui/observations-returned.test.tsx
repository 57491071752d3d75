import { readFileSync } from 'node:fs'
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AppError } from '../../electron/contract/errors.ts'
import { plainText } from '../../electron/domain/text/rich-text.ts'
import { readReview } from '../../electron/imports/word-review/read-review.ts'
import { handFiles } from '../../renderer/api/arrivals.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { MinutesPage } from '../../renderer/features/minutes/MinutesPage.tsx'
import { writtenMeeting } from '../contract/returned-meeting.ts'
import { openRealCore, type RealCore } from './minutes-real-core.tsx'

// The page of these tests has an address of its own: files are found from where they run.
const bytesOf = (name: string) => new Uint8Array(readFileSync(`test/fixtures/returned/${name}`))

let core: RealCore
let meetingId: string
let second: string
const user = userEvent.setup()

beforeEach(async () => {
  core = await openRealCore({
    runJob: async (name, input) => {
      // Papers are made in other tests.
      if (name === 'renderPdf') return { bytes: new Uint8Array([1]), pageCount: 1, undrawn: [] } as never
      if (name === 'renderFlowing') return { bytes: new Uint8Array([2]) } as never
      if (name !== 'readReview') throw new AppError('file-damaged')
      return readReview(input as { fileName: string; bytes: Uint8Array }) as never
    },
  })
  const written = await writtenMeeting(core)
  meetingId = written.meetingId
  second = written.items.get('2') ?? ''
})
afterEach(() => core.dispose())

const exchanges = async () => {
  const view = await core.ok('minutes.get', { meetingId })
  const section = view?.sections.find(({ itemId }) => itemId === second)
  return section === undefined ? '' : plainText(section.exchanges)
}
const stored = () => core.ok('observations.list', { meetingId })

function drop(...names: string[]) {
  const files = names.map((name) => {
    const bytes = bytesOf(name)
    // The test's page has no reading of files' bytes of its own.
    return Object.assign(new File([bytes], name), { arrayBuffer: async () => bytes.buffer.slice(0) })
  })
  act(() => handFiles('returnedMinutes', meetingId, files, null))
}

async function takeDropped(...names: string[]) {
  core.show(<MinutesPage meetingId={meetingId} focusId={null} />)
  await screen.findByRole('navigation', { name: 'Plan' })
  drop(...names)
  const take = await screen.findByRole('button', { name: /^Prendre en compte/ })
  await user.click(take)
  await waitFor(async () => expect((await stored()).length).toBeGreaterThan(0))
}

describe('a file that comes back', () => {
  it('is dropped, shown line by line, and taken in with the organisation that is said once', async () => {
    core.show(<MinutesPage meetingId={meetingId} focusId={null} />)
    await screen.findByRole('navigation', { name: 'Plan' })
    drop('tracked.docx')
    expect(await screen.findByRole('heading', { name: 'Ce que le retour demande' })).toBeDefined()
    const review = screen.getByRole('region', { name: 'Ce que le retour demande' })
    expect(document.activeElement).toBe(review)
    // What is not asked of the text is counted, with the reason.
    expect(screen.getByText(/modifications ignorées\s: mise en forme \(2\)/u)).toBeDefined()
    const author = screen.getByRole('combobox', { name: 'Organisme de Claire Vasseur' })
    await user.type(author, 'AVX')
    await user.tab()
    const lines = screen.getAllByRole('checkbox')
    expect(lines).toHaveLength(10)
    await user.click(lines[0] ?? document.body)
    await user.click(screen.getByRole('button', { name: /compte 9\sobservations/u }))
    await waitFor(async () => expect(await stored()).toHaveLength(9))
    const claire = (await stored()).filter(({ author: who }) => who === 'Claire Vasseur')
    expect(new Set(claire.map(({ organisation }) => organisation))).toEqual(new Set(['AVX']))
    // Asked once: the next file knows.
    drop('deleted-paragraph.docx')
    const again = await screen.findByRole('combobox', { name: 'Organisme de Claire Vasseur' })
    expect((again as HTMLInputElement).value).toBe('AVX')
  })

  it('is brought into sight below a list that was scrolled, and leaves whoever writes meanwhile', async () => {
    await takeDropped('reviewer-a.docx')
    const row = await screen.findByRole('button', { name: /Observation I-1/ })
    act(() => row.focus())
    const pane = row.closest<HTMLElement>('.inspector-body') ?? document.body
    // No page is laid out here: what is above is out of sight by so much.
    pane.style.overflowY = 'auto'
    Object.defineProperty(pane, 'scrollHeight', { value: 2000 })
    Object.defineProperty(pane, 'clientHeight', { value: 500 })
    pane.scrollTop = 900
    const laidOut = vi.spyOn(Element.prototype, 'getBoundingClientRect')
    laidOut.mockImplementation(function (this: Element) {
      return new DOMRect(0, this.matches('.returned, span:has(+ .banner)') ? -900 : 0, 0, 0)
    })
    drop('reviewer-b.docx')
    const review = await screen.findByRole('region', { name: 'Ce que le retour demande' })
    expect([pane.scrollTop, document.activeElement]).toEqual([0, review])
    await user.click(screen.getByRole('button', { name: 'Renoncer' }))
    pane.scrollTop = 900
    drop('images-only.docx')
    await screen.findByText(/images-only\.docx n’a pas été repris/)
    expect(pane.scrollTop).toBe(0)
    laidOut.mockRestore()
    act(() => row.focus())
    drop('tracked.docx')
    await user.keyboard('{ArrowDown}')
    await screen.findByText('tracked.docx')
    expect(document.activeElement).not.toBe(review)
  })

  it('that cannot be used says why, and leaves the others', async () => {
    core.show(<MinutesPage meetingId={meetingId} focusId={null} />)
    await screen.findByRole('navigation', { name: 'Plan' })
    drop('images-only.docx', 'other-meeting.docx', 'reviewer-a.docx')
    expect(await screen.findByText(/images-only\.docx n’a pas été repris/)).toBeDefined()
    expect(screen.getByText(/c’est le document d’une autre séance/)).toBeDefined()
    expect(screen.getByRole('button', { name: /compte 1\sobservation$/u })).toBeDefined()
  })
})

describe('deciding by keys', () => {
  it('writes what is accepted, refuses with a reason, and takes back', async () => {
    await takeDropped('reviewer-a.docx')
    await screen.findByText('1 observation, 1 en attente')
    // What the review was about is where the keyboard goes when it is over.
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: /Observation I-1/ })),
    )
    await user.keyboard('{F8}')
    await user.keyboard('a')
    await waitFor(async () => expect(await exchanges()).toContain('au plus tard en mars'))
    expect(
      await screen.findByText('Toutes les observations ont leur réponse. La nouvelle version est prête.'),
    ).toBeDefined()
    await act(() => core.ok('history.undo', {}))
    expect(await exchanges()).toContain('avant l’été')
    await waitFor(async () => expect((await stored())[0]?.state).toBe('open'))
  })

  it('shows the three texts of a conflict, and writes over what was read', async () => {
    await takeDropped('reviewer-a.docx', 'reviewer-b.docx')
    await screen.findByText('2 observations, 2 en attente')
    await user.keyboard('{F8}')
    expect(await screen.findByText(/^Sur ce même passage\s: observation I-2$/u)).toBeDefined()
    await user.keyboard('a')
    await waitFor(async () => expect(await exchanges()).toContain('au plus tard en mars'))
    expect(await screen.findByText('Texte actuel')).toBeDefined()
    const row = screen.getByRole('button', { name: /Observation I-2/ })
    expect(within(row).getByText('Texte modifié depuis')).toBeDefined()
    await user.click(screen.getByRole('button', { name: /^Remplacer le texte actuel/ }))
    await waitFor(async () => expect(await exchanges()).toContain('exemple exige'))
    expect((await stored()).map(({ state }) => state)).toEqual(['accepted', 'accepted'])
  })

  it('says of what is retained and not written that it is for a person, and leads there', async () => {
    await takeDropped('reviewer-a.docx', 'reviewer-b.docx')
    await screen.findByText('2 observations, 2 en attente')
    await user.keyboard('{F8}')
    await user.keyboard('a')
    await user.click(await screen.findByRole('button', { name: 'Retenir sans écrire' }))
    expect(await screen.findByText('Observation I-2 retenue, à reporter à la main')).toBeDefined()
    const row = await screen.findByRole('button', { name: /^Observation I-2.*À reporter à la main/ })
    expect(screen.queryByRole('button', { name: /^Observation I-1.*À reporter/ })).toBeNull()
    if (row.getAttribute('aria-expanded') === 'false') await user.click(row)
    await user.click(await screen.findByRole('button', { name: 'Aller au passage' }))
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/Passerelle de dépôt/))
  })

  it('settles by a key what a person put into the text, until it is taken back', async () => {
    await takeDropped('reviewer-a.docx', 'reviewer-b.docx')
    await screen.findByText('2 observations, 2 en attente')
    await user.keyboard('{F8}')
    await user.keyboard('a')
    await user.click(await screen.findByRole('button', { name: 'Retenir sans écrire' }))
    const owed = { name: /^Observation I-2.*À reporter à la main/ }
    const row = await screen.findByRole('button', owed)
    if (row.getAttribute('aria-expanded') === 'false') await user.click(row)
    expect(await screen.findByRole('button', { name: /^Reporté/ })).toBeDefined()
    await screen.findByText(/pas encore 1/)
    row.focus()
    await user.keyboard('p')
    expect(await screen.findByText(/^Observation I-2\s: notée comme reportée dans le texte$/u)).toBeDefined()
    await waitFor(() => expect(screen.queryByRole('button', owed)).toBeNull())
    expect(screen.queryByRole('button', { name: /^Reporté/ })).toBeNull()
    await act(() => core.ok('history.undo', {}))
    expect(await screen.findByRole('button', owed)).toBeDefined()
  })

  it('shows what others wanted at the place of another wording, keeps its words, and writes over what was read', async () => {
    const [sentence = ''] = (await exchanges()).split('\n')
    await core.ok('minutesVersions.keep', { meetingId, note: '' })
    const [version] = await core.ok('minutesVersions.list', { meetingId })
    const draft = {
      itemId: second,
      anchor: 'point_2_echanges_p1',
      place: '',
      organisation: '',
      organisationId: null,
      authoredAt: null,
      kind: 'change' as const,
      beforeText: sentence,
      comment: '',
      source: 'tracked' as const,
      isKnown: false,
      isResolved: false,
    }
    const first = sentence.replace('demande', 'exige')
    const drafts = [
      { ...draft, id: newId(), author: 'Ève', afterText: first },
      { ...draft, id: newId(), author: 'Noé', afterText: sentence.replace('été', 'automne') },
    ]
    await core.ok('observations.take', {
      meetingId,
      paper: 'minutes',
      files: [
        {
          fileName: 'a.docx',
          sha256: 'a'.repeat(64),
          minutesVersionId: version?.id ?? null,
          circle: 'internal',
          drafts,
        },
      ],
    })
    core.show(<MinutesPage meetingId={meetingId} focusId={null} />)
    await user.click(await screen.findByRole('button', { name: /^Observations/ }))
    await screen.findByText('2 observations, 2 en attente')
    await user.keyboard('{F8}')
    await user.keyboard('a')
    await waitFor(async () => expect(await exchanges()).toContain('exige'))
    ;(await screen.findByRole('button', { name: /^Observation I-2/ })).focus()
    await user.keyboard('r')
    const field = await screen.findByRole('textbox', { name: 'Rédaction à écrire' })
    await user.clear(field)
    await user.type(field, 'Rien n’est demandé avant l’automne.{Control>}{Enter}{/Control}')
    expect(await screen.findByText('Texte actuel')).toBeDefined()
    expect(await exchanges()).toContain('exige')
    const kept = await screen.findByRole('textbox', { name: 'Rédaction à écrire' })
    expect((kept as HTMLTextAreaElement).value).toBe('Rien n’est demandé avant l’automne.')
    await user.click(kept)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(async () => expect(await exchanges()).toContain('Rien n’est demandé avant l’automne.'))
    expect(await exchanges()).not.toContain('exige')
  })

  it('writes another wording', async () => {
    await takeDropped('reviewer-a.docx')
    await screen.findByText('1 observation, 1 en attente')
    await user.keyboard('{F8}')
    await user.keyboard('r')
    const field = await screen.findByRole('textbox', { name: 'Rédaction à écrire' })
    await user.clear(field)
    await user.type(field, 'Le coût sera connu.{Control>}{Enter}{/Control}')
    await waitFor(async () => expect(await exchanges()).toContain('Le coût sera connu.'))
    expect((await stored())[0]).toMatchObject({ state: 'reworded', answer: 'Le coût sera connu.' })
    await user.keyboard('r')
    const again = await screen.findByRole('textbox', { name: 'Rédaction à écrire' })
    await user.clear(again)
    await user.type(again, 'Il sera dit.{Control>}{Enter}{/Control}')
    await waitFor(async () => expect(await exchanges()).toContain('Il sera dit.'))
    expect(await exchanges()).not.toContain('Le coût sera connu.')
  })

  it('ten changes are decided and the new version is ready in at most sixteen acts', async () => {
    let acts = 2
    await takeDropped('tracked.docx')
    await screen.findByText('10 observations, 10 en attente')
    const press = async (key: string) => {
      acts += 1
      await user.keyboard(key)
    }
    await press('{F8}')
    for (let decided = 1; decided <= 9; decided += 1) {
      await press('a')
      await waitFor(async () =>
        expect((await stored()).filter(({ state }) => state !== 'open').length).toBeGreaterThanOrEqual(
          Math.min(decided, 5),
        ),
      )
      await waitFor(() => expect(document.activeElement?.className).toContain('observation-row'))
      const isConflict = screen.queryByRole('button', { name: /^Remplacer le texte actuel/ }) !== null
      if (isConflict) {
        acts += 1
        await user.click(screen.getByRole('button', { name: /^Remplacer le texte actuel/ }))
        await waitFor(() => expect(document.activeElement?.className).toContain('observation-row'))
      }
    }
    await waitFor(async () => expect((await stored()).every(({ state }) => state !== 'open')).toBe(true))
    acts += 1
    await user.click(await screen.findByRole('button', { name: 'Garder cette version' }))
    await screen.findByText('Version gardée, en PDF et en Word')
    expect(await core.ok('minutesVersions.list', { meetingId })).toHaveLength(1)
    expect(acts).toBeLessThanOrEqual(16)
  })

  it('decides together, and leaves what must be read again', async () => {
    await takeDropped('tracked.docx')
    await screen.findByText('10 observations, 10 en attente')
    await user.click(screen.getByRole('button', { name: /^Tout décider/ }))
    await user.click(await screen.findByRole('menuitem', { name: 'Retenir les 10 en attente' }))
    expect(await screen.findByText('9 observations décidées, 1 reste à relire')).toBeDefined()
    expect(await screen.findByText('10 observations, 1 en attente')).toBeDefined()
  })
})
