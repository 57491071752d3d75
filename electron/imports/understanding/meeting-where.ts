import { LINE_LENGTH } from '../../domain/limits.ts'
import { timesIn } from './clock-times.ts'
import { datesIn } from './dates.ts'
import { LABEL, type Line } from './lines.ts'
import { BUILDING, placeBesideDay, townBehindDate } from './places.ts'
import { plainLine, SAYS_NOTHING, trimPunctuation } from './plain-line.ts'

export type FoundText = { text: string; line: Line; confidence: number }
export type Where = { place: FoundText | null; videoLink: FoundText | null; phone: FoundText | null }

const ADDRESS = /https?:\/\/[^\s<>"«»|]+/i
/** The address behind the words of a link. */
const BRACKETED_ADDRESS = /(?<!\s)\s*\(https?:\/\/[^\s()]+\)/i
/** A file to read, not a room to meet in. */
const DOCUMENT = /\.(?:pdf|docx?|odt|pptx?|xlsx?|png|jpe?g)(?:$|[?#])|\/wp-content\//i
const VIDEO_WORD =
  /\b(?:visio\w*|webconf\w*|web ?conference|lien|connexion|distance|distanciel|rejoindre|teams|zoom|webex|jitsi|en ligne|participer)\b/
const VIDEO_SURE = /\b(?:visio\w*|webconf\w*|web ?conference|teams|zoom|webex|jitsi|rejoindre)\b/
const VIDEO_HOST =
  /\/\/[^/]*(?:visio|teams|zoom|webex|meet|webconf|jitsi|bbb|webinaire|livestorm|rendez-vous|rdv|tchap)/i
const NUMBER =
  /(?:\+\d{1,3}[\s.]?(?:\(0\)\s?)?\d|\b0\d)(?:[\s.-]?\d{2}){4}(?!\d)|\b08\d{2}[\s.]?\d{3}[\s.]?\d{3}\b/
const PHONE_WORD =
  /(?:par telephone|telephone|audio\w*|pont telephonique|conference telephonique|numero d'appel|\btel\b)/
/** Where in a building, or in which street. */
const IN_IT = String.raw`\s?\([^()]*(?:étage|bâtiment|porte|niveau|salle|salon|aile|hall|amphi|rez-de)[^()]*\)`
const IN_STREET = String.raw`,\s(?:au\s)?\d{1,4}(?:\s?(?:bis|ter))?,?\s(?:rue|avenue|quai|place|boulevard|cours|allées?|chemin|route|impasse|square|passage|esplanade)\s[^.;,()]*?`
/** "à la mairie de Vaux (salle des mariages)" as a line of its own. */
const BUILDING_ALONE = new RegExp(
  String.raw`^(?:à la |au |à l[’']|dans les )?(${BUILDING}[^.;,():]{0,80}?(?:${IN_IT}|${IN_STREET}(?:,\s[^.;()]{2,60})?))\.?$`,
  'iu',
)
/** "à l’Hôtel du Département": a line by itself. */
const AT_BUILDING = new RegExp(`^(?:à la |au |à l[’']|dans les )(${BUILDING}[^.;,():]{0,60})$`, 'iu')
/** "s’est réuni à la mairie de Combe-Lys sous la présidence de": a building, and only after the verb. */
const MET_AT = new RegExp(
  String.raw`\b(?:réuni(?:e|s|es|ra|ront|t)?|tiendra|tenue?|lieu|déroulera|invite[rz]?|convie[rz]?|convoque[rz]?)\s(?:[^.;]{0,80}?[\s,])?(?:à la |au |[àa] l[’']|aux |dans les |dans la |en |à son siège,? (?:à )?l(?:a |[’']))(${BUILDING}[^.;,()]*?(?:${IN_STREET})?(?:${IN_IT})?)(?=\s*(?:[.;,(]|$|\s[–—-]\s|\ssous la présidence|\ssur convocation|\sen raison|\s(?:le|du|à|de) \d|\s(?:le|du)\s\p{L}+di\b))`,
  'iu',
)
/** "s’est tenue le 3 mai 2026 à l’hôtel Bellevue", "réunis au CREVS de Vaux": called by a name. */
const MET_AT_NAME =
  /(?:réuni(?:e|s|es|t|ra|ront|ssent)?|tiendra|tenue?s?|aura lieu|déroul\p{L}+)\s(?:[^.;]{0,80}?[\s,])?(?:à la |au |à [lL][’']|aux |dans la |dans le |dans l[’'])((?:hôtel|parc|stade|restaurant|café|auditorium|club|local|gîte|domaine|ferme|moulin|cercle|campus|université|faculté|institut|palais|club-house|halle|Parc|Hôtel|Stade|Domaine|Palais|Campus|Université|Institut|Cercle|Auditorium)\s(?:(?:d[eu]s?|de la)\s|d[’'])?\p{Lu}[^.;,()]{1,80}?|\p{Lu}{3,}[^.;,()]{0,60}?)(?=\s*(?:[.;,(]|$)|\s[–—-]\s|\ssous la|\ssur convocation|\sen (?:raison|présence)|\s(?:le|du|à|de) \d|\s(?:le|du)\s\p{L}+di\b)/u
/** "Le 3 mai 2026 au C.R.E.V. de Vaux": a line by itself. */
const DAY_AT =
  /^(?:Le |le )?(?:\p{L}+di |dimanche )?\d{1,2}(?:er)? \p{L}+ \d{4},? (?:à la |au |à l[’'])(\p{L}[^;:()]{2,70})$/iu
const BUILDING_LINE = new RegExp(String.raw`^((?:bureaux de |${BUILDING})[^.;,():\d]{0,50})$`, 'iu')
/** "se sont réunis en assemblée au 12, rue du Lac, 75000 Vaux": a house by its number. */
const MET_AT_HOUSE =
  /\b(?:réuni(?:e|s|es|t)?|eu lieu)\s(?:[^.;:]{0,60}?\s)?au\s(\d{1,4}(?:\s?(?:bis|ter))?,?\s(?:rue|avenue|quai|place|boulevard|cours|allées?|chemin|route|impasse|square|passage|esplanade)\s[^.;:()]{3,100}?)(?=\s*(?:[.;:(]|$)|,?\s(?:le|sous|sur)\s|,\sl[’'])/iu
/** "qui s’est déroulée au Val-sur-Lys le 3 mai 2026" */
const IN_TOWN_ON =
  /(?:réunie?s?|tenue?s?|déroulée?s?)\s(?:à|au|aux)\s((?:La |Le |Les |L[’'])?\p{Lu}\p{Ll}[\p{L}’'-]*(?:[ -](?:sur|sous|en|de|du|la|le|les|lès|\p{Lu})[\p{L}’'-]*){0,5})\s(?:le|du)\s(?:\p{L}+di\s)?\d/u
/** So many first lines tell of the meeting, however long they are. */
const HEAD = 12
/** "À l’ISVAL – Technopôle" right below the day. */
const NAMED_ALONE = /^(?:[AÀ] la |Au |[AÀ] l[’'])(?!ordre|Ordre|ORDRE)(\p{Lu}[^.;():]{2,70})$/u
/** "À la chaufferie, Vaux, le 3 mai" */
const AT_ON = /^[AÀ] (?:la |l[’']|au |aux )([^.;:()]{3,60}?),? le (?:\p{L}+di )?\d{1,2}(?:er)?[ /.]/u
/** "Le 5 mai 2026 à 20h à la Maison des associations, 3 rue du Lac": with its day, behind its hour. */
const BEHIND_HOUR = new RegExp(
  String.raw`\d\s?(?:[hH]|heures?|:)\s?(?:\d{2})?,?\s(?:à la |au |à l[’']|aux |dans la |dans les |dans l[’']|(?=chez ))((?:${BUILDING}|(?:chez )?\p{Lu})[^.;:()]{2,120}?)(?=\s*(?:[.;(]|$|,\s(?:sous|sur|en)\s|\s(?:sous la présidence|sur convocation|avec pour|pour)\s))`,
  'u',
)
/** "Maison des associations, 22 rue du Lac, 75000 Vaux, le jeudi 11 juin": alone over the text. */
const OVER_DAY = new RegExp(
  String.raw`^(${BUILDING}[^.;:()]{0,120}?|[^.;:()]{3,100}\b\d{5} \p{Lu}[\p{L} -]{1,40}?),? le (?:\p{L}+di )?\d{1,2}(?:er)?[ /.][^.;:]{0,30}\.?$`,
  'iu',
)
/** "se déroulera du 3 au 4 mai 2026 à Vaux-sur-Lys" */
const IN_TOWN =
  /(?:[Dd]éroul|DÉROUL|[Tt]iendr|TIENDR|[Rr]éuni|RÉUNI|[Ll]ieu|LIEU|[Rr]endez-vous|RENDEZ-VOUS)[^.;:]{0,70}?\d[^.;:]{0,40}?\s[àÀ] (?!L[AE]S? |L[’']\p{Lu}{2})(\p{Lu}[\p{L}’' -]{0,160})/u
/** Up to the last word that is one. */
const WORDS = /^.*\p{L}{3}/su
/** "s’est réuni, à Vaux, en séance ordinaire", "Séance du 3 mai 2026 à Vaux" */
const MET_IN =
  /(?:\bréunie?s?,? à|^(?:Séance|Assemblée|Conseil|Comité|Bureau|Commission|Réunion)\b[^.;:]{0,80}\d{4},? à) (\p{Lu}[\p{L}’'-]+(?:[ -](?:\p{Lu}|d[eu] |d[’'](?=\p{Lu})|la |le |les |sur |en )[\p{L}’'-]*){0,4})(?=,|\.?$|\ssous la)/u
/** "11 juin 2026, mairie de Vaux-sur-Lys": alone behind its day. */
const BEHIND_DAY = new RegExp(
  String.raw`\b\d{4}\s?(?:,|[–—-])\s(?:à la |au |à l[’'])?(${BUILDING}[^.;,():]{2,60}?)[\s–—.-]*$`,
  'iu',
)
/** "salle du conseil, le 3 septembre à 9h afin d’examiner": the place ends before the day. */
const WHEN_AFTER =
  /(?<![\s,])[\s,]+(?:(?:le|du) (?:\p{L}+di )?\d|(?:à|de) \d{1,2}\s?h|afin d|sous la présidence|sur convocation|en présence|le\s?:?$).*$/iu
const ABOVE_NUMBER =
  /^(?:ou )?(?:(?:participe[rz]|rejoi\w+|appele[rz]|compose[rz]|se connecter|connecte[rz]-vous)\b.{0,40}\b(?:telephone|audio|numero)\b.{0,20}|par telephone|(?:pont |conference )?(?:audio\w*|telephonique)|numero d'appel)$/
/** "LIEU DE RÉUNION   Mairie de Vaux": a column of its own says no colon. */
const PLACE_BESIDE = /^(lieu de (?:la )?réunion)\s+(?=[\p{Lu}\d].{2,80}$)/iu
const ROOM = /(?:salle|auditorium|amphi(?:théâtre)?|grande salle|(?:grand )?salon|hémicycle)\b/i

/**
 * Place, link and telephone read in the lines that are not items.
 * @param day of the meeting, with or without its year
 */
export function findWhere(lines: readonly Line[], day: string | null): Where {
  return { place: findPlace(lines, day), videoLink: findVideoLink(lines), phone: findPhone(lines) }
}

function findPlace(lines: readonly Line[], day: string | null): FoundText | null {
  for (const line of lines) {
    const both = DAY_AND_PLACE.exec(line.text)
    const label = both ?? LABEL.exec(line.text) ?? PLACE_BESIDE.exec(line.text)
    if (
      label === null ||
      (both === null &&
        !/^(?:lieux?|salle|adresse|ou|lieu de (?:la )?(?:reunion|seance)|endroit|emplacement|au siege(?: social)?(?: (?:de |du |des |d')[^:]{2,30})?)$/.test(
          plainLine(label[1] ?? ''),
        ))
    ) {
      continue
    }
    // "Adresse : bureau@…" is where to write.
    if (/\S@\S/.test(line.text)) continue
    const said = line.text.slice(label[0].length).replace(BRACKETED_ADDRESS, '').replace(ADDRESS, '')
    const value = both === null ? said : withoutWhen(said)
    const words = trimPunctuation(value.replace(/\(\s*\)|\s*\((?:le )?lien\b[^)]*\)/giu, ''))
    // "Où : chez Zoé ?" is still to be found.
    if (
      !/\p{L}/u.test(words) ||
      SAYS_NOTHING.test(plainLine(words)) ||
      /\?\W*$/u.test(words.replace(/\([^()]*\)/gu, ''))
    )
      continue
    const text = plainLine(label[1] ?? '') === 'salle' && !ROOM.test(words) ? `salle ${words}` : words
    return { text: text.replace(/(?<=\p{L}{3})\.$/u, '').slice(0, LINE_LENGTH), line, confidence: 0.95 }
  }
  for (const [at, line] of lines.entries()) {
    // Whose minutes are told of met elsewhere.
    if (
      /[\p{L},] (?:le |du |des )?(?:procès[- ]verba(?:l|ux)|comptes?[- ]rendus?|PV) (?:de (?:la |l[’'])|du |des )/iu.test(
        line.text,
      )
    )
      continue
    // A room in a sentence about the next meeting or about something else is not the place.
    if (/^prochaine/.test(plainLine(line.text))) continue
    if (line.text.length > 300 && (at > HEAD || datesIn(line.text).length === 0)) continue
    const found = isOfSomethingElse(line, at)
      ? null
      : new RegExp(
          String.raw`(?:^|[(,–—-]\s*|\d\s?[hH:]\s?(?:\d{2})?\s|réuni(?:e|s|es)?\s|\s(?=en |à la |dans la |à l’|à l'))(?:en |à la |à l[’']|au |dans la |dans l[’'])?(${ROOM.source}(?:[^.;()|]|\.(?=\d))*(?:\([^()|]{1,40}(?:étage|bâtiment|porte|niveau)[^()|]{0,20}\))?)`,
          'i',
        ).exec(line.text)
    const met =
      BUILDING_ALONE.exec(line.text)?.[1] ??
      AT_BUILDING.exec(line.words)?.[1] ??
      MET_AT.exec(line.text)?.[1] ??
      MET_AT_NAME.exec(line.text)?.[1] ??
      MET_AT_HOUSE.exec(line.text)?.[1] ??
      DAY_AT.exec(line.text)?.[1] ??
      (isBelowDay(lines[at - 1]) && !line.bullet
        ? (NAMED_ALONE.exec(line.text)?.[1] ?? BUILDING_LINE.exec(line.text)?.[1])
        : undefined) ??
      AT_ON.exec(line.text)?.[1] ??
      OVER_DAY.exec(line.text)?.[1] ??
      (datesIn(line.text).length > 0 ||
      /\bréunie?s? à \d/.test(line.text) ||
      /^(?:à|de|dès)?\s?\d{1,2}\s?h/iu.test(line.text)
        ? BEHIND_HOUR.exec(line.text)?.[1]
        : undefined) ??
      WORDS.exec(IN_TOWN.exec(line.text)?.[1] ?? '')?.[0] ??
      IN_TOWN_ON.exec(line.text)?.[1] ??
      (line.text.length <= 120 ? BEHIND_DAY.exec(line.text)?.[1] : undefined) ??
      MET_IN.exec(line.text)?.[1]
    // "Maison des syndicats, salle Louise-Michel": the room behind its building.
    const whole = found === null ? undefined : inBuilding(line.text, found[1] ?? '')
    // A room in brackets behind its building is a part of the place.
    const within = met === undefined || found === null ? '' : `${met} (${found[1]})`
    const isWithin = within !== '' && line.text.includes(within)
    const said = isWithin ? within : met?.endsWith(')') ? met : (whole ?? found?.[1] ?? met)
    if (said === undefined) continue
    const place = said.replace(WHEN_AFTER, '')
    return { text: trimPunctuation(place).slice(0, LINE_LENGTH), line, confidence: 0.7 }
  }
  for (const line of lines.slice(0, HEAD)) {
    const place = placeBesideDay(line, day)
    if (place !== null) return { text: place, line, confidence: 0.6 }
  }
  // "Compte rendu du comité du 5 mai – Paris"
  for (const line of lines) {
    const town = townBehindDate(line.text.split(/(?<!\s)\s+[–—|-]+\s+/))
    if (town !== null && line.number === null && !line.bullet) return { text: town, line, confidence: 0.6 }
  }
  return null
}

/** A sentence that says neither when nor that anybody met: its room is that of something else. */
function isOfSomethingElse(line: Line, at: number): boolean {
  return (
    at >= TITLES &&
    /\p{Ll}{3}[.!?)]+$/u.test(line.text) &&
    line.text.split(' ').length > LONGEST_PLACE &&
    datesIn(line.text).length + timesIn(line.text).length === 0 &&
    !/\b(?:reuni|tien|tenu|lieu|retrouv|accueil|rendez-vous|rdv|seance|assemblee|rencontre|deroul)/.test(
      plainLine(line.text),
    )
  )
}

/** So many lines may be the title of the page. */
const TITLES = 3
/** A place is said in fewer words. */
const LONGEST_PLACE = 9

function inBuilding(text: string, room: string): string | undefined {
  const before = text.slice(0, text.indexOf(room))
  const building = new RegExp(`(?:^|[,(]\\s?|\\s[–—-]\\s|\\s)(${BUILDING}[^.;,():]{0,60}),\\s$`, 'iu').exec(
    before,
  )?.[1]
  return building === undefined ? undefined : `${building}, ${room}`
}

/** "Date & lieu : 28 octobre 2026, mairie de Vaux" */
const DAY_AND_PLACE = /^(dates?(?:\s?(?:et|&|\/|,)\s?heures?)?\s?(?:et|&|\/)\s?lieux?)\s?:\s*/iu

/** What is left beside the day and the hours, each with the word that leads to it: "le 12 mai à 18h30 à la mairie" says "mairie". */
function withoutWhen(words: string): string {
  let rest = words
  for (const { index, length } of [...datesIn(words), ...timesIn(words)])
    rest = rest.slice(0, index) + '|'.repeat(length) + rest.slice(index + length)
  return trimPunctuation(rest.replace(/(?:(?<!\p{L})(?:le|du|à|de|dès|vers)\s+)?\|+/giu, ' ')).replace(
    /^(?:[àÀ] (?:la |l[’']|(?=\p{Lu}))|[Aa]ux? )/u,
    '',
  )
}

function isBelowDay(above: Line | undefined): boolean {
  return above !== undefined && above.text.length <= 80 && datesIn(above.text).length > 0
}

function findVideoLink(lines: readonly Line[]): FoundText | null {
  let best: FoundText | null = null
  for (const line of lines) {
    const address = ADDRESS.exec(line.text)?.[0].replace(/(?<![).,;:])[).,;:]+$/, '')
    if (address === undefined || address.length > 2000 || DOCUMENT.test(address)) continue
    const words = plainLine(line.text.replace(ADDRESS, ' '))
    // What was recorded is no room either.
    if (/\b(?:replay|rediffusion|enregistrement)s?\b/.test(words)) continue
    // In a long sentence "lien" and "participer" are of anything.
    const isSaid = VIDEO_WORD.test(words) && (words.length <= 100 || VIDEO_SURE.test(words))
    const confidence = (isSaid ? 0.5 : 0) + (VIDEO_HOST.test(address) ? 0.45 : 0)
    if (confidence > (best?.confidence ?? 0)) best = { text: address, line, confidence }
  }
  return best
}

/** Beside words of an audio meeting; "Tél." alone is somebody's own, unless the line is about taking part. */
function findPhone(lines: readonly Line[]): FoundText | null {
  for (const [at, line] of lines.entries()) {
    const found = NUMBER.exec(line.text)
    if (found === null) continue
    // "Ou participez par téléphone" over the number alone.
    const above =
      found.index === 0 ? plainLine(lines[at - 1]?.text ?? '').replace(/(?<![\s:])[\s:]+$/, '') : ''
    const before = ABOVE_NUMBER.test(above) ? above : plainLine(line.text.slice(0, found.index))
    if (!PHONE_WORD.test(before)) continue
    const isCall = /^[\d\s.+()-]+(?:[,;–—]\s*\(?)?(?:code|pin|n° de conférence)\b/iu.test(
      line.text.slice(found.index),
    )
    const own =
      !isCall && /\b(?:tel|telephone|portable|mobile)\.? ?:? ?$/.test(before) && !VIDEO_WORD.test(before)
    if (own && !/audio|conference|par telephone/.test(before)) continue
    const rest = line.text.slice(found.index)
    const code =
      /^[\d\s.+()-]+(?:[,;–—-]?\s*\(?(?:code|id|identifiant|pin|n° de conférence|conférence)[^)|]*)?/iu.exec(
        rest,
      )
    const text = trimPunctuation((code?.[0] ?? found[0]).replace(/(?<!\s)\s*[(]\s*$/, '').replace(/\.$/, ''))
    return { text: text.replace(/\)$/, '').slice(0, 100), line, confidence: 0.85 }
  }
  return null
}
