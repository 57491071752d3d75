import type { AttendanceStatus } from '../../../domain/attendance/attendance.ts'
import { withoutEndings } from '../kind-evidence.ts'
import { LABEL, type Line } from '../lines.ts'
import { plainLine } from '../plain-line.ts'
import { attendanceOf } from './person-line.ts'
import { inTermsOfMinutes } from './plain-presence.ts'

/** A line that begins a list of people, and what it says of all of them. */
const GROUP =
  /^(?:liste des |(?:(?:s')?etai(?:en)?t|est|sont) (?:aussi |egalement )?|membres? |personnes? |non (?=excus))?(?:participante?s?|p(?:re|e|r)sente?s?(?! (?:par|dans|mais)\b)|excuse?e?s?|absente?s?|represente?e?s?|invite?e?s?|convoquee?s?(?=$)|inscrite?s?(?=$)|destinataires(?=$)|presences?|liste de presence|attendees|attending|participai(?:en)?t(?: a la (?:reunion|seance))?(?=$)|nous etions(?: \d{1,3})?(?=$)|equipe presente|equipe(?: projet)?(?=$|\s?:)|membres(?: du (?:groupe|projet|comite|bureau|conseil))?(?=$)|(?:ont|ayant) (?:participe|assiste)(?: a la (?:reunion|seance))?(?=$)|(?:y )?(?:assistai|participai)(?:en)?t (?:egalement|aussi)(?=$)|(?:noms?(?: et)? prenoms?|prenoms?(?: et)? noms?)(?: (?:organismes?|structures?|fonctions?|qualites?|services?|presences?|signatures?|emargements?|communes?|societes?)){1,4}(?=$)|(?:participants? )?en (?:visio|audio)(?:conference)?|en salle|sur place|en presentiel|a distance|par telephone|(?:absente?s? |excuse?e?s? )?(?:et )?(?:avai(?:en)?t|a|ont|ayant) donne (?:pouvoir|procuration|mandat)s?|(?:(?:avec )?les )?(?:pouvoirs?|procurations?)|assist(?:ai)?(?:en)?t (?:egalement )?a la (?:reunion|seance)|assistent(?: (?:egalement|aussi))?(?=$)|assistai(?:en)?t(?=$))\b/

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
  const [whole = '', head = ''] =
    /^([^.:;]{3,260}?)\s?:(?=\s|$)\s*/u.exec(text) ?? TITLE_OF_THEM.exec(text) ?? []
  const folded = withoutEndings(plainLine(head))
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

/** "Adhérents du club présents" as a title of its own. */
const TITLE_OF_THEM =
  /^((?:liste des |les )?(?:membres|personnes|participants|élus|conseillers|adhérents|délégués|représentants)\s[^.:;,]{3,60}\s(?:présent|excusé|absent)e?s)$/iu

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
  /^pour (?:la |les |l[’'])?(?:direction|administration|employeur|élus?|représentants?|organisations?|syndicats?|personnel|membres)\b(?![^:]{0,40}(?:excus|absent))[^:]{0,40}?\s?:\s*(?=(?:MM?\.|Mmes?|Mlles?|Mesdames|Messieurs|Madame|Monsieur)\s|$)/iu

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
      /^(\p{L}[\p{L} ]{3,40}?)\s*\([^():]*(?:excus|absent|retard|présent|visio|distan|ligne|salle|téléphone|pouvoir|procuration|au \d)[^():]*\)(?=\s*(?::|$))/iu,
      '$1',
    )
    // "Une trentaine de personnes présentes, dont :"
    .replace(
      /^(?:une (?:dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|centaine) de|\d{1,3})\s+(personnes présentes),? dont(?=\s?:)/iu,
      '$1',
    )
    // "27 participants :"
    .replace(/^\d{1,3}\s+(?=(?:participant|présent|personne|membre|excusé|absent))/iu, '')
    // "Absence non justifiée :"
    .replace(/^absences?(?=(?:\s(?:non\s)?(?:justifi|excus)ée?s?)?\s?:)/iu, 'Absents')
    // "Présent.e.s :", "Excusé·es :"
    .replace(/^(\p{L}[\p{L} ]{2,40}?)(?:[.·•]e)(?:[.·•]?s)?(?=\s*:)/u, '$1s')
  const label = LABEL.exec(text)
  const words = label?.[1] ?? line.words.replace(COUNTED, '').replace(/(?<!\s)\s*:\s*$/, '')
  const folded = withoutEndings(plainLine(words).replace(/^\(|\)$/g, ''))
  // "Parents présents : Mme Roy"
  const isAlone = label === null && line.type !== 'heading' && line.type !== 'row' && !/:\s*$/.test(line.text)
  const which = isAlone
    ? null
    : /^(?:[a-z']+ ){1,5}((?:present|excuse|absent)e?e?s?(?:,? (?:et )?excusee?s?)?(?: (?:et|ou) representee?s?)?|(?:representee?s? )?par (?:un )?(?:pouvoir|procuration)s?)$/.exec(
        folded,
      )
  // "Votes des membres absents", "Pour les membres excusés :" say what they voted.
  if (
    (!GROUP.test(folded) &&
      (which === null || COUNTS.test(folded) || /^(?:pour|parmi|selon) /.test(folded))) ||
    words.length > 90
  )
    return null
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
  // "Excusés : 6", "Participants : (merci de laisser une adresse)" over their names.
  return { state, rest: /^(?:\d{1,3}|\(\p{Ll}[^()]{3,}\))$/u.test(rest) ? '' : rest }
}
