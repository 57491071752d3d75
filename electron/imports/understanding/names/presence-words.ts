// Words that lead to people, and what they say of whether these came.
import type { AttendanceStatus } from '../../../domain/attendance/attendance.ts'
import { plainLine } from '../plain-line.ts'

const CAME =
  /\b(?:p(?:re|e|r)?sent(?:e|s|es|\.e|·e)?s?\b(?! (?:par|aux?|a|le|la|les|un|une|des|son|sa|ses|leurs?|ce|cette|ces|notre|nos)\b| l')|presences?\b|excus|absent|participa|assista|assistent|invite|convies?\b|inscrit|etaient la\b|qui (?:est|etait|n'est pas|n'etait pas) la\b|pas la\b|la :|autour de\b|reunis\b|represente|(?:donne\w*|avec|ayant|a|ont|par) (?:\w+ )?pouvoirs?\b|^pouvoirs?\b|procurations?\b|composition\b|membres?\b|emargement|attendees|en ligne\b|visio(?:conf\w*)?\b|distanciel|desoles\b)/
const HEAD =
  /^(?:noms?|prenoms?|noms? (?:et |, ?|- ?|\/ ?)?prenoms?|prenoms? (?:et |, ?|- ?|\/ ?)?noms?|participants?|representants?|interlocuteurs?|membres?|personnes?)\b/
const HEAD_BESIDE =
  /^(?:organis|structure|fonction|qualite|role|service|societe|entite|direction|collectif|college|initiales|commune|mail|mel\b|e-?mail|courriel|tel|presen|excus|absen|signature|emargement|represent|p ?\/ ?e)/
const OTHERS =
  /\b(?:ordre du jour|odj|copie|destinataires?|a l'attention|ampliations?|pour (?:attribution|information)|auteurs?|redact\w+|jury|contacts?|auditions?|rediffusion|prochaine|diffusion|rapporteur|decision|action|candidat|elu(?:e|s|es)? a l|signataire)\b/
const AGENDA = /^(?:\d{1,2}[.)/ -]+)?(?:l')?(?:ordre du jour|odj\b|programme\b|deroule)/
const NEXT_PART = /^(?:\d{1,2}[.)/ -]+)?(?:ordre du jour|odj\b|relev|introduction|preambule|prochaine)/
const STATE =
  /\b(excus|absent|pas la\b|n'(?:est|etai\w*) pas|desole|represente(?:e|s|es)?(?: par\b|$)|procuration|pouvoir|p(?:re|e|r)?sent|participai|assist|etaient la|visio|distanciel)/

/** "Accueil des participants", "Remarques des participants", "Parmi les membres", "Les membres présents s’étonnent": something else of these people. */
const OF_THEM =
  /^(?:accueil|cafe|inscription|(?!liste|feuille|presence|composition|noms?\b|prenoms?\b|tableau|etat)[a-z]+ des (?:participant|membre|present))|\bparmi\b|\b(?:participante?s|presente?s|membres) (?:s'|se |ne |n'|demand|souhait|propos|remerci|regrett|soulign|rappell)/

/** The beginning of a text speaks of who came, or may lead to them. */
export function speaksOfWhoCame(text: string): boolean {
  const folded = plainLine(text.slice(0, 400))
  return CAME.test(folded) && !OF_THEM.test(folded)
}

/** "Nom", "Prénom et nom", "Participants" over a column. */
export function isHeadOfPeople(cell: string): boolean {
  return HEAD.test(plainLine(cell))
}

/** "Organisme", "Fonction", "Présent", "Mél." beside such a head. */
export function isHeadBeside(cell: string): boolean {
  return HEAD_BESIDE.test(plainLine(cell))
}

/** "Copie à", "Rapporteur", "Candidats": people who need not have come. */
export function leadsToOthers(text: string): boolean {
  const folded = plainLine(text.slice(0, 80))
  return OTHERS.test(folded) && !CAME.test(folded)
}

/** "Ordre du jour", "Introduction": whoever came is listed. */
export function beginsNextPart(text: string): boolean {
  return NEXT_PART.test(plainLine(text))
}

/** The items stand below. */
export function beginsAgenda(text: string): boolean {
  return AGENDA.test(plainLine(text))
}

/** What words say first of whether somebody came; null when nothing. */
export function presenceIn(text: string): AttendanceStatus | null {
  const folded = plainLine(text)
  const word = STATE.exec(folded)?.[1]
  if (word === undefined) return null
  if (/excus|desole/.test(word)) return 'excuse'
  if (/absent|pas/.test(word))
    return /excus/.test(folded) && !folded.includes('non excus') ? 'excuse' : 'absent'
  return /represente|procuration|pouvoir/.test(word) ? 'represente' : 'present'
}
