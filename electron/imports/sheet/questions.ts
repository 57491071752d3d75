import { type SheetField, sheetQuestions } from '../../domain/attendance/sheet.ts'
import { fold } from '../understanding/fold.ts'

/** Other words for a question, folded, as such sheets are written elsewhere. */
const OTHER_WORDS: Readonly<Record<SheetField, readonly string[]>> = {
  title: ['intitule', 'titre', 'titre du sujet', 'sujet', 'sujet propose', 'intitule du point'],
  requester: ['demande par', 'personne qui demande', 'nom du demandeur', 'contact', 'presente par'],
  organisation: ['organisme', 'structure', 'organisme demandeur', 'direction', 'association'],
  nature: ['nature', 'type de passage', 'attendu du passage', 'pour avis information ou decision'],
  duration: ['duree', 'duree demandee', 'temps souhaite', 'temps de passage', 'duree estimee'],
  projectTitle: ['projet', 'titre du projet', 'intitule du projet'],
  projectOwner: ['porteur', 'chef de projet', 'responsable du projet', 'presentateur', 'intervenant'],
  projectOrganisation: ['direction porteuse', 'organisme du porteur', 'administration porteuse'],
  stage: ['avancement', 'etat d avancement', 'etape', 'stade du projet', 'phase du projet'],
  purpose: [
    'objet',
    'description',
    'description du projet',
    'objectifs',
    'presentation du projet',
    'contexte',
  ],
  localImpact: ['effets', 'impacts', 'impact pour les collectivites', 'consequences pour les collectivites'],
  regulatorySide: ['aspects reglementaires', 'volet reglementaire', 'cadre juridique', 'textes concernes'],
  askedOfBody: ['demande a l instance', 'attendu de l instance', 'ce qui est attendu', 'attentes', 'demande'],
}

const EMPTY_WORDS = new Set(
  'a au aux ce ces d de des du en est et l la le les ou par pour qui quoi se son sa un une votre vos'.split(
    ' ',
  ),
)

const labels = sheetQuestions.flatMap(({ field, label }) =>
  [label, ...OTHER_WORDS[field]].map((words) => ({ field, words: wordsOf(words) })),
)

/** Questions that a label may ask, with how well it does: 1 = the very words. */
export function questionsOf(label: string): { field: SheetField; score: number }[] {
  const wanted = wordsOf(label)
  const best = new Map<SheetField, number>()
  if (wanted.length === 0 || wanted.length > 12) return []
  for (const { field, words } of labels) {
    const common = wanted.filter((word) => words.some((other) => sameWord(word, other))).length
    const score = (2 * Math.min(common, words.length)) / (wanted.length + words.length)
    if (score > (best.get(field) ?? 0)) best.set(field, score)
  }
  return [...best].map(([field, score]) => ({ field, score }))
}

function wordsOf(text: string): string[] {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return [...new Set(words.filter((word) => !EMPTY_WORDS.has(word)).map((word) => word.replace(/[sx]$/, '')))]
}

/** "réglementaires" and "réglementation" are one word here. */
function sameWord(a: string, b: string): boolean {
  return a === b || (a.length > 6 && b.length > 6 && a.slice(0, 6) === b.slice(0, 6))
}
