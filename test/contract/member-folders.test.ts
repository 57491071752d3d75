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
const opening = (page: string, beforeParse: (window: Window) => void = () => undefined) =>
  new JSDOM(page, { url: 'https://dossier.invalid/', runScripts: 'dangerously', beforeParse })
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
  await plantSecrets(opened)
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
      ({ tagName, textContent }) =>
        tagName === 'P' && (textContent ?? '').length > 60 && page.includes(textContent?.trim() ?? ''),
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
    document.getElementById('enregistrer')?.click()
    expect(saved).toBeNull()
    expect(document.getElementById('etat')?.textContent).toContain('votre nom')
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
    const key = dom.window.localStorage.key(0) ?? ''
    const stored = dom.window.localStorage.getItem(key) ?? ''
    const shown = (text: string) => {
      const again = opening(text, (window) => window.localStorage.setItem(key, stored)).window.document
      return [
        again.querySelector('textarea')?.value ?? null,
        again.getElementById('etat')?.textContent?.split('.')[0],
      ]
    }
    expect(shown(page)).toEqual(['Préciser la date.', 'Une remarque'])
    // On the next draft another paragraph has the name that this one had.
    const next = page.replace(words, 'Une tout autre phrase.')
    expect(next).not.toBe(page)
    expect(shown(next)).toEqual([null, 'Aucune remarque pour l’instant'])
  })

  it('with approved minutes calls them so and takes no remarks', async () => {
    const meetings = await opened.ok('meetings.list', { year: null })
    const approved = meetings.find(({ minutesState }) => minutesState === 'approved')
    for (const page of (await write(approved?.id ?? '')).values()) {
      const { document } = opening(page).window
      expect([...document.querySelectorAll('h2')].map(({ textContent }) => textContent)).toContain(
        'Compte rendu approuvé',
      )
      expect(page).not.toContain('Projet de compte rendu')
      expect(document.querySelectorAll('#remarques, button, script')).toHaveLength(0)
    }
  })

  it('without minutes to read takes remarks on the agenda', async () => {
    const [[, page] = ['', '']] = await write(next)
    const { document } = opening(page).window
    const place = document.querySelector('[data-ancre]')
    // What is said of an item stands with its title.
    const [item] = document.querySelectorAll('.points > li:has(.mention)')
    expect([...(item?.children ?? [])].map(({ className }) => className)).toEqual([
      '',
      'mention',
      'remarque',
      'panneau',
    ])
    const remark = { anchor: place?.getAttribute('data-ancre'), text: place?.textContent, wanted: '' }
    const file = await read(remarksOf({ meetingId: next, paper: 'agenda' }, remark), next, 'agenda')
    expect(file.drafts).toMatchObject([{ kind: 'comment', comment: 'z', beforeText: place?.textContent }])
    expect(file.circle).toBe('members')
  })
})

describe('a file of remarks', () => {
  /** The first paragraph of the minutes that is long enough to be known again. */
  const paragraph = () => {
    const [[, page] = ['', '']] = pages
    const place = [...opening(page).window.document.querySelectorAll('[data-ancre]')].find(
      ({ tagName, textContent }) => tagName === 'P' && (textContent ?? '').length > 60,
    )
    return { anchor: place?.getAttribute('data-ancre') ?? '', text: place?.textContent?.trim() ?? '' }
  }

  it.each(['', 'Camille Exemple'])(
    'speaks for the organisation that it says, signed “%s”',
    async (author) => {
      const { organisations } = await opened.ok('directory.list', {})
      const own = organisations.find(({ acronym }) => acronym !== '')
      const remarks = remarksOf({ author, organisation: own?.acronym }, paragraph())
      const known = { organisation: own?.acronym, organisationId: own?.id, isSure: true }
      expect((await read(remarks)).authors).toEqual([{ author, count: 1, ...known }])
    },
  )

  it('keeps a wording whose paragraph is another by now as an observation of the whole', async () => {
    const gone = { anchor: 'x', text: 'Un passage qui n’est plus.', comment: '', wanted: 'Un autre passage.' }
    const bytes = JSON.parse(remarksOf({}, paragraph()).toString()) as { remarks: object[] }
    bytes.remarks.push({ ...bytes.remarks[0], ...gone })
    const { drafts } = await read(Buffer.from(JSON.stringify(bytes)))
    expect(drafts).toHaveLength(2)
    expect(drafts[1]).toMatchObject({ kind: 'comment', itemId: null })
    expect(drafts[1]?.comment).toContain('Un autre passage.')
    expect(drafts[1]?.comment).toContain('Un passage qui n’est plus.')
  })

  it('saved again with one more has the others as known', async () => {
    const bytes = remarksOf({}, { ...paragraph(), comment: 'Première remarque.' })
    const { fileName, sha256, minutesVersionId, circle, drafts } = await read(bytes)
    const files = [{ fileName, sha256, minutesVersionId, circle, drafts }]
    await opened.ok('observations.take', { meetingId: review, paper: 'minutes', files })
    const more = JSON.parse(bytes.toString()) as { remarks: object[] }
    more.remarks.push({ ...more.remarks[0], comment: 'Seconde remarque.', at: '2026-11-21T08:00:00.000Z' })
    const again = await read(Buffer.from(JSON.stringify(more)))
    expect(again.drafts.map(({ comment, isKnown }) => [comment, isKnown])).toEqual([
      ['Première remarque.', true],
      ['Seconde remarque.', false],
    ])
  })

  it('saved again with a comment beside a wording has the wording as known', async () => {
    const { anchor, text } = paragraph()
    const wanted = `${text} Suite voulue.`
    const bytes = remarksOf({}, { anchor, text, wanted, comment: '' })
    const { fileName, sha256, minutesVersionId, circle, drafts } = await read(bytes)
    const files = [{ fileName, sha256, minutesVersionId, circle, drafts }]
    await opened.ok('observations.take', { meetingId: review, paper: 'minutes', files })
    const later = { comment: 'Voir le décret.', at: '2026-11-22T08:00:00.000Z' }
    const again = await read(remarksOf({}, { anchor, text, wanted, ...later }))
    expect(again.drafts.map(({ kind, isKnown }) => [kind, isKnown])).toEqual([
      ['change', true],
      ['comment', false],
    ])
  })

  it('that asks for nothing says so', async () => {
    const { text, anchor } = paragraph()
    const file = await read(remarksOf({}, { anchor, text, wanted: text, comment: ' ' }))
    expect(file.failure).toBe('no-difference')
  })

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
    const { failure, limit } = await read(Buffer.concat([remarksOf(), Buffer.alloc(4 * 1024 * 1024 + 1, 32)]))
    expect({ failure, limit }).toEqual({
      failure: 'file-too-large',
      limit: { of: 'fileBytes', most: 4 * 1024 * 1024 },
    })
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
  // As if it had been taken before the approval, which lets nothing in since.
  await opened.byHand(
    `INSERT INTO item_position (id, version, meeting_id, item_id, organisation, organisation_id, stance, words)
     VALUES ('${newId()}', 1, '${approved?.id}', '${items[0]?.id}', '${stranger.name.replaceAll("'", "''")}', '${stranger.id}', 'reserves', '${other}')`,
  )
  const holding = [...(await write(review))].filter(([, page]) => page.includes(other)).map(([name]) => name)
  expect(holding).toHaveLength(1)
  expect(holding[0]).toContain(stranger.acronym || stranger.name)
})
