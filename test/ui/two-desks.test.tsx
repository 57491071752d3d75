// Wherever a text is typed, on the real core: another desk writes it too, and neither text goes before one is chosen.
import { rmSync } from 'node:fs'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CoreEvent, Method } from '../../electron/contract/index.ts'
import { type Core, openCore } from '../../electron/features/core.ts'
import { outbox } from '../../renderer/api/outbox/window.ts'
import { followChanges, makeQueryClient } from '../../renderer/api/query-client.ts'
import { Frame } from '../../renderer/app/Frame.tsx'
import { href } from '../../renderer/app/paths.ts'
import { emptyData } from '../empty-database.ts'
import { farAway, ownPace, slowHand } from './slow-hand.ts'

const MINE = 'Texte saisi ici'
const THEIRS = 'Texte d’un autre poste'
/** Longer than anything that is sent and tried again takes. */
const REST_MS = 12_000
const { setTimeout: real } = globalThis

const folder = emptyData()
const listeners = new Set<(event: CoreEvent) => void>()
let core: Core
let isHeard = true
/** What the window sent that was stored. */
const written: { method: Method; input: object }[] = []
const ids = { planned: '', project: '', text: '' }

beforeAll(async () => {
  let isLoaded = false
  core = await openCore({
    dataFolder: folder,
    who: 'essai',
    runJob: async () => {
      if (isLoaded) throw new Error('no job in this test')
      return { bytes: new Uint8Array(), pageCount: 1, undrawn: [] } as never
    },
    emit: (event) => {
      if (isHeard) for (const listener of listeners) listener(event)
    },
    log: () => undefined,
  })
  await core.call('sample.load', {})
  isLoaded = true
  const meetings = await core.call('meetings.list', { year: null })
  const projects = await core.call('projects.list', {})
  const texts = await core.call('watch.list', { words: '', offset: 0, limit: 1 })
  ids.planned = (meetings.ok && meetings.value.find(({ state }) => state === 'planned')?.id) || ''
  ids.project = (projects.ok && projects.value[0]?.id) || ''
  ids.text = (texts.ok && texts.value.rows[0]?.id) || ''
})
afterAll(async () => {
  await core.close()
  rmSync(folder, { recursive: true, force: true })
})

let stop: () => void
beforeEach(() => {
  const call = async (method: Method, input: object) => {
    const answer = await core.call(method, input as never)
    if (answer.ok && 'patch' in input) written.push({ method, input })
    return answer
  }
  const on = (listener: (event: CoreEvent) => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  Object.defineProperty(window, 'seances', { value: { call, on }, configurable: true })
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1400)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(900)
  Element.prototype.scrollIntoView = () => undefined
})
afterEach(() => {
  stop()
  cleanup()
  outbox.forgetUnstored()
  ownPace()
})

type Case = {
  readonly screen: string
  readonly address: () => string
  readonly field: string
  readonly row?: true
}

const cases: readonly Case[] = [
  { screen: 'a meeting', address: () => href('meetingDetails', { meetingId: ids.planned }), field: 'Lieu' },
  {
    screen: 'an item',
    address: () => href('agenda', { meetingId: ids.planned }),
    field: 'Présenté par',
    row: true,
  },
  { screen: 'a subject', address: () => href('subjects'), field: 'Intitulé', row: true },
  { screen: 'who asks for a subject', address: () => href('subjects'), field: 'Demandeur', row: true },
  { screen: 'a project', address: () => href('projectSheet', {}, ids.project), field: 'Objet' },
  {
    screen: 'what a project costs',
    address: () => href('projectSheet', {}, ids.project),
    field: 'Charges nouvelles',
  },
  { screen: 'a watched text', address: () => href('watchText', {}, ids.text), field: 'Titre' },
  { screen: 'a person', address: () => href('directory'), field: 'Fonction', row: true },
  { screen: 'the body', address: () => href('settings', {}, 'instance'), field: 'Nom de l’instance' },
  {
    screen: 'a line of the template',
    address: () => href('settings', {}, 'ordre-du-jour'),
    field: 'Intitulé',
  },
  { screen: 'a message to send', address: () => href('settings', {}, 'envois'), field: 'Objet' },
  { screen: 'the letterhead', address: () => href('documentStyle'), field: 'Adresse du service' },
]

async function open({ address, field, row }: Case) {
  written.length = 0
  window.history.replaceState(null, '', address())
  const client = makeQueryClient()
  stop = followChanges(client)
  const hand = slowHand()
  render(
    <QueryClientProvider client={client}>
      <Frame />
    </QueryClientProvider>,
  )
  const found = () =>
    document.querySelector<HTMLElement>('main :is([role=row]:not(:has([role=columnheader])), tr[data-row])')
  const there = () => screen.queryAllByLabelText<HTMLInputElement>(field, { selector: 'input, textarea' })[0]
  // Parts of the window are fetched as the machine has time; everything else goes by the clock of the test.
  const awaited = async <T,>(look: () => T | null | undefined): Promise<T> => {
    for (let times = 0; times < 500; times += 1) {
      const seen = look()
      if (seen !== null && seen !== undefined) return seen
      await act(async () => {
        await new Promise((resolve) => real(resolve, 20))
        await vi.advanceTimersByTimeAsync(20)
      })
    }
    throw new Error(`${address()} does not show ${field}`)
  }
  if (row === true) await hand.user.click(await awaited(found))
  const text = await awaited(there)
  return { ...hand, text: () => there() ?? text, rest: () => hand.passes(REST_MS) }
}

/** Writes as another desk what the window wrote last, in other words. */
async function elsewhere(): Promise<void> {
  const last = written.at(-1)
  if (last === undefined) throw new Error('nothing was written here')
  const { patch, version, ...target } = last.input as { patch: object; version: number }
  const [field = ''] = Object.keys(patch)
  for (let newer = version; newer < version + 20; newer += 1) {
    const input = { ...target, version: newer, patch: { [field]: THEIRS } }
    if ((await core.call(last.method, input as never)).ok) return
  }
  throw new Error(`no version of ${last.method}`)
}

const held = () =>
  [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value).join('\n') +
  document.body.textContent

describe.each(cases)('$screen: $field', (one) => {
  it.each([
    ['unheard', false, 300, /^Garder l.* saisie? ici$/, MINE],
    ['heard in the middle of a word', true, 50, /^Prendre l/, THEIRS],
  ] as const)('changed by another desk, %s', async (_, heard, latency, chosen, kept) => {
    const { user, text, rest } = await open(one)
    await user.type(text(), 'x')
    await user.tab()
    await rest()
    farAway(latency)
    await user.clear(text())
    await user.type(text(), MINE.slice(0, 4))
    if (!heard) await rest()
    isHeard = heard
    await elsewhere()
    written.length = 0
    await user.type(text(), MINE.slice(4))
    await user.tab()
    isHeard = true
    await rest()
    expect(written).toEqual([])
    expect(held()).toContain(MINE)
    expect(held()).toContain(THEIRS)
    const [choice] = screen.getAllByRole('button', { name: chosen })
    if (choice !== undefined) await user.click(choice)
    await rest()
    expect(text().value).toBe(kept)
    expect(outbox.isStored).toBe(true)
  })
})
