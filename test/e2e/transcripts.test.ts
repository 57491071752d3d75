// The transcript of two hours, let fall on the meeting in the form that each program writes it, and ten passages of it taken over.
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Input, Method, Output } from '../../electron/contract/index.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { paths } from '../../renderer/app/paths.ts'
import { notebooksText } from '../../renderer/text/notebooks.ts'
import { openTestCore } from '../contract/open-core.ts'
import { putInSession } from '../put-in-session.ts'
import { type Application, callBridge, freshFolder, removeFolder, startApplication } from './application.ts'
import { type Hands, handsOn } from './hands.ts'
import { show } from './screens.ts'

const MINUTE = 60_000
const begins = Date.parse('2026-11-12T13:00:00.000Z')
const titles = ['Annuaire partagé', 'Calendrier des travaux', 'Bilan de l’année', 'Questions diverses']
/** The last one the directory does not know by this name. */
const speakers = ['Ana Exemple', 'Zoé Essai', 'Luc Modèle', 'Salle Tilleuls']
/** One passage each quarter of a minute for two hours; ten of them are worth being kept. */
const said = Array.from({ length: 480 }, (_, at) => ({
  at: at * 15_000,
  speaker: speakers[at % 4] ?? '',
  words: at % 48 === 7 ? `Passage à garder ${Math.floor(at / 48) + 1}, qui engage.` : `Propos courant ${at}.`,
}))

const two = (value: number) => String(value).padStart(2, '0')
const clock = (ms: number, point: string) =>
  `${two(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / MINUTE) % 60)}:${two(Math.floor(ms / 1_000) % 60)}${point}000`

/** As programs write it. */
const forms: Readonly<Record<string, () => string>> = {
  'teams.vtt': () =>
    `WEBVTT\n\n${said.map(({ at, speaker, words }) => `${clock(at, '.')} --> ${clock(at + 9_000, '.')}\n<v ${speaker}>${words}</v>\n`).join('\n')}`,
  'zoom.vtt': () =>
    `WEBVTT\n\n${said.map(({ at, speaker, words }, n) => `${n + 1}\n${clock(at, '.')} --> ${clock(at + 9_000, '.')}\n${speaker}: ${words}\n`).join('\n')}`,
  'sous-titres.srt': () =>
    said
      .map(
        ({ at, speaker, words }, n) =>
          `${n + 1}\n${clock(at, ',')} --> ${clock(at + 9_000, ',')}\n${speaker}: ${words}\n`,
      )
      .join('\n'),
  'suite.md': () =>
    `# Séance\n\n${said.map(({ at, speaker, words }) => `**${at < 3_600_000 ? clock(at, '.').slice(3, 8) : clock(at, '.').slice(0, 8)} · ${speaker}** ${words}\n`).join('\n')}`,
  'meet.md': () =>
    `Séance\n\nAttendees\n\n${speakers.join(', ')}\n\nTranscript\n\n${said.map(({ at, speaker, words }) => `${at % (5 * MINUTE) === 0 ? `### ${clock(at, '.').slice(0, 8)}\n\n` : ''}**${speaker}:** ${words}\n`).join('\n')}\nTranscription terminée après 02:00:00\n`,
  'whisperx.json': () =>
    JSON.stringify({
      segments: said.map(({ at, speaker, words }) => ({
        start: at / 1_000,
        end: at / 1_000 + 9,
        text: ` ${words}`,
        speaker,
        words: null,
      })),
      word_segments: [],
    }),
}

const folder = freshFolder()
let app: Application
let page: Page
let hands: Hands
let meetingId: string

beforeAll(async () => {
  const time = { now: new Date(begins).toISOString() }
  const opened = await openTestCore(time)
  ;({ id: meetingId } = await opened.ok('meetings.create', {
    fields: { date: '2026-11-12', startTime: '14:00', endTime: '16:00' },
    fromTemplate: false,
  }))
  const ids = titles.map(() => newId())
  for (const [at, title] of titles.entries())
    await opened.ok('agenda.add', {
      id: ids[at] ?? '',
      meetingId,
      parentId: null,
      afterId: ids[at - 1] ?? null,
      fields: { title },
    })
  await putInSession(opened.ok, meetingId)
  for (const name of ['Ana Exemple', 'Zoé Essai', 'Luc Modèle']) {
    const [givenName = '', familyName = ''] = name.split(' ')
    await opened.ok('attendance.add', {
      id: newId(),
      meetingId,
      fields: { givenName, familyName, organisation: 'Service exemple' },
    })
  }
  for (const [at, itemId] of ids.entries()) {
    time.now = new Date(begins + at * 30 * MINUTE).toISOString()
    await opened.ok('session.goTo', { meetingId, itemId })
  }
  time.now = new Date(begins + 120 * MINUTE).toISOString()
  const { version } = (await opened.ok('meetings.get', { id: meetingId })).meeting
  await opened.ok('meetings.setState', { id: meetingId, version, state: 'held' })
  await opened.core.close()
  cpSync(opened.folder, join(folder, 'data'), { recursive: true })
  await opened.dispose()
  app = await startApplication({ dataDir: join(folder, 'data') })
  page = app.page
  hands = handsOn(app)
  await show(page, 'minutes', paths.minutes.replace(':meetingId', meetingId))
})
afterAll(async () => {
  await app.close()
  expect(app.complaints).toEqual([])
  removeFolder(folder)
})

const ask = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
  const answer = await callBridge(page, method, input)
  if (!answer.ok) throw new Error(`${method}: ${answer.error.code}`)
  return answer.value
}
const view = () => ask('notebooks.list', { meetingId })
const drop = (name: string) =>
  hands.dropAll(page.locator('main'), [{ name, bytes: new TextEncoder().encode(forms[name]?.() ?? '') }])

describe('a transcript let fall on a held meeting', () => {
  it('of two hours: ten passages are taken over in 25 actions at most, each at the item that was on', async () => {
    hands.reset()
    await drop('teams.vtt')
    await hands.click(page.getByRole('button', { name: notebooksText.open, exact: true }))
    const unknown = page.getByRole('combobox', { name: /^Qui est «\sSalle Tilleuls\s»/ })
    await hands.click(unknown)
    await hands.type('Ana Exemple')
    await hands.press('Enter')
    await hands.press('Tab')
    await page.getByText(/^Qui est «/).waitFor({ state: 'detached' })
    for (let rank = 1; rank <= 10; rank += 1) {
      const passage = page.getByRole('group', { name: new RegExp(`Passage à garder ${rank},`) })
      // One by the mouse, the next by its key.
      if (rank % 2 === 1)
        await hands.click(passage.getByRole('button', { name: notebooksText.take, exact: true }))
      else {
        await passage.getByRole('button', { name: notebooksText.take, exact: true }).focus()
        await hands.press('p')
      }
    }
    await expect
      .poll(async () => (await view()).lines.filter(({ state }) => state === 'kept').length)
      .toBe(10)
    expect(hands.count()).toBeLessThanOrEqual(25)
    const { items } = await ask('meetings.get', { id: meetingId })
    const places = (await view()).lines
      .filter(({ state }) => state === 'kept')
      .map(({ text, itemId }) => [
        Number(/garder (\d+)/.exec(text)?.[1]),
        items.findIndex(({ id }) => id === itemId),
      ])
      .sort(([a = 0], [b = 0]) => a - b)
    // Passages 1 to 10 are said at 1.75 minutes, then every twelve: by the clock, three of them an item of thirty.
    expect(places).toEqual([
      [1, 0],
      [2, 0],
      [3, 0],
      [4, 1],
      [5, 1],
      [6, 2],
      [7, 2],
      [8, 2],
      [9, 3],
      [10, 3],
    ])
  })

  it.each(Object.keys(forms).filter((name) => name !== 'teams.vtt'))(
    'as %s: every passage, whoever spoke',
    async (name) => {
      const before = (await view()).notebooks.length
      await drop(name)
      await expect.poll(async () => (await view()).notebooks.length).toBe(before + 1)
      const { notebooks, lines } = await view()
      const own = lines.filter(({ notebookId }) => notebookId === notebooks.at(-1)?.id)
      expect(own.filter(({ text }) => text.includes('Passage à garder'))).toHaveLength(10)
      expect(own.some(({ text }) => /terminée|modifiable/.test(text))).toBe(false)
      expect(new Set(own.map(({ speaker }) => speaker))).toEqual(new Set(speakers))
    },
  )
})
