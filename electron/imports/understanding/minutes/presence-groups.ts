import type { AttendanceStatus } from '../../../domain/attendance/attendance.ts'
import { fold } from '../fold.ts'
import { withoutEndings } from '../kind-evidence.ts'
import { LABEL, type Line } from '../lines.ts'
import { isFunction, mayBePerson } from '../people.ts'
import { attendanceOf } from './person-line.ts'
import { hasCivility } from './person-name.ts'
import { inTermsOfMinutes } from './plain-presence.ts'

/** A line that begins a list of people, and what it says of all of them. */
const GROUP =
  /^(?:liste des |(?:(?:s')?etai(?:en)?t|est|sont) (?:aussi |egalement )?|membres? |personnes? |non (?=excus))?(?:participante?s?|p(?:re|e|r)sente?s?(?! (?:par|dans|mais)\b)|excuse?e?s?|absente?s?|represente?e?s?|invite?e?s?|convoquee?s?(?=$)|inscrite?s?(?=$)|destinataires(?=$)|presences?|liste de presence|attendees|attending|participai(?:en)?t(?: a la (?:reunion|seance))?(?=$)|nous etions(?: \d{1,3})?(?=$)|equipe presente|equipe(?: projet)?(?=$|\s?:)|membres(?: du (?:groupe|projet|comite|bureau|conseil))?(?=$)|(?:ont|ayant) (?:participe|assiste)(?: a la (?:reunion|seance))?(?=$)|(?:y )?(?:assistai|participai)(?:en)?t (?:egalement|aussi)(?=$)|(?:participants? )?en (?:visio|audio)(?:conference)?|en salle|sur place|en presentiel|a distance|par telephone|(?:absente?s? |excuse?e?s? )?(?:et )?(?:avai(?:en)?t|a|ont|ayant) donne (?:pouvoir|procuration|mandat)s?|(?:(?:avec )?les )?(?:pouvoirs?|procurations?)|assist(?:ai)?(?:en)?t (?:egalement )?a la (?:reunion|seance)|assistent(?: (?:egalement|aussi))?(?=$)|assistai(?:en)?t(?=$))\b/

/** A sentence that names who was there, behind another one. */
const INSIDE =
  /(?<=\S{3})\.\s+(?=(?:(?:Sont|Étaient|Etaient|Se sont|S[’']étaient)\s+(?:également\s+|fait\s+)?(?:présent|excus|absent|représent)[^.:]{0,60}|(?:Présent|Excusé|Absent)\p{L}{0,3}\s?):(?:\s|$))/u

/** "Étaient présents pour représenter le club de Vaux :" */
const FOR_WHOM =
  /^((?:étaient|était|sont|est)\s(?:présent|excusé|absent)e?s?)\s(?:pour|au titre|au nom|en qualité)\s[^:]{3,100}(?=\s?:)/iu

/** Sentences that list people, and what the list is called. */
const TOLD: readonly RegExp[] = [
  // "La séance est ouverte en présence d’Anne Roy, Paul Bon et Luc Val."
  /\ben (?<what>présence) d(?:e |[’'])(?<list>(?:MM?\.|Mmes?)?\s?\p{Lu}(?:[^.;:]|(?<=(?<!\p{L})MM?)\.){5,360}?)(?=;|(?<!(?<!\p{L})MM?)\.|$)/u,
  // "Anne Roy et Paul Bon étaient présents", "Zoé Lac et Marc Lis sont excusés."
  /^(?<list>\p{Lu}[^:;]{5,300}?),?\s(?:(?:s[’']\s?)?étai(?:en)?t|se sont|sont|ont|avaient)\s(?:tou(?:te)?s\s)?(?<what>présent|participé|assisté|excusé|absent|fait excuser)e?s?(?:\s(?:à|lors de|pour)\s(?:la|cette|l[’'])\s?(?:réunion|séance|rencontre|assemblée)(?:\sdu jour)?)?\.?$/u,
  // "Le conseil s’est réuni au café, autour d’Anne Roy (présidente), Paul Bon et Luc Val."
  /\b(?<what>autour) d(?:e |[’'])(?<list>\p{Lu}[^.;:]{5,360}?)\.?$/u,
  // "L’équipe est formée d’Anne Roy, Paul Bon et Luc Val."
  /^(?:(?:le|notre|ce|cette)\s|l[’'])?(?<what>groupe|équipe|bureau|comité|binôme|trinôme)\b[^.:;,]{0,60}\s(?:formé|composé|constitué)e?s?\s(?:de\s|d[’']|par\s):?\s?(?<list>\p{Lu}[^.;:]{5,300}?)\.?$/iu,
]

/** "le représentant du club (excusé)" without its article and what stands in brackets. */
function bare(piece: string): string {
  return piece.replace(/^(?:le |la |l[’'])(?=\p{Ll})/u, '').replace(/(?<!\s)\s*\([^()]*\)$/u, '')
}

const TOLD_AS: Readonly<Record<string, string>> = {
  excusé: 'Excusés',
  'fait excuser': 'Excusés',
  absent: 'Absents',
}

/** "Présents : Anne Roy, Paul Bon" for a sentence that lists them; null where it lists anything else. */
function toldIn(sentence: string): string | null {
  for (const told of TOLD) {
    const { what = '', list = '' } = told.exec(sentence)?.groups ?? {}
    const pieces = list.split(/(?:,\s(?:et\s)?|\set\s)(?:d[e’']\s?)?/u)
    const people = pieces.filter((piece) => mayBePerson(bare(piece)) || hasCivility(piece))
    const others = pieces.filter((piece) => !people.includes(piece) && !isFunction(bare(piece)))
    if (people.length < 2 || others.length * 4 > people.length) continue
    const isBody = /^(?:groupe|équipe|bureau|comité|binôme|trinôme)$/iu.test(what)
    return `${isBody ? 'Équipe' : (TOLD_AS[what] ?? 'Présents')} : ${pieces.join(', ')}`
  }
  return null
}

const SENTENCES = /(?<=\p{Ll}{2}[.!?]|\)[.!?])\s+(?=\p{Lu})|\s?;\s+(?=\p{Lu})/u

/** "Réunion du 3 mars (participants : Anne Roy, Paul Bon)" */
const IN_BRACKETS =
  /\((?:(?:participant|présent)e?s|(?:on était|nous étions)(?:\s\d{1,3})?)\s?:\s?([^():]{5,300})\)(\s*$|[.,;]?\s.*$)/iu

/**
 * "Étaient présents Mmes Roy et Petit. Excusé (M. Bon, représenté par Mme Roy)." is a line for each group, with its colon.
 * @param isHead among the first lines, where a sentence that names people says who came, and not what they did
 */
export function groupsOf(line: Line, isHead: boolean): Line[] {
  const [aside = '', who = '', more = ''] = (line.type === 'row' ? null : IN_BRACKETS.exec(line.text)) ?? []
  if (aside !== '') {
    const before = line.text.slice(0, -aside.length).trim()
    const own = (words: string): Line => ({
      ...line,
      type: 'paragraph',
      number: null,
      bullet: false,
      text: words,
      words,
    })
    const after = more.replace(/^[\s.,;]+/u, '')
    return [
      { ...line, text: before, words: before },
      own(`Présents : ${who}`),
      ...(after === '' ? [] : groupsOf(own(after), isHead)),
    ]
  }
  const sentences = isHead && line.type === 'paragraph' ? line.text.split(SENTENCES) : []
  const told = sentences.map(toldIn)
  if (told.some((list) => list !== null))
    return sentences.map((sentence, at) => {
      const words = told[at] ?? sentence
      return { ...line, text: words, words }
    })
  const inLine = line.type === 'paragraph' ? groupsInLine(line.text) : []
  if (inLine.length > 0) return inLine.flatMap((words) => groupsOf({ ...line, text: words, words }, isHead))
  // "L’assemblée se réunit en ligne. Étaient présents : Anne Roy et Paul Bon."
  const at = line.type === 'paragraph' ? INSIDE.exec(line.text)?.index : undefined
  if (at !== undefined) {
    const [before, after] = [line.text.slice(0, at + 1), line.text.slice(at + 1).trim()]
    return [
      { ...line, text: before, words: before },
      ...groupsOf({ ...line, text: after, words: after }, isHead),
    ]
  }
  if (
    line.type === 'row' ||
    line.bullet ||
    !/^(?:(?:s')?etai|participant|membres? |assist|sont|est |present|excus|absent|represent)/.test(
      fold(line.text),
    )
  )
    return [line]
  return (
    line.text
      .replace(FOR_WHOM, '$1')
      .split(
        /[.;]\s+(?=(?:(?:s[’'])?étai(?:en)?t\s|ont?\s|est\s|sont\s)?(?:excus|absent|représent)\p{L}*(?:\s|,))/iu,
      )
      // "Présents : Anne Roy | Absents : Paul Bon"
      .flatMap((part) =>
        part.split(/\s\|\s+(?=(?:présent|excus|absent|représent|invité|pouvoir)[^|:]{0,30}:)/iu),
      )
      .map((part) =>
        part
          // "Présents : Anne Roy, Paul Bon. Secrétaire : Anne Roy."
          .replace(
            /\.\s+(?:Animat|Secrétaire|Président|Présidence|Modérat|Scribe|Rédact|Prise de notes|Facilitat)[\p{L}· ]{0,40}:.*$/u,
            '',
          )
          .replace(
            /^((?:(?:s[’'])?étai(?:en)?t|sont|est)\s+\p{L}+|(?:excus|absent)\p{L}*)\s+(?=(?:MM?\.|Mmes?|Mlles?)\s)/iu,
            '$1 : ',
          )
          // "Sont présents Anne Roy et Paul Bon"
          .replace(
            /^((?:(?:s[’'])?étai(?:en)?t|sont)\s+(?:présent|excus|absent)\p{L}*)\s+(?=\p{Lu}\p{Ll}+[\s-]\p{Lu})/iu,
            '$1 : ',
          )
          // "Présents Zoé L., Luc Bon"
          .replace(
            /^(présente?s|excusée?s|absente?s)\s+(?=\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}[\p{L}’'-]*\.?,\s\p{Lu})/iu,
            '$1 : ',
          )
          .replace(/^((?:excus|absent|représent)\p{L}*)\s+\(((?:MM?\.|Mmes?|Mlles?)\s.*)\)\.?$/iu, '$1 : $2')
          // "Excusé, ayant donné pouvoir :"
          .replace(/^((?:excus|absent)\p{L}*)\s*,\s+(?=(?:ayant|avec|représent|et)[^,:]*:)/iu, '$1 '),
      )
      .map((text) => (text === line.text ? line : { ...line, text, words: text }))
  )
}

/** "FCPE : Présents (3) : Anne Roy ; Excusée : Zoé Lac ; PEEP : Présents : …", "Instituteurs présents : … Absents excusés : …" */
const WITHIN =
  /(?:^|[.;:)]\s)[^.;:(),]{0,60}?(?<!\p{L})((?:présent|excusé|absent)(?:[·.]?e[·.]?)?s?(?:\sexcusée?s)?)(?:\s\(\d{1,3}\))?\s?:\s/giu

function groupsInLine(text: string): string[] {
  const found = [...text.matchAll(WITHIN)]
  if (found.length < 2) return []
  const before = text.slice(0, found[0]?.index ?? 0).trim()
  const groups = found.map((one, at) => {
    const rest = text.slice(one.index + one[0].length, found[at + 1]?.index ?? text.length)
    return `${one[1]} : ${rest.replace(/[.;]\s*\p{Lu}{2,8}\s*$/u, '').replace(/(?<![\s.;])[\s.;]+$/u, '')}`
  })
  return before === '' ? groups : [before, ...groups]
}

/** Folded words that lead to who came: they name people, and another one says that these were there, in any order. */
const PEOPLE =
  /\b(?:membres|personnes|participant\w*|conseiller\w*|elus|elues|adherents|adherentes|associes|associees|noms?|delegues|deleguees|administrateurs|administratrices|representants|coproprietaires)\b/
const CAME =
  /\b(?:en presence|presente?s?|participe|participaient|assiste|assistaient|excusee?s?|absente?s?)\b/

/**
 * "Les membres présents à cette assemblée étaient les suivants :", "Noms des participants :", "En présence de :"; what stands
 * behind the colon is the list, or it begins below.
 */
function leadsToPeople(text: string): Group | null {
  const [whole = '', head = ''] = /^([^.:;]{3,260}?)\s?:(?=\s|$)\s*/u.exec(text) ?? []
  const folded = withoutEndings(fold(head))
  const came = CAME.exec(folded)?.[0] ?? ''
  if (
    !ALONE.test(folded) &&
    (came === '' || !PEOPLE.test(folded) || !ENDS.test(folded) || COUNTS.test(folded))
  )
    return null
  return {
    state: folded.startsWith("en l'absence") ? 'absent' : (attendanceOf(came) ?? 'present'),
    rest: text.slice(whole.length).trim(),
  }
}

const ALONE =
  /^(?:en (?:presence|l'absence) (?:de|des|d')?|(?:les |noms?(?: et prenoms?)? des )participante?s(?: (?:a|de) (?:la |cette |l')(?:reunion|seance|rencontre|assemblee))?)$/

/** With what such words end; whatever else those who came do or think is no list of them. */
const ENDS = new RegExp(
  String.raw`(?:\b(?:suivante?s?|ci-dessous)|${PEOPLE.source}|${CAME.source}(?: (?:a|lors de) (?:la |cette |l')(?:reunion|seance|rencontre|assemblee)(?: generale)?)?)$`,
)

/** How many came is no list of them either. */
const COUNTS = /\b(?:nombre|quorum|vote\w*)\b/

/** "Pour la direction : Mme Roy", "Pour les élus titulaires :": who sat for whom. */
const ON_BEHALF =
  /^pour (?:la |les |l[’'])?(?:direction|administration|employeur|élus?|représentants?|organisations?|syndicats?|personnel|membres)\b[^:]{0,40}?\s?:\s*(?=(?:MM?\.|Mmes?|Mlles?|Mesdames|Messieurs|Madame|Monsieur)\s|$)/iu

/** "1 Participants" as a numbered title. */
const COUNTED = /^\d{1,2}\s+(?=(?:participant|présent|excusé|absent)\p{L}{0,4}\s*:?$)/iu

type Group = { state: AttendanceStatus | null; rest: string }

/** What a line that begins a list of people says of them, and the people it names itself; null for any other line. */
export function groupOf(written: Line): Group | null {
  const line = inTerms(written)
  return groupByTitle(line) ?? (line.type === 'paragraph' && !line.bullet ? leadsToPeople(line.text) : null)
}

/** It leads to people in words of everyday, which may be said of anything further down. */
export function isPlain(line: Line): boolean {
  return inTerms(line) !== line
}

function inTerms(line: Line): Line {
  const isAlone = line.type === 'row'
  const text = inTermsOfMinutes(line.text, isAlone)
  const words = inTermsOfMinutes(line.words, isAlone)
  return text === line.text && words === line.words ? line : { ...line, text, words }
}

function groupByTitle(line: Line): Group | null {
  const behalf = ON_BEHALF.exec(line.text)?.[0]
  if (behalf !== undefined && line.number === null)
    return { state: 'present', rest: line.text.slice(behalf.length) }
  // "Membres présents (7) : …", "(5/8)"
  const text = (line.bullet ? line.words : line.text)
    .replace(/^([^:\d]{3,60}?)\s*\(\d{1,3}(?:\s?(?:\/|sur)\s?\d{1,3})?\)(?=\s*(?::|$))/u, '$1')
    // "Présent(s) (retard/excusés) :"
    .replace(/(?<=^|\s)(\p{L}{5,15})\((?:s\/)?(e?s)\)/gu, '$1$2')
    .replace(
      /^(\p{L}[\p{L} ]{3,40}?)\s*\([^():]*(?:excus|absent|retard|présent|visio|distan|ligne|salle|téléphone|au \d)[^():]*\)(?=\s*(?::|$))/iu,
      '$1',
    )
    // "Une trentaine de personnes présentes, dont :"
    .replace(
      /^(?:une (?:dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|centaine) de|\d{1,3})\s+(personnes présentes),? dont(?=\s?:)/iu,
      '$1',
    )
    // "27 participants :"
    .replace(/^\d{1,3}\s+(?=(?:participant|présent|personne|membre|excusé|absent))/iu, '')
    // "Présent.e.s :", "Excusé·es :"
    .replace(/^(\p{L}[\p{L} ]{2,40}?)(?:[.·•]e)(?:[.·•]?s)?(?=\s*:)/u, '$1s')
  const label = LABEL.exec(text)
  const words = label?.[1] ?? line.words.replace(COUNTED, '').replace(/(?<!\s)\s*:\s*$/, '')
  const folded = withoutEndings(fold(words).replace(/^\(|\)$/g, ''))
  // "Parents présents : Mme Roy"
  const isAlone = label === null && line.type !== 'heading' && line.type !== 'row' && !/:\s*$/.test(line.text)
  const which = isAlone
    ? null
    : /^(?:[a-z']+ ){1,5}((?:present|excuse|absent)e?e?s?(?:,? (?:et )?excusee?s?)?(?: (?:et|ou) representee?s?)?|representee?s? par (?:un )?(?:pouvoir|procuration)s?)$/.exec(
        folded,
      )
  if ((!GROUP.test(folded) && which === null) || words.length > 90) return null
  if (label === null && !/:\s*$/.test(line.text) && line.type !== 'heading' && folded.split(' ').length > 8)
    return null
  const bare = folded.replace(
    /^(?:(?:avec )?les (?=pouvoir|procuration)|liste des |(?:(?:s')?etai(?:en)?t|est|sont) (?:aussi |egalement )?|membres? |personnes? |participants? (?=en ))/,
    '',
  )
  // Who is listed as a participant of a meeting took part in it.
  // "Absents non excusés"
  const isUnexcused = /^(?:absente?s? (?:et )?)?non (?:excus|represent)/.test(bare)
  const state =
    (isUnexcused ? 'absent' : attendanceOf(which?.[1] ?? bare)) ??
    (/^(?:participante?s?|invite?e?s?|presences?|liste de presence|attendees|attending|(?:y )?participai(?:en)?t|nous etions|equipe presente|ont (?:participe|assiste)|(?:y )?assist(?:ai)?(?:en)?t)\b/.test(
      bare,
    )
      ? 'present'
      : null)
  // "Présents : 4 personnes : Anne, Paul"
  const rest = (label === null ? '' : text.slice(label[0].length).trim())
    // "Mesdames et Messieurs les délégués du pays : M. Roy"
    .replace(
      /^(?:Mesdames|Messieurs|Mmes|MM\.)(?:\s(?:et|,)\s(?:Mesdames|Messieurs|Mmes|MM\.))?(?:\sles\s[^:,]{3,60})?\s?:\s*/u,
      '',
    )
    .replace(/^\d{1,3}\s+(?:personnes|membres|participants|adhérents|élus|votants)\s*:\s*/iu, '')
    .replace(/^\d{1,3}\s*\(([^()]{5,})\)\.?$/u, '$1')
    // "17 habitants, M. Ortiz (élu)"
    .replace(
      /^\d{1,3}\s+\p{Ll}+(?:\s\p{Ll}+)?\s*(?:[,;:]|\bdont\b|\bet\b)\s*(?=(?:MM?\.|Mmes?|Mr|Dr|\p{Lu}\p{Ll}+\s\p{Lu}))/u,
      '',
    )
  // "Excusés : 6" over their names.
  return { state, rest: /^\d{1,3}$/.test(rest) ? '' : rest }
}
