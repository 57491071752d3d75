// Any file, let fall on any screen, is told for what it is: goes where it belongs, or is asked about. Never refused for where it fell.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notebookReference } from '../../electron/domain/session/notebook.ts'
import { calendarUid } from '../../electron/domain/time/calendar-file.ts'
import { type PlaceId, paths } from '../../renderer/app/paths.ts'
import { placeText } from '../../renderer/text/place.ts'
import { writtenMeeting } from '../contract/returned-meeting.ts'
import { png } from '../logos.ts'
import {
  type Application,
  answerOpenDialog,
  callBridge,
  chooseByMenu,
  freshFolder,
  startApplication,
} from './application.ts'
import { type DroppedFile, handsOn } from './hands.ts'
import { addressOf } from './screens.ts'

const fixture = (path: string) => new Uint8Array(readFileSync(join(import.meta.dirname, '../fixtures', path)))
const bytesOf = (text: string) => new TextEncoder().encode(text)

let app: Application
let page: Page
let meetingId: string
beforeAll(async () => {
  app = await startApplication()
  page = app.page
  const ok = async (method: never, input: never): Promise<never> => {
    const answer = await callBridge(page, method, input)
    if (!answer.ok) throw new Error(`${method}: ${answer.error.code}`)
    return answer.value
  }
  ;({ meetingId } = await writtenMeeting({ ok }))
})
afterAll(async () => {
  await app.close()
  expect(app.complaints).toEqual([])
})

const headers = 'To: s@exemple.invalid\r\nDate: Mon, 23 Nov 2026 09:00:00 +0100\r\nMIME-Version: 1.0\r\n'
const answerOf = (id: string) =>
  `From: abel@exemple.invalid\r\nSubject: Agenda\r\n${headers}Content-Type: multipart/alternative; boundary=b\r\n\r\n` +
  `--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nJe viens.\r\n` +
  `--b\r\nContent-Type: text/calendar; charset=utf-8; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Exemple//FR\r\n` +
  `METHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:${calendarUid(id)}\r\nDTSTAMP:20261123T080000Z\r\nDTSTART:20261210T130000Z\r\n` +
  `ORGANIZER:mailto:s@exemple.invalid\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:abel@exemple.invalid\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n--b--\r\n`

const isMeetings = (place: PlaceId) => paths[place].includes(':meetingId')
const ofMeeting = (Object.keys(paths) as PlaceId[]).filter(isMeetings)

/** A file of each kind, its screen, or the words it is asked about with. */
const kinds: Readonly<
  Record<string, { file: (id: string) => DroppedFile; goes?: PlaceId | readonly PlaceId[]; asks?: RegExp }>
> = {
  'returned minutes': {
    file: () => ({ name: 'retour.docx', bytes: fixture('returned/tracked.docx') }),
    goes: 'minutes',
  },
  notebook: {
    file: (id) => ({
      name: 'notes.txt',
      bytes: bytesOf(
        `Carnet de notes\nSéance : une (référence du carnet : ${notebookReference(id)})\n## 1 Budget\nune note\n`,
      ),
    }),
    // A meeting that is open or being written up is not left for it.
    goes: ['notebooks', 'session', 'minutes'],
  },
  'attendance report': {
    file: () => ({ name: 'presences.csv', bytes: fixture('attendance-reports/teams-fr.csv') }),
    goes: ['session', 'minutes'],
  },
  sheet: { file: () => ({ name: 'fiche.docx', bytes: fixture('sheets/word.docx') }), goes: 'subjects' },
  reply: { file: (id) => ({ name: 'reponse.eml', bytes: bytesOf(answerOf(id)) }), goes: 'participants' },
  mail: {
    file: () => ({
      name: 'demande.eml',
      bytes: bytesOf(
        `From: inconnu@exemple.invalid\r\nSubject: Un sujet\r\n${headers}Content-Type: text/plain; charset=utf-8\r\n\r\nPourrait-on en parler ?\r\n`,
      ),
    }),
    goes: 'subjects',
    // Of a meeting that is written up it may be a remark.
    asks: /Lire les corrections du compte rendu/,
  },
  delivery: { file: () => ({ name: 'texte.xml', bytes: fixture('dila/article.xml') }), goes: 'deliveries' },
  'list of persons': {
    file: () => ({ name: 'liste.xlsx', bytes: fixture('directory/classeur.xlsx') }),
    goes: 'directoryImport',
    asks: /Lire la liste, pour l’annuaire/,
  },
  'table of texts': {
    file: () => ({ name: 'veille.csv', bytes: bytesOf('NOR;Titre\nPRMX2600001D;Décret exemple\n') }),
    goes: 'watch',
  },
  agenda: {
    file: () => ({ name: 'odj.docx', bytes: fixture('imports/tableau-minute.docx') }),
    goes: 'importReview',
    asks: /Lire l’ordre du jour/,
  },
  picture: {
    file: () => ({ name: 'image.png', bytes: png(40, 30) }),
    // On a screen of the only meeting that it may be of, it is a document of that one.
    goes: ['documentStyle', ...ofMeeting],
    asks: /Joindre aux documents/,
  },
  'connection file of a team': {
    file: () => ({
      name: 'equipe.json',
      bytes: bytesOf('{"kind":"seances-inp/equipe","host":"127.0.0.1","database":"inp"}'),
    }),
    goes: 'team',
  },
  backup: {
    file: () => ({ name: 'reçue.seances', bytes: bytesOf('SQLite format 3\u0000 et la suite') }),
    goes: 'backups',
  },
  'unknown file': {
    file: () => ({ name: 'inconnu.bin2', bytes: bytesOf('\u0000\u0001\u0002') }),
    goes: ofMeeting,
    asks: /Joindre aux documents/,
  },
}

/** A screen that shows one thing needs that thing. */
const screens = (Object.keys(paths) as PlaceId[]).filter(
  (place) => place !== 'projectSheet' && place !== 'watchText',
)

const addressed = (place: PlaceId) => addressOf(place, isMeetings(place) ? meetingId : null)

const isAt = (place: PlaceId, path: string) =>
  new RegExp(`^${paths[place].replace(/:\w+/g, '[^/]+')}$`).test(path)
const isShown = (place: PlaceId) =>
  page.waitForFunction((title) => document.title.startsWith(`${title} – `), placeText[place])

/** Goes there without waiting for it to rest: a person lets a file fall on what is still being drawn, too. */
async function goTo(place: PlaceId): Promise<void> {
  // The screen that the last file went to may be on its way; come after all, it would take the next one.
  const path = await page.evaluate(() => location.hash.slice(1).split('?')[0] ?? '')
  const here = (Object.keys(paths) as PlaceId[]).find((one) => isAt(one, path))
  if (here !== undefined) await isShown(here)
  await page.evaluate((hash) => {
    location.hash = hash
  }, addressed(place))
  await isShown(place)
  await page.locator('main h1').first().waitFor()
}

const said = () => page.locator('.toasts').textContent()

/** Whether it asks, or is at one of these places where it says something new or shows the file. */
async function isTold(
  places: readonly string[],
  name: string,
  before: { path: string; said: string | null },
) {
  try {
    await page.waitForFunction(
      ([wanted, file, from]) => {
        if (document.querySelector('.drop-veil') !== null) return false
        if (document.querySelector('[role=dialog]') !== null) return true
        const path = location.hash.slice(1).split('?')[0] ?? ''
        const isNew = path !== from.path || document.querySelector('.toasts')?.textContent !== from.said
        const shows = document.querySelector('main')?.textContent.includes(file) === true
        return wanted.some((one) => new RegExp(one).test(path)) && (isNew || shows)
      },
      [places, name, before] as const,
      { timeout: 8_000 },
    )
    return true
  } catch {
    return false
  }
}

describe('a file of any kind', () => {
  it.each(['returned minutes', 'reply', 'delivery', 'list of persons', 'backup'])(
    'is told for what it is when it is chosen by the menu: %s',
    async (kind) => {
      const { file, goes = [], asks } = kinds[kind] ?? {}
      const { name, bytes } = file?.(meetingId) ?? { name: '', bytes: bytesOf('') }
      const path = join(freshFolder(), name)
      writeFileSync(path, bytes)
      await goTo('home')
      const before = { path: addressed('home'), said: await said() }
      await answerOpenDialog(app.electron, [path])
      await chooseByMenu(app.electron)
      const places = [goes].flat().map((place) => `^${paths[place].replace(/:\w+/g, '[^/]+')}$`)
      expect(await isTold(places, name, before)).toBe(true)
      const dialog = page.getByRole('dialog')
      const isAsking = await dialog.isVisible()
      expect(isAsking).toBe(asks !== undefined)
      if (!isAsking) return
      expect(await dialog.textContent()).toMatch(asks ?? /^$/)
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
    },
    60_000,
  )

  it.each(['ordre-du-jour-joint.eml', 'invitation-universelle.ics'])(
    'is read when it is chosen by the menu and holds an agenda or an invitation: %s',
    async (name) => {
      const path = join(freshFolder(), name)
      writeFileSync(path, fixture(`corpus/files/${name}`))
      await goTo('home')
      await answerOpenDialog(app.electron, [path])
      await chooseByMenu(app.electron)
      await page.getByRole('heading', { name: 'Relire avant de reprendre' }).waitFor()
      expect(await page.locator('main').textContent()).toContain(name)
    },
    60_000,
  )

  it.each(screens)(
    'is told for what it is on the screen: %s',
    async (screen) => {
      const faults: string[] = []
      for (const [kind, { file, goes = [], asks }] of Object.entries(kinds)) {
        await goTo(screen)
        const { name } = file(meetingId)
        const before = { path: addressed(screen), said: await said() }
        await handsOn(app).dropAll(page.locator('main'), [file(meetingId)])
        const places = [goes].flat().map((place) => `^${paths[place].replace(/:\w+/g, '[^/]+')}$`)
        if (!(await isTold(places, name, before)))
          faults.push(`${kind}: is at ${await page.evaluate(() => location.hash)}, says ${await said()}`)
        const dialog = page.getByRole('dialog')
        if (!(await dialog.isVisible())) continue
        const asked = (await dialog.textContent()) ?? ''
        if (asks?.test(asked) !== true || !asked.includes(name)) faults.push(`${kind}: asks ${asked}`)
        await page.keyboard.press('Escape')
        await dialog.waitFor({ state: 'detached' })
      }
      expect(faults).toEqual([])
    },
    180_000,
  )
})
