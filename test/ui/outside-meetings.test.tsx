import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Output } from '../../electron/contract/index.ts'
import { blankText } from '../../electron/domain/watch/watch.ts'
import { lastMeetingDay, periodOf } from '../../renderer/features/watch/periods.ts'
import type { Answers } from './fake-core.ts'
import { layOut } from './laid-out.ts'
import { id, meetingRow } from './sample.ts'
import { show } from './show.tsx'

// jsdom draws nothing: pdf.js itself is driven in the real window.
vi.mock('../../renderer/features/documents/pdf-engine.ts', () => ({
  openPdf: async () => ({ numPages: 1 }),
  closePdf: async () => undefined,
  drawPage: async () => ({
    canvas: document.createElement('canvas'),
    text: document.createElement('div'),
  }),
}))
// Loaded lazily by the window: a first load may take longer than a screen is waited for.
beforeAll(() =>
  Promise.all([
    import('../../renderer/features/watch/WatchPage.tsx'),
    import('../../renderer/features/documents/DocumentPreview.tsx'),
    import('../../renderer/features/documents/PdfView.tsx'),
  ]),
)
beforeEach(layOut)

const text: Output<'watch.get'> = {
  ...blankText,
  id: id(50),
  version: 1,
  nature: 'decret',
  title: 'Décret des annuaires',
  number: '',
  nor: '',
  ministry: '',
  status: 'draft',
  followUp: 'toFollow',
  publishedOn: null,
  inForceOn: null,
  appliesOn: null,
  audience: '',
  consequences: '',
  sourceUrl: '',
  hearings: [],
}
const rendered: Output<'documents.render'> = {
  bytes: new Uint8Array([1]),
  sha256: '',
  pageCount: 1,
  fileName: 'document.pdf',
}
const answers: Answers = {
  'documents.render': () => rendered,
  'documents.save': () => null,
}

describe('the bulletin', () => {
  const watch: Answers = {
    ...answers,
    'watch.list': () => ({ rows: [{ ...text, dueOn: null }], total: 1 }),
    'watch.choices': () => ({ audiences: [], ministries: [] }),
    'meetings.list': () => [
      meetingRow(1, { date: '2999-01-01' }),
      meetingRow(2, { date: '2020-03-12' }),
      meetingRow(3, { date: '2020-04-09', state: 'cancelled' }),
    ],
  }
  const open = async (more: Answers = {}) => {
    const shown = show('#/veille', { ...watch, ...more })
    await screen.findByRole('rowheader', { name: 'Décret des annuaires' })
    await shown.user.click(screen.getByRole('button', { name: 'Bulletin de veille' }))
    const pane = within(await screen.findByRole('complementary', { name: 'Bulletin de veille' }))
    return { ...shown, pane }
  }
  const last = (core: Awaited<ReturnType<typeof open>>['core']) => core.inputsOf('documents.render').at(-1)

  it('begins at the last meeting that took place, and is saved as it is shown', async () => {
    const { core, user, pane } = await open()
    expect(await pane.findByText('Aperçu à jour, 1 page')).toBeTruthy()
    expect(last(core)).toMatchObject({ kind: 'watchBulletin', from: '2020-03-12', scope: 'news' })
    await user.click(pane.getByRole('checkbox', { name: 'Tous les textes suivis' }))
    await waitFor(() => expect(last(core)).toMatchObject({ from: '2020-03-12', scope: 'whole' }))
    await user.click(screen.getByRole('button', { name: 'Exporter…' }))
    await waitFor(() => expect(core.inputsOf('documents.save')).toEqual([last(core)]))
  })

  it('counts the texts that came out on a day that nobody has written down, and names the first', async () => {
    const rows = [{ ...text, dueOn: null }]
    const { pane } = await open({
      'watch.list': ({ filter }) => ({ rows, total: filter?.undated === true ? 25 : 1 }),
    })
    const told = /^25\s?textes publiés n’ont pas leur jour.*Décret des annuaires et 24\s?autres$/
    expect(await pane.findByText(told)).toBeTruthy()
  })

  it('its list says on paper of which screen it is, and when it was printed', async () => {
    let onPaper = ''
    const { user } = show('#/veille', {
      ...watch,
      'app.print': () => {
        onPaper = document.querySelector('.print-sheet')?.textContent ?? ''
        return { outcome: 'printed' }
      },
    })
    await screen.findByRole('rowheader', { name: 'Décret des annuaires' })
    await user.keyboard('{Control>}p{/Control}')
    await waitFor(() => expect(onPaper).toMatch(/^Veille réglementaireVeille.; 1.ligne, imprimé le /))
  })

  it('without a past meeting begins with this month', async () => {
    const { core, pane } = await open({ 'meetings.list': () => [] })
    await pane.findByText('Aperçu à jour, 1 page')
    const period = pane.getByRole('combobox', { name: 'Période' })
    expect(within(period).queryByRole('option', { name: 'Depuis la dernière séance' })).toBeNull()
    expect(last(core)).toMatchObject({ from: expect.stringMatching(/-01$/) })
  })

  it('takes a named period, or two dates of one’s own', async () => {
    const { core, user, pane } = await open()
    const period = await pane.findByRole('combobox', { name: 'Période' })
    await user.selectOptions(period, 'Le mois dernier')
    await waitFor(() => expect(last(core)).toMatchObject({ from: expect.stringMatching(/-01$/) }))
    const from = within(pane.getByRole('group', { name: 'Du' }))
    await user.click(from.getAllByRole('spinbutton')[0] as HTMLElement)
    await user.keyboard('05022019')
    await waitFor(() => expect(last(core)).toMatchObject({ from: '2019-02-05' }))
    expect((period as HTMLSelectElement).selectedOptions[0]?.textContent).toBe('Dates libres')
    window.location.hash = '#/annuaire'
    await screen.findByRole('heading', { name: 'Annuaire' })
    window.location.hash = '#/veille'
    await user.click(await screen.findByRole('button', { name: 'Bulletin de veille' }))
    const again = within(await screen.findByRole('group', { name: 'Du' })).getAllByRole('spinbutton')
    expect(again.map(({ textContent }) => textContent)).toEqual(['05', '02', '2019'])
  })

  it('says when the period ends before it begins, and makes nothing then', async () => {
    const { core, user, pane } = await open()
    await pane.findByText('Aperçu à jour, 1 page')
    const to = within(pane.getByRole('group', { name: 'Au' }))
    await user.click(to.getAllByRole('spinbutton')[0] as HTMLElement)
    await user.keyboard('05022018')
    expect(await pane.findByText('La fin précède le début.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Exporter…' })).toBeNull()
    expect(core.inputsOf('documents.render').some((input) => 'to' in input && input.to < input.from)).toBe(
      false,
    )
    // The period is kept as long as the window is there.
    const period = pane.getByRole('combobox', { name: 'Période' })
    await user.selectOptions(period, 'Depuis la dernière séance')
  })

  it('is joined to the next meeting: its texts to the watch, itself as a document, once', async () => {
    const filled = id(60)
    let isThere = false
    const { core, user, pane } = await open({
      'watch.fillAgenda': () => ({ itemId: filled, added: isThere ? 0 : 2 }),
      'attachments.add': () => {
        if (isThere) return { failure: 'file-already-there' as const }
        isThere = true
        return []
      },
    })
    await pane.findByText('Aperçu à jour, 1 page')
    const shown = last(core)
    const join = await screen.findByRole('button', { name: /^Joindre à la/ })
    await user.click(join)
    await waitFor(() => expect(core.inputsOf('attachments.add')).toHaveLength(1))
    const period = shown !== undefined && 'from' in shown ? { from: shown.from, to: shown.to } : {}
    expect(core.inputsOf('watch.fillAgenda')[0]).toMatchObject({ ...period, meetingId: id(1) })
    // The bytes of the very document that is looked at.
    expect(last(core)).toEqual(shown)
    expect(core.inputsOf('attachments.add')[0]).toMatchObject({
      meetingId: id(1),
      itemId: filled,
      file: { fileName: rendered.fileName, bytes: rendered.bytes },
    })
    expect(await screen.findByText(/^2.textes inscrits/u)).toBeTruthy()
    // Pressed again, it is there already: no error, and no second document.
    await user.click(await screen.findByRole('button', { name: /^Joindre à la/ }))
    await waitFor(() => expect(core.inputsOf('attachments.add')).toHaveLength(2))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('gives way to the fields of a text that one chooses', async () => {
    const { user } = await open()
    await user.click(screen.getByRole('rowheader', { name: 'Décret des annuaires' }))
    expect(await screen.findByRole('complementary', { name: 'Décret des annuaires' })).toBeTruthy()
    expect(screen.queryByRole('complementary', { name: 'Bulletin de veille' })).toBeNull()
  })
})

describe('the periods', () => {
  it('follow the calendar over the ends of months and years', () => {
    const of = (preset: Parameters<typeof periodOf>[0], today: string) =>
      Object.values(periodOf(preset, today, '2026-01-08'))
    expect(of('sinceLast', '2026-01-20')).toEqual(['2026-01-08', '2026-01-20'])
    expect(of('month', '2024-02-15')).toEqual(['2024-02-01', '2024-02-29'])
    expect(of('lastMonth', '2026-01-31')).toEqual(['2025-12-01', '2025-12-31'])
    expect(of('quarter', '2026-12-31')).toEqual(['2026-10-01', '2026-12-31'])
    expect(of('quarter', '2026-01-01')).toEqual(['2026-01-01', '2026-03-31'])
  })

  it('take for the last meeting one that was not cancelled nor is to come', () => {
    const meetings = [
      { date: '2026-11-12', state: 'held' },
      { date: '2026-11-20', state: 'cancelled' },
      { date: '2026-12-10', state: 'convened' },
    ]
    expect(lastMeetingDay(meetings, '2026-11-24')).toBe('2026-11-12')
    expect(lastMeetingDay([], '2026-11-24')).toBeNull()
  })
})
