// The name proposed for a document, acceptable on Windows, macOS and Linux.

import type { MeetingDocumentKind } from '../contract/documents.ts'
import { splitName } from '../domain/documents/document-name.ts'
import type { BookCirculation } from '../domain/documents/meeting-book.ts'
import type { Body } from '../domain/meetings/body.ts'
import type { MeetingFile } from '../domain/meetings/meeting-file.ts'
import type { ArchiveForm } from '../domain/minutes/retention.ts'
import type { Project } from '../domain/projects/project.ts'
import { calendarYear } from '../domain/time/report-period.ts'
import type { BulletinScope, Period } from '../domain/watch/period.ts'
import { acronymOf } from './head.ts'
import { paperText } from './text/head.ts'
import { bulletinText } from './text/watch-bulletin.ts'

/** Papers that are drafts until the minutes are approved. */
const ofMinutes: ReadonlySet<MeetingDocumentKind> = new Set([
  'minutes',
  'publicMinutes',
  'decisionRecord',
  'publicRecord',
] as const)

/** Longest name proposed, extension included; leaves room for a deep folder under Windows' 260 characters. */
const MAX_LENGTH = 120

/**
 * "2026-11-12_CR_INP_seance-10_projet.pdf", "2026-12-10_ODJ_INP_seance-11.pdf", "2026-12-10_ODJ_INP_seance-11_v2.pdf".
 * @param options.extension without the dot.
 * @param options.version number of a published version.
 */
export function documentFileName(
  kind: MeetingDocumentKind,
  file: Pick<MeetingFile, 'body' | 'meeting' | 'minutes'>,
  { extension = 'pdf', version }: { extension?: string; version?: number } = {},
): string {
  const { body, meeting, minutes } = file
  const parts = [
    meeting.date,
    paperText[kind].code,
    acronymOf(body),
    meeting.number === null ? '' : `${body.meetingWord}-${meeting.number}`,
    ofMinutes.has(kind) && minutes?.state !== 'approved' ? 'projet' : '',
    version === undefined ? '' : `v${version}`,
  ]
  return nameOfParts(parts, extension)
}

/** "2026-12-10_DOSSIER_INP_seance-11.pdf", with "_secretariat" for the one that is not handed out. */
export function meetingBookFileName(
  { body, meeting }: Pick<MeetingFile, 'body' | 'meeting'>,
  circulation: BookCirculation,
): string {
  return nameOfParts([
    meeting.date,
    paperText.meetingBook.code,
    acronymOf(body),
    meeting.number === null ? '' : `${body.meetingWord}-${meeting.number}`,
    circulation === 'members' ? '' : 'secretariat',
  ])
}

/** "2026-10-08_FICHE-PROJET_INP_Annuaire-partage.pdf". @param day the one the fiche is dated of. */
export function projectSheetFileName(body: Body, project: Pick<Project, 'title'>, day: string): string {
  return nameOfParts([day, paperText.projectSheet.code, acronymOf(body), project.title])
}

/** "2026-11-01_2026-11-30_VEILLE_INP.pdf". */
export function watchBulletinFileName(body: Body, { from, to }: Period, scope: BulletinScope): string {
  return nameOfParts([
    from,
    to,
    `${paperText.watchBulletin.code}${bulletinText.codes[scope]}`,
    acronymOf(body),
  ])
}

/** "2026_BILAN_INP.xlsx", "2026-01-01_2026-06-30_BILAN_INP.pdf"; of one chart with its title. */
export function reportFileName(
  body: Body,
  period: Period,
  { extension = 'pdf', title = '' }: { extension?: string; title?: string } = {},
): string {
  const days = calendarYear(period) ?? `${period.from}_${period.to}`
  // Both days keep the line between them.
  return nameOfParts([...days.split('_'), paperText.yearlyReport.code, acronymOf(body), title], extension)
}

/** "2026-11-12_RECT1_INP_seance-10.pdf". */
export function corrigendumFileName(
  { body, meeting }: Pick<MeetingFile, 'body' | 'meeting'>,
  number: number,
): string {
  return nameOfParts([
    meeting.date,
    `${paperText.corrigendum.code}${number}`,
    acronymOf(body),
    meeting.number === null ? '' : `${body.meetingWord}-${meeting.number}`,
  ])
}

/** "2026-11-26_PROFIL_INP": a folder, or a zip with its extension. */
export function profileFolderName(acronym: string, day: string): string {
  return [day, 'PROFIL', plainWord(acronym)].filter((part) => part !== '').join('_')
}

/** "2026-11-12_ARCHIVE_INP_seance-10", a folder, or with its extension; a transfer says "SEDA" in place of it. */
export function archiveName(
  { body, meeting }: Pick<MeetingFile, 'body' | 'meeting'>,
  form: ArchiveForm,
): string {
  const name = [
    meeting.date,
    form === 'seda' ? 'SEDA' : 'ARCHIVE',
    plainWord(acronymOf(body)),
    meeting.number === null ? '' : plainWord(`${body.meetingWord}-${meeting.number}`),
  ]
    .filter((part) => part !== '')
    .join('_')
  return form === 'folder' ? name : `${name}.zip`
}

/** The one way from words to a file's name: each part plain, the whole acceptable everywhere. */
function nameOfParts(parts: readonly string[], extension = 'pdf'): string {
  return safeFileName(
    parts
      .map(plainWord)
      .filter((part) => part !== '')
      .join('_'),
    extension,
  )
}

/** Letters without accents, digits and single hyphens: survives mail, archives and old file servers. */
function plainWord(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'OE')
    .replaceAll('æ', 'ae')
    .replaceAll('Æ', 'AE')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}

const forbidden = /[\p{C}<>:"/\\|?*]/u
/** Windows reserves these whatever follows the first dot. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(\.|$)/i

/**
 * A name that Windows accepts: none of < > : " / \ | ? * nor control characters, no dot or space at either end, no
 * reserved device name, at most 120 characters. Source: Microsoft, "Naming Files, Paths, and Namespaces".
 */
export function safeFileName(stem: string, extension: string): string {
  const clean = (text: string) =>
    Array.from(text.normalize('NFC'), (sign) => (forbidden.test(sign) ? '-' : sign)).join('')
  const end = `.${clean(extension).replace(/(?<![. ])[. ]+$/g, '')}`
  let name = ''
  for (const sign of clean(stem).replace(/^[. ]+/, '')) {
    if (name.length + sign.length + end.length > MAX_LENGTH) break
    name += sign
  }
  name = name.replace(/(?<![. ])[. ]+$/, '')
  if (name === '') name = 'document'
  if (reserved.test(name)) name = `_${name}`
  return `${name}${end}`
}

/** The same of a whole name that somebody else gave. */
export function safeName(fileName: string): string {
  const { stem, extension } = splitName(fileName.replace(/(?<![.\s\p{C}])[.\s\p{C}]+$/u, ''))
  return safeFileName(stem, extension).replace(/\.$/, '')
}

/** Whether a name is acceptable everywhere as it is, and leads to no other folder. */
export function isSafeName(name: string): boolean {
  return name !== '' && !forbidden.test(name) && !/^[. ]|[. ]$/.test(name) && !reserved.test(name)
}

/** "note.pdf" → "note (2).pdf"; folders before the name may stay. */
export function numberedName(fileName: string, copy: number): string {
  const dot = fileName.lastIndexOf('.')
  return dot <= 0 ? `${fileName} (${copy})` : `${fileName.slice(0, dot)} (${copy})${fileName.slice(dot)}`
}
