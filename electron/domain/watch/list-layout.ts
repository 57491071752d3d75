// The columns of a table of followed texts, and how its cells are written and read: the one place that both its writer
// and its reader go by.

import { fold } from '../text/fold.ts'
import type { ListedLink } from './list.ts'
import type { ConsultationFields, DeadlineFields, LinkKind, Opinion } from './text-life.ts'
import type { InForceRule, WatchFields } from './watch.ts'
import { authorityWords, watchFollowUpWords, watchNatureWords, watchStatusWords } from './watch-words.ts'

export type ListColumn = keyof WatchFields | 'id' | 'deadlines' | 'consultations' | 'links'

/** In the order of the table; `width` in characters. `others`: the folded words of other heads that mean the same. */
export const listColumns: readonly {
  readonly column: ListColumn
  readonly head: string
  readonly width: number
  readonly others: RegExp
}[] = [
  { column: 'id', head: 'Repère', width: 12, others: /^(?:uuid|identifiant(?: interne)?)$/ },
  {
    column: 'title',
    head: 'Titre',
    width: 60,
    others: /^(?:titre(?: complet| du texte)?|intitules?(?: du texte)?|textes?|objet du texte)$/,
  },
  {
    column: 'shortTitle',
    head: 'Titre court',
    width: 30,
    others: /^(?:intitule court|nom(?: court| usuel)?)$/,
  },
  {
    column: 'nature',
    head: 'Nature',
    width: 14,
    others: /^(?:type|nature|categorie)(?: de texte| du texte)?$/,
  },
  { column: 'number', head: 'Numéro', width: 12, others: /^(?:n|no|num|numero)(?: du texte| de texte)?$/ },
  { column: 'nor', head: 'NOR', width: 15, others: /^(?:n|no|numero|code) nor$/ },
  {
    column: 'ministry',
    head: 'Ministère',
    width: 28,
    others: /^(?:ministeres?(?: porteur)?|porteur|emetteur)$/,
  },
  { column: 'theme', head: 'Thème', width: 20, others: /^(?:thematiques?|themes?|domaine|sujet)$/ },
  {
    column: 'status',
    head: 'État du texte',
    width: 14,
    others: /^(?:etat|statut(?: du texte)?|avancement)$/,
  },
  {
    column: 'followUp',
    head: 'Suivi par l’instance',
    width: 14,
    others: /^(?:suivi(?: inp| instance)?|suites?)$/,
  },
  { column: 'announcedOn', head: 'Annoncé le', width: 12, others: /^(?:date d )?annonce$/ },
  { column: 'draftedOn', head: 'Avant-projet du', width: 12, others: /^(?:date (?:de l )?)?avant projet$/ },
  {
    column: 'signedOn',
    head: 'Signé le',
    width: 12,
    others: /^(?:(?:date (?:de )?)?signature|date du texte)$/,
  },
  {
    column: 'publishedOn',
    head: 'Publié le',
    width: 12,
    others: /^(?:(?:date (?:de )?)?(?:publication|parution)(?: au jo)?|paru le|date jo)$/,
  },
  {
    column: 'joNumber',
    head: 'Numéro du JO',
    width: 10,
    others: /^(?:n|no|numero) (?:de |du |au )?(?:jo|jorf)$/,
  },
  {
    column: 'joTextNumber',
    head: 'Rang au JO',
    width: 8,
    others: /^(?:n|no|numero) (?:de |du )?texte au jo$/,
  },
  {
    column: 'inForceOn',
    head: 'En vigueur le',
    width: 12,
    others: /^(?:(?:date d )?entree en vigueur|vigueur)$/,
  },
  {
    column: 'inForceRule',
    head: 'Raison de l’entrée en vigueur',
    width: 22,
    others: /^regle d entree en vigueur$/,
  },
  {
    column: 'appliesOn',
    head: 'Applicable le',
    width: 12,
    others: /^(?:(?:date d )?application|applicable(?: a compter du)?)$/,
  },
  { column: 'repealedOn', head: 'Abrogé le', width: 12, others: /^(?:date d )?abrogation$/ },
  {
    column: 'audience',
    head: 'Public concerné',
    width: 24,
    others: /^(?:publics? concernes?|publics?|collectivites concernees|destinataires?)$/,
  },
  {
    column: 'consequences',
    head: 'Ce qui change pour les collectivités',
    width: 60,
    others: /^(?:ce qui change|consequences|effets|impacts?)(?: (?:pour|sur) les collectivites)?$/,
  },
  { column: 'deadlines', head: 'Échéances', width: 40, others: /^echeances?$/ },
  { column: 'consultations', head: 'Consultations', width: 40, others: /^(?:consultations?|avis rendus)$/ },
  { column: 'links', head: 'Liens', width: 40, others: /^(?:liens avec d autres textes|textes lies)$/ },
  { column: 'purpose', head: 'Objet', width: 40, others: /^objet$/ },
  {
    column: 'inForceWords',
    head: 'Entrée en vigueur selon le texte',
    width: 30,
    others: /^entree en vigueur notice$/,
  },
  { column: 'notice', head: 'Notice', width: 40, others: /^(?:notice|resume)$/ },
  { column: 'legalReferences', head: 'Références', width: 30, others: /^references?(?: juridiques?)?$/ },
  { column: 'draftTitle', head: 'Titre du projet', width: 30, others: /^intitule du projet$/ },
  {
    column: 'jorfText',
    head: 'Identifiant Légifrance',
    width: 22,
    others: /^(?:jorftext|id(?:entifiant)? (?:jorf|legifrance)|cid)$/,
  },
  { column: 'eli', head: 'ELI', width: 30, others: /^(?:adresse|identifiant|lien) eli$/ },
  { column: 'celex', head: 'CELEX', width: 14, others: /^(?:n|no|numero) celex$/ },
  {
    column: 'sourceUrl',
    head: 'Adresse de la source',
    width: 30,
    others: /^(?:lien|url|adresse|source|lien legifrance|lien vers le texte)$/,
  },
  {
    column: 'checkedOn',
    head: 'Vérifié à la source le',
    width: 12,
    others: /^(?:verifie le|(?:date de )?verification)$/,
  },
]

/** The words of a choice in the table; a reader takes them folded, and some that people use beside. */
export const listWords = {
  nature: watchNatureWords,
  status: watchStatusWords,
  followUp: watchFollowUpWords,
  inForceRule: {
    '': '',
    dayAfter: 'Lendemain de la publication (Code civil, article 1er)',
    dated: 'Date fixée par un texte',
    dependent: 'Subordonnée à un autre texte',
  } satisfies Record<InForceRule, string>,
  authority: authorityWords,
  opinion: {
    '': '',
    favorable: 'favorable',
    reserved: 'favorable avec réserves',
    unfavorable: 'défavorable',
    tacit: 'réputé favorable, délai passé',
    none: 'rendu, sans sens particulier',
  } satisfies Record<Opinion, string>,
  link: {
    transposes: 'Transpose',
    modifies: 'Modifie',
    repeals: 'Abroge',
    applies: 'Pris pour l’application de',
  } satisfies Record<LinkKind, string>,
} as const

const beside: {
  readonly [C in keyof typeof listWords]?: Readonly<Record<string, keyof (typeof listWords)[C]>>
} = {
  nature: {
    instruction: 'circulaire',
    'circulaire instruction': 'circulaire',
    'reglement ue': 'reglementUE',
    'reglement (ue)': 'reglementUE',
    reglement: 'reglementUE',
    'directive ue': 'directiveUE',
    'directive (ue)': 'directiveUE',
    directive: 'directiveUE',
    'projet de loi': 'loi',
    'projet de decret': 'decret',
  },
  status: { paru: 'published', vigueur: 'inForce', 'en projet': 'draft', 'en consultation': 'consultation' },
  authority: { cnen: 'cnen', autre: 'other', 'conseil d etat': 'conseilEtat' },
  link: { applique: 'applies', 'pris en application de': 'applies' },
}

/** The value that some words name; null when they name none. */
export function choiceOf<C extends keyof typeof listWords>(
  choice: C,
  written: string,
): keyof (typeof listWords)[C] | null {
  const folded = oneSpaced(written)
  const words: Readonly<Record<string, string>> = listWords[choice]
  const found = Object.keys(words).find(
    (value) => words[value] !== '' && oneSpaced(words[value] ?? '') === folded,
  )
  return (found as keyof (typeof listWords)[C] | undefined) ?? beside[choice]?.[folded] ?? null
}

const oneSpaced = (words: string) => fold(words).replace(/\s+/g, ' ').trim()

const NO_DATE = 'à fixer'

/** The deadlines, consultations or links of one text, as one cell: one a line, its parts between vertical bars. */
export const detailCells = {
  deadlines: (deadlines: readonly DeadlineFields[]): string =>
    deadlines
      .map(({ date, audience, threshold, label }) =>
        joinedParts([date === null ? NO_DATE : frenchDay(date), audience, threshold, label]),
      )
      .join('\n'),
  consultations: (consultations: readonly ConsultationFields[]): string =>
    consultations
      .map(({ authority, name, askedOn, answeredOn, opinion, reference }) =>
        joinedParts([
          listWords.authority[authority],
          name,
          frenchDay(askedOn),
          frenchDay(answeredOn),
          listWords.opinion[opinion],
          reference,
        ]),
      )
      .join('\n'),
  links: (links: readonly ListedLink[]): string =>
    links
      .map(({ kind, citation, targetId }) => joinedParts([listWords.link[kind], citation, targetId ?? '']))
      .join('\n'),
}

export function isNoDate(written: string): boolean {
  return ['', oneSpaced(NO_DATE), 'sans date', 'date a fixer'].includes(oneSpaced(written))
}

/** 2099-07-01 → "01/07/2099". */
export function frenchDay(date: string | null): string {
  return date === null ? '' : date.split('-').reverse().join('/')
}

/** Bars, backslashes and line ends of a part are written behind a backslash; parts at the end that are empty are not written. */
function joinedParts(parts: readonly string[]): string {
  const written = parts.map((part) =>
    part.trim().replace(/\\/g, '\\\\').replace(/\|/g, '\\|').replace(/\n/g, '\\n'),
  )
  while (written.length > 1 && written.at(-1) === '') written.pop()
  return written.join(' | ')
}

/** The parts of one line of such a cell. */
export function partsOf(line: string): string[] {
  const parts: string[] = []
  let part = ''
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at] ?? ''
    if (sign === '|') {
      parts.push(part.trim())
      part = ''
    } else if (sign === '\\' && at + 1 < line.length) {
      at += 1
      part += line[at] === 'n' ? '\n' : (line[at] ?? '')
    } else part += sign
  }
  return [...parts, part.trim()]
}

/** Words as a cell holds them, in a form that the sign put before what looks like a formula does not blur. */
export function cellWords(words: string): string {
  return words.startsWith("'") ? `'${words}` : words
}

/** The cell without what `cellWords`, and the apostrophe that keeps a spreadsheet from reading a formula, put around it. */
export function wordsOfCell(cell: string): string {
  return cell.startsWith("''") || /^'[\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u.test(cell) ? cell.slice(1) : cell
}
