// What was done, said in a sentence: who, what, of which thing, from what to what.

import type { ChangedRow, HistoryLine } from '../../electron/contract/history.ts'
import { shortMeetingName } from '../../electron/domain/meetings/meeting-name.ts'
import {
  enumerated,
  formatDateWithoutWeekday,
  formatShortDate,
  formatTime,
  quoted,
  quotedShort,
} from '../../electron/domain/text/french.ts'
import { plural } from '../../electron/domain/text/plural.ts'
import { codedWords } from './coded-words.ts'
import { fieldWords } from './field-words.ts'
import { deedOf, motive } from './history-deeds.ts'
import { whenWords } from './instant-words.ts'
import { meetingText } from './meeting.ts'
import { tableWords } from './row-words.ts'

/** A sentence with the name of the thing in it, and the words that differ after it. */
export type Sentence = {
  readonly lead: string
  readonly name: string
  readonly tail: string
  readonly change: { readonly before: string; readonly after: string } | null
}

const feminine = new Set(
  [
    'base civilité clôture concertation conservation couleur date demande diffusion durée fin fonction ligne',
    'modalité nature note notice nouvelle personne phrase position présentation présidence qualité',
    'recommandation référence règle réponse sécurité séance signature sorte source taille valeur',
  ]
    .join(' ')
    .split(' '),
)
const singularInS = new Set(['avis'])

/** « l’échéance », « la durée », « les échanges »; what is no noun is quoted as what it is. */
export function theField(field: string): string {
  const words = fieldWords(field)
  const first = words.split(' ')[0] ?? ''
  if (/ (?:le|à partir du)$/u.test(words)) return `la date ${quoted(words)}`
  if (/^(?:par|présenté|représenté|soumis|remplacée?|remis|mis|désaccord)$/u.test(first))
    return `la mention ${quoted(words)}`
  if (first.endsWith('s') && !singularInS.has(first)) return `les ${words}`
  if (/^[aeiouyéèêhœ]/iu.test(first)) return `l’${words}`
  return `${feminine.has(first) ? 'la' : 'le'} ${words}`
}

const isInstant = (words: string) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/u.test(words)
const isDate = (words: string) => /^\d{4}-\d\d-\d\d$/u.test(words)

/** What a field says, as it is read on the screens. */
function value(table: string, field: string, words: string): string {
  if (words === '') return 'vide'
  if (isDate(words)) return formatShortDate(words, true)
  if (/^\d\d:\d\d$/u.test(words)) return formatTime(words)
  return isInstant(words) ? whenWords(words) : codedWords(table, field, words)
}

/** « entrée en vigueur : 1er mars 2027 → 1er juill. 2027 »; empty of a field that nobody calls by a name. */
export function changedField(table: string, { field, before, after }: ChangedRow['fields'][number]): string {
  const words = fieldWords(field)
  if (words === fieldWords('')) return ''
  return `${words}\u00a0: ${value(table, field, before)} → ${value(table, field, after)}`
}

/** Shorter values are said one after the other, longer ones as one text with its changes marked. */
const SHORT = 60

/** What one entry did, and to what: « modification d’un point, « Annuaire » ». */
export function entryWords(line: HistoryLine): string {
  return `${line.label}${named(line)}`
}

/** @param line of one entry of the journal */
export function historySentence(line: HistoryLine): Sentence {
  const { who, label, rows, meeting } = line
  const [row] = rows
  const whole = (tail: string): Sentence => ({ lead: `${who}\u00a0: ${label}`, name: '', tail, change: null })
  if (row === undefined) return whole('')
  const deed = deedOf(line)
  if (deed !== null) {
    const lead = deed.did === label ? `${who}\u00a0: ${label}` : `${who} ${deed.did}`
    return { lead, name: deed.isNamed ? row.name : '', tail: deed.tail, change: null }
  }
  if (rows.length > 1) return whole(named(line))
  if (row.change === 'added' && line.parts.length > 0)
    return { ...whole(withParts(line.parts)), name: row.name }
  return ofOne(who, label, row, meeting)
}

/** Of what has no name: « (compte rendu, séance n° 11) » */
function unnamed(table: string, meeting: HistoryLine['meeting']): string {
  const words = tableWords(table)
  const what = `${words.charAt(0).toLowerCase()}${words.slice(1)}`
  if (meeting === null) return ` (${what})`
  const { number, date } = meeting
  return ` (${what}, ${shortMeetingName(number, formatShortDate(date, true))})`
}

function ofOne(who: string, label: string, row: ChangedRow, meeting: HistoryLine['meeting']): Sentence {
  const { table, name, fields } = row
  const known = fields.filter(({ field }) => fieldWords(field) !== fieldWords(''))
  if (row.change !== 'changed' || known.length === 0) {
    const did = row.change === 'added' ? 'ajouté' : 'supprimé'
    if (row.change === 'changed' || !row.isNamed)
      return { lead: `${who} : ${label}`, name, tail: '', change: null }
    return { lead: `${who} a ${did}`, name, tail: '', change: null }
  }
  const [only] = known
  if (known.length === 1 && only !== undefined) {
    if (only.field === 'deleted_at')
      return {
        lead: `${who} a ${only.after === '' ? 'sorti de' : 'mis à'} la corbeille`,
        name,
        tail: '',
        change: null,
      }
    const change = {
      before: value(table, only.field, only.before),
      after: value(table, only.field, only.after),
    }
    const lead = `${who} a changé ${theField(only.field)}${name === '' ? '' : ' de'}`
    const of = name === '' ? unnamed(table, meeting) : ''
    const isShort = change.before.length <= SHORT && change.after.length <= SHORT
    const why = motive(row.known.reason)
    return isShort
      ? { lead, name, tail: `${of}\u00a0: ${change.before} → ${change.after}${why}`, change: null }
      : { lead, name, tail: `${of}\u00a0: `, change: { before: only.before, after: only.after } }
  }
  const said = known.slice(0, 3).map(({ field, after }) => {
    const now = value(table, field, after)
    return now.length <= SHORT ? `${fieldWords(field)} ${now}` : fieldWords(field)
  })
  const more = known.length - said.length
  const others = more === 0 ? '' : ` et ${plural(more, 'autre', 'autres')}`
  return { lead: `${who} a modifié`, name, tail: ` : ${said.join(', ')}${others}`, change: null }
}

/** « A », « B » et 3 autres ; where things of many kinds are, how many of each. */
function named({ rows, rowCount, parts }: HistoryLine): string {
  const [one, ...others] = rows
  if (others.length > 0 && withParts(parts) !== '') return withParts(parts)
  const names = [...new Set(rows.flatMap(({ name }) => (name === '' ? [] : [name])))].slice(0, 2)
  const said = names.map(quotedName)
  const isOfOneKind = others.every(({ table }) => table === one?.table)
  const more = isOfOneKind ? rowCount - names.length : 0
  if (more > 0 && names.length > 0) said.push(plural(more, 'autre', 'autres'))
  return said.length === 0 ? '' : `, ${enumerated(said)}`
}

/** Things that people count; the rest is how they are stored. */
const countable: Readonly<Record<string, readonly [one: string, several: string]>> = {
  meeting: ['séance', 'séances'],
  agenda_item: ['point', 'points'],
  minutes_section: ['point rédigé', 'points rédigés'],
  decision: ['décision', 'décisions'],
  action: ['action', 'actions'],
  observation: ['observation', 'observations'],
  attendee: ['présence', 'présences'],
  person: ['personne', 'personnes'],
  organisation: ['organisme', 'organismes'],
  subject: ['sujet', 'sujets'],
  project: ['projet', 'projets'],
  watch_item: ['texte suivi', 'textes suivis'],
  attachment: ['document', 'documents'],
  reply: ['réponse', 'réponses'],
  meeting_task: ['tâche', 'tâches'],
  session_line: ['ligne notée', 'lignes notées'],
  dispatch: ['message', 'messages'],
}

/** «\u00a0: 12 points, 4 décisions » */
function withParts(parts: HistoryLine['parts']): string {
  const said = Object.entries(countable).flatMap(([table, words]) => {
    const rows = parts.find((part) => part.table === table)?.rows ?? 0
    return rows === 0 ? [] : plural(rows, ...words)
  })
  return said.length === 0 ? '' : `\u00a0: ${said.join(', ')}`
}

/** « … », cut where a name is a whole text. */
export const quotedName = (name: string): string =>
  isDate(name) ? quoted(formatShortDate(name, true)) : quotedShort(name, 120)

/** What kind of thing it is, where it stands, and in which meeting. */
export function historyPlace({ rows, meeting }: HistoryLine): string {
  const [row] = rows
  const kind = row === undefined || rows.some(({ table }) => table !== row.table) ? '' : tableWords(row.table)
  const within = row === undefined || rows.length > 1 || row.within === '' ? '' : quotedName(row.within)
  const of = meeting === null ? '' : meetingText.title(meeting.number, formatDateWithoutWeekday(meeting.date))
  return [kind, within, of].filter((words) => words !== '').join(' · ')
}
