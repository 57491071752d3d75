// Meeting when: the date and hours of the meeting among all those a file mentions.
import { type TimeSpan, timesIn } from './clock-times.ts'
import { datesIn, type FoundDate } from './dates.ts'
import { fold } from './fold.ts'
import { LABEL, type Line } from './lines.ts'

export type When = {
  date: { found: FoundDate; line: Line; confidence: number } | null
  times: { span: { start: string | null; end: string | null }; line: Line; confidence: number } | null
}

/** Words before a date that say it is another one: a deadline, earlier minutes, the next meeting, the sending. */
const OTHER_DATE =
  /(?:avant le|au plus tard|jusqu'au|d'ici|date limite|reponse|inscription|prochaine?s? (?:reunion|seance|date|rencontre|pleniere)|comptes?[- ]rendus?|\bcr\b|proces[- ]verbal|releve de (?:decisions|conclusions)|envoye|publie|version|mis a jour|mise a jour|depuis le|derniere (?:reunion|seance)|fait a|arrete|decret|circulaire|loi)\b[^.;]{0,60}$/
const MEETING_WORD =
  /\b(?:reunions?|seances?|comites?|commission|groupe|gt|pleniere|instance|conseil|convocation|invitation|ordre du jour|atelier|session|copil|rencontre|aura lieu|se tiendra)\b/

/** Date and hours read in the lines that are not items. */
export function findWhen(lines: readonly Line[]): When {
  const date = bestDate(lines)
  return { date, times: bestTimes(lines, date?.line ?? null) }
}

function bestDate(lines: readonly Line[]): When['date'] {
  let best: When['date'] = null
  let bestScore = 0
  for (const [at, line] of lines.entries()) {
    if (isMailHeader(lines, at)) continue
    for (const found of datesIn(line.text)) {
      const score = scoreDate(line, found)
      if (score > bestScore) {
        bestScore = score
        best = { found, line, confidence: Math.min(0.95, 0.4 + score * 0.08) }
      }
    }
  }
  return best
}

function scoreDate(line: Line, found: FoundDate): number {
  const before = fold(line.text.slice(0, found.index))
  if (OTHER_DATE.test(before)) return 0
  // "Paris, le 3 mars 2026": where and when the letter was written.
  if (/^[\p{L}’' -]{2,40}, le $/iu.test(line.text.slice(0, found.index)) && !MEETING_WORD.test(before))
    return 0
  const label = fold(LABEL.exec(line.text)?.[1] ?? '')
  let score = 1
  if (
    /^(?:date|jour|quand|date de la (?:reunion|seance)|date et heure|dates? et horaires?|date et lieu)/.test(
      label,
    )
  )
    score += 4
  if (MEETING_WORD.test(before)) score += 2
  if (timesIn(line.text).length > 0) score += 2
  if (line.type === 'heading') score += 1
  if (found.hasWeekday) score += 1
  if (found.date?.startsWith('-') === false) score += 1
  return score
}

function bestTimes(lines: readonly Line[], dateLine: Line | null): When['times'] {
  let start: { time: string; line: Line } | null = null
  let end: string | null = null
  let best: When['times'] = null
  let bestScore = 0
  for (const [at, line] of lines.entries()) {
    if (isMailHeader(lines, at)) continue
    const label = fold(LABEL.exec(line.text)?.[1] ?? '')
    const span = timesIn(withoutDates(line.text))[0]
    if (span === undefined || OTHER_DATE.test(fold(line.text.slice(0, span.index)))) continue
    if (/^(?:debut|heure de debut|ouverture)/.test(label)) start ??= { time: span.start, line }
    else if (/^(?:fin|heure de fin|cloture)/.test(label)) end ??= span.start
    else {
      const score = scoreTimes(line, label, span, line === dateLine)
      if (score > bestScore) {
        bestScore = score
        best = { span, line, confidence: Math.min(0.95, 0.5 + score * 0.08) }
      }
    }
  }
  if (start === null || best !== null) return best
  return { span: { start: start.time, end }, line: start.line, confidence: 0.95 }
}

function scoreTimes(line: Line, label: string, span: TimeSpan, withDate: boolean): number {
  let score = 0
  if (withDate) score += 4
  if (/^(?:horaires?|heures?|date|quand|jour)/.test(label)) score += 3
  if (span.end !== null) score += 1
  if (MEETING_WORD.test(fold(line.text))) score += 1
  if (/^(?:de|a|à)\s?$/i.test(line.text.slice(0, span.index)) || span.index === 0) score += 1
  return score
}

/** Digits of dates must not pass for hours ("12.03", "2026-03-12"). */
function withoutDates(text: string): string {
  let rest = text
  for (const { index, length } of datesIn(text)) {
    rest = rest.slice(0, index) + ' '.repeat(length) + rest.slice(index + length)
  }
  return rest
}

/** Heads of a saved mail: their date is that of sending. */
export function isMailHeader(lines: readonly Line[], at: number): boolean {
  const label = fold(LABEL.exec(lines[at]?.text ?? '')?.[1] ?? '')
  if (/^(?:envoye|sent|recu|de|from|a|to|cc|cci)$/.test(label)) return true
  if (label !== 'date') return false
  const near = [lines[at - 1], lines[at - 2], lines[at + 1]].map((line) =>
    fold(LABEL.exec(line?.text ?? '')?.[1] ?? ''),
  )
  return near.some((other) => /^(?:de|from|a|to|envoye|sent|subject|expediteur)$/.test(other))
}
