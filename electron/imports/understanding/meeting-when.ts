import { type TimeSpan, timesIn, withNoon } from './clock-times.ts'
import { datesIn, type FoundDate } from './dates.ts'
import { LABEL, type Line } from './lines.ts'
import { isMailHeader } from './mail-header.ts'
import { MEETING_WORD, MEETINGS } from './meeting-words.ts'
import { oneLine, plainLine } from './plain-line.ts'

export type When = {
  date: { found: FoundDate; line: Line; confidence: number } | null
  times: { span: { start: string | null; end: string | null }; line: Line; confidence: number } | null
}

/** Words before a date that say it is another one: a deadline, earlier minutes, the next meeting, the sending. */
const OTHER_DATE = new RegExp(
  String.raw`(?:une (?:2e|2eme|deuxieme|seconde|autre|nouvelle) (?:reunion|seance)|avant le|(?:avant|jusqu'a)(?= ?$)|au plus tard|jusqu'au|d'ici|date limite|reponse|inscription|prochaine?s? (?:${MEETINGS}|dates?|[a-z]+ (?:aura|auront) lieu)|comptes?[- ]rendus?|\bcr\b|\bpv\b|proces[- ]verbal|releve de (?:decisions|conclusions)|envoye|publie|version|mis a jour|mise a jour|depuis le|derniere (?:reunion|seance)|fait a|(?:arrete|decret|circulaire|loi)(?= (?:n°|du |de |relati|\d))|convoquee?s? le|convocations? (?:(?!de |de la |au |a |pour |aux )[a-z]+ ){0,3}(?:du|le)|date (?:de la |de )?convocation|affiche(?:e|age)?|entretien|courriers?|courriels?|lettre|mail|a compter d[eu]|(?:valide|approuve|adopte|ratifie)e?s?(?: (?:en|par|lors)\b[^.;:]{0,40})?(?: d[eu]| le)?(?= ?$)|a partir du|entree? en vigueur)\b[^.;]{0,60}$`,
)
const KIND = String.raw`(?:\s(?:municipal|communautaire|syndical|d[’']administration))?`
const SITTING = String.raw`(?:séance|réunion|assemblée|ag[oe]?)(?:\s(?:générale|ordinaire|extraordinaire|plénière|publique|du\s(?:conseil|comité|bureau)${KIND}))*`

/** A council and a match are more than a sitting: only where they are opened or closed. */
const OR_COUNCIL = `(?:${SITTING}|conseil${KIND}|rencontre)`

/** Says that it ended, right behind its name or before it; the hour follows. */
const CLOSING = new RegExp(
  [
    String.raw`(?<!\p{L})(?:${OR_COUNCIL}\s(?:est|a été|fut)|${SITTING})\s(?:déclarée?\s)?(?:ouverte?\s[^.;]{3,25}\s(?:et|puis)\s)?(?:lev[ée]e?|close?|cl[ôo]tur[ée]e?|termin[ée]e?|ferm[ée]e?|achevée?)(?!\p{L})`,
    String.raw`(?<!\p{L})${SITTING}\s(?:(?:commence|débute)[^.;]{0,25}\set\s)?(?:s[’'](?:achève|est achevée)|se termine|s[’']est terminée|(?:prend|a pris|prit) fin)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:lève|levé|cl[ôo]t|cl[ôo]ture|clos|ferme|fin|levée|fermeture)\s(?:de\s)?(?:la\s|l[’'])?${SITTING}(?!\p{L})`,
  ].join('|'),
  'iu',
)

/** Between such words and their hour: "a eu lieu vers", "à", ":"; behind a comma something else may begin. */
const UNTIL_ITS_HOUR = /^(?:,\s(?:à|vers)|[^.,;\d]{0,25})$/u

const TITLE_OF_MINUTES =
  /^(?:(?:voici|vous trouverez|veuillez trouver|je vous (?:envoie|transmets|adresse))(?: ci-(?:dessous|joint|apres))? le )?(?:projet de )?(?:comptes?[- ]rendus?|cr|proces[- ]verbal|pv|releve (?:de|des) (?:decisions|conclusions))\b[^.;:]{0,120}(?:[:—–-] ?)?$/

/** "Groupe Voies – relevé de décisions du": the body stands before what the paper is. */
const TITLE_BEHIND_BODY =
  /^(?!(?:convocation|invitation|ordre du jour|odj)\b)[^.;:]{3,80} [–—-] (?:comptes?[- ]rendus?|cr|pv|proces[- ]verbal|releve (?:de|des) (?:decisions|conclusions))(?: d[eu] [^.;:]{2,60})? du (?:\p{L}+di )?$/u

/** Date and hours read in the lines that are not items. */
export function findWhen(all: readonly Line[]): When {
  // "?start=03/04/2026&hour=08:30" is a part of an address.
  const lines = all.map((line) => ({
    ...line,
    text: line.text.replace(/(?:https?:\/\/|www\.)\S+/gi, 'lien'),
  }))
  const date = bestDate(lines)
  return { date, times: bestTimes(lines, date) }
}

/** So many first lines stand over the text. */
const HEAD = 12

/** Of which the first name it. */
const TOP = 3

/** A day of the text, beside no word that speaks of a meeting: when something is due, or was done. */
const WEAK = 2

/** A day alone, among the settings of a page: perhaps when it was put online. */
const SETTING = /^\d{4}-\d{2}-\d{2}$/

function bestDate(lines: readonly Line[]): When['date'] {
  let best: When['date'] = null
  let bestScore = 0
  for (const [at, line] of lines.entries()) {
    if (isMailHeader(lines, at)) continue
    for (const found of datesIn(line.text)) {
      const score = scoreDate(
        line,
        found,
        at < HEAD && !SETTING.test(line.text),
        at < TOP && !SETTING.test(line.text),
      )
      if (score > bestScore && (score > WEAK || SETTING.test(line.text))) {
        bestScore = score
        best = { found, line, confidence: Math.min(0.95, 0.4 + score * 0.08) }
      }
    }
  }
  return best
}

/** Words before a date or an hour say that it is not the meeting's. */
export function speaksOfOther(line: Line, before: string): boolean {
  return !isOwn(line, before) && isOther(before)
}

/** "Convoqué le 4 mai, le conseil s’est réuni à 18 h": what stands behind the verb is of the meeting itself. */
function isOther(before: string): boolean {
  return OTHER_DATE.test(
    before.replace(/^.*\b(?:s'est|se sont|s'etant|est|sont) (?:reuni|tenu|assemble)e?s?\b/u, ''),
  )
}

/** "J’ai le plaisir de vous convier à la réunion qui se tiendra le": the one that the letter is about. */
const CONVENES =
  /\b(?:convi|invit|convoqu|inform|rappel|pri|attend|donn)\w{0,6} [^.;]{0,80}\bprochaine? [^.;]{0,80}(?:aura lieu|se tiendra|se reunira|se deroulera)\b[^.;]{0,60}$/

/** Words before a date or an hour that, as a title or at the head of an invitation, speak of the meeting itself. */
function isOwn(line: Line, said: string): boolean {
  const before = said.replace(/^(?:title|titre|objet) ?: ?/, '')
  if (/\b(?:affich|publie|envoy|transmis|diffus|redige|approuv|valide)/.test(before)) return false
  if (line.number !== null || line.bullet) return false
  // "Mise à jour – 16 mars 2026": whatever a heading calls it.
  if (line.type === 'heading' && line.level === 1 && /\s[–—-]\s?$/.test(`${said} `)) return true
  return (
    TITLE_OF_MINUTES.test(before) ||
    (TITLE_BEHIND_BODY.test(`${before} `) && !/ordre du jour|convocation/.test(plainLine(line.text))) ||
    CONVENES.test(before) ||
    /^(?:la|le|notre) prochaine? (?:reunion|seance|pleniere|rencontre|bureau|comite|conseil|commission|groupe|copil|atelier|assemblee|conference)\b.*(?:aura lieu|se tiendra|est fixee)\b[^.]{0,60}$/.test(
      before,
    )
  )
}

function scoreDate(line: Line, found: FoundDate, isHead: boolean, isTop: boolean): number {
  const before = plainLine(line.text.slice(0, found.index))
  // "Compte rendu de la réunion du 5 avril" as a title names its own meeting, as no item and no sentence does.
  const own = isOwn(line, before)
  if (!own && isOther(before)) return 0
  // "Paris, le 3 mars 2026": where and when the letter was written.
  if (/^[\p{L}’' -]{2,40}, le $/iu.test(line.text.slice(0, found.index)) && !MEETING_WORD.test(before))
    return 0
  const label = plainLine(LABEL.exec(line.text)?.[1] ?? '')
  // What stands over the text names the meeting; further down other days are told.
  let score = (own ? 4 : 1) + (isHead ? 2 : 0)
  if (
    /^(?:date|jour|quand|date de la (?:reunion|seance)|date et heure|dates? et horaires?|date et lieu)/.test(
      label,
    )
  )
    score += 4
  if (MEETING_WORD.test(before)) score += 2
  // "Réunion du bureau du 3 mai 2026" as one of the first lines is what it is called.
  const ends = /^[.\s]*$/.test(line.text.slice(found.index + found.length))
  if (isTop && ends && line.text.length <= 110 && line.number === null && !line.bullet) score += 3
  if (timesIn(line.text).length > 0) score += 2
  if (line.type === 'heading') score += 1
  if (found.hasWeekday) score += 1
  if (found.date?.startsWith('-') === false) score += 1
  return score
}

/** With the day, or behind a label. */
const SAID = 3

function bestTimes(lines: readonly Line[], date: When['date']): When['times'] {
  let start: { time: string; line: Line } | null = null
  let end: string | null = null
  let best: When['times'] = null
  let bestScore = 0
  for (const [at, line] of lines.entries()) {
    if (isMailHeader(lines, at)) continue
    // "Date / heure de début / durée : 9h15"
    const label = plainLine(
      LABEL.exec(line.text)?.[1] ?? /^date\b[^:]{0,60}(?=:)/iu.exec(line.text)?.[0] ?? '',
    )
    // A tool's own hours have seconds; how long it was is no hour.
    const span = timesIn(withoutDates(line.text).replace(/\b(\d{1,2}:\d{2}):\d{2}\b/g, '$1'))[0]
    if (span === undefined || (label.startsWith('duree') && span.end === null)) continue
    const before = plainLine(line.text.slice(0, span.index))
    if (speaksOfOther(line, before)) continue
    if (date !== null && isOfOtherDay(line, date.found)) continue
    // "A duré 2h" is no hour of the day.
    // "Date / heure / durée : le 3 mai, 9h15" begins with the hour.
    const said = before.replace(/^date\b[^:]{0,60}:/, '')
    if (/\bdur(?:e|ee|era|ait)\b[^.;]{0,30}$/.test(said) && span.end === null) continue
    // "18h11 : arrivée de Mme Roy"
    if (
      /^ ?[:,–-]? ?(?:arrivee|depart|sortie|retour)\b/.test(
        plainLine(line.text.slice(span.index + span.length)),
      )
    )
      continue
    const sitting = sittingHours(line.text)
    start ??= sitting.start === null ? null : { time: sitting.start, line }
    // Of several the last one ends it.
    end = sitting.end ?? end
    if (sitting.start !== null || sitting.end !== null) continue
    // "Début à 19h45", "début 9h" over "fin 10h", "17h18 : début de la réunion"
    const opens = /^(?:debut|ouverture)(?: de (?:la )?(?:reunion|seance))? ?(?:a|:)?$/.test(before.trim())
    const closes = /^(?:fin|cloture|levee)(?: de (?:la )?(?:reunion|seance))? ?(?:a|:)?$/.test(before.trim())
    const after = plainLine(line.text.slice(span.index + span.length))
    if (opens || /^ ?[:,–-]? ?(?:debut|ouverture) de (?:la |l')?(?:reunion|seance|assemblee)\b/.test(after))
      start ??= { time: span.start, line }
    else if (
      closes ||
      /^ ?[:,–-]? ?(?:fin|cloture|levee) de (?:la |l')?(?:reunion|seance|assemblee)\b/.test(after)
    )
      end ??= span.start
    else if (/^(?:debut|heure? de debut|ouverture)/.test(label)) start ??= { time: span.start, line }
    else if (/^(?:fin|heure? de fin|cloture)/.test(label)) end ??= span.start
    else {
      const score = scoreTimes(line, label, span, line === date?.line)
      if (score > bestScore) {
        bestScore = score
        best = { span, line, confidence: Math.min(0.95, 0.5 + score * 0.08) }
      }
    }
  }
  if (start === null)
    return best === null || end === null
      ? best
      : { ...best, span: { ...best.span, end: best.span.end ?? end } }
  // Both said by their own lines are surer than an hour that only stands somewhere.
  if (best !== null && bestScore >= SAID) return best
  return { span: { start: start.time, end }, line: start.line, confidence: 0.95 }
}

/** "Rendez-vous le 28 janvier à 9 h" in the minutes of the 24th. */
function isOfOtherDay(line: Line, { date }: FoundDate): boolean {
  const days = datesIn(line.text).flatMap((one) => one.date ?? [])
  return date !== null && days.length > 0 && days.every((day) => day.slice(-5) !== date.slice(-5))
}

/** "Ouverture 9h35 – Clôture 11h55", "la séance est levée à 11h55": when the meeting really began and ended. */
function sittingHours(text: string): { start: string | null; end: string | null } {
  const after = (pattern: RegExp) => {
    const found = pattern.exec(text)
    const rest = found === null ? '' : text.slice(found.index + found[0].length)
    // "Close, repas à 20 h"
    const isItsOwn = ({ index }: TimeSpan) => index < 12 && !/,\s?\p{L}{2}/u.test(rest.slice(0, index))
    return timesIn(rest).find(isItsOwn)?.start ?? null
  }
  return {
    start:
      hourBehind(OPENING, text) ??
      after(
        /\b(?:ouverture|ouverte|déclarée ouverte|(?:ouvre|ouvert) (?:la séance|la réunion|l[’']assemblée)(?: générale)?)(?: de (?:la )?séance)?\s*(?::|à)?\s*/iu,
      ),
    end:
      hourBehind(CLOSING, text) ?? after(/\b(?:clôture|close|levée)(?: de (?:la )?séance)?\s*(?::|à)?\s*/iu),
  }
}

/** "Réalisée le 3 mars de 15 heures à 17 heures", wherever minutes say both of their own day. */
export function hoursOfDay(lines: readonly Line[], date: string): { span: TimeSpan; line: Line } | null {
  for (const line of lines) {
    const isOfDay = datesIn(line.text).some((found) => found.date === date)
    // "Séance à distance de 10h à 12h" over its parts
    const isTitle = line.type === 'heading' && MEETING_WORD.test(plainLine(line.text))
    if (line.text.length > 200 || !(isOfDay || isTitle)) continue
    const span = timesIn(withoutDates(line.text)).find(({ end }) => end !== null)
    if (span !== undefined) return { span, line }
  }
  return null
}

const OPENING = new RegExp(
  String.raw`(?<!\p{L})(?:${OR_COUNCIL}\s(?:est|a été)\s(?:déclarée?\s)?ouverte?|${SITTING}\s(?:a\s)?(?:commencé|commence|débuté|débute)|(?:début|ouverture) de (?:la\s|l[’'])?${SITTING})(?!\p{L})`,
  'iu',
)

/** "La séance est ouverte à 18 heures 10", wherever minutes say it. */
export function openingHour(lines: readonly Line[]): { time: string; line: Line } | null {
  for (const line of lines) {
    const time = hourBehind(OPENING, line.text)
    if (time !== null) return { time, line }
  }
  return null
}

/** "… a débuté le 3 mai à 15h", "est levée à midi": the hour of what the words say. */
function hourBehind(words: RegExp, text: string): string | null {
  const found = words.exec(text)
  const rest = found === null ? '' : withNoon(withoutDates(text.slice(found.index + found[0].length)))
  const [span] = timesIn(rest)
  return span !== undefined && UNTIL_ITS_HOUR.test(oneLine(rest.slice(0, span.index))) ? span.start : null
}

/** "La séance est levée à 20 heures 10", wherever minutes say it; of several the last one. */
export function closingHour(lines: readonly Line[]): { time: string; line: Line } | null {
  for (const line of lines.toReversed()) {
    const time = hourBehind(CLOSING, line.text)
    if (time !== null) return { time, line }
  }
  for (const line of lines) {
    // "18h16 : fin"
    const [first, ...others] = timesIn(line.text)
    if (first === undefined || others.length > 0 || line.text.length > 80) continue
    const after = plainLine(line.text.slice(first.index + first.length))
    const before = plainLine(line.text.slice(0, first.index)).replace(/^\*+ ?/, '')
    const isEnd =
      (before === '' &&
        /^[:,–-]? ?(?:fin|cloture|levee) de (?:la |l')?(?:reunion|seance|assemblee|ag)\b/.test(after)) ||
      /^(?:fin|cloture)(?: d(?:es? |')(?:la |l')?(?:travaux|seance|reunion|ag))? ?(?:a|:|vers)$/.test(before)
    if (isEnd) return { time: first.start, line }
  }
  return null
}

function scoreTimes(line: Line, label: string, span: TimeSpan, withDate: boolean): number {
  let score = 0
  if (withDate) score += 4
  // "Le mercredi 24 avril à 18 heures, les membres se sont réunis"
  else if (datesIn(line.text).length > 0 && datesIn(line.text)[0]?.doubtful === false) score += 2
  // "Le comité s’est réuni hier à 18 h"
  if (/\b(?:s'est|se sont) (?:reuni|tenu|assemble)e?s?\b/.test(plainLine(line.text.slice(0, span.index))))
    score += 2
  if (/^(?:horaires?|heures?|date|quand|jour)/.test(label)) score += 3
  if (span.end !== null) score += 1
  if (MEETING_WORD.test(plainLine(line.text))) score += 1
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
