// Timed cues: WebVTT (W3C, 9 May 2019, sections 4 and 6), SubRip, SBV of YouTube, the older Word file of Teams.
import type { TranscriptLine } from '../../domain/session/notebook.ts'
import { unescaped } from '../text/entities.ts'

type Cue = { start: number | null; rows: string[] }
export type CueForm = 'vtt' | 'srt' | 'sbv'

/** The row of a cue, however badly its hours are written; an arrow in a sentence is none. */
const ARROW = /^[ \t]*(-?\d\S{0,20}:\S{0,20})[ \t]*-->/u
/** What no hand types: hours with seconds on both sides of the arrow, and settings at most behind them. */
const SUBRIP =
  /^[ \t]*-?\d{1,9}:\d{1,2}(?::\d|[.,])[\d.,:]{0,20}[ \t]*-->[ \t]*[\d.,:-]{1,20}(?:[ \t]+[\w-]+:\S+)*[ \t]*$/u
const SBV = /^\s*(\d+:\d+:\d+\.\d+)\s*,\s*\d+:\d+:\d+\.\d+\s*$/u
/** Teams leaves out the zeros, and writes the name alone below the time. */
const TEAMS = /^\s*\d:\d{1,2}:\d{1,2}\.\d+\s*-->/u
/** Every word with its own time, as YouTube writes them. */
const ROLLING = /<\d\d:[\d:.]+><c/u

export function cueForm(rows: readonly string[]): CueForm | null {
  if (/^WEBVTT(?:[ \t]|$)/u.test(rows[0] ?? '')) return 'vtt'
  if (SBV.test(rows.find((row) => row.trim() !== '') ?? '')) return 'sbv'
  return rows.slice(0, 200).some((row) => SUBRIP.test(row)) ? 'srt' : null
}

export function readCues(rows: readonly string[], form: CueForm): TranscriptLine[] {
  const cues = cuesOf(rows, form)
  if (form === 'srt' && rows.some((row) => TEAMS.test(row)))
    return cues.map(({ start, rows: [name = '', ...said] }) => ({
      start,
      speaker: name,
      words: said.join('\n'),
    }))
  const isRolling = form === 'vtt' && cues.some((cue) => cue.rows.some((row) => ROLLING.test(row)))
  return (isRolling ? unrolled(cues) : cues).flatMap(({ start, rows: said }) =>
    // A dash before a row of a caption is not a speaker.
    voices(said.map((row) => row.replace(/^[-–—][ \t]/u, '')).join('\n'), form).map(({ name, text }) => ({
      start,
      speaker: name,
      words: text,
    })),
  )
}

/**
 * Rows under each time. What stands alone in WebVTT is a comment, a style, a region or a broken block and is not said; in
 * SubRip it is a cue that lost its time.
 */
function cuesOf(rows: readonly string[], form: CueForm): Cue[] {
  const cues: Cue[] = []
  let cue: Cue | null = null
  let alone: string[] = []
  const keepAlone = () => {
    const said = alone.filter((row, index) => index > 0 || !isNumber(row))
    if (form !== 'vtt' && said.length > 0) cues.push({ start: null, rows: said })
    alone = []
  }
  for (const row of rows) {
    const time = (form === 'sbv' ? SBV : ARROW).exec(row)
    if (time !== null) {
      // The row above a time is the number or the name of its cue.
      if (cue === null) alone.pop()
      else if (isNumber(cue.rows.at(-1) ?? '')) cue.rows.pop()
      keepAlone()
      cue = { start: secondsOf(time[1] ?? ''), rows: [] }
      cues.push(cue)
    } else if (row.trim() === '') {
      if (cue === null) keepAlone()
      cue = null
    } else if (cue === null) alone.push(row)
    else cue.rows.push(row)
  }
  keepAlone()
  return cues
}

const isNumber = (row: string) => /^\s*\d+\s*$/u.test(row)

/** "1:02:05.5", "02:05", "0:0:3.27", "00:00:01:500"; null for what is no time. */
export function secondsOf(text: string): number | null {
  const found = /^(-?)(?:(\d+):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,9}))?$/u.exec(
    text.replace(/^(\d+:\d+:\d+):/u, '$1.'),
  )
  if (found === null) return null
  const [, sign, hours = '0', minutes = '0', seconds = '0', fraction = '0'] = found
  if (Number(minutes) > 59 || Number(seconds) > 59) return null
  const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(`0.${fraction}`)
  return sign === '-' ? -total : total
}

/** Captions that roll: the first row of a cue says again the last one of the cue before. */
function unrolled(cues: readonly Cue[]): Cue[] {
  let last = ''
  return cues.map(({ start, rows }) => {
    const plain = rows.map((row) => bare(row, 'vtt')).filter((row) => row !== '')
    const said = plain[0] === last ? plain.slice(1) : plain
    last = plain.at(-1) ?? last
    return { start, rows: said }
  })
}

/** Any tag of WebVTT is no word, known or not; in SubRip only those of its programs. */
const TAGS: Readonly<Record<CueForm, RegExp>> = {
  vtt: /<(?:\/?[a-z][^<>]*|\/?|\d[\d:.]*)>/giu,
  srt: /<\/?(?:b|i|u|s|font|c)(?:[ .][^<>]*)?>|\{\\[^{}]*\}/giu,
  sbv: /<\/?(?:b|i|u)>/giu,
}
const VOICE = /<v(?:\.[^\s<>]*)?[ \t]([^<>]*)>/giu

/** The words of each voice; a voice goes on to the end of its tag or of the cue. */
function voices(text: string, form: CueForm): { name: string | null; text: string }[] {
  if (form !== 'vtt' || !text.includes('<v')) return [{ name: null, text: plain(text, form) }]
  const found: { name: string | null; text: string }[] = []
  const pieces = text.replaceAll(/<\/v>/giu, '<v  >').split(VOICE)
  for (let at = 0; at < pieces.length; at += 2) {
    const name = at === 0 ? '' : plain(pieces[at - 1] ?? '', form)
    const words = plain(pieces[at] ?? '', form)
    if (words !== '') found.push({ name: name === '' ? null : name, text: words })
  }
  return found
}

const bare = (text: string, form: CueForm) => text.replaceAll(TAGS[form], '').trim()

function plain(text: string, form: CueForm): string {
  const words = bare(text, form)
  return form === 'vtt' ? unescaped(words) : words
}
