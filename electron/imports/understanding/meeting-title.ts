import { LINE_LENGTH } from '../../domain/limits.ts'
import { withCapital } from '../../domain/text/french.ts'
import { timesIn } from './clock-times.ts'
import { datesIn } from './dates.ts'
import { isHeaderLabel, LABEL, type Line } from './lines.ts'
import { isMailHeader } from './mail-header.ts'
import type { FoundText } from './meeting-where.ts'
import { isGivenName } from './names/given-names.ts'
import { isFunction, onlyPersons } from './people.ts'
import { townBehindDate } from './places.ts'
import { oneLine, plainLine, trimPunctuation } from './plain-line.ts'

const BODY_WORD =
  /\b(?:instance|comites?|commissions?|groupes?|gt\d*|conseil|copil|cotech|bureau|reunion|seance|pleniere|atelier|section|reseau|cercle|conference|observatoire|assemblee|college|club|mission|forum|rencontres?|cellule|collectif|senat|directoire|parlement|jury)\b/
/** Stands for a date or an hour that was cut out; a private character, so that no text holds it. */
const CUT = '\uE000'
/** "Ville, le 3 mars": where and when a letter was written. */
const LETTER_DATE = /^\p{L}[\p{L}’' -]{1,40}, le \d/u
/** Words that say what the paper is, not what the meeting is called. */
const PAPER =
  /^(?:(?:invitation|convocation)(?: et ordre du jour)?|(?:projet d'|proposition d')?ordre du jour|odj|(?:au )?programme|agenda|deroule)(?: previsionnel| provisoire| propose)?(?: (?:de|a|pour) (?:la|l'|une)? ?(?:prochaine )?(?:reunion|seance|pleniere|rencontre))?$|^(?:de la |a la |la )?(?:prochaine )?(?:reunion|seance|rencontre)$|^document de travail$|^feuille (?:de presence|d'emargement)$|^projet$|^\((?:en )?(?:visioconference|audioconference|presentiel|hybride)\)$|^(?:en )?(?:visioconference|presentiel)$|^(?:tr|re|fwd?)$/

/** Heads of what a paper says of its meeting. */
const SECTION =
  /^(?:objets?|sujets?|motifs?|objectifs?|buts?|details?|themes?|informations?)(?: (?:de|sur) (?:la |cette )?(?:reunion|seance|rencontre))?(?: date de (?:la )?(?:reunion|seance))?$/

/** Name of the meeting, or null when no line names it. */
export function findTitle(lines: readonly Line[]): FoundText | null {
  let best: FoundText | null = null
  let bestScore = 0
  const letterDate = lines.findIndex(({ text }) => LETTER_DATE.test(text))
  for (const [at, line] of lines.entries()) {
    const sentence = nameInSentence(line)
    // "Relevé de décisions – bureau" over a sentence that says of whom.
    const isFuller = best !== null && plainLine(sentence ?? '').startsWith(`${plainLine(best.text)} d`)
    if (sentence !== null && (bestScore < 3 || isFuller)) {
      bestScore = Math.max(3, bestScore)
      best = { text: sentence, line, confidence: 0.66 }
    }
    const labelled =
      /^(?:objet(?: de (?:la )?(?:reunion|seance))?|sujet(?: de (?:la )?(?:reunion|seance))?|subject|reunion|seance|instance|titre|title|intitule|intitule de la (?:reunion|seance)|(?:titre|nom) de la (?:reunion|seance)|meeting title|topic)$/.test(
        plainLine(LABEL.exec(line.text)?.[1] ?? ''),
      )
    const aim = AIM.exec(line.text)?.[0] ?? null
    if (!labelled && aim === null && (isMailHeader(lines, at) || !canName(line))) continue
    const text = nameIn(labelled ? line.text.replace(LABEL, '') : line.text.slice(aim?.length ?? 0))
    if (text === null) continue
    // What it was for names it where nothing else does.
    let score = labelled ? 6 : aim === null ? 1 : 2
    if (line.type === 'heading') score += 3
    if (BODY_WORD.test(plainLine(text))) score += 2
    // The line above the place and date of a letter is who sends it.
    if (at < letterDate) score -= 2
    if (score > bestScore) {
      bestScore = score
      best = { text: text.slice(0, LINE_LENGTH), line, confidence: Math.min(0.9, 0.3 + score * 0.12) }
    }
  }
  return best
}

/** "Motif de la réunion : la fête", "Motif / type de réunion : lancement" */
const AIM =
  /^(?:motif|but|thème|type)s?(?:\s?\/\s?(?:motif|but|thème|type))?(?: de (?:la |cette )?(?:réunion|séance))?\s?:\s+/iu

/** "de vous inviter à la Conférence des maires qui se réunira le…" */
const INVITES =
  /\bvous (?:inviter|convier|convoquer|invite|convie|convoque|(?:êtes|prie)[^,.;]{0,40}(?:invité|convié|convoqué|assister|participer))(?:ons|e?s|\(?e\)?s?)* (?:bien vouloir )?(?:(?:assister|participer) )?(?:à la |au |à l[’'])(?:prochaine? )?(?:(?:réunion|séance) (?:ordinaire |extraordinaire |plénière )?(?:du |de la |de l[’']))?(.{3,120}?),?(?: qui (?:se |aura )|,? (?:le|du) (?:\p{L}+di )?\d)/iu
/** "Voici le relevé de décisions du bureau de l’association réuni le 3 mars". */
const MET =
  /^(?:(?:voici|vous trouverez)\b.{0,40}\b)?(?:comptes?[- ]rendus?|relevés? (?:de|des) (?:décisions|conclusions)|procès[- ]verbal) (?:de (?:la )?(?:réunion|séance) )?(?:du |de la |de l[’'])(.{3,120}?),? (?:réunie?|tenue?|qui s[’']est (?:réunie?|tenue?)) /iu

/** "La réunion du comité des usages est fixée au 12 mars", "Le comité des usages se réunira…". */
function nameInSentence(line: Line): string | null {
  if (line.number !== null || line.bullet) return null
  const found =
    /(?:^|\bque )(?:la |notre |une )?(?:prochaine )?(?:réunion|séance|rencontre|plénière) (?:plénière )?(?:du |de la |de l[’'])(.{3,120}?) (?:aura (?:bien )?lieu|se (?:tiendra|déroulera)|est (?:fixée|prévue|programmée|organisée|avancée|reportée))\b/iu.exec(
      line.text,
    ) ??
    /(?:^|\bque )(?:le |la |l[’'])(.{3,120}?) se réuni(?:ra|t)\b/iu.exec(line.text) ??
    INVITES.exec(line.text) ??
    MET.exec(line.text)
  const name = found?.[1] === undefined ? null : nameIn(found[1])
  if (name === null || !BODY_WORD.test(plainLine(name))) return null
  return withCapital(name)
}

/**
 * "CONSEIL D’ÉCOLE N° 3": a body that numbers its meetings, said in capitals at the head of a paper. "COMMISSION N° 2" and
 * "CONSEIL DE QUARTIER N° 4" have their number for a name.
 */
const NUMBERED_BODY =
  /^((?:CONSEIL|COMITÉ|COMITE|ASSEMBLÉE|ASSEMBLEE)(?: (?!DE QUARTIER|DE LIGNE|DE SECTEUR|DE ZONE|DE DISTRICT|DE CANTON)\p{Lu}[\p{Lu}’' -]*?[\p{Lu}]))\s*[,–—-]?\s*(?:N\s?°|NO|NUMÉRO)\s?(\d{1,3})$/u

/** Number said of a meeting: "réunion n° 12", "séance n°3", "12e réunion". */
export function findNumber(
  lines: readonly Line[],
): { number: number; line: Line; confidence: number } | null {
  for (const line of lines) {
    const folded = plainLine(line.text)
    if (
      /^prochaine|\bcomptes?[- ]rendus? de/.test(folded.replace(/^(?:projet de )?comptes?[- ]rendus? de/, ''))
    )
      continue
    const found =
      /\b(?:reunion|seance|pleniere|session|instance nationale partenariale|inp|copil|cotech|codir|comite de (?:pilotage|suivi)|comite technique|bureau)\b(?: (?:pleniere|ordinaire))? ?(?:n ?°|no|numero) ?(\d{1,3})\b/.exec(
        folded,
      ) ?? /\b(\d{1,3})(?:e|eme|ere|re) (?:reunion|seance|pleniere|session)\b/.exec(folded)
    const number = Number(found?.[1] ?? NUMBERED_BODY.exec(line.text)?.[2])
    if (number >= 1) return { number, line, confidence: 0.9 }
  }
  return null
}

/** Not a greeting, a sentence, an address, a labelled line or the place and date of a letter. */
function canName(line: Line): boolean {
  if (line.text.length > 250 || line.number !== null || line.bullet) return false
  if (/https?:|@/.test(line.text) || LETTER_DATE.test(line.text)) return false
  if (/^\d+[ ,]/.test(line.text) || /^(?:--|salle|auditorium|amphi)/i.test(line.text)) return false
  const label = LABEL.exec(line.text)?.[1]
  if (label !== undefined && (isHeaderLabel(label) || isFunction(label))) return false
  if (isGivenName(line.text.split(' ')[0] ?? '') && onlyPersons(line.text)) return false
  if (line.type === 'heading') return true
  return (
    !/[.!?,;:]$|^\(|\p{Ll}{2}\s?\.\s+\p{Lu}/u.test(line.text) &&
    !TELLS.test(plainLine(line.text)) &&
    !/^(?:bonjour|mesdames|messieurs|madame|monsieur|cher|chere)/.test(plainLine(line.text))
  )
}

/** "L’assemblée générale débute à 18 h", "La réunion s’est tenue à distance": a sentence of the text. */
const TELLS =
  /\b(?:debut(?:e|ent|ait|era)|commenc(?:e|ent|ait|era)|demarr(?:e|era)|s'ouvre|se termine|prend fin|se tient|(?:est|a ete) (?:ouverte?|levee?|close?)|(?:s'est|se sont) (?:tenue?|reunie?|deroulee?)s?|a (?:debute|commence|eu lieu|dure))\b/

/** "(18h – 19h45, salle du Lavoir)": when, and often where. */
const HOURS_IN_BRACKETS = /\s\((?:de |à |dès )?\d{1,2}\s?h(?!\p{L})[^()]*\)/giu

/** The line without what other fields hold: kind of paper, date, hours, number. */
function nameIn(text: string): string | null {
  const kept = withoutTown(
    withoutLetters(oneLine(text))
      .replace(NUMBERED_BODY, '$1')
      .replace(HOURS_IN_BRACKETS, '')
      .split(/(?<!\s)\s+[–—|-]+\s+|\s*\|\s*/),
  )
    .map(bareName)
    .filter((piece) => piece !== '')
  const name = kept.join(' – ')
  return /\p{L}{3}/u.test(name) ? name : null
}

/** "Réunion du verger 10:00 EC, DH, LOB": two letters stand for persons, three for bodies. */
function withoutLetters(text: string): string {
  const [letters = ''] = /\s(?:\p{Lu}{2,3},\s){2,}\p{Lu}{2,3}$/u.exec(text) ?? []
  const each = letters.trim().split(', ')
  const arePersons = each.filter(({ length }) => length === 2).length * 2 > each.length
  return arePersons ? text.slice(0, text.length - letters.length) : text
}

/** "Compte rendu du comité du 5 mai – Paris": where it met is not what it is called. */
function withoutTown(pieces: readonly string[]): readonly string[] {
  return townBehindDate(pieces) === null ? pieces : pieces.slice(0, -1)
}

function bareName(piece: string): string {
  let rest = piece.replaceAll(CUT, '')
  for (const { index, length } of [...datesIn(rest), ...timesIn(rest)].sort((a, b) => b.index - a.index)) {
    rest = `${rest.slice(0, index)}${CUT}${rest.slice(index + length)}`
  }
  // Words that introduced a date or an hour go with it.
  rest = rest
    .replace(
      /(?<![\s,(])[\s,(]*(?:\b(?:du|le|de|à|au|pour le|en date du)\s+)?(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)?\uE000\)?/giu,
      '\uE000',
    )
    .replace(/\uE000(?:[\s,]*(?:de|à|et|au|-|–)?[\s,]*\uE000)*(?:\s*(?:le\s+)?lendemain(?!\p{L}))?/giu, ' ')
    .replace(
      /\b(réunion|séance|plénière|session|inp|instance nationale partenariale|copil|cotech|codir|comité de (?:pilotage|suivi)|comité technique|bureau)(\s(?:plénière|ordinaire|inp))?\s*(?:n\s?°|no|numéro)\s?\d+/giu,
      '$1$2',
    )
    .replace(/^\s*(?:tr|re|fwd?)\s?:\s*/i, '')
    .replace(
      /^\s*(?:projet d[’'])?ordre du jour(?:\s+(?:prévisionnel|provisoire))?\s*(?:[:,]|(?:du|de la|de l[’'])(?=\s*(?:comité|groupe|conseil|bureau|commission|réunion du|instance|copil|gt\b|atelier)))\s*/iu,
      '',
    )
    .replace(
      /^\s*(?:(?:voici|vous trouverez)\s+le\s+)?(?:projet de\s+)?(?:comptes?[- ]rendus?|CR\b|proc[èe]s[- ]verba(?:l|ux)|PV\b|relevés? (?:de|des) (?:décisions|conclusions))(?:\s+(?:succinct|détaillé|provisoire))?\s*(?:\([^)]*\)\s*)?[:,]?\s*(?:(?:de\s+|de la\s+)?(?:r[ée]union|s[ée]ance)\b\s*)?(?:(?:du|de la|de l[’']|des?|d[’'])(?=\s*\p{L}))?\s*/iu,
      '',
    )
    .replace(
      /^\s*(?:convocation|invitation)(?:\s*[:,]|\s+(?:à|au)(?=\s)|(?=\s+(?:inp|instance|comité|groupe|gt|conseil|commission|réunion|copil)\b))\s*(?:la\s|l[’']|une\s)?/iu,
      '',
    )
  rest = rest.replace(
    /^\s*r[ée]union (?:pl[ée]ni[èe]re |ordinaire |extraordinaire |mensuelle )?(?:du |de la |de l[’'])(?=(?:comit[ée]|groupe|conseil|bureau|commission|instance|copil|cotech|gt|conf[ée]rence|assembl[ée]e)(?!\p{L}))/iu,
    '',
  )
  rest = trimPunctuation(rest).replace(/^\p{Ll}(?=\p{L})/u, (letter) =>
    piece.startsWith(rest) ? letter : letter.toUpperCase(),
  )
  // "Réunion du comité du" before its day, ". " behind it
  rest = rest.replace(/(?<!\s)\s+(?:(?:du|de|le|à|au|dès)\s*)?\.?$/iu, '')
  return PAPER.test(plainLine(rest)) || SECTION.test(plainLine(rest)) ? '' : rest
}
