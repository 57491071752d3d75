import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Bridge } from '../../electron/contract/index.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { undoLast } from '../../renderer/app/undo.ts'
import { SessionPage } from '../../renderer/features/session/SessionPage.tsx'
import { EditingOff } from '../../renderer/ui/editing.ts'
import { followTouched, ownsUndo } from '../../renderer/ui/typing.ts'
import { justBefore } from './just-before.ts'
import type { RealCore } from './minutes-real-core.tsx'
import { echo, field, log, openSession } from './open-session.tsx'

let core: RealCore
let meetingId: string
const user = userEvent.setup()

let stop: () => void
beforeEach(async () => {
  stop = followTouched(window)
  ;({ core, meetingId } = await openSession())
})
afterEach(async () => {
  stop()
  await core.dispose()
})

const lines = async () => (await core.ok('session.get', { meetingId })).lines

it('where nothing is written the field says so, and takes nothing', async () => {
  cleanup()
  core.show(
    <EditingOff value="Ce compte lit sans modifier.">
      <SessionPage meetingId={meetingId} focusId={null} />
    </EditingOff>,
  )
  await waitFor(() => expect(field().getAttribute('placeholder')).toBe('Ce compte lit sans modifier.'))
  await user.click(field())
  await user.keyboard('D : adopter{Enter}')
  expect(await lines()).toEqual([])
  expect(await core.ok('session.draft', { meetingId })).toEqual({ text: '' })
})

it('says of a line that the minutes put it otherwise', async () => {
  await user.keyboard('D : adopter le guide{Enter}')
  await waitFor(() => expect(log().textContent).toContain('Décision D-'))
  expect(log().textContent).not.toContain('réécrite')
  const [decision] = (await core.ok('meetings.get', { id: meetingId })).decisions
  const target = { id: decision?.id ?? '', version: decision?.version ?? 0 }
  await core.ok('minutes.updateDecision', { ...target, patch: { text: 'L’instance adopte le guide.' } })
  await waitFor(() => expect(log().textContent).toContain('réécrite dans le compte rendu'))
})

describe('what a line was taken for', () => {
  it('says that two persons bear a name, and takes the other by one key', async () => {
    await user.keyboard('@Marchetti précise le calendrier')
    await waitFor(() => expect(echo()).toContain('2\u00a0personnes de ce nom'))
    const first = /(Jeanne|Hélène) Marchetti/.exec(echo())?.[1]
    await user.keyboard('{F3}')
    const other = first === 'Jeanne' ? 'Hélène Marchetti' : 'Jeanne Marchetti'
    await waitFor(() => expect(echo()).toContain(other))
    await user.keyboard('{Enter}')
    await waitFor(async () => expect(await lines()).toMatchObject([{ speaker: other, kind: 'intervention' }]))
  })

  it('says who is reminded of what an organisation owes, and proposes them under its whole name', async () => {
    await user.keyboard('A : @ADX relire')
    await waitFor(() => expect(echo()).toContain('sans titulaire à qui écrire'))
    const personId = newId()
    const organisationId = (await core.ok('directory.list', {})).organisations[0]?.id ?? ''
    await core.ok('directory.addPerson', {
      id: personId,
      fields: { givenName: 'Ada', familyName: 'Tilleul', organisationId },
    })
    await core.ok('directory.addMandate', {
      id: newId(),
      personId,
      fields: { role: 'titulaire', organisationId },
    })
    await waitFor(() => expect(echo()).toContain('rappel à Ada Tilleul'))
    await user.clear(field())
    await user.keyboard('A : @ADX')
    expect(await screen.findByRole('option', { name: /Ada Tilleul/ })).toBeTruthy()
    await user.keyboard('{ArrowDown}{Tab}relire{Enter}')
    await waitFor(async () => expect(await lines()).toMatchObject([{ speaker: 'Ada Tilleul', personId }]))
  })

  it('says of a deadline that there is no such day, and keeps its words', async () => {
    await user.keyboard('A : @ADX relire avant le 31/02/2027')
    await waitFor(() => expect(echo()).toContain('31/02/2027\u00a0»\u00a0: ce jour n’existe pas'))
    await user.keyboard('{Enter}')
    await waitFor(async () =>
      expect(await lines()).toMatchObject([{ dueDate: null, dueWords: 'avant le 31/02/2027' }]),
    )
    await waitFor(() => expect(log().textContent).toMatch(/31\/02\/2027\s»\s: sans date/))
    const { actions } = await core.ok('meetings.get', { id: meetingId })
    expect(actions.map(({ text }) => text)).toEqual(['Relire avant le 31/02/2027'])
  })

  it('takes the deadline away, and keeps that when the line is corrected later', async () => {
    await user.keyboard('A : relire avant le 15/01{F2}')
    await user.click(await screen.findByRole('button', { name: 'Sans échéance' }))
    await waitFor(() => expect(document.activeElement).toBe(field()))
    expect(echo()).toContain('sans date')
    await user.keyboard('{Enter}')
    await waitFor(async () => expect(await lines()).toMatchObject([{ dueDate: null, kind: 'action' }]))
    await user.keyboard('{ArrowUp}')
    await waitFor(() => expect(field()).toHaveProperty('value', 'A : relire avant le 15/01'))
    expect(echo()).toContain('sans date')
  })

  it('gives another day to a deadline', async () => {
    await user.keyboard('A : relire avant le 15/01{F2}')
    const day = await screen.findByRole('spinbutton', { name: /^jour/i })
    await waitFor(() => expect(document.activeElement).toBe(day))
    await user.keyboard('20{Escape}')
    await waitFor(() => expect(document.activeElement).toBe(field()))
    await user.keyboard('{Enter}')
    await waitFor(async () => expect(await lines()).toMatchObject([{ dueDate: '2027-01-20' }]))
  })

  it('breaks a line by Shift and Enter, holds 10,000 letters, and leaves the keys of a composition alone', async () => {
    await user.keyboard('première{Shift>}{Enter}{/Shift}seconde')
    expect(field()).toHaveProperty('value', 'première\nseconde')
    fireEvent.keyDown(field(), { key: 'Enter', isComposing: true })
    expect(await lines()).toEqual([])
    fireEvent.change(field(), { target: { value: 'é'.repeat(10_000) } })
    await user.keyboard('{Enter}')
    await waitFor(async () => expect((await lines())[0]?.text).toHaveLength(10_000))
  })
})

describe('a line that is half typed', () => {
  const ids = async () => (await core.ok('agenda.list', { meetingId })).items.map(({ id }) => id)
  const next = async () => {
    await core.ok('session.goTo', { meetingId, itemId: (await ids())[1] ?? '' })
    await screen.findByRole('heading', { name: /2 Questions diverses/ })
  }

  it('stays under the item where it was begun when the meeting goes on, and says so', async () => {
    await user.keyboard('il manque la')
    await next()
    expect(echo()).toContain('vers le point 1')
    await user.click(field())
    await user.keyboard(' carte{Enter}')
    const [first, second] = await ids()
    await waitFor(async () =>
      expect(await lines()).toMatchObject([{ itemId: first, text: 'il manque la carte' }]),
    )
    await user.keyboard('suite{Enter}')
    await waitFor(async () => expect(await lines()).toMatchObject([{}, { itemId: second }]))
  })

  it('that was emptied begins anew, under the item that is on', async () => {
    await user.keyboard('non')
    await next()
    await user.clear(field())
    await user.keyboard('oui')
    expect(echo()).not.toContain('vers le point')
    await user.keyboard('{Enter}')
    const [, second] = await ids()
    await waitFor(async () => expect(await lines()).toMatchObject([{ itemId: second, text: 'oui' }]))
  })
})

it('is left by Escape for the item that is on, where the keyboard is seen', async () => {
  await user.keyboard('à suivre{Escape}')
  expect(document.activeElement?.textContent).toContain('Annuaire partagé')
  expect(document.activeElement?.getAttribute('aria-current')).toBe('step')
  await user.click(field())
  expect(field()).toHaveProperty('value', 'à suivre')
})

describe('a line that was kept', () => {
  it('becomes a decision, then goes to another item, and is taken back step by step', async () => {
    await user.keyboard('le calendrier est retenu{Enter}')
    await within(log()).findByText('le calendrier est retenu')
    await user.click(screen.getByRole('button', { name: 'Actes sur la ligne le calendrier est retenu' }))
    await user.click(await screen.findByRole('menuitem', { name: 'En faire\u00a0: décision' }))
    expect(await within(log()).findByText(/Décision D-2026-01-01/)).toBeTruthy()
    expect(await lines()).toMatchObject([{ kind: 'decision', raw: 'D : le calendrier est retenu' }])
    await user.click(screen.getByRole('button', { name: 'Actes sur la ligne le calendrier est retenu' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Vers le point 2' }))
    await waitFor(() => expect(within(log()).queryByText('le calendrier est retenu')).toBeNull())
    const { items } = await core.ok('agenda.list', { meetingId })
    expect(await lines()).toMatchObject([{ itemId: items[1]?.id, kind: 'decision' }])
    await undoLast()
    await undoLast()
    expect(await lines()).toMatchObject([{ itemId: items[0]?.id, kind: 'note' }])
    await undoLast()
    expect(await lines()).toEqual([])
  })

  it('changed meanwhile is corrected anew as it was typed: with the day and the person of these words', async () => {
    await user.keyboard('A : @Marchetti relire avant le 15/01{Enter}')
    await waitFor(async () => expect(await lines()).toMatchObject([{ dueDate: '2027-01-15' }]))
    await user.keyboard('{ArrowUp}')
    await user.clear(field())
    const typed = 'A : @Marchetti relire avant le 20/01'
    await user.keyboard(typed)
    await waitFor(() => expect(echo()).toContain('2\u00a0personnes de ce nom'))
    const first = /(Jeanne|Hélène) Marchetti/.exec(echo())?.[1]
    await user.keyboard('{F3}')
    const speaker = first === 'Jeanne' ? 'Hélène Marchetti' : 'Jeanne Marchetti'
    await waitFor(() => expect(echo()).toContain(speaker))
    justBefore('session.updateLine', async () => {
      const [line] = await lines()
      const patch = { raw: 'A : relire le guide avant le 15/01', text: 'relire le guide' }
      await core.ok('session.updateLine', { id: line?.id ?? '', version: line?.version ?? 0, patch })
    })
    await user.keyboard('{Enter}')
    await within(log()).findByText(/relire le guide/)
    await waitFor(() => expect(field()).toHaveProperty('value', typed))
    expect(echo()).toContain(speaker)
    await user.keyboard('{Enter}')
    await waitFor(async () =>
      expect(await lines()).toMatchObject([{ text: 'Relire', speaker, dueDate: '2027-01-20' }]),
    )
  })

  it('is taken back from the empty line, while a text being typed keeps its own undo', async () => {
    expect(ownsUndo(field())).toBe(false)
    await user.keyboard('une note')
    expect(ownsUndo(field())).toBe(true)
    await user.keyboard('{Enter}')
    await within(log()).findByText('une note')
    expect(ownsUndo(field())).toBe(false)
  })
})

describe('positions', () => {
  it('are noted by keys, listed above the notes, and taken back', async () => {
    await user.keyboard('{Control>}{Shift>}p{/Shift}{/Control}')
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('combobox'))
    await user.keyboard('ADX{Tab}')
    await user.selectOptions(screen.getByLabelText('Position'), 'Favorable avec réserves')
    await user.click(screen.getByLabelText('En ses mots'))
    await user.keyboard('sous réserve des moyens{Enter}')
    const listed = await screen.findByRole('region', { name: 'Positions' })
    expect(await within(listed).findByText('sous réserve des moyens')).toBeTruthy()
    expect((await core.ok('session.get', { meetingId })).positions).toMatchObject([
      { organisation: 'ADX', stance: 'reserves', organisationId: expect.any(String) },
    ])
    await user.keyboard('{Escape}')
    await waitFor(() => expect(document.activeElement).toBe(field()))
    await user.click(screen.getByRole('button', { name: 'Retirer la position d’ADX' }))
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Positions' })).toBeNull())
  })
})

describe('while the core is away', () => {
  /** The bridge as it is when the core dies: nothing is answered, or the answer is lost though the work was done. */
  function cut(lost: 'call' | 'answer'): () => void {
    const bridge = window.seances
    const away: Bridge = {
      ...bridge,
      async call(method, input, seen) {
        if (lost === 'answer') await bridge.call(method, input, seen)
        return { ok: false, error: { code: 'core-restarting' } }
      },
    }
    Object.defineProperty(window, 'seances', { value: away, configurable: true })
    return () => Object.defineProperty(window, 'seances', { value: bridge, configurable: true })
  }

  it.each(['call', 'answer'] as const)('lines wait in order and are there once (lost: %s)', async (lost) => {
    const back = cut(lost)
    await user.keyboard('première{Enter}seconde{Enter}tro')
    expect(within(log()).getByText('première')).toBeTruthy()
    expect(within(log()).getByText('seconde')).toBeTruthy()
    back()
    await waitFor(async () =>
      expect((await lines()).map(({ text }) => text)).toEqual(['première', 'seconde']),
    )
    await waitFor(async () => expect(await core.ok('session.draft', { meetingId })).toEqual({ text: 'tro' }))
    expect(field()).toHaveProperty('value', 'tro')
  })

  it('keeps what is being typed within a second, also when nobody pauses', async () => {
    let typed = ''
    for (let key = 0; key < 12; key += 1) {
      typed += 'a'
      fireEvent.change(field(), { target: { value: typed } })
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    const { text } = await core.ok('session.draft', { meetingId })
    expect(text.length).toBeGreaterThanOrEqual(5)
  })
})

describe('the pane beside the notes', () => {
  it('has the documents of the item that is on, and those of no other', async () => {
    const { items } = await core.ok('agenda.list', { meetingId })
    for (const [rank, { id: itemId }] of items.entries()) {
      const file = { fileName: `note-${rank + 1}.txt`, bytes: Uint8Array.of(78, rank) }
      await act(() => core.ok('attachments.add', { meetingId, itemId, file }))
    }
    const documents = () => within(screen.getByRole('region', { name: 'Documents' }))
    await waitFor(() => expect(documents().getAllByRole('listitem')).toHaveLength(1))
    expect(documents().getByRole('button', { name: /note-1/ })).toBeTruthy()
    await user.keyboard('{Control>}{ArrowDown}{/Control}')
    await waitFor(() => expect(documents().queryByRole('button', { name: /note-2/ })).not.toBeNull())
    expect(documents().queryByRole('button', { name: /note-1/ })).toBeNull()
  })
})
