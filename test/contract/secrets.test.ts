import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  DocumentKind,
  type DocumentSubject,
  formatsOf,
  MeetingDocumentKind,
  type ProducedFormat,
} from '../../electron/contract/documents.ts'
import { DispatchKind } from '../../electron/domain/dispatch/dispatch.ts'
import { forkRunner } from '../../electron/jobs/fork-runner.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { askedOf } from '../asked.ts'
import { everyText, folded } from '../documents-check/every-text.ts'
import { entryOf } from '../entry.ts'
import { oneApproves } from './minutes-world.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'
import { addresses, plantSecrets, secretOf, secrets } from './secret-fields.ts'

/** Who works at the desk, as the journal names them: never on a paper. */
const USER = 'zqxutilisateur'
/** Planted where everybody may read it: the search must find it everywhere it should. */
const PUBLIC = 'zqxpublic'

let opened: OpenedCore
let out: string
let next: string
let written: string
let projectId: string
const corrigendumId = newId()
let classified: Awaited<ReturnType<typeof plantSecrets>>

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'seances-secrets-'))
  opened = await openTestCore({ who: USER })
  await opened.ok('sample.load', {})
  const meetings = await opened.ok('meetings.list', { year: null })
  next = meetings.find(({ state }) => state === 'planned')?.id ?? ''
  written = meetings.find(({ minutesState }) => minutesState === 'review')?.id ?? ''
  const { items } = await opened.ok('agenda.list', { meetingId: next })
  const item = items.find(({ kind }) => kind === 'item')
  if (item === undefined) throw new Error('the sample has no item')
  await twoVersions(item)
  await twoFiles(item.id)
  await correctApproved()
  await opened.ok('observations.add', {
    id: newId(),
    meetingId: written,
    paper: 'minutes',
    circle: 'members',
    fields: { comment: 'Préciser le calendrier.', organisation: 'Association de démonstration' },
  })
  // What was corrected inside is nobody else's.
  await opened.ok('observations.add', {
    id: newId(),
    meetingId: written,
    paper: 'minutes',
    circle: 'internal',
    fields: { comment: `Correction ${USER}`, organisation: `Bureau ${USER}` },
  })
  projectId = (await opened.ok('projects.list', {}))[0]?.id ?? ''
  classified = await plantSecrets(opened)
}, 120_000)

afterAll(async () => {
  await opened.dispose()
  rmSync(out, { recursive: true, force: true })
})

async function twoVersions(item: { id: string; version: number }): Promise<void> {
  const publish = async () => {
    await opened.ok('agenda.submit', { meetingId: next, to: 'Camille Essai' })
    await opened.ok('agenda.validate', { meetingId: next, by: 'Camille Essai' })
    await opened.ok('agenda.publish', { meetingId: next })
  }
  await publish()
  const patch = { title: `Point ${PUBLIC}`, presenter: 'Camille Essai', note: 'à remplacer' }
  await opened.ok('agenda.update', { id: item.id, version: item.version, patch })
  await publish()
}

/** Minutes of a meeting of their own, approved, then corrected. */
async function correctApproved(): Promise<void> {
  const fields = { date: '2026-10-01', title: 'Séance corrigée' }
  const { id: meetingId } = await opened.ok('meetings.create', { fields, fromTemplate: true })
  for (const state of ['convened', 'held'] as const) {
    const { version } = (await opened.ok('meetings.get', { id: meetingId })).meeting
    await opened.ok('meetings.setState', { id: meetingId, version, state })
  }
  let minutes: { id: string; version: number } = (await opened.ok('minutes.start', { meetingId })).minutes
  for (const state of ['internalReview', 'review', 'validated'] as const)
    minutes = await opened.ok('minutes.setState', { id: minutes.id, version: minutes.version, state })
  await oneApproves(opened, meetingId)
  const approvedOn = '2026-11-20'
  const choice = { mode: 'written', approvingMeetingId: null, itemId: null } as const
  await opened.ok('approval.approve', {
    meetingId,
    ...choice,
    approvedOn,
    corrections: '',
    asked: await askedOf(opened.ok, meetingId),
  })
  await opened.ok('approval.addCorrigendum', {
    id: corrigendumId,
    meetingId,
    fields: {
      itemId: null,
      place: 'Point 1',
      beforeText: 'dix',
      afterText: 'onze',
      reason: 'Erreur de frappe.',
      decidedOn: '2026-11-24',
    },
  })
}

/** One for members; one for the secretariat alone, whose very content is secret too. */
async function twoFiles(itemId: string): Promise<void> {
  const add = (fileName: string, words: string) =>
    opened.ok('attachments.add', {
      meetingId: next,
      itemId,
      file: { fileName, bytes: new TextEncoder().encode(words) },
    })
  await add('note publique.txt', 'Une note pour les membres.')
  const listed = await add('note interne.txt', secretOf({ table: 'attachment', column: 'title' }))
  const secret = listed.find(({ fileName }) => fileName === 'note interne.txt')
  if (secret === undefined) throw new Error('not added')
  const { id, version } = secret
  await opened.ok('attachments.update', { id, version, patch: { circulation: 'secretariat' } })
}

const words = [...secrets.map(secretOf), USER]
const mailboxes = new Set(addresses.map(secretOf))

/** Where a secret word stands in a file; `allowed` may stand in it. */
async function leaks(
  name: string,
  bytes: Uint8Array,
  allowed: ReadonlySet<string> = new Set(),
): Promise<string[]> {
  const sought = [...words, basename(opened.folder)].filter((word) => !allowed.has(word)).map(folded)
  const found = await everyText(name, bytes)
  return found.flatMap(({ where, text }) => {
    const letters = folded(text)
    return sought.filter((word) => letters.includes(word)).map((word) => `${word} in ${where}`)
  })
}

function filesUnder(folder: string): { name: string; bytes: Uint8Array }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return { name: relative(folder, path), bytes: new Uint8Array(readFileSync(path)) }
    })
}

/** Every document there is, of the meeting ahead and of the one whose minutes are written. */
const others: Readonly<Record<Exclude<DocumentKind, MeetingDocumentKind>, () => DocumentSubject[]>> = {
  meetingBook: () => [
    { kind: 'meetingBook', meetingId: next, circulation: 'members' },
    { kind: 'meetingBook', meetingId: next, circulation: 'secretariat' },
  ],
  projectSheet: () => [{ kind: 'projectSheet', projectId }],
  watchBulletin: () => [
    { kind: 'watchBulletin', from: '2026-11-01', to: '2026-11-30', scope: 'whole' },
    { kind: 'watchBulletin', from: '2026-11-01', to: '2026-11-30', scope: 'news' },
  ],
  yearlyReport: () => [{ kind: 'yearlyReport', from: '2026-01-01', to: '2026-12-31' }],
  corrigendum: () => [{ kind: 'corrigendum', corrigendumId }],
}

function subjectsOf(kind: DocumentKind): DocumentSubject[] {
  const ofMeeting = MeetingDocumentKind.safeParse(kind)
  if (ofMeeting.success) return [next, written].map((meetingId) => ({ kind: ofMeeting.data, meetingId }))
  return others[kind as keyof typeof others]()
}

/** Writes it as it leaves, with whatever lies beside it; null where the meeting has no such document yet. */
async function exported(subject: DocumentSubject, format: ProducedFormat) {
  const folder = mkdtempSync(join(out, 'document-'))
  const named = await opened.core.internal('proposedFileName', { subject })
  if (!named.ok) return null
  const path = join(folder, named.value.fileName.replace(/pdf$/, format))
  const saved = await opened.core.internal('writeDocument', { subject, format, path })
  return saved.ok ? filesUnder(folder) : null
}

/** The level at which a model says that it circulates; a document that says nothing is for everybody. */
async function isInternal(subject: DocumentSubject): Promise<boolean> {
  if ('circulation' in subject) return subject.circulation === 'secretariat'
  const [file] = (await exported(subject, 'json')) ?? []
  const model: unknown = file === undefined ? {} : JSON.parse(Buffer.from(file.bytes).toString('utf8'))
  return (
    typeof model === 'object' &&
    model !== null &&
    'circulation' in model &&
    model.circulation === 'secretariat'
  )
}

describe('the planted words', () => {
  it('stand in every internal column, and no text column is unclassified', () => {
    expect(classified.unknown).toEqual([])
    const tables = new Set(classified.planted.map(({ table }) => table))
    for (const table of [
      'person',
      'agenda_item',
      'subject',
      'subject_message',
      'attachment',
      'reply',
      'observation',
    ])
      expect(tables).toContain(table)
  })

  it('are read back by the window: they are in the data, not only in the file', async () => {
    const { items } = await opened.ok('agenda.list', { meetingId: next })
    expect(items[0]?.note).toBe(secretOf({ table: 'agenda_item', column: 'note' }))
  })
})

describe('what leaves says nothing internal', () => {
  it.each(DocumentKind.options)(
    '%s, in every format',
    async (kind) => {
      const formats: ProducedFormat[] = [
        ...formatsOf(kind),
        ...(kind === 'meetingBook' ? [] : ['json' as const]),
      ]
      const made = new Set<string>()
      for (const subject of subjectsOf(kind)) {
        if (await isInternal(subject)) made.add('internal')
        else
          for (const format of formats)
            for (const { name, bytes } of (await exported(subject, format)) ?? []) {
              made.add(format)
              expect(await leaks(name, bytes)).toEqual([])
            }
      }
      if (!made.has('internal')) expect([...made].toSorted()).toEqual(formats.toSorted())
    },
    120_000,
  )

  it('but for what says itself that it is for the secretariat alone: there the search finds the notes', async () => {
    const subjects = DocumentKind.options.flatMap(subjectsOf)
    const internal = []
    for (const subject of subjects) if (await isInternal(subject)) internal.push(subject)
    const inside = []
    for (const subject of internal)
      for (const { name, bytes } of (await exported(subject, 'pdf')) ?? [])
        inside.push(...(await leaks(name, bytes)))
    expect(inside.some((leak) => leak.startsWith(secretOf({ table: 'agenda_item', column: 'note' })))).toBe(
      true,
    )
    // The greater part is for everybody.
    expect(internal.length).toBeLessThan(subjects.length / 3)
  }, 120_000)

  it('every message, its calendar file and its documents; addresses stand in its headers alone', async () => {
    const made: string[] = []
    for (const kind of DispatchKind.options)
      for (const meetingId of [next, written]) {
        const prepared = await opened.core.call('dispatch.prepare', { meetingId, kind, itemId: null })
        const [view] = prepared.ok ? prepared.value : []
        if (view === undefined) continue
        const { id } = view.dispatch
        const folder = mkdtempSync(join(out, 'message-'))
        const documents = join(folder, 'documents')
        mkdirSync(documents)
        await opened.core.internal('writeDispatchDocuments', { id, folder: documents })
        await opened.core.internal('writeDocument', {
          subject: { kind: 'message', id },
          format: 'eml',
          path: join(folder, 'message.eml'),
        })
        for (const { name, bytes } of filesUnder(folder)) {
          made.push(name)
          const mayNamePersons = name.endsWith('.eml') || name.endsWith('.ics')
          expect(await leaks(name, bytes, mayNamePersons ? mailboxes : undefined)).toEqual([])
        }
      }
    expect(made.filter((name) => name.endsWith('.eml')).length).toBeGreaterThan(3)
    expect(made.some((name) => name.endsWith('.ics'))).toBe(true)
  }, 240_000)

  it('the projection folder, and the blank sheet', async () => {
    const place = mkdtempSync(join(out, 'projection-'))
    await opened.core.internal('buildProjection', { meetingId: next, place, withPdf: false, pdfs: [] })
    await opened.core.internal('writeDocument', {
      subject: { kind: 'sheet', subjectId: null },
      format: 'docx',
      path: join(place, 'fiche.docx'),
    })
    const files = filesUnder(place)
    expect(files.map(({ name }) => basename(name))).toContain('fiche.docx')
    expect(files.length).toBeGreaterThan(2)
    for (const { name, bytes } of files) expect(await leaks(name, bytes)).toEqual([])
  })
})

describe('the search itself', () => {
  it.each(formatsOf('timedAgenda'))('finds in %s a word that everybody may read', async (format) => {
    const [file] = (await exported({ kind: 'timedAgenda', meetingId: next }, format)) ?? []
    if (file === undefined) throw new Error('not made')
    const texts = await everyText(file.name, file.bytes)
    expect(texts.filter(({ text }) => folded(text).includes(PUBLIC))).not.toEqual([])
  })

  it('catches a model that leaks, in every format, in its words, its names and its metadata', async () => {
    const [file] = (await exported({ kind: 'timedAgenda', meetingId: next }, 'json')) ?? []
    const model = JSON.parse(Buffer.from(file?.bytes ?? []).toString('utf8')) as { head: Head }
    const secret = secretOf({ table: 'agenda_item', column: 'note' })
    const { head } = model
    const leaking: Record<string, Head> = {
      words: { ...head, notice: `Note : ${secret}` },
      metadata: { ...head, metadata: { ...head.metadata, description: secret } },
    }
    const jobs = forkRunner(entryOf('job'))
    try {
      for (const [where, head] of Object.entries(leaking)) {
        const leaked = { ...model, head }
        const pdf = await jobs.run('renderPdf', { model: leaked, images: [] })
        expect(await leaks('odj.pdf', pdf.bytes), `${where} in pdf`).not.toEqual([])
        for (const format of ['docx', 'odt', 'html'] as const) {
          const { bytes } = await jobs.run('renderFlowing', {
            model: leaked,
            images: [],
            format,
            template: null,
          })
          expect(await leaks(`odj.${format}`, bytes), `${where} in ${format}`).not.toEqual([])
        }
      }
    } finally {
      jobs.close()
    }
    const name = `${createHash('sha256').digest('hex').slice(0, 4)}_${secret}.txt`
    expect(await leaks(name, new Uint8Array(3))).not.toEqual([])
    expect(
      await leaks(
        'm.eml',
        Buffer.from(`Subject: =?utf-8?B?${Buffer.from(secret).toString('base64')}?=\r\n\r\n`),
      ),
    ).not.toEqual([])
  }, 120_000)
})

type Head = { notice: string; metadata: { description: string } }
