// Turns written as a text: La Suite (Visio, Transcripts), Google Meet, Teams, the conversation of Zoom.
import { fold } from '../../domain/text/fold.ts'
import { secondsOf } from './cues.ts'
import { looksLikeName, type ReadLine, speakerOf, withNames } from './speakers.ts'

/** Words of the program itself, folded. */
const NOTICES = [
  /^(?:telecharger votre enregistrement|download your recording|donnez[- ]nous votre avis sur cette transcription)/u,
  /^(?:cette transcription modifiable a ete generee|this editable transcript was computer[- ]generated)/u,
  /^(?:les utilisateurs peuvent egalement modifier le texte|people can also change the text)/u,
  /^(?:transcription terminee apres|(?:transcription|transcript|meeting) ended after) \d/u,
  /^.{1,200} (?:(?:started|stopped) transcription|a (?:demarre|arrete) la transcription)$/u,
  // What speech recognition hears in silence.
  /^sous[- ]titres realises (?:par|para|pour) la communaute d amara\.org$/u,
  /^sous[- ]titrage (?:societe radio[- ]canada|st {1,2}501)$/u,
]
const MOST_NOTICE = 400
const EMPTY = /aucun contenu audio n a ete detecte|no audio content was detected/u
const HEADING = /^#{1,6}[ \t\u00a0](.*)$/su
/** Parts of a document that nobody said. */
const UNSAID =
  /^(?:attendees|participants|invites|invitees|summary|notes|details|next steps)\b.{0,8}$|^resume\b/u
const TITLE = /\b(?:transcription|transcript)$/u
const TIME_ALONE = /^\d{1,2}:\d\d:\d\d$/u
const BOLD_NAME = /^\*\*([^*\n]{1,120}?)(?:\*\*[ \u00a0]?:|[ \u00a0]?:\*\*)(.*)$/su
const STAMP =
  /^(?:\*\*(?=\d{1,2}:\d\d(?::\d\d)? ·)|(?=\S+ · (?:participant|speaker_)))(\d{1,2}:\d\d(?::\d\d)?) · (.*)$/isu
const TEAMS = /^(\S.{0,200}?)(?:[ \u00a0]{2,9}|\t)(\d{1,3}:\d\d(?::\d\d)?)$/u
/** Programs write no space before the colon of a name. */
const SPACED = /^(?:\*\*)?[ \u00a0]:/u
/** A recording has its first words this soon, in seconds; a day has its first hour later. */
const SOON = 300
const CHAT = /^(\d\d:\d\d:\d\d)\t ?(From )?([^\t\n]{1,200}?):?(?:\t| : )(.*)$/isu

export function isNotice(words: string): boolean {
  if (words.length > MOST_NOTICE) return false
  const folded = fold(words.replaceAll(/[*_[\]#]/gu, '')).trim()
  return NOTICES.some((notice) => notice.test(folded))
}

/** Null for a text that is no transcript. */
export function readTurns(rows: readonly string[]): ReadLine[] | null {
  const form = formOf(rows.slice(0, 400).map((row) => row.trim().slice(0, 500)))
  return form === null ? null : form(rows)
}

/** How the turns of a text are written, by its first rows. */
function formOf(head: readonly string[]): ((rows: readonly string[]) => ReadLine[]) | null {
  const filled = head.filter((row) => row !== '')
  const count = (pattern: RegExp) => filled.filter((row) => pattern.test(row)).length
  const says = (pattern: RegExp) => filled.some((row) => pattern.test(fold(row)))
  if (CHAT.test(filled[0] ?? '')) return readChat
  if (count(STAMP) > 0) return readStamped
  if ((count(TEAMS) > 0 && filled.some(isNotice)) || areTurns(filled)) return readTeams
  if (says(EMPTY)) return () => []
  const names = count(BOLD_NAME)
  const isTitled =
    names > 0 &&
    filled.some((row) => TITLE.test(fold((HEADING.exec(row)?.[1] ?? '').replaceAll('*', '')).trim()))
  const isOfProgram = isTitled || filled.some(isNotice) || says(/\bspeaker_\d\d\b/u)
  return isOfProgram || areNamed(filled) ? readNamed : null
}

/** An agenda and a list of presence have hours behind their words too, but nothing is said below them. */
function areTurns(filled: readonly string[]): boolean {
  const turns = filled.flatMap((row, at) => {
    const [, name = '', time = ''] = TEAMS.exec(row) ?? []
    const isSaid = filled[at + 1] !== undefined && !TEAMS.test(filled[at + 1] ?? '')
    return time === '' ? [] : [{ name, start: secondsOf(time) ?? 0, isSaid }]
  })
  const [first] = turns
  if (first === undefined || turns.length < 2 || turns.length < filled.length / 4) return false
  const isInOrder = turns.every(({ start }, at) => start >= (turns[at - 1]?.start ?? 0))
  const comesBack = new Set(turns.map(({ name }) => name)).size < turns.length
  return (
    isInOrder &&
    turns.filter(({ isSaid }) => isSaid).length > turns.length / 2 &&
    (comesBack || first.start < SOON)
  )
}

/** Most rows begin with the name of somebody; "**Date :**" is none. */
function areNamed(filled: readonly string[]): boolean {
  const found = filled.flatMap((row) => {
    const name = BOLD_NAME.exec(row)?.[1]
    return name === undefined ? [] : [{ name, isSpaced: SPACED.test(row.slice(name.length + 2)) }]
  })
  const times = (name: string) => found.filter((one) => one.name === name).length
  const names = found.filter(({ name, isSpaced }) => looksLikeName(name, times(name), isSpaced))
  return (
    found.length > 1 &&
    found.length > filled.length / 2 &&
    names.length > found.length / 2 &&
    // What each row is about comes back too, but is one word: "**Action**:".
    names.some(({ name }) => name.includes(' '))
  )
}

function readChat(rows: readonly string[]): ReadLine[] {
  const lines: ReadLine[] = []
  for (const row of rows) {
    const found = CHAT.exec(row)
    const last = lines.at(-1)
    if (found !== null) {
      const [, time = '', from, name = '', words = ''] = found
      const speaker = speakerOf(name.replace(/ to .*$/isu, ''))
      // Saved on a desk, it has the hours of that desk; with the recording, those of the recording.
      lines.push({ start: secondsOf(time), speaker, words, ...(from === undefined ? {} : { isClock: true }) })
    } else if (last !== undefined) last.words += ` ${row}`
  }
  return lines
}

/** `**MM:SS · Participant N** texte`, or the words on the rows below; a lone `**` before words whose label was lost. */
function readStamped(rows: readonly string[]): ReadLine[] {
  const lines: ReadLine[] = []
  let latest = 0
  for (const row of rows) {
    const text = row.trim()
    const [, time = '', rest = ''] = STAMP.exec(text) ?? []
    const last = lines.at(-1)
    if (time !== '') {
      const label = text.startsWith('**')
        ? /^([^*]{0,200})\*\*(.*)$/su.exec(rest)
        : /^((?:participant \S{1,20}|speaker_\d+))(.*)$/isu.exec(rest)
      const start = secondsOf(time)
      // "00:00" stands for a time that is not known.
      lines.push({
        start: start === 0 && latest > 0 ? null : start,
        speaker: speakerOf(label?.[1] ?? rest),
        words: label?.[2] ?? '',
      })
      latest = Math.max(latest, start ?? 0)
    } else if (text.startsWith('** ')) lines.push({ start: null, speaker: null, words: text.slice(3) })
    else if (HEADING.test(text)) lines.push(...headingLine(text, lines))
    else if (last !== undefined && last.isHeading !== true) last.words += ` ${text}`
  }
  return lines
}

/** `Nom   0:03`, the words below; what stands above the first is the title, the day and the length. */
function readTeams(rows: readonly string[]): ReadLine[] {
  const lines: ReadLine[] = []
  for (const row of rows) {
    const text = row.trim()
    const [, name = '', time = ''] = TEAMS.exec(text) ?? []
    const last = lines.at(-1)
    if (time !== '') lines.push({ start: secondsOf(time), speaker: speakerOf(name), words: '' })
    else if (last !== undefined && !isNotice(text)) last.words += ` ${text}`
  }
  return lines
}

/** `**Nom**: texte`, `**Nom:** texte` or `Nom: texte`, with a time alone on a row every few minutes. */
function readNamed(rows: readonly string[]): ReadLine[] {
  const lines: ReadLine[] = []
  let isUnsaid = false
  let isBold = false
  let start: number | null = null
  let speaker: string | null = null
  for (const row of rows) {
    const written = row.trim().replaceAll(/\\([\\`*_{}[\]()#+.!|~<>-])/gu, '$1')
    const text = (HEADING.exec(written)?.[1] ?? written).trim()
    const [, name, words = ''] = BOLD_NAME.exec(text) ?? []
    if (text === '') continue
    if (TIME_ALONE.test(text)) start = secondsOf(text)
    if (TIME_ALONE.test(text) || isNotice(text) || name !== undefined) isUnsaid = false
    if (TIME_ALONE.test(text) || isNotice(text)) continue
    if (name !== undefined) {
      isBold = true
      speaker = speakerOf(name)
      lines.push({ start, speaker, words })
      start = null
    } else if (text !== written) {
      isUnsaid = UNSAID.test(fold(text.replaceAll('*', '')).trim())
      if (!isUnsaid) lines.push(...headingLine(written, lines))
    } else if (!isUnsaid) {
      lines.push({ start, speaker, words: text })
      start = null
    }
  }
  if (isBold) return lines.slice(Math.max(0, firstSaid(lines)))
  const named = withNames(lines, { known: attendeesOf(rows), carries: () => true })
  return named.slice(Math.max(0, firstSaid(named)))
}

/** Where the turns begin: the place of the first heading or name; above it stand titles and days. */
const firstSaid = (lines: readonly ReadLine[]) =>
  lines.findIndex(({ speaker, isHeading }) => speaker !== null || isHeading === true)

/** A heading between the turns may be the title of an item; the first one is that of the document. */
function headingLine(row: string, before: readonly ReadLine[]): ReadLine[] {
  const words = (HEADING.exec(row)?.[1] ?? '').replaceAll('*', '').trim()
  const isTitle = before.length === 0 && row.startsWith('# ')
  return isTitle || TITLE.test(fold(words)) ? [] : [{ start: null, speaker: null, words, isHeading: true }]
}

/** Names that the file lists above the first turn, folded. */
function attendeesOf(rows: readonly string[]): Set<string> {
  const at = rows.findIndex((row) =>
    UNSAID.test(fold((HEADING.exec(row.trim())?.[1] ?? '').slice(0, 200)).trim()),
  )
  const list = at < 0 ? '' : (rows.slice(at + 1).find((row) => row.trim() !== '') ?? '')
  const names = list.slice(0, 50_000).split(',')
  return new Set(names.map((name) => fold(name).trim()).filter((name) => name !== ''))
}
