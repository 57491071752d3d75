// Times, numbers and durations that somebody else changes too: both values are shown, and neither goes before one is chosen.
import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { outbox } from '../../renderer/api/outbox/window.ts'
import { ComboBox } from '../../renderer/ui/ComboBox.tsx'
import { DurationField, NumberField, TimeField } from '../../renderer/ui/ParsedField.tsx'
import { installFakeCore } from './fake-core.ts'
import { id, meeting, meetingFile, meetingRow, nothingCarried } from './sample.ts'
import { show } from './show.tsx'

type Stored = (value: unknown) => void
const label = 'Champ'
const time = (value: string | null, onCommit: Stored) => (
  <TimeField label={label} value={value} onCommit={onCommit} />
)
const minutes = (value: string | null, onCommit: Stored) => (
  <DurationField label={label} value={value === null ? null : Number(value)} onCommit={onCommit} />
)
const number = (value: string | null, onCommit: Stored) => (
  <NumberField
    label={label}
    value={value === null ? null : Number(value)}
    onCommit={onCommit}
    min={1}
    max={999}
  />
)
const fields = [
  ['a time', time, '14:00', '15:00', '15 h', '16h30', '16:30'],
  ['a duration', minutes, '30', '40', '40 min', '1h', 60],
  ['a number', number, '30', '40', '40', '50', 50],
] as const

describe('a value that somebody else changes while it is typed', () => {
  beforeEach(() => installFakeCore({}))

  describe.each(fields)('%s', (_, draw, before, theirs, shown, typed, mine) => {
    async function typedBeside(words: string) {
      const stored: unknown[] = []
      const store = (value: unknown) => stored.push(value)
      const { rerender } = render(draw(before, store))
      const user = userEvent.setup()
      const field: HTMLInputElement = screen.getByLabelText(label)
      await user.clear(field)
      await user.type(field, words)
      return { user, field, stored, followed: () => rerender(draw(theirs, store)) }
    }
    const both = () => screen.findByRole('region', { name: 'Deux valeurs' })

    it('is shown beside what is typed, and stored over only when that is chosen', async () => {
      const { user, field, stored, followed } = await typedBeside(typed)
      followed()
      const choice = await both()
      expect(choice.textContent?.replaceAll('\u00a0', ' ')).toContain(shown)
      await user.tab()
      await outbox.flush()
      expect(field.value).toBe(typed)
      expect(stored).toEqual([])
      await user.click(within(choice).getByRole('button', { name: 'Garder la valeur saisie ici' }))
      await waitFor(() => expect(stored).toEqual([mine]))
    })

    it('takes its place when that is chosen', async () => {
      const { user, field, stored, followed } = await typedBeside(typed)
      followed()
      await user.click(within(await both()).getByRole('button', { name: 'Prendre l’autre valeur' }))
      expect(field.value.replaceAll('\u00a0', ' ')).toBe(shown)
      expect(stored).toEqual([])
    })

    it('is shown beside what was not understood, too', async () => {
      const { user, field, stored, followed } = await typedBeside('douze')
      await user.tab()
      expect(field.value).toBe('douze')
      followed()
      await user.click(within(await both()).getByRole('button', { name: 'Prendre l’autre valeur' }))
      expect(field.value.replaceAll('\u00a0', ' ')).toBe(shown)
      expect(stored).toEqual([])
      expect(screen.queryByText(/pas comprise|Choisir un nombre/)).toBeNull()
    })

    it('is followed once what was typed was sent', async () => {
      const { user, field, stored, followed } = await typedBeside(typed)
      await user.tab()
      await waitFor(() => expect(stored).toEqual([mine]))
      followed()
      await waitFor(() => expect(field.value.replaceAll('\u00a0', ' ')).toBe(shown))
      expect(screen.queryByRole('region', { name: 'Deux valeurs' })).toBeNull()
    })
  })
})

describe('a name of a list that somebody else changes while it is typed', () => {
  beforeEach(() => installFakeCore({}))

  const choices = [
    { id: 'a', label: 'Association des communes' },
    { id: 'b', label: 'Association des départements' },
  ]
  async function typedBeside() {
    const stored: unknown[] = []
    const store = (...given: unknown[]) => stored.push(given)
    const draw = (value: string) => (
      <ComboBox label={label} value={value} choices={choices} onCommit={store} />
    )
    const { rerender } = render(draw('Régions'))
    const user = userEvent.setup()
    const field: HTMLInputElement = screen.getByRole('combobox', { name: label })
    await user.clear(field)
    await user.type(field, 'Métro')
    rerender(draw('Communes'))
    await user.type(field, 'poles')
    await user.tab()
    return { user, field, stored }
  }
  const both = () => screen.findByRole('region', { name: 'Deux textes' })

  it('stays whole beside the other, and goes over it only when that is chosen', async () => {
    const { user, field, stored } = await typedBeside()
    expect((await both()).textContent).toContain('Communes')
    expect([field.value, stored]).toEqual(['Métropoles', []])
    expect(outbox.keptAt().map(({ words }) => words)).toEqual(['Métropoles'])
    await user.click(screen.getByRole('button', { name: 'Garder le texte saisi ici' }))
    expect(stored).toEqual([['Métropoles', null]])
  })

  it('gives way to the other when that is chosen', async () => {
    const { user, field, stored } = await typedBeside()
    await user.click(within(await both()).getByRole('button', { name: 'Prendre l’autre texte' }))
    expect([field.value, stored]).toEqual(['Communes', []])
  })

  it('chosen in the list, too, goes over the other only when that is chosen', async () => {
    const { user, field, stored } = await typedBeside()
    await both()
    await user.clear(field)
    await user.type(field, 'Asso')
    await user.click(await screen.findByRole('option', { name: 'Association des départements' }))
    expect([field.value, stored]).toEqual(['Association des départements', []])
    await user.click(screen.getByRole('button', { name: 'Garder le texte saisi ici' }))
    expect(stored).toEqual([['Association des départements', 'b']])
  })

  it('is found without the apostrophe that it is written with', async () => {
    const people = [...choices, { id: 'c', label: 'Awa N’Doye' }]
    render(<ComboBox label={label} value="" choices={people} onCommit={() => undefined} />)
    await userEvent.setup().type(screen.getByRole('combobox', { name: label }), 'ndoye')
    expect(await screen.findByRole('option', { name: 'Awa N’Doye' })).toBeDefined()
  })

  it('is stored when the window closes in the middle of it', async () => {
    const stored: unknown[] = []
    const store = (...given: unknown[]) => stored.push(given)
    render(<ComboBox label={label} value="" choices={choices} onCommit={store} />)
    await userEvent.setup().type(screen.getByRole('combobox', { name: label }), 'Métro')
    await outbox.settled()
    expect(stored).toEqual([['Métro', null]])
  })
})

describe('an hour that was sent and met another', () => {
  async function met() {
    let now = meeting(12)
    const { core, user } = show(`#/seances/${id(12)}/fiche`, {
      'meetings.get': () => meetingFile(now),
      'meetings.list': () => [meetingRow(12, { ...now, attendeeCount: 31 })],
      'replies.list': () => ({ meetingId: id(12), asked: [] }),
      'meetings.moves': () => [],
      'series.list': () => [],
      'backPlanning.tasks': () => [],
      'carryOver.list': () => nothingCarried(),
      'meetings.years': () => [],
      'meetings.update': ({ version, patch }) => {
        if (version !== now.version) return { failure: 'conflict', by: 'Noé' }
        now = { ...now, ...(patch as Partial<typeof now>), version: now.version + 1 }
        return now
      },
    })
    const end = await screen.findByRole('textbox', { name: 'Fin' })
    // Noé stores another hour, of which this window has not heard.
    now = { ...now, endTime: '18:00', version: now.version + 1 }
    await user.clear(end)
    await user.type(end, '17h15{Enter}')
    const banner = await screen.findByRole('alert')
    await waitFor(() => expect(banner.textContent?.replaceAll('\u00a0', ' ')).toContain('18 h'))
    expect(banner.textContent?.replaceAll('\u00a0', ' ')).toContain('17 h 15')
    expect(now.endTime).toBe('18:00')
    return { core, user, banner, stored: () => now.endTime }
  }

  it('goes over it only when that is chosen', async () => {
    const { user, banner, stored } = await met()
    await user.click(within(banner).getByRole('button', { name: 'Garder la version saisie ici' }))
    await waitFor(() => expect(stored()).toBe('17:15'))
  })

  it('gives way when that is chosen', async () => {
    const { user, banner, stored } = await met()
    await user.click(within(banner).getByRole('button', { name: 'Prendre la version enregistrée' }))
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
    const end: HTMLInputElement = screen.getByRole('textbox', { name: 'Fin' })
    expect(end.value.replaceAll('\u00a0', ' ')).toBe('18 h')
    expect(stored()).toBe('18:00')
  })
})
