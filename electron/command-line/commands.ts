import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { ProducedFormat } from '../contract/documents.ts'
import { AppError } from '../contract/errors.ts'
import { faultPlace, faultSentence } from '../contract/fault-sentences.ts'
import type { ActionFilter, DecisionFilter, ExportedRegister } from '../contract/follow-up.ts'
import { DATABASE_NAME, openData } from '../db/open.ts'
import { toAppError } from '../db/translate-error.ts'
import { alteredWords, olderWords } from '../documents/text/recovery.ts'
import type { Draft } from '../domain/agenda/draft.ts'
import { plural } from '../domain/text/plural.ts'
import { demoRows } from '../features/settings/sample/demo.ts'
import { insertDemo } from '../features/settings/sample/insert.ts'
import { draftJson } from '../imports/draft-json.ts'
import type { Command, CommandName } from './arguments.ts'
import { importAgenda } from './import-agenda.ts'
import { takeOldFiles } from './old-files.ts'
import { exportArchive, exportProfile, importProfile, verify } from './parcels.ts'
import { readDraft } from './read-draft.ts'
import { withSession } from './session.ts'
import {
  bringData,
  checkBase,
  copyData,
  createBase,
  grantRole,
  joinBase,
  leaveBase,
  shareData,
  upgradeBase,
} from './team.ts'
import { checkTemplate, useTemplate, writeSamples } from './templates.ts'
import { importWatch, readWatch } from './watch.ts'

/** Date on which the demo ends when none is given: fixed, so that a seed always gives the same content. */
const DEMO_END = '2026-11-24'

/** Refused on a folder that already holds data. */
async function makeDemo({ data, years, seed, end }: Command): Promise<number> {
  if (existsSync(join(data, DATABASE_NAME))) throw new AppError('state-refuses', { field: 'data' })
  const rows = demoRows({ seed, years, end: end ?? DEMO_END })
  const open = await openData(data, {
    beforeMigration: async () => undefined,
    slow: () => undefined,
    clock: () => new Date(),
  })
  try {
    await open.db.transaction().execute((tx) => insertDemo(tx, rows))
  } finally {
    open.close()
  }
  process.stderr.write(
    `${plural(rows.meeting.length, 'séance d’exemple créée', 'séances d’exemple créées')} dans ${data}.\n`,
  )
  return 0
}

type Run = (command: Command) => Promise<number>

const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
const say = (sentence: string) => process.stderr.write(`${sentence}\n`)

export const commands: Readonly<Record<CommandName, Run>> = {
  demo: makeDemo,

  async 'agenda read'({ words: [path = ''], json }) {
    const file = await readDraft(path)
    if (json) print(draftJson(file))
    else for (const line of outline(file.draft)) process.stdout.write(`${line}\n`)
    for (const warning of file.draft.warnings) say(warning.message)
    return 0
  },

  'agenda import': importAgenda,

  'agenda export': (command) => exportDocument(command, 'agenda'),
  'minutes export': (command) => exportDocument(command, 'minutes'),

  'template check': checkTemplate,
  'template fill': useTemplate,
  'template samples': writeSamples,

  'meetings list': ({ data, json }) =>
    withSession(data, async ({ call }) => {
      const rows = (await call('meetings.list', { year: null })).reverse()
      const list = rows.map(({ id, number, date, title, state, minutesState }) => ({
        id,
        number,
        date,
        title,
        state,
        minutesState,
        hasMinutes: minutesState !== null,
      }))
      if (json) print(list)
      else
        for (const row of list)
          process.stdout.write(`${row.date}\t${row.number ?? '–'}\t${row.state}\t${row.id}\t${row.title}\n`)
      return 0
    }),

  'actions export': (command) =>
    exportRegister(command, { of: 'actions', filter: everyAction, sort: byNumber }),
  'decisions export': (command) =>
    exportRegister(command, { of: 'decisions', filter: everyDecision, sort: newestFirst }),

  takeover: takeOldFiles,
  'team create': createBase,
  'team upgrade': upgradeBase,
  'team check': checkBase,
  'team grant': grantRole,
  'team join': joinBase,
  'team leave': leaveBase,
  'team share': shareData,
  'team bring': bringData,
  'team copy': copyData,
  'watch read': readWatch,
  'watch import': importWatch,

  search: ({ data, words, json }) =>
    withSession(data, async ({ call }) => {
      const { hits } = await call('search.query', { words: words.join(' '), only: null })
      if (json) print(hits)
      else
        for (const hit of hits)
          process.stdout.write(
            `${hit.date ?? '–'}\t${hit.kind}\t${hit.title}\t${hit.extract.replaceAll('\n', ' ')}\n`,
          )
      return hits.length > 0 ? 0 : 1
    }),

  backup: ({ data, json }) =>
    withSession(data, async ({ call }) => {
      const made = await call('backups.make', {})
      if (json) print(made)
      else say(`Sauvegarde vérifiée : ${made.token}`)
      return 0
    }),

  'backup list': ({ data, json }) =>
    withSession(data, async ({ call }) => {
      const { files, unreachable } = await call('backups.list', {})
      if (json) print(files)
      else
        for (const { at, place, reason, condition, sizeBytes, token } of files)
          process.stdout.write(`${at}\t${place}\t${reason}\t${condition}\t${sizeBytes}\t${token}\n`)
      if (unreachable.length > 0)
        say('Le second dossier n’est pas accessible : ses copies ne sont pas listées.')
      return unreachable.length > 0 ? 1 : 0
    }),

  restore: ({ data, words: [path = ''], passphraseFile, json }) =>
    withSession(data, async ({ internal }) => {
      const passphrase = passphraseFile === null ? undefined : await firstLine(passphraseFile)
      const taken = await internal('restoreChosen', {
        path,
        ...(passphrase === undefined ? {} : { passphrase }),
      })
      if ('encryptedToken' in taken) throw new AppError('passphrase-needed')
      const { meetings, missing } = taken
      if (json) print({ meetings })
      else say(`${plural(meetings, 'séance reprise', 'séances reprises')}.`)
      if (missing > 0) say(`Pièces jointes introuvables : ${missing}.`)
      return missing > 0 ? 1 : 0
    }),

  'profile export': exportProfile,
  'profile import': importProfile,
  'profile verify': (command) => verify(command, 'profil'),
  'archive export': exportArchive,
  'archive verify': (command) => verify(command, 'archive-de-seance'),

  async check({ data, json }) {
    // The check works on a finished copy: the live file is never examined in place.
    const { sound, older, altered } = await withSession(data, async ({ call }) => {
      // Asked first: the backup made by the check is one more of what is open.
      const older = await call('recovery.older', {})
      const { condition } = await call('backups.make', {})
      const { rows } = await call('recovery.damage', {})
      return { sound: condition === 'sound', older, altered: rows.count === 0 ? null : rows }
    })
    if (json) print({ sound, older, altered })
    else if (older !== null) say(olderWords(older.newer[0] ?? null))
    else if (altered !== null) say(alteredWords(altered))
    else if (sound) say('Données vérifiées : tout est en ordre.')
    else say('Les textes sont en ordre, mais des pièces jointes manquent ou sont endommagées.')
    return sound && older === null ? 0 : 1
  },
}

async function firstLine(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((thrown) => {
    throw toAppError(thrown)
  })
  return text.split(/\r?\n/)[0] ?? ''
}

function outline({ meeting, items }: Draft): string[] {
  const line = (item: Draft['items'][number], depth: number): string[] => [
    `${'  '.repeat(depth)}${[item.number, item.fixedStart, item.title, item.durationMinutes === null ? '' : `${item.durationMinutes} min`, item.presenter].filter(Boolean).join('  ')}`,
    ...item.children.flatMap((child) => line(child, depth + 1)),
  ]
  const head = [meeting.title, meeting.date, meeting.startTime, meeting.endTime, meeting.place]
    .filter(Boolean)
    .join('  ')
  return [head, ...items.flatMap((item) => line(item, 0))]
}

function exportDocument({ data, meeting, out }: Command, kind: 'minutes' | 'agenda'): Promise<number> {
  const extension = extname(out).toLowerCase()
  return withSession(data, async ({ call, internal }) => {
    const file = await call('meetings.get', { id: meeting })
    if (kind === 'minutes' && file.minutes === null) {
      say('Cette séance n’a pas encore de compte rendu. Le commencer dans l’application, puis réessayer.')
      return 1
    }
    const paper = kind === 'agenda' ? 'timedAgenda' : kind
    const format = ProducedFormat.safeParse(extension.slice(1))
    if (!format.success) {
      say('Choisir un fichier .pdf, .docx, .odt, .html ou .json.')
      return 2
    }
    const { producedId } = await internal('writeDocument', {
      subject: { kind: paper, meetingId: meeting },
      format: format.data,
      path: out,
    })
    say(`Document écrit : ${out}`)
    // The file is there whatever is found in it; the verdict is kept beside it before the data are closed.
    const { faults } =
      producedId === null ? { faults: null } : await call('documents.verdict', { producedId })
    for (const fault of faults ?? [])
      say([faultPlace(fault), faultSentence(fault)].filter((part) => part !== '').join(' : '))
    return 0
  })
}

const everyAction: ActionFilter = {
  words: '',
  states: [],
  owner: null,
  organisation: null,
  meetingId: null,
  seriesId: null,
  lateOnly: false,
  check: null,
}
const byNumber = { by: 'number', descending: false } as const
const newestFirst = { by: 'number', descending: true } as const
const everyDecision: DecisionFilter = { words: '', state: null, meetingId: null, seriesId: null }

/** The whole register, in the format that the name says. */
function exportRegister({ data, out }: Command, register: ExportedRegister): Promise<number> {
  const format = extname(out).slice(1).toLowerCase()
  if (format !== 'xlsx' && format !== 'csv') throw new AppError('invalid-input', { field: 'out' })
  return withSession(data, async ({ internal }) => {
    const { path } = await internal('writeDocument', {
      subject: { kind: 'followUp', register },
      path: out,
      format,
    })
    say(path)
    return 0
  })
}
