import { saysClosed } from './closing-lines.ts'
import type { Line } from './lines.ts'
import { announcesNext } from './minutes/next-meeting.ts'
import { inTermsOfMinutes } from './minutes/plain-presence.ts'
import { saysWhoDoes } from './minutes/statement-marks.ts'
import { saysVote } from './minutes/vote-outcome.ts'
import { namesMeeting } from './outline-lines.ts'
import { isAnchor } from './outline-region.ts'
import { onlyPersons } from './people.ts'
import { plainLine } from './plain-line.ts'

/** What speaks for minutes, or against them, with its weight; the sum decides. */
export type Evidence = { reason: string; points: number }

type Witness = (lines: readonly Line[]) => Evidence | null

/** From here a file is read as minutes though it does not call itself so in its title. */
export const ENOUGH = 2

/** Each witness looks at one thing only, so that what decided can be told. */
export function minutesEvidence(lines: readonly Line[]): Evidence[] {
  return WITNESSES.flatMap((witness) => witness(lines) ?? [])
}

const WITNESSES: readonly Witness[] = [
  title,
  itself,
  presence,
  named,
  attended,
  rollCall,
  votes,
  closing,
  told,
  statements,
  ticked,
  past,
  reported,
  prose,
  next,
  convening,
]

/** "C-R du bureau", "Prise de notes", "Bureau du 3 mai – procès-verbal" among the first lines. */
function title(lines: readonly Line[]): Evidence | null {
  const words =
    /(?:^|[ ('«–—-])(?:comptes?[- ]rendus?|c[.-]?r\.?|p\.?v\.?|proces[- ]verba(?:l|ux)|verbatim|prise de notes?|notes? de (?:la )?(?:reunion|seance)|syntheses? (?:des (?:echanges|debats|discussions|travaux)|de (?:la |l')?(?:reunion|seance|rencontre|assemblee|atelier))|releves? (?:de|des|d') ?(?:decisions|conclusions|actions))(?=$|[ :,)'»–—-])/
  const found = lines
    .slice(0, 8)
    .some(
      (line) =>
        line.number === null &&
        !line.bullet &&
        !line.timed &&
        line.type !== 'row' &&
        line.text.length <= 120 &&
        words.test(plainLine(line.text)) &&
        !/\b(?:approbation|adoption|validation|ordre du jour|convocation|invitation|ci-joint|precedente?)\b/.test(
          plainLine(line.text),
        ),
    )
  return found ? { reason: 'its first lines call it so', points: 2 } : null
}

/** "Au bas du présent compte rendu", "la rédaction de ce compte-rendu". */
function itself(lines: readonly Line[]): Evidence | null {
  const words = /\b(?:(?:le|du|au) present|ce) (?:compte[- ]rendu|proces[- ]verbal|releve)\b/
  return lines.some(({ text }) => words.test(plainLine(text)))
    ? { reason: 'it speaks of itself so', points: 2 }
    : null
}

/** Who came is only known afterwards; who excused themselves may be known before. */
function presence(lines: readonly Line[]): Evidence | null {
  const labels = [...lines.slice(0, 80), ...lines.slice(80).slice(-LISTED_LAST)]
    .filter(({ text, words }) => text.length <= 400 || /:/.test(text.slice(0, 60)) || words.length <= 40)
    // "Qui est là ? (mettez votre nom)" may go round before.
    .filter(({ words }) => !/\b(?:mettez|inscrivez|ajoutez|indiquez)\b/iu.test(words))
    .map((line) => withoutEndings(plainLine(inTermsOfMinutes(line.words, line.type === 'row'))))
  const present = labels.some(
    (words) =>
      /^(?:liste des |(?:s')?etaient )?presente?s?(?: a (?:la |cette |l')(?:reunion|seance|assemblee))?\s?(?:\(\d+\)\s?)?(?::|$)/.test(
        words,
      ) || /^(?:[a-z']+ ){1,5}presente?s\s?(?:\(\d+\)\s?)?(?::|$)/.test(words),
  )
  // "Présents Zoé L., Luc Bon", "Présences" over bullets
  const isListed = lines
    .slice(0, 80)
    .some(
      ({ text, type, number, words }, at) =>
        (type === 'heading' &&
          number === null &&
          /^presences?\s?:?$/.test(plainLine(words)) &&
          lines[at + 1]?.bullet === true) ||
        /^Présente?s\s\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}[^:]{0,40},\s\p{Lu}/u.test(text),
    )
  const away = labels.some((words) =>
    /^(?:liste des |membres? |absente?s? )?(?:excuse|absent)e?e?s?\s?(?:\(\d+\)\s?)?(?::|$)/.test(words),
  )
  if (!present && !away && !isListed) return null
  return { reason: 'it says who was there', points: present || isListed ? 2 : 1 }
}

/** Some list at the end who came. */
const LISTED_LAST = 40

/** "Participants" over names, "(participants : Anne Roy)", names right below the title: those who took part, or who are expected. */
function named(lines: readonly Line[]): Evidence | null {
  const isTitled = lines.slice(0, 40).some(({ words }) => {
    const title = withoutEndings(plainLine(words)).replace(/(?<![\s:])[\s:]+$/, '')
    return /^(?:liste des )?(?:participants?|attendees)(?:$| ?:)/.test(title)
  })
  const head = lines.slice(0, 8)
  const isAside = head.some(({ text }) => /\((?:participants?|presents?)\s?:\s?\S/.test(plainLine(text)))
  return callsItselfAgenda(lines) || !(isTitled || isAside || beginsWithNames(head))
    ? null
    : { reason: 'it names who takes part', points: 1 }
}

const callsItselfAgenda = (lines: readonly Line[]): boolean =>
  lines.slice(0, 8).some(({ text }) => /\b(?:ordre du jour|odj|convocation)\b/.test(plainLine(text)))

/** A list of persons among the first lines, and nothing that says what they are. */
function beginsWithNames(head: readonly Line[]): boolean {
  const isName = ({ words }: Line) => onlyPersons(words.split(/\s[–—-]\s/u)[0] ?? '')
  const first = head.findIndex(isName)
  const list = first < 0 ? [] : head.slice(first, first + FEWEST_NAMES)
  return list.length === FEWEST_NAMES && list.every(isName)
}

const FEWEST_NAMES = 3

/** "Plus de 60 participants", "Une centaine de personnes ont participé": counted afterwards. */
function attended(lines: readonly Line[]): Evidence | null {
  const counts =
    /^(?:plus de |pres de |environ )?(?:\d{1,4}|une (?:\p{L}+aine)(?: d[e']))\s?(?:participante?s?|personnes (?:presentes|ont (?:participe|assiste))|presente?s)\b(?! ?(?:maximum|max|attendu|inscrit))/u
  return lines.slice(0, 12).some(({ text }) => text.length <= 200 && counts.test(plainLine(text)))
    ? { reason: 'it counts who came', points: 2 }
    : null
}

/** "Odile, présente !" for one after the other. */
function rollCall(lines: readonly Line[]): Evidence | null {
  const said = lines.filter(
    ({ words }) =>
      words.length <= 60 && /[,:–—-]\s*(?:present|absent|excuse)e?(?![a-z])/.test(plainLine(words)),
  )
  return said.length >= 3 ? { reason: 'it calls the roll', points: 2 } : null
}

/** "La réunion s’est tenue", "a duré deux heures", "a débuté": it is over. */
function told(lines: readonly Line[]): Evidence | null {
  const over =
    /\b(?:reunion|seance|assemblee|rencontre|atelier|comite|conseil|commission|groupe|bureau)\b.{0,60}\b(?:s'(?:est|etait) (?:tenue|deroulee|reunie?|ouverte|terminee|achevee)|[aà] (?:dure|eu lieu|debute|commence|permis|ete ouverte))|\b(?:nous avons|il a ete|il est) (?:donc )?(?:decide|convenu|acte)/
  return lines.some(({ text }) => over.test(plainLine(text)))
    ? { reason: 'it tells of it as past', points: 2 }
    : null
}

/** "Décisions" or "Relevé d’actions" as titles, "Rédacteur : …": what only comes out of a meeting. */
function statements(lines: readonly Line[]): Evidence | null {
  const title =
    /^(?:releve (?:de |des |d')?)?(?:decisions?|decisions? prises?|actions?|(?:actions|decisions) a (?:mener|suivre)|points? d'actions?|suites a donner|to ?do(?: list)?|notes?(?: (?:de (?:la )?(?:reunion|seance)|prises))?)\s?:?$/
  const writer =
    /^(?:(?:redact(?:eur|rice)|secretaire de seance|prise de notes|relecture)\s?:|notes (?:prises|redigees) par\b|retour sur les actions de la (?:reunion|seance) precedente)/
  const titles = lines.filter(
    ({ type, words }) => type !== 'row' && (title.test(plainLine(words)) || saysWhoDoes(words)),
  ).length
  const writers = lines.filter(({ words }) => writer.test(plainLine(words))).length
  const tables =
    lines.filter(({ type, text }) => type === 'row' && /^(?:actions?|taches?)$/.test(plainLine(text)))
      .length === 1
      ? 1
      : 0
  const points = Math.min(2, titles + writers + tables)
  return points === 0 ? null : { reason: 'it lists what came out', points }
}

/** Boxes that are ticked: some of it was done, what has to be before a meeting too; those of names say who came. */
function ticked(lines: readonly Line[]): Evidence | null {
  const done = lines.filter(({ box, words }) => box === 'ticked' && words.split(' ').length > 2)
  return done.length < 2 || callsItselfAgenda(lines) ? null : { reason: 'some of it was done', points: 1 }
}

/** "A présenté", "ont été validées": much of it is told as past, hardly anything as to come. */
function past(lines: readonly Line[]): Evidence | null {
  const count = (pattern: RegExp) => lines.filter(({ text }) => pattern.test(text)).length
  const before = count(
    /\b(?:a|ont|avons|avait|avaient)\s(?:été\s|bien\s|donc\s|déjà\s)?\p{Ll}{2,}(?:é|ée|és|ées|i|is|it|u|us|ues?)(?!\p{L})/iu,
  )
  const after = count(/\p{Ll}(?:era|eront|ira|iront|dra|dront)(?!\p{L})/u)
  const sentences = count(/\p{Ll}{3}[.!?]["»)]?$/u)
  // Of a short text most sentences say it.
  const isMost = before >= 2 && before * 2 >= sentences && after === 0
  const points = before >= 12 && before > after ? 2 : (before >= 5 && before > after) || isMost ? 1 : 0
  return points === 0 ? null : { reason: 'it is told in the past', points }
}

/** "Le syndicat rappelle le contexte.", "Mme Roy demande une carte.": who said what, as minutes tell it in the present. */
function reported(lines: readonly Line[]): Evidence | null {
  const says =
    /^(?:les? |la |l[’']|une? |plusieurs |M\.|Mme|\p{Lu}).{0,80}?\s(?:rappell?e|indique|précise|explique|souligne|souhaite|demande|propose|informe|remercie|annonce|signale|confirme|présente|expose|évoque|estime|insiste|alerte|constate|regrette|répond|soulève|pense|émet|réaffirme|ajoute|s[’']interroge|décrit|détaille)(?:nt|ent)?\s.*[.!]$/iu
  const count = lines.filter(
    ({ type, text }) => type !== 'row' && text.length >= 25 && says.test(text),
  ).length
  // Of a short text most of it is enough.
  const sentences = lines.filter(({ type, text }) => type !== 'row' && /\p{Ll}{3}[.!]$/u.test(text)).length
  const points = count >= 4 || (count >= 3 && count * 2 > sentences) ? 2 : count >= 2 ? 1 : 0
  return points === 0 ? null : { reason: 'it tells who said what', points }
}

/** "Présent·e·s", "Excusé(e)s", "Participants·es" as "presents", "excuses", "participants". */
export function withoutEndings(folded: string): string {
  return folded.replace(/(?<=[a-rt-z])s?[.·•(-]e[.·•)-]*(?:s\)?)?(?![a-z])/g, 's')
}

function votes(lines: readonly Line[]): Evidence | null {
  return lines.some(({ words }) => saysVote(words))
    ? { reason: 'it tells the result of a vote', points: 2 }
    : null
}

function closing(lines: readonly Line[]): Evidence | null {
  return lines.some(({ text }) => saysClosed(text)) ? { reason: 'the meeting is closed', points: 2 } : null
}

/** Paragraphs of several sentences: what was said takes more room than what will be; an agenda that is explained has them too. */
function prose(lines: readonly Line[]): Evidence | null {
  const long = lines.filter(
    ({ type, text }) => type !== 'row' && text.length >= 120 && /[.!?…]["»)]?$/.test(text.trim()),
  )
  return long.length >= 5 || isHeaded(lines) ? { reason: 'it is a text with its parts', points: 1 } : null
}

/** "Bureau du 3 mars 2026" over headings, each with its text, and no agenda. */
function isHeaded(lines: readonly Line[]): boolean {
  const headings = lines.filter(({ type }, at) => type === 'heading' && lines[at + 1]?.type !== 'heading')
  return (
    headings.length >= FEWEST_HEADINGS &&
    lines.slice(0, 3).some(namesMeeting) &&
    !lines.some((line) => isAnchor(line))
  )
}

const FEWEST_HEADINGS = 4

function next(lines: readonly Line[]): Evidence | null {
  return lines.slice(Math.floor(lines.length / 2)).some(({ words }) => announcesNext(words))
    ? { reason: 'it ends with the next meeting', points: 1 }
    : null
}

/** "Vous êtes conviés", "Convocation": it comes before the meeting, whatever else it says. */
function convening(lines: readonly Line[]): Evidence | null {
  // "Randonnée : elle aura lieu à Vaux" below who came is what was said.
  const came = lines.findIndex(({ text }) =>
    /^(?:[a-z']+ ){0,5}presents?\s?(?:\(\d+\)\s?)?:\s?\S/.test(withoutEndings(plainLine(text))),
  )
  const convenes =
    /^(?:invitation|convocation)\b(?! (?:(?:en date )?du|le) \d| ?: ?(?:le )?\d)|\b(?:vous etes|vous (?:convier|inviter|convoquer|convie|invite|convoque)|(?:aura lieu|se tiendra|se reunira|se deroulera))\b/
  return lines.slice(0, came < 0 ? 12 : Math.min(12, came)).some(({ text }) => convenes.test(plainLine(text)))
    ? { reason: 'it invites', points: -3 }
    : null
}
