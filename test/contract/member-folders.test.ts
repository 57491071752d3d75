import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { JSDOM } from 'jsdom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { REMARKS_FORMAT } from '../../electron/domain/minutes/member-remarks.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { folded } from '../documents-check/every-text.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'
import { plantSecrets, secretOf, secrets } from './secret-fields.ts'

let opened: OpenedCore
let out: string
let next: string
let review: string
let pages: ReadonlyMap<string, string>
const other = 'zqxdautrui'

const write = async (meetingId: string): Promise<Map<string, string>> => {
  const folder = mkdtempSync(join(out, 'd-'))
  const written = await opened.core.internal('writeMemberFolders', { meetingId, folder })
  if (!written.ok) throw new Error(JSON.stringify(written.error))
  expect(readdirSync(folder).sort()).toEqual([...written.value.fileNames].sort())
  return new Map(written.value.fileNames.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}
const opening = (page: string) =>
  new JSDOM(page, { url: 'https://dossier.invalid/', runScripts: 'dangerously' })
const remarksOf = (change: object = {}, remark: object = {}) =>
  Buffer.from(
    JSON.stringify({
      format: REMARKS_FORMAT,
      version: 1,
      meetingId: review,
      paper: 'minutes',
      organisation: 'ACD',
      author: 'Camille Exemple',
      ...change,
      remarks: [
        { anchor: 'x', text: 'y', comment: 'z', wanted: '', at: '2026-11-20T08:00:00.000Z', ...remark },
      ],
    }),
  )
const read = async (bytes: Uint8Array, meetingId = review, paper: 'minutes' | 'agenda' = 'minutes') => {
  const [file] = await opened.ok('observations.readFiles', {
    meetingId,
    paper,
    files: [{ fileName: 'remarques.json', bytes }],
  })
  if (file === undefined) throw new Error('not read')
  return file
}

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'seances-folders-'))
  opened = await openTestCore({ who: 'zqxutilisateur' })
  await opened.ok('sample.load', {})
  const meetings = await opened.ok('meetings.list', { year: null })
  next = meetings.find(({ state }) => state === 'planned')?.id ?? ''
  review = meetings.find(({ minutesState }) => minutesState === 'review')?.id ?? ''
  await opened.restart(() => void plantSecrets(opened.folder))
  opened.isTampered = true
  pages = await write(review)
}, 120_000)
afterAll(async () => {
  await opened.dispose()
  rmSync(out, { recursive: true, force: true })
})

describe('the folder of a member', () => {
  it('is one for each organisation, and one page that reaches nothing', () => {
    expect(pages.size).toBeGreaterThan(3)
    for (const page of pages.values()) {
      const { document } = new JSDOM(page).window
      const policy = document
        .querySelector('meta[http-equiv="Content-Security-Policy"]')
        ?.getAttribute('content')
      expect(policy).toMatch(
        /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; img-src data:/,
      )
      expect(document.querySelectorAll('script')).toHaveLength(1)
      for (const element of document.querySelectorAll('[src], link[href]'))
        expect(element.getAttribute('src') ?? element.getAttribute('href')).toMatch(/^data:/)
      expect(page).not.toMatch(/\sstyle="|\son\w+="/)
    }
  })

  it('holds nothing of the secretariat', () => {
    for (const [name, page] of pages) {
      const said = folded(page)
      expect(secrets.map(secretOf).filter((word) => said.includes(folded(word)))).toEqual([])
      expect(`${name} ${said}`).not.toContain('zqxutilisateur')
    }
  })

  it('keeps what is typed, offline, and gives it as a small file that becomes observations', async () => {
    const [[, page] = ['', '']] = pages
    const dom = opening(page)
    const { document } = dom.window
    let saved: Blob | null = null
    dom.window.URL.createObjectURL = (blob: Blob) => {
      saved = blob
      return 'blob:essai'
    }
    dom.window.URL.revokeObjectURL = () => undefined
    // A browser saves the file; this one would go to it.
    dom.window.HTMLAnchorElement.prototype.click = () => undefined
    const place = [...document.querySelectorAll('[data-ancre]')].find(
      ({ tagName, textContent }) => tagName === 'P' && (textContent ?? '').length > 60,
    )
    const words = place?.textContent?.trim() ?? ''
    const button = place?.nextElementSibling as HTMLButtonElement
    expect(button.getAttribute('aria-label')).toContain(words.slice(0, 40))
    button.click()
    const [comment, wanted] = document.querySelectorAll('textarea')
    const type = (area: HTMLTextAreaElement | undefined, value: string) => {
      if (area === undefined) throw new Error('no field')
      area.value = value
      area.dispatchEvent(new dom.window.Event('input'))
    }
    type(comment, 'Préciser la date.')
    type(wanted, `${words} Ajout.`)
    expect(document.getElementById('etat')?.textContent).toContain('Une remarque.')
    ;(document.getElementById('auteur') as HTMLInputElement).value = 'Camille Exemple'
    document.getElementById('enregistrer')?.click()
    const text = await new Promise<string>((resolve) => {
      const reader = new dom.window.FileReader()
      reader.onload = () => resolve(String(reader.result))
      reader.readAsText(saved as unknown as Blob)
    })
    const bytes = Buffer.from(text)
    const [known] = await opened.ok('imports.recognise', {
      meetingId: null,
      files: [{ fileName: 'remarques.json', bytes, sizeBytes: bytes.length }],
    })
    expect(known?.arrivals[0]).toMatchObject({ kind: 'returnedMinutes', meetingId: review, isSure: true })
    const file = await read(bytes)
    expect(file.failure).toBe(null)
    expect(
      file.drafts.map(({ kind, beforeText, afterText, author, comment: said }) => [
        kind,
        beforeText,
        afterText,
        author,
        said,
      ]),
    ).toEqual([
      ['change', words, `${words} Ajout.`, 'Camille Exemple', ''],
      ['comment', words, words, 'Camille Exemple', 'Préciser la date.'],
    ])
    expect(file.drafts[0]?.anchor).toBe(place?.getAttribute('data-ancre'))
    expect(file.drafts[0]?.organisation).not.toBe('')
    // A tablet that was closed meanwhile finds them again.
    expect(
      JSON.parse(dom.window.localStorage.getItem(dom.window.localStorage.key(0) ?? '') ?? '{}').remarks,
    ).toHaveProperty(place?.getAttribute('data-ancre') ?? '')
  })

  it('without minutes to read takes remarks on the agenda', async () => {
    const [[, page] = ['', '']] = await write(next)
    const { document } = opening(page).window
    const place = document.querySelector('[data-ancre]')
    const remark = { anchor: place?.getAttribute('data-ancre'), text: place?.textContent, wanted: '' }
    const file = await read(remarksOf({ meetingId: next, paper: 'agenda' }, remark), next, 'agenda')
    expect(file.drafts).toMatchObject([{ kind: 'comment', comment: 'z', beforeText: place?.textContent }])
  })
})

describe('a file of remarks', () => {
  it('of another meeting, of the other paper or of no paragraph is refused', async () => {
    expect((await read(remarksOf({ meetingId: next }))).failure).toBe('other-meeting')
    expect((await read(remarksOf({ paper: 'agenda' }))).failure).toBe('not-ours')
    expect((await read(remarksOf())).failure).toBe('not-ours')
  })

  it.each([
    ['a field too many', remarksOf({ more: 1 })],
    ['no identifier', remarksOf({ meetingId: '../../etc' })],
    ['a word for a list', Buffer.from(`{"format":"${REMARKS_FORMAT}","remarks":"x"}`)],
    ['an end that is missing', remarksOf().subarray(0, 150)],
    ['too long a text', remarksOf({}, { comment: 'x'.repeat(1_000_000) })],
    ['other signs', Buffer.concat([remarksOf().subarray(0, -2), Buffer.from([0xff, 0xfe])])],
  ])('with %s is refused whole', async (_, bytes) => {
    expect((await read(bytes)).failure).toBe('file-damaged')
  })

  it('too large is refused', async () => {
    expect((await read(Buffer.concat([remarksOf(), Buffer.alloc(4_000_001, 32)]))).failure).toBe(
      'file-too-large',
    )
  })
})

it('nothing of another member is in it', async () => {
  const organisations = (await opened.ok('directory.list', {})).organisations
  const [, stranger] = organisations.filter(({ acronym }) =>
    [...pages.keys()].some((name) => name.includes(acronym) && acronym !== ''),
  )
  if (stranger === undefined) throw new Error('the sample has one member only')
  const approved = (await opened.ok('meetings.list', { year: null })).find(
    ({ minutesState }) => minutesState === 'approved',
  )
  const { items } = await opened.ok('agenda.list', { meetingId: approved?.id ?? '' })
  const Database = (await import('better-sqlite3')).default
  await opened.restart(() => {
    const db = new Database(join(opened.folder, 'seances.sqlite'))
    db.prepare(
      `INSERT INTO item_position (id, version, meeting_id, item_id, organisation, organisation_id, stance, words)
       VALUES (?, 1, ?, ?, ?, ?, 'reserves', ?)`,
    ).run(newId(), approved?.id, items[0]?.id, stranger.name, stranger.id, other)
    db.close()
  })
  const holding = [...(await write(review))].filter(([, page]) => page.includes(other)).map(([name]) => name)
  expect(holding).toHaveLength(1)
  expect(holding[0]).toContain(stranger.acronym || stranger.name)
})
