// What is for the secretariat alone reaches nobody who only reads: neither by a method, nor by what they say to the server
// themselves. A word stands in each column of theirs; the secretariat must find it where readers must not.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DocumentSubject, MeetingDocumentKind } from '../../electron/contract/documents.ts'
import { contract, type Input, type Method } from '../../electron/contract/index.ts'
import { openData } from '../../electron/db/open.ts'
import type { TeamAddress } from '../../electron/db/postgres/address.ts'
import { giveRows } from '../../electron/db/postgres/carry.ts'
import { connect } from '../../electron/db/postgres/line.ts'
import { type TeamRole, teamRoles } from '../../electron/domain/data/team.ts'
import { openCore } from '../../electron/features/core.ts'
import { newId } from '../../electron/features/new-id.ts'
import { demoRows } from '../../electron/features/settings/sample/demo.ts'
import { insertDemo } from '../../electron/features/settings/sample/insert.ts'
import { forkRunner } from '../../electron/jobs/fork-runner.ts'
import { readIn, unwatched } from '../contract/open-core.ts'
import { plantSecrets, secretOf } from '../contract/secret-fields.ts'
import { entryOf } from '../entry.ts'
import { sampleOf } from '../perf/core-bench.ts'
import { inputs } from '../perf/core-methods.ts'
import { takeOne } from '../perf/delivery-bench.ts'
import type { Sample, Timed } from '../perf/method-inputs.ts'
import { takeOldFiles } from '../perf/old-files-methods.ts'
import { Desk } from './desk.ts'
import { PASSWORD, startServer, type TestServer } from './server.ts'

/** Columns of the secretariat's that a colleague who reads along may see: the directory, who did what, its tasks. */
const shownToReaders: Readonly<Record<string, readonly string[]>> = {
  person: ['email', 'phone', 'copy_emails', 'other_names'],
  agenda_status: ['submitted_to', 'validated_by'],
  agenda_version: ['published_by', 'validated_by'],
  dispatch: ['sent_by'],
  produced_document: ['file_name', 'produced_by'],
  observation: ['source_file_name'],
  logo: ['file_name'],
  document_style: ['minutes_template', 'agenda_template'],
  shared_file: ['relative_path'],
  back_plan_line: ['title'],
  meeting_task: ['title'],
  follow_up_step: ['who'],
  watch_delivery: ['who', 'name'],
}

let server: TestServer
let folder: string
let desks: Readonly<Record<TeamRole, Desk>>
let sample: Sample
let base: TeamAddress
/** Those that a reader must never be told. */
let hidden: readonly string[]
const jobs = forkRunner(entryOf('job'))

beforeAll(async () => {
  server = await startServer()
  base = await server.newBase()
  folder = mkdtempSync(join(tmpdir(), 'seances-readers-'))
  const clock = () => new Date('2026-11-24T09:00:00.000Z')
  const open = () =>
    openData(folder, { beforeMigration: async () => undefined, slow: () => undefined, clock })
  const made = await open()
  await made.db
    .transaction()
    .execute((tx) => insertDemo(tx, demoRows({ seed: 'inp', years: 2, end: '2026-11-24' })))
  made.close()
  const { planted, unknown } = await plantSecrets({
    byHand: async (sql) => unwatched(folder, sql),
    rows: async (sql) => readIn(folder, sql),
  })
  expect(unknown).toEqual([])
  const openOwn = () =>
    openCore({
      ...{ dataFolder: folder, who: 'Léa', emit: () => undefined, log: () => undefined, clock },
      runJob: jobs.run,
    })
  const before = await openOwn()
  await takeOne(before)
  await takeOldFiles(before, folder, 1)
  await before.close()
  hidden = [
    ...planted.filter(({ table, column }) => shownToReaders[table]?.includes(column) !== true).map(secretOf),
    ...beside,
  ]
  const desk = await open()
  addBeside(desk.sqlite)
  const client = await connect(base, PASSWORD)
  await client.query('BEGIN')
  await giveRows(client, desk.sqlite, () => undefined)
  await client.query('COMMIT')
  await client.end()
  desk.close()
  const own = await openOwn()
  const opened = teamRoles.map(async (role) => [
    role,
    await Desk.open('', await server.as(base, `${role}_1`, role), { clock, runJob: jobs.run }),
  ])
  desks = Object.fromEntries(await Promise.all(opened))
  sample = { ...(await sampleOf(own, folder)), call: (method, input) => desks.secretariat.ok(method, input) }
  await own.close()
})
afterAll(async () => {
  for (const desk of Object.values(desks)) await desk.close()
  jobs.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** What else is for the secretariat alone, of which the demo has nothing; each row says a word of its own. */
const beside = [
  'approvalreply',
  'sessionline',
  'subjectfile',
  'sending',
  'learntlayout',
  'notebook',
  'erasure',
  'attachment',
  'takenfile',
  'takeoverfile',
  'observation',
  'generatedsection',
].map((table) => `zqxrangee${table}`)

function addBeside(desk: Database.Database): void {
  const of = (table: string) =>
    String(desk.prepare(`SELECT id FROM "${table}" ORDER BY id DESC LIMIT 1`).pluck().get())
  const [meeting, person, subject, section] = ['meeting', 'person', 'subject', 'minutes_section'].map(of)
  const word = (table: string) => `zqxrangee${table}`
  const text = (table: string) =>
    JSON.stringify({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: word(table) }] }],
    })
  const add = (table: string, row: Readonly<Record<string, unknown>>) => {
    const columns = Object.keys(row)
    desk
      .prepare(`INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
      .run(...Object.values(row))
  }
  const id = newId(new Date('2026-11-20T09:00:00.000Z'))
  const at = '2026-11-20T09:00:00.000Z'
  const hash = 'a'.repeat(64)
  const file = { file_name: 'piece.pdf', sha256: hash, size_bytes: 1 }
  add('approval_reply', {
    id,
    version: 1,
    meeting_id: meeting,
    person_id: person,
    answer: 'approves',
    words: word('approvalreply'),
    answered_at: at,
  })
  add('session_line', {
    ...{
      id,
      version: 1,
      meeting_id: meeting,
      at,
      position: 0,
      kind: 'note',
      raw: word('sessionline'),
      text: word('sessionline'),
    },
    ...{ speaker: '', organisation: '', due_words: '', author: 'Léa', state: 'kept' },
  })
  add('subject_file', {
    ...file,
    id,
    version: 1,
    subject_id: subject,
    file_name: `${word('subjectfile')}.pdf`,
    added_at: at,
  })
  add('sending', {
    ...{
      id,
      attempt_id: id,
      dispatch_id: id,
      way: 'server',
      host: 'courriel.exemple.fr',
      message_id: '',
      recipient: word('sending'),
    },
    ...{
      sha256: hash,
      size_bytes: 1,
      state: 'handed',
      prepared_at: at,
      changed_at: at,
      answer: '',
      composition: '',
    },
  })
  add('learnt_layout', {
    id,
    learnt_at: at,
    file_name: word('learntlayout'),
    labels: '["ordre du jour"]',
    habits: '[{"role":"item","look":"list 0 bullet","under":"ordre du jour"}]',
  })
  add('notebook', {
    id,
    version: 1,
    meeting_id: meeting,
    author: word('notebook'),
    file_name: 'notes.txt',
    sha256: hash,
    read_at: at,
    gone: '[]',
  })
  add('erasure', { id, kind: 'person', at, done_by: word('erasure'), removed: 0, rewritten: 0 })
  add('attachment', {
    ...{
      ...file,
      id,
      version: 1,
      meeting_id: meeting,
      title: word('attachment'),
      media_type: 'application/pdf',
    },
    ...{ added_at: at, circulation: 'secretariat' },
  })
  add('taken_file', { id, meeting_id: meeting, text: word('takenfile') })
  add('takeover_file', {
    id,
    path: word('takeoverfile'),
    sha256: hash,
    size_bytes: 1,
    code: 'file-unreadable',
  })
  add('observation', {
    ...{
      id,
      version: 1,
      meeting_id: meeting,
      paper: 'minutes',
      position: 0,
      anchor: '',
      place: '',
      organisation: '',
      author: 'Noé',
    },
    ...{
      kind: 'comment',
      before_text: '',
      after_text: '',
      comment: word('observation'),
      source: 'typed',
      source_file_name: '',
    },
    ...{ state: 'open', answer: '', circle: 'internal', number: 1 },
  })
  add('generated_section', {
    id: section,
    version: 1,
    presentation: text('generatedsection'),
    exchanges: text('generatedsection'),
    at,
  })
}

const toldIn = (said: unknown): string[] => {
  const words = JSON.stringify(said) ?? ''
  return hidden.filter((word) => words.includes(word))
}

describe('what is for the secretariat alone', () => {
  it('stands in the rows of the base, in every table of which readers do not see all', () => {
    expect(hidden.length).toBeGreaterThan(25)
  })

  it('is shown to readers by no table and no view, whatever they ask; to the others by the tables', async () => {
    const shown = async (role: TeamRole) => {
      const client = await connect({ ...base, user: `${role}_1` }, PASSWORD)
      const found: unknown[] = []
      const { rows } = await client.query<{ name: string }>(
        `SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
         WHERE c.relkind IN ('r', 'v') AND n.nspname IN ('inp', 'inp_lecture') AND has_table_privilege(c.oid, 'SELECT') AND has_schema_privilege(n.oid, 'USAGE')`,
      )
      for (const { name } of rows) found.push((await client.query(`SELECT * FROM ${name}`)).rows)
      await client.end()
      return { tables: rows.length, told: toldIn(found) }
    }
    expect(await shown('lecture')).toEqual({ tables: expect.any(Number), told: [] })
    for (const role of ['secretariat', 'administration'] as const) {
      const { tables, told } = await shown(role)
      expect([role, told]).toEqual([role, hidden])
      expect(tables).toBeGreaterThan(60)
    }
  })

  it('is not found out by functions of a reader’s own either', async () => {
    const client = await connect({ ...base, user: 'lecture_1' }, PASSWORD)
    const heard: string[] = []
    client.on('notice', ({ message }) => heard.push(message ?? ''))
    await client.query(
      `CREATE FUNCTION pg_temp.heard(text) RETURNS boolean LANGUAGE plpgsql COST 0.0001 AS $$ BEGIN RAISE NOTICE '%', $1; RETURN true; END $$`,
    )
    await client.query('SELECT count(*) FROM inp_lecture.search_text WHERE pg_temp.heard(title || body)')
    await client.query('SELECT count(*) FROM inp_lecture.agenda_item WHERE pg_temp.heard(title || note)')
    await client.query('SELECT count(*) FROM inp.observation WHERE pg_temp.heard(comment)')
    await client.end()
    expect(heard.length).toBeGreaterThan(100)
    expect(toldIn(heard)).toEqual([])
  })
})

/** Who is answered; to whoever else it is refused, and nothing is written. */
const mayCall = (method: Method): readonly TeamRole[] =>
  contract[method].kind === 'read' ? teamRoles : ['administration', 'secretariat']
const methods = Object.keys(inputs) as Timed[]
const called: Record<TeamRole, Set<string>> = {
  administration: new Set(),
  secretariat: new Set(),
  lecture: new Set(),
}
const written = () =>
  server.query(
    base.database,
    'SELECT (SELECT count(*) FROM inp.team_change) AS acts, (SELECT max(seq) FROM inp.journal_entry) AS entry',
  )

/** What was made for a call goes with it: of most things there is one. */
const lastDone = async (desk: Desk) => (await desk.ok('history.state', {})).undo?.seq ?? 0
async function takeBack(desk: Desk, former: number): Promise<void> {
  while ((await lastDone(desk)) > former) await desk.ok('history.undo', {})
}

describe.each(teamRoles)('%s', (role) => {
  it.each(methods)('may call %s, or is refused', async (method) => {
    const former = { own: await lastDone(desks[role]), made: await lastDone(desks.secretariat) }
    const input = (await inputs[method](sample, 0)) as Input<typeof method>
    const before = await written()
    const said = await desks[role].core.call(method, input)
    if (mayCall(method).includes(role)) {
      if (!said.ok) expect(answersOf(method)).toContain(said.error.code)
    } else {
      expect(refusals).toContain(said.ok ? 'done' : said.error.code)
      expect(await written()).toEqual(before)
    }
    for (const word of toldIn(said)) called[role].add(word)
    await takeBack(desks[role], former.own)
    await takeBack(desks.secretariat, former.made)
  })

  it('was told what is for the secretariat alone, or nothing of it', () => {
    if (role === 'lecture') expect([...called[role]]).toEqual([])
    else
      expect([...called[role]]).toEqual(
        expect.arrayContaining(['zqxagendaitemnote', 'zqxsubjecttitle', 'zqxreplycomment']),
      )
  })
})

/** What a call is answered that its row stands in the way of, whoever makes it. */
const answersOf = (method: Method) => [
  ...['not-found', 'kept-file-missing', 'nothing-to-undo', 'nothing-to-redo', 'state-refuses', 'approved'],
  ...(contract[method].kind === 'read' ? [] : ['conflict']),
]
/** What a write is answered of who only reads. */
const refusals = ['team-not-allowed', 'nothing-to-undo', 'nothing-to-redo', 'not-found']
const internalPapers = ['runningOrder', 'chairBrief']

describe('a paper', () => {
  const subjects: DocumentSubject[] = [
    ...MeetingDocumentKind.options.map((kind) => ({ kind, meetingId: '' })),
    { kind: 'meetingBook', meetingId: '', circulation: 'secretariat' },
    { kind: 'meetingBook', meetingId: '', circulation: 'members' },
  ]
  it.each(subjects)(
    '$kind $circulation is made for readers when it leaves the secretariat',
    async (subject) => {
      const isInternal =
        internalPapers.includes(subject.kind) ||
        ('circulation' in subject && subject.circulation === 'secretariat')
      const asked = { ...subject, meetingId: sample.written } as DocumentSubject
      for (const role of ['lecture', 'secretariat'] as const) {
        const said = await desks[role].core.call('documents.render', asked)
        const code = said.ok ? null : said.error.code
        if (isInternal && role === 'lecture') expect(code).toBe('team-not-allowed')
        else expect(code).toBeNull()
      }
    },
  )
})
