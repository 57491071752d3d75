// Reprise de l'existant, by role and name: the list and its filters, the keys, a file that was refused, a meeting without a date,
// one that was opened to corrections.
import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Output } from '../../electron/contract/index.ts'
import { agendaText } from '../../renderer/text/agenda.ts'
import { takeoverReasonText, takeoverText as text } from '../../renderer/text/takeover.ts'
import type { Answers } from './fake-core.ts'
import { id, meeting, meetingFile } from './sample.ts'
import { show } from './show.tsx'
import { groups, read } from './takeover-sample.ts'

const address = '#/seances/reprise'
/** The first look at a screen loads its code. */
const patient = { timeout: 20_000 }
const list = (of = groups): Answers => ({
  'takeover.list': () => ({ groups: [...of], source: { name: 'archives', isRead: true } }),
  'takeover.file': () => read,
  'takeover.take': ({ choices }) => ({
    taken: choices.map((choice) => ({ id: choice.id, meetingId: id(90) })),
    left: [],
  }),
  'takeover.drop': () => ({}),
  'series.list': () => [],
})
const rows = async () => {
  const table = await screen.findByRole('grid', { name: text.list }, patient)
  return within(table).getAllByRole('row').slice(1)
}
const filter = (words: string) => screen.getByRole('button', { name: new RegExp(`^${words}`, 'u') })

describe('the list of old files', () => {
  it('shows every meeting, and by filter only those of one state', async () => {
    const { user } = show(address, list(groups.filter(({ state }) => state !== 'refused')))
    expect(await rows()).toHaveLength(4)
    await user.click(filter(text.filters.doubtful))
    expect((await rows()).map((row) => row.textContent)).toEqual([
      expect.stringContaining('Séance ancienne 3'),
      expect.stringContaining('Séance ancienne 4'),
    ])
    await user.click(filter(text.filters.refused))
    expect(screen.getByText(text.noneHere)).toBeTruthy()
  })

  it('is moved through with the arrows; the pane says why a file was refused', async () => {
    const { user } = show(address, list())
    const [first] = await rows()
    if (first === undefined) throw new Error('no row')
    await user.click(first)
    await user.keyboard('{ArrowDown}{ArrowDown}')
    await screen.findByText(takeoverReasonText['name-disagrees'])
    await user.keyboard('{End}')
    const pane = await screen.findByRole('complementary', { name: 'protégé.docx' })
    expect(within(pane).getByText(/mot de passe/u)).toBeTruthy()
    expect(within(pane).queryByRole('button', { name: text.take })).toBeNull()
  })
})

describe('a doubtful one', () => {
  it('without a date waits for one', async () => {
    const { core, user } = show(address, list())
    const fourth = (await rows())[3]
    if (fourth === undefined) throw new Error('no row')
    await user.click(fourth)
    const take = await screen.findByRole('button', { name: text.take })
    expect(take.getAttribute('aria-disabled')).toBe('true')
    expect(take.title).toBe(text.dateNeeded)
    await user.click(take)
    expect(core.inputsOf('takeover.take')).toEqual([])
  })
})

describe('a meeting that was taken over', () => {
  const agenda: Output<'agenda.list'> = {
    ...{ meetingId: id(7), items: [], links: [], guests: [], provenance: [], followUpId: null },
  }
  const answers = (takenOver: 'locked' | 'unlocked'): Answers => ({
    'meetings.get': () => meetingFile(meeting(7, { state: 'held', takenOver })),
    'agenda.list': () => agenda,
    'takeover.setLock': ({ locked }) => meeting(7, { takenOver: locked ? 'locked' : 'unlocked' }),
  })

  it('once opened has them on', async () => {
    show(`#/seances/${id(7)}/ordre-du-jour`, answers('unlocked'))
    const add = await screen.findByRole('button', { name: agendaText.add }, patient)
    expect(add.getAttribute('aria-disabled')).toBeNull()
    expect(screen.getByRole('button', { name: text.lock })).toBeTruthy()
  })
})
