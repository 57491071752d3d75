// What speech recognition stores: Whisper and WhisperX, Transcripts of La Suite, LinTO Studio.
import { z } from 'zod'
import type { TranscriptLine } from '../../domain/session/notebook.ts'
import { speakerOf } from './speakers.ts'

const Seconds = z.number().nullish()
const Words = z.array(z.looseObject({ word: z.string().nullish(), stime: Seconds, start: Seconds })).nullish()
const Segment = z.looseObject({
  start: Seconds,
  text: z.string().nullish(),
  speaker: z.string().nullish(),
  words: Words,
})
/** Transcripts numbers its speakers, and calls them "Participant 1" wherever it prints them. */
const Exported = z.array(Segment.extend({ id: z.string().startsWith('segment-') })).min(1)
const Whisper = z.looseObject({ segments: z.array(Segment), text: z.string().nullish() })
const Linto = z.looseObject({
  speakers: z.array(z.looseObject({ speaker_id: z.string(), speaker_name: z.string().nullish() })),
  text: z.array(
    z.looseObject({ speaker_id: z.string().nullish(), segment: z.string().nullish(), words: Words }),
  ),
})

/** Null for any other JSON. */
export function readJson(text: string): TranscriptLine[] | null {
  const value = parsed(text)
  const exported = Exported.safeParse(value)
  if (exported.success)
    return exported.data.map((segment) =>
      lineOf(
        segment,
        /^\d+$/u.test(segment.speaker ?? '') ? `Participant ${segment.speaker}` : segment.speaker,
      ),
    )
  const whisper = Whisper.safeParse(value)
  if (whisper.success) {
    const { segments, text: whole } = whisper.data
    if (segments.length === 0) return [{ start: null, speaker: null, words: whole ?? '' }]
    return segments.map((segment) => lineOf(segment, segment.speaker))
  }
  const linto = Linto.safeParse(value)
  if (!linto.success) return null
  const names = new Map(linto.data.speakers.map((one) => [one.speaker_id, one.speaker_name]))
  return linto.data.text.map(({ speaker_id, segment, words }) => ({
    start: words?.[0]?.stime ?? words?.[0]?.start ?? null,
    speaker: speakerOf(names.get(speaker_id ?? '')),
    words: segment ?? wordsOf(words),
  }))
}

function lineOf({ start, text, words }: z.infer<typeof Segment>, speaker: string | null | undefined) {
  return { start: start ?? null, speaker: speakerOf(speaker), words: text ?? wordsOf(words) }
}

const wordsOf = (words: z.infer<typeof Words>) => (words ?? []).map(({ word }) => word ?? '').join(' ')

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    try {
      // As the shell of the database of LinTO prints it.
      return JSON.parse(
        text.replaceAll(/\b(?:ObjectId|ISODate|NumberLong|NumberInt)\(("[^"]*"|-?\d+)\)/gu, '$1'),
      )
    } catch {
      return null
    }
  }
}
