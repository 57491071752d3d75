// A file that its reader saves again has other bytes: what it asks was asked before.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { agendaMeeting } from '../fixtures/returned/source/meetings.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'
import { writtenMeeting } from './returned-meeting.ts'

let opened: OpenedCore
let meetingId: string
beforeEach(async () => {
  opened = await openTestCore()
})
afterEach(() => opened.dispose())

/** A returned file as it is saved once more, with what was edited since. */
function saved(name: string, comment: string, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(
    readFileSync(fileURLToPath(new URL(`../fixtures/returned/${name}`, import.meta.url))),
  )
  const edited = Object.entries(parts).map(([part, bytes]) => {
    if (!/^word\/(?:document|comments)\.xml$/u.test(part)) return [part, bytes] as const
    return [part, strToU8(edit(strFromU8(bytes)))] as const
  })
  return zipSync({ ...Object.fromEntries(edited), 'docProps/custom.txt': strToU8(comment) }, { level: 0 })
}
/** Of whoever has their name taken out of what they send. */
const unsigned = (comment: string, edit: (xml: string) => string = (xml) => xml) =>
  saved('tracked.docx', comment, (xml) => edit(xml.replace(/w:author="[^"]*"/gu, 'w:author="Auteur"')))
async function readOne(bytes: Uint8Array, paper: 'minutes' | 'agenda' = 'minutes') {
  const [file] = await opened.ok('observations.readFiles', {
    meetingId,
    paper,
    files: [{ fileName: 'relu.docx', bytes }],
  })
  if (file === undefined) throw new Error('no answer')
  return file
}
async function take(
  { fileName, sha256, minutesVersionId, circle, drafts }: Awaited<ReturnType<typeof readOne>>,
  paper: 'minutes' | 'agenda' = 'minutes',
) {
  const files = [{ fileName, sha256, minutesVersionId, circle, drafts }]
  return opened.ok('observations.take', { meetingId, paper, files })
}

describe('of minutes', () => {
  beforeEach(async () => {
    ;({ meetingId } = await writtenMeeting(opened))
    await opened.ok('minutesVersions.keep', { meetingId, note: '' })
  })

  it('is known though nobody signed it, and what it has more is not', async () => {
    const first = await readOne(unsigned('un'))
    expect(first.drafts.filter(({ isKnown }) => isKnown)).toEqual([])
    const [left] = first.drafts
    if (left === undefined) throw new Error('no draft')
    // One is left out by hand: it is not asked again by itself.
    const drafts = first.drafts.slice(1)
    expect(await take({ ...first, drafts })).toEqual({ added: drafts.length, known: 0 })
    const again = await readOne(unsigned('deux'))
    expect(again.sha256).not.toBe(first.sha256)
    const fresh = again.drafts.filter(({ isKnown }) => !isKnown)
    expect(fresh.map(({ place, afterText, comment }) => [place, afterText, comment])).toEqual([
      [left.place, left.afterText, left.comment],
    ])
  })

  it('is somebody else’s where it holds only some of what was asked', async () => {
    const first = await readOne(unsigned('un'))
    await take(first)
    const inserted = /<w:ins [^>]*>.*?<\/w:ins>/su
    const other = await readOne(unsigned('deux', (xml) => xml.replace(inserted, '')))
    expect(other.drafts.length).toBeGreaterThan(1)
    expect(other.drafts.filter(({ isKnown }) => isKnown)).toEqual([])
  })

  it('is somebody else’s where one change alike is all that was kept', async () => {
    const first = await readOne(unsigned('un'))
    await take({ ...first, drafts: first.drafts.slice(0, 1) })
    const other = await readOne(unsigned('deux'))
    expect(other.drafts.length).toBeGreaterThan(1)
    expect(other.drafts.filter(({ isKnown }) => isKnown)).toEqual([])
  })
})

describe('of an agenda', () => {
  beforeEach(async () => {
    ;({ meetingId } = await writtenMeeting(opened, agendaMeeting()))
  })
  const agenda = (comment: string, edit: (xml: string) => string = (xml) => xml) =>
    saved('agenda-corrected.docx', comment, edit)
  const unknown = ({ drafts }: Awaited<ReturnType<typeof readOne>>) =>
    drafts.flatMap(({ isKnown, author, afterText }) => (isKnown ? [] : [[author, afterText]]))
  const acceptAll = async () => {
    for (const { id, version } of await opened.ok('observations.list', { meetingId })) {
      const answer = { state: 'accepted' as const, answer: '', write: true, over: null }
      await opened.ok('observations.decide', { id, version, ...answer })
    }
  }

  it.each([
    ['that a message took', () => opened.ok('agenda.submit', { meetingId, to: 'Présidence' })],
    ['that was handed out by hand', () => Promise.resolve()],
  ])('%s, it is compared with what it was made of, whatever was accepted of it', async (_, leave) => {
    await leave()
    const first = await readOne(agenda('un'), 'agenda')
    expect(first.drafts.length).toBeGreaterThan(3)
    expect(unknown(first)).toHaveLength(first.drafts.length)
    expect(await take(first, 'agenda')).toEqual({ added: first.drafts.length, known: 0 })
    expect(unknown(await readOne(agenda('deux'), 'agenda'))).toEqual([])
    await acceptAll()
    const again = await readOne(agenda('trois'), 'agenda')
    expect(again.drafts).toHaveLength(first.drafts.length)
    expect(unknown(again)).toEqual([])
    const more = await readOne(
      agenda('quatre', (xml) => xml.replace(/(<w:ins [^>]*>.*?) de raccordement/su, '$1 d’essai')),
      'agenda',
    )
    expect(unknown(more)).toEqual([['Claire Vasseur', expect.stringMatching(/calendrier d’essai$/u)]])
  })

  it('is asked once more where somebody ticks what is known', async () => {
    await take(await readOne(agenda('un'), 'agenda'), 'agenda')
    const again = await readOne(agenda('deux'), 'agenda')
    const [wanted] = again.drafts
    if (wanted === undefined) throw new Error('no draft')
    expect(await take({ ...again, drafts: [wanted] }, 'agenda')).toEqual({ added: 1, known: 0 })
  })

  it('unsigned, it is known too', async () => {
    const bare = (comment: string) =>
      agenda(comment, (xml) => xml.replace(/w:author="[^"]*"/gu, 'w:author="Auteur"'))
    await take(await readOne(bare('un'), 'agenda'), 'agenda')
    expect(unknown(await readOne(bare('deux'), 'agenda'))).toEqual([])
  })
})
