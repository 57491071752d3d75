// A file that its reader saves again has other bytes: what it asks was asked before.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type OpenedCore, openTestCore } from './open-core.ts'
import { writtenMeeting } from './returned-meeting.ts'

let opened: OpenedCore
let meetingId: string
beforeEach(async () => {
  opened = await openTestCore()
  ;({ meetingId } = await writtenMeeting(opened))
  await opened.ok('minutesVersions.keep', { meetingId, note: '' })
})
afterEach(() => opened.dispose())

/** Of whoever has their name taken out of what they send. */
function unsigned(comment: string, edit: (xml: string) => string = (xml) => xml): Uint8Array {
  const parts = unzipSync(
    readFileSync(fileURLToPath(new URL('../fixtures/returned/tracked.docx', import.meta.url))),
  )
  const signed = Object.entries(parts).map(([name, bytes]) => {
    if (!/^word\/(?:document|comments)\.xml$/u.test(name)) return [name, bytes] as const
    const xml = strFromU8(bytes).replace(/w:author="[^"]*"/gu, 'w:author="Auteur"')
    return [name, strToU8(edit(xml))] as const
  })
  return zipSync({ ...Object.fromEntries(signed), 'docProps/custom.txt': strToU8(comment) }, { level: 0 })
}
async function readOne(bytes: Uint8Array) {
  const [file] = await opened.ok('observations.readFiles', {
    meetingId,
    paper: 'minutes',
    files: [{ fileName: 'relu.docx', bytes }],
  })
  if (file === undefined) throw new Error('no answer')
  return file
}
async function take({
  fileName,
  sha256,
  minutesVersionId,
  circle,
  drafts,
}: Awaited<ReturnType<typeof readOne>>) {
  const files = [{ fileName, sha256, minutesVersionId, circle, drafts }]
  return opened.ok('observations.take', { meetingId, paper: 'minutes', files })
}

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
