import { AppError } from '../../contract/errors.ts'
import type { TranscriptLine } from '../../domain/session/notebook.ts'
import { cueForm, readCues } from './cues.ts'
import { readJson } from './json.ts'
import { type ReadLine, speakerOf, withNames } from './speakers.ts'
import { isNotice, readTurns } from './turns.ts'

/** No recording is longer; what a program stores beyond is a date, or a fault. */
const MOST_SECONDS = 2 * 24 * 3600

/**
 * The lines of a transcript, by what the text holds; null when it is none.
 * @throws AppError `transcript-empty` when nobody says anything in it
 */
export function readTranscript(text: string): TranscriptLine[] | null {
  // A page has arrows and hours of its own.
  if (/^\s*</u.test(text)) return null
  const lines = /^\s*[[{]/u.test(text) ? readJson(text) : readText(text)
  if (lines === null) return null
  const said = lines.flatMap(({ start, speaker, words, isClock }) => {
    const line = words.replaceAll(/[ \t\n\r\f]+/gu, ' ').trim()
    if (!/[\p{L}\p{N}]/u.test(line) || isNotice(line)) return []
    const isHour = start !== null && Math.abs(start) <= MOST_SECONDS
    return [{ start: isHour ? start : null, speaker, words: line, ...(isClock ? { isClock } : {}) }]
  })
  if (said.length === 0) throw new AppError('transcript-empty')
  return said
}

function readText(text: string): ReadLine[] | null {
  const head = text.slice(0, 40_000).split('\n')
  const form = cueForm(head)
  if (form === null) return readTurns(head) === null ? null : readTurns(text.split('\n'))
  const lines = readCues(text.split('\n'), form)
  if (lines.some(({ speaker }) => speaker !== null))
    return lines.map((line) => ({ ...line, speaker: speakerOf(line.speaker) }))
  return withNames(lines, {
    known: new Set(),
    // Transcripts of La Suite names the first cue of a turn alone.
    carries: (name) => form === 'srt' && /^participant \d+$/iu.test(name),
  })
}
