// Slow typing, a slow server and another desk at once: neither's words go before somebody chose between them.
import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { outbox } from '../../renderer/api/outbox/window.ts'
import { useQuery } from '../../renderer/api/use-query.ts'
import { AgendaScreen } from '../../renderer/features/agenda/AgendaScreen.tsx'
import { agendaItem, FakeCore, itemId, MEETING_ID, meeting, Refusal, show } from './agenda-fake-core.tsx'
import { farAway, ownPace, slowHand } from './slow-hand.ts'

/** Longer than anything that is sent and tried again takes. */
const REST_MS = 15_000
const MINE = 'Mon titre'
const THEIRS = 'Titre d’un autre poste'

function Page({ focusId }: { focusId: string | null }) {
  const view = useQuery('agenda.list', { meetingId: MEETING_ID })
  return view.data === undefined ? null : (
    <AgendaScreen face="agenda" view={view.data} meeting={meeting} focusId={focusId} />
  )
}

afterEach(() => {
  cleanup()
  outbox.forgetUnstored()
  ownPace()
})

const changed = { topic: 'changed', reads: 'all', later: [] } as const

async function open(latency: number, handlers: ConstructorParameters<typeof FakeCore>[1] = {}) {
  const core = new FakeCore([agendaItem(0, 'Approbation'), agendaItem(1, 'Passerelle')], handlers)
  const { user, passes } = slowHand()
  show(core, <Page focusId={itemId(1)} />)
  farAway(latency)
  await passes(REST_MS)
  const title: HTMLTextAreaElement = screen.getByRole('textbox', { name: 'Intitulé' })
  return {
    core,
    user,
    title,
    rest: () => passes(REST_MS),
    stored: () => core.view.items.find(({ id }) => id === itemId(1))?.title,
    elsewhere(words: string, isHeard: boolean) {
      core.apply({ type: 'update', id: itemId(1), patch: { title: words } })
      if (isHeard) core.emit(changed)
    },
  }
}

/** The one place where both texts stand; asked for in two places, one choice would undo the other. */
function bothTexts(): HTMLElement {
  const places = [
    ...screen.queryAllByRole('alert'),
    ...screen.queryAllByRole('region', { name: 'Deux textes' }),
  ]
  expect(places).toHaveLength(1)
  return places[0] as HTMLElement
}

const choice = (words: RegExp) => screen.getByRole('button', { name: words })
const mine = /^Garder (la version saisie|le texte saisi) ici$/
const theirs = /^Prendre (la version enregistrée|l’autre texte)$/

const moments = [
  ['before the first key, unheard', 0, false],
  ['before the first key, heard', 0, true],
  ['in the middle of a word, unheard', 4, false],
  ['in the middle of a word, heard', 4, true],
] as const

describe.each([50, 300, 2000])('a title typed slowly, the server %i ms away', (latency) => {
  it('is stored as it was typed', async () => {
    const { user, title, rest, stored } = await open(latency)
    await user.clear(title)
    await user.type(title, MINE)
    await user.tab()
    await rest()
    expect([stored(), title.value]).toEqual([MINE, MINE])
    expect(outbox.isStored).toBe(true)
  })

  describe.each(moments)('and changed by another desk %s', (_, keys, isHeard) => {
    async function met() {
      const opened = await open(latency)
      const { user, title, elsewhere, rest } = opened
      await user.clear(title)
      if (keys > 0) await user.type(title, MINE.slice(0, keys))
      elsewhere(THEIRS, isHeard)
      await user.type(title, MINE.slice(keys), { initialSelectionStart: keys })
      await user.tab()
      await rest()
      return opened
    }

    it('stands beside the other text, whole, and goes over it only when that is chosen', async () => {
      const { user, title, rest, stored } = await met()
      const both = bothTexts()
      expect(both.textContent).toContain(THEIRS)
      expect(title.value).toBe(MINE)
      expect(outbox.keptAt().map(({ words }) => words)).toEqual([MINE])
      expect(stored()).toBe(THEIRS)
      await user.click(choice(mine))
      await rest()
      expect([stored(), title.value]).toEqual([MINE, MINE])
      expect(outbox.isStored).toBe(true)
    })

    it('gives way to it when that is chosen', async () => {
      const { user, rest, stored } = await met()
      await user.click(choice(theirs))
      await rest()
      expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Intitulé' }).value).toBe(THEIRS)
      expect(stored()).toBe(THEIRS)
      expect(outbox.isStored).toBe(true)
    })

    it('takes more typing in before one is chosen', async () => {
      const { user, title, rest, stored } = await met()
      await user.type(title, ' commun')
      await user.tab()
      await rest()
      expect(bothTexts().textContent).toContain(THEIRS)
      expect([title.value, stored()]).toEqual([`${MINE} commun`, THEIRS])
      expect(outbox.keptAt().map(({ words }) => words)).toEqual([`${MINE} commun`])
      await user.click(choice(mine))
      await rest()
      expect(stored()).toBe(`${MINE} commun`)
    })
  })

  it('is kept whole where the item was taken out meanwhile', async () => {
    const { core, user, title, rest } = await open(latency, {
      'agenda.update': () => {
        throw new Refusal('not-found')
      },
    })
    core.apply({ type: 'remove', id: itemId(1) })
    await user.type(title, ' commune')
    await user.tab()
    await rest()
    const [alert, ...others] = screen.getAllByRole('alert')
    expect(others).toEqual([])
    expect(alert?.textContent).toContain('Ce point a été retiré ailleurs')
    expect(alert?.textContent).toContain('Passerelle commune')
    await user.click(choice(/^Abandonner$/))
    await rest()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('is stored whole once it may be, where its beginning was refused', async () => {
    const { core, user, title, rest, stored } = await open(latency, {
      'agenda.update': ({ id, patch }) => {
        if (!patch.title?.endsWith('commune')) throw new Refusal('invalid-input')
        core.apply({ type: 'update', id, patch: patch as object })
        return core.view
      },
    })
    await user.type(title, ' commune')
    await user.tab()
    await rest()
    expect(stored()).toBe('Passerelle commune')
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('typed in its row, it stands beside the text that another desk wrote there meanwhile', async () => {
    const { user, elsewhere, rest, stored } = await open(latency)
    await user.dblClick(screen.getByRole('row', { name: /2 Passerelle/ }))
    const row: HTMLInputElement = screen.getByRole('textbox', { name: 'Intitulé du point' })
    await user.clear(row)
    await user.type(row, 'Mon')
    await rest()
    expect(stored()).toBe('Mon')
    elsewhere(THEIRS, true)
    await rest()
    await user.type(row, ' titre')
    await rest()
    expect(bothTexts().textContent).toContain(THEIRS)
    expect([row.value, stored()]).toEqual([MINE, THEIRS])
    await user.type(row, ' commun{Enter}')
    await rest()
    expect(outbox.keptAt().map(({ words }) => words)).toEqual([`${MINE} commun`])
    await user.click(choice(mine))
    await rest()
    expect(stored()).toBe(`${MINE} commun`)
  })

  it.each(['{Enter}', '{Escape}'])(
    'entered in its row and left by %s, it overwrites nothing',
    async (key) => {
      const { user, elsewhere, rest, stored } = await open(latency)
      await user.dblClick(screen.getByRole('row', { name: /2 Passerelle/ }))
      elsewhere(THEIRS, true)
      await rest()
      await user.keyboard(key)
      await rest()
      expect(stored()).toBe(THEIRS)
    },
  )
})
