import type { ItemNature } from '../../domain/agenda/agenda.ts'
import { type TimeSpan, timesIn, wholeTime } from './clock-times.ts'
import { type Duration, wholeDuration } from './durations.ts'
import { wholeNature } from './natures.ts'
import {
  findPeople,
  isFunction,
  isOrganisationName,
  isThing,
  namePeople,
  onlyPersons,
  type People,
} from './people.ts'
import { oneLine, trimPunctuation } from './plain-line.ts'

type ItemLine = {
  number: string | null
  title: string
  time: TimeSpan | null
  duration: Duration | null
  nature: ItemNature | null
  presenter: string | null
  organisation: string | null
  /** Addresses that were behind words of the line. */
  links: string[]
}

/** A number typed at the start, with its punctuation: "1.", "2)", "3/", "4 –", "2.1", "Point 3 :", "a)", "B –", "IV.", "II.1". */
const NUMBER =
  /^(?:(?:point|item|sujet|question|dossier|rapport|s[ée]quence|th[èe]me|affaire)\s+)?(?:n°\s?)?(\d{1,2}(?:\.\d{1,2}){1,3}|[IVX]{1,5}(?:\.\d{1,2})+|\d{1,2}(?=\s?(?:[.)/:°]|[-–—]\s)|$)|[a-z](?=\))|[A-HJ-Z](?=[.)/]\s|\s[-–—]\s)|[IVX]{1,5}(?=\s?[.)/:]\s|\s[-–—]\s))\s?(?:°?[.)/:]|°)?(?:\s*[-–—:])?(?:\s+(?=\S)|(?<=\d°?[.)/])(?=\p{Lu}\p{L}{2}))/iu

/** "Délibération n° 2026-01 : …", "Résolution 3 – …" */
const RESOLUTION =
  /^(?:(?:(?:délibération|deliberation|résolution|resolution|motion)\s+|(?:DEL|DCM|DCC|DB)[\s.-]?)(?:n°\s?)?(?=\d)|(?=\d{4}[-/]\d{2,3}\s))(\d{4}[-/]\d{1,3}|\d{1,3})\s?[:.–—-]\s*(?=\p{L})/iu

/** "2026-114 TARIFS": as councils count their acts. */
const ACT = /^(20\d{2}[-/] ?\d{2,3})\s+(?=\p{Lu}{2})/u

/** Takes apart the words after a list marker; what is not recognised stays in the title. */
export function readItemLine(text: string): ItemLine {
  const line: ItemLine = {
    number: null,
    title: '',
    time: null,
    duration: null,
    nature: null,
    presenter: null,
    organisation: null,
    links: [],
  }
  // A page of a wiki offers to change each of its parts.
  let rest = oneLine(
    withoutLeaders(punctuated(text.replace(/\s\[(?:modifier|éditer|edit)[^[\]]{0,30}\]\s*$/iu, ''))),
  ).replace(/(?<!\s)\s*\((https?:\/\/[^\s)]+)\)/g, (_, address: string) => {
    line.links.push(address)
    return ''
  })
  // An address typed behind the title is where to read more.
  const behind = /^(.*\S)\s+(https?:\/\/\S+)$/u.exec(rest)
  if (behind?.[1] !== undefined && behind[2] !== undefined) {
    line.links.push(behind[2])
    rest = behind[1]
  }
  rest = takeLeadingDuration(takeTime(rest, line), line)
  const numbered = splitNumber(rest)
  line.number = numbered.number
  rest = line.time === null ? takeTime(numbered.rest, line) : numbered.rest
  if (line.duration === null) rest = takeLeadingSpeaker(takeLeadingDuration(rest, line), line)
  line.title = finish(takeEnds(rest, line))
  return line
}

/** Dots that lead the eye to who presents an item, or how long: a dash does too. */
function withoutLeaders(text: string): string {
  return text.replace(/(?<=[^\s.…_])\s?(?:\.{4,}|…{2,}|_{4,})\s?(?=[^\s.…_])(?!\d{1,3}$)/gu, ' – ')
}

/** A tab or a wide space after a number stands for its punctuation. */
function punctuated(text: string): string {
  return text.replace(
    /^(\s*\d{1,2}(?:\.\d{1,2})*)(?:(?:\t+| {2,})(?=\p{Lu})|[\u2002\u2003]+(?=[\p{L}\d«(]))/u,
    '$1. ',
  )
}

/** Number typed at the start of a line, without its last punctuation, and the rest. */
export function splitNumber(text: string): { number: string | null; rest: string } {
  // "1 -Bilan", "I- Bilan"
  const words = oneLine(punctuated(text)).replace(
    /^(?:(\d{1,2})\s-|([IVX]{1,5})(?:-\s|\s-))(?=\p{Lu})/u,
    (_, digits?: string, roman?: string) => `${digits ?? roman} - `,
  )
  const resolved = RESOLUTION.exec(words)
  if (resolved?.[1] !== undefined) return { number: resolved[1], rest: words.slice(resolved[0].length) }
  const act = ACT.exec(words)
  if (act?.[1] !== undefined) return { number: act[1].replace(' ', ''), rest: words.slice(act[0].length) }
  const found = NUMBER.exec(words)
  // "M. Petit" is a person, "18 / 02 / 2026" a day.
  if (found?.[1] === undefined || /^(?:M\.\s|\d{1,2} \/ \d{1,2} \/ \d{4}\b)/.test(words))
    return { number: null, rest: words }
  const time = timesIn(words)[0]
  if (time?.index === 0) return { number: null, rest: words }
  return { number: found[1], rest: words.slice(found[0].length) }
}

/** "2.1." → "2.1", "a)" → "a"; bullets and dashes are no numbers. */
export function numberOfMarker(marker: string | null): string | null {
  const bare = (marker ?? '').replace(/(?<![\s.)/:°–—-])[\s.)/:°–—-]+$/u, '').replace(/^[\s(–—-]+/u, '')
  // A word in a column of numbers ("Pause") is none.
  const isNumber = /\d/.test(bare) || /^(?:\p{L}{1,2}|[IVXivx]+)$/u.test(bare)
  return isNumber && /^[\p{L}\d][\p{L}\d.\s-]{0,39}$/u.test(bare) ? bare : null
}

/** "[10 min] Introduction", "(10’) Introduction", "10’ : Introduction". */
function takeLeadingDuration(text: string, line: ItemLine): string {
  const found =
    /^[[(]([^()[\]]{2,20})[)\]]\s*[:–-]?\s*(?=\p{L})/u.exec(text) ??
    /^(\d{1,3}\s?(?:minutes|min|mn|['’]))\s?[:–—-]\s+(?=\p{L})/iu.exec(text)
  const duration = found?.[1] === undefined ? null : wholeDuration(found[1])
  if (found === null || duration === null) return text
  line.duration = duration
  return text.slice(found[0].length)
}

/** "Anne Roy (15 min) : Les semis", "Anne Roy, DGX (15 min) – Les semis": who speaks, how long, and of what. */
function takeLeadingSpeaker(text: string, line: ItemLine): string {
  const [, name = '', length = '', title = ''] =
    /^([^():]{3,60}?)\s\(([^()]{2,15})\)(?:\s?:|\s[–—-])\s+(\S.*)$/u.exec(text) ?? []
  const duration = wholeDuration(length)
  if (duration === null || !onlyPersons(name)) return text
  line.duration = duration
  setPeople(line, namePeople(name))
  return title
}

function takeTime(text: string, line: ItemLine): string {
  const first = timesIn(text)[0]
  if (first === undefined || first.index !== 0 || first.length === text.length) return text
  const after = text.slice(text.slice(0, first.length).trimEnd().length)
  if (!/^\s*[:–—|-]|^\s+\S|^\s*$/.test(after)) return text
  line.time = first
  return after.replace(/^[\s:–—|-]+/, '')
}

/** Cuts what it knows off the end, as long as it finds something. */
function takeEnds(text: string, line: ItemLine): string {
  let rest = text.trim()
  for (let round = 0; round < 8; round += 1) {
    const before = rest
    rest = takeEnd(withoutEndMark(rest), line)
    if (rest === before) break
  }
  return rest
}

/** A full stop only goes after a bracket: it may belong to an abbreviation. */
function withoutEndMark(text: string): string {
  // Dots lead the eye to a duration at the end of the line.
  return text
    .replace(/(?<![\s,;:–—-])[\s,;:–—-]+$/u, '')
    .replace(/(?<!\s)\s*(?:(?<!\.)\.{4,}|(?<!…)…{2,})\s?\d{1,3}$/u, '')
    .replace(/(?<!\s)\s*(?:(?<!\.)\.{4,}|(?<!…)…{2,}|(?<!_)_{4,})$/u, '')
    .replace(/([)\]])\.$/, '$1')
}

function takeEnd(text: string, line: ItemLine): string {
  const dash = [...text.matchAll(/(?<!\s)\s+[–—-]+\s+/gu)].at(-1)
  const last = dash === undefined ? '' : text.slice(dash.index + dash[0].length)
  if (dash !== undefined && last !== '') {
    const before = text.slice(0, dash.index)
    // In a title all in capitals "BUDGET PRINCIPAL" is no acronym.
    const shouts = /\p{Lu}{4}/u.test(before) && !/\p{Ll}/u.test(text) && !/\d/.test(last)
    const isTimed = endsWithDuration(before)
    if (!shouts && takeGroup(last, line, !/[)\]]$/.test(before) && !isTimed, isTimed)) return before
  }
  const bracket = /(?<!\s)\s*[([]([^()[\]]+(?:\([^()]*\)[^()[\]]*)?)[)\]]$/u.exec(text)
  if (bracket?.[1] !== undefined && bracket.index > 0) {
    const before = text.slice(0, bracket.index)
    if (!isAcronymOf(bracket[1], before) && takeGroup(bracket[1], line, false, endsWithDuration(before)))
      return before
  }
  const comma = /[,;:]\s+([^\s,;:][^,;:]*)$/u.exec(text)
  if (comma?.[1] !== undefined && takeFact(comma[1], line, true)) return text.slice(0, comma.index).trimEnd()
  const bare = /\s(pour\s[\p{L}\s/]+|\d{1,3}\s?(?:min|mn|minutes|’|'))$/iu.exec(text)
  if (bare?.[1] !== undefined && takeFact(bare[1], line, true)) return text.slice(0, bare.index)
  const pause =
    /^(?:pause|d[ée]jeuner|accueil|buffet|repas)\b[^,;:]{0,40}?\s((?:de |à )?\d{1,2}\s?h.*)$/iu.exec(text)
  if (pause?.[1] !== undefined && takeFact(pause[1], line, true)) return text.slice(0, -pause[1].length)
  // Hours alone may be a time of day; behind a bracket they are how long.
  const hours = /[)\]]\s+(\d{1,2}\s?h(?:\s?\d{2})?)$/iu.exec(text)
  if (hours?.[1] !== undefined && takeFact(hours[1], line, true)) return text.slice(0, hours.index + 1)
  const presented =
    /(?<![\s,–—(-])[\s,–—(-]+((?:présenté|animé|introduit|exposé|rapporté|proposé|porté)e?s?\spar\s[^()]+(?:\([^()]*\))?|par\s(?:M\.|Mme)\s[^()]+(?:\([^()]*\))?)\)?$/iu.exec(
      text,
    )
  if (presented?.[1] !== undefined && presented.index > 0) {
    const words = takeFacts(presented[1], line)
    setPeople(line, namePeople(words))
    return text.slice(0, presented.index)
  }
  return text
}

/** "Annuaire – 15 min", "Annuaire (15 min)": what comes after is hardly more of the title. */
function endsWithDuration(text: string): boolean {
  const [, last, inBrackets] = /\s[–—-]+\s+([^–—]{2,15})$|\(([^()]{2,15})\)$/u.exec(text) ?? []
  return wholeDuration(last ?? inBrackets ?? '') !== null
}

/** A duration, hours or a nature; the latter only after "pour" where prose may stand. */
function takeFact(piece: string, line: ItemLine, needsPour: boolean): boolean {
  const duration = line.duration === null ? wholeDuration(piece) : null
  const time = line.time === null ? wholeTime(piece) : null
  // "9h30" alone is an hour of the day, "1h30" a duration: no meeting starts before seven.
  if (time !== null && (time.end !== null || duration === null || Number(time.start.slice(0, 2)) >= 7)) {
    line.time = time
    return true
  }
  if (duration !== null) {
    line.duration = duration
    return true
  }
  const nature = line.nature === null ? wholeNature(piece) : null
  if (nature === null || (needsPour && !/^\s*(?:pour|à titre)\s/iu.test(piece))) return false
  line.nature = nature
  return true
}

/** Takes the facts out of "H. Marchetti (DGX), 20 min" and returns the rest. */
function takeFacts(words: string, line: ItemLine): string {
  const pieces = words.split(/[,;](?![^(]*\))|\s[–—-]+\s(?![^(]*\))/).map((piece) => piece.trim())
  return pieces.filter((piece) => piece !== '' && !takeFact(piece, line, true)).join(', ')
}

/**
 * Facts and people together, taken whole or left: "(A. Gallet, DGX – 30 min)", "– 10 min".
 * @param strict only what can hardly be anything else than a person: prose may stand there
 * @param isTimed how long they speak stands right before
 */
function takeGroup(words: string, line: ItemLine, strict: boolean, isTimed = false): boolean {
  if (takeFact(words, line, false)) return true
  const trial: ItemLine = { ...line }
  const rest = takeFacts(words, trial)
  if (rest !== '') {
    const isNew = trial.duration !== line.duration
    const people =
      line.presenter !== null
        ? null
        : (findPeople(rest, strict) ?? (isNew || isTimed ? givenName(rest, isNew) : null))
    if (people === null || (people.presenter === null && line.organisation !== null)) return false
    setPeople(trial, people)
  }
  Object.assign(line, trial)
  return true
}

/**
 * "Camille" in "(Camille, 20 min)", "Camille, bibliothèque du Lys": among how long they speak, or before where they work, a
 * given name alone is somebody.
 */
function givenName(words: string, isAmong: boolean): People | null {
  const [name = '', ...others] = words.split(/,\s+/u)
  const isOne = /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u.test(name) && !isThing(name) && !isFunction(name)
  const isSaid = others.length > 0 ? others.every(isOrganisationName) : isAmong
  return isOne && isSaid
    ? { presenter: name, organisation: others.length === 0 ? null : others.join(', ') }
    : null
}

/** "Plateforme nationale d’échange (PNE)" explains its own letters. */
function isAcronymOf(inside: string, before: string): boolean {
  if (!/^\p{Lu}{2,8}$/u.test(inside.trim())) return false
  const initials = before
    .split(/[\s’'-]+/)
    .filter((word) => word.length > 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
  return initials.endsWith(inside.trim())
}

function setPeople(line: ItemLine, people: People): void {
  line.presenter ??= people.presenter
  line.organisation = people.organisation ?? line.organisation
}

function finish(title: string): string {
  const bare = trimPunctuation(title.replace(/^«\s?([^«»]+?)\s?»$/u, '$1'))
  return /[^.]\.$/.test(bare) && !/\b(?:etc|\p{Lu})\.$/u.test(bare) ? bare.slice(0, -1) : bare
}
