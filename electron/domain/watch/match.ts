// It proposes, a person decides: a NOR is sometimes reused and ministries change between the draft and the text.
import { z } from 'zod'
import { Id } from '../ids.ts'
import { fold, foldedWords } from '../text/fold.ts'
import { WatchItem, type WatchNature } from './watch.ts'

export const MatchReason = z.enum(['nor', 'title', 'project', 'nature', 'ministry', 'year'])
export type MatchReason = z.infer<typeof MatchReason>

/** A draft that a text may be, best first; `score` from 0 to 1 orders them, nothing else. */
export const MatchProposal = z.strictObject({
  id: Id,
  version: WatchItem.shape.version,
  title: WatchItem.shape.title,
  status: WatchItem.shape.status,
  score: z.number().min(0).max(1),
  reasons: z.array(MatchReason),
})
export type MatchProposal = z.infer<typeof MatchProposal>

/** Compared fields of a text; empty or null where unknown. */
export type Matched = {
  readonly nature: WatchNature | null
  readonly title: string
  readonly nor: string
  readonly ministry: string
  /** Its year is compared. */
  readonly date: string | null
}

/** Fields read of the texts that one is compared with. */
export type Draft = Pick<
  WatchItem,
  | 'id'
  | 'version'
  | 'title'
  | 'status'
  | 'nature'
  | 'nor'
  | 'ministry'
  | 'signedOn'
  | 'publishedOn'
  | 'inForceOn'
> & {
  /** Titles of projects that were on an agenda with it. */
  readonly projects?: readonly string[]
}

/** Titles that share less than this are different texts, unless their NOR is the same. */
const LEAST_LIKENESS = 0.4
export const MOST_PROPOSALS = 5

/** Words that titles of all texts share. */
const common = new Set(
  foldedWords(
    'de du des d la le les l a au aux et ou en pour par sur dans dont relatif relative relatifs relatives portant fixant modifiant pris prise application projet proposition avant loi ordonnance decret arrete circulaire instruction avis decision reglement directive n no code general generale article articles certaines diverses dispositions mesures',
  ),
)

type Prepared = {
  readonly item: Draft
  readonly words: ReadonlySet<string>
  readonly ministry: string
  readonly projects: readonly ReadonlySet<string>[]
}

/** Prepares drafts once for many texts: a month's JO is compared with years of drafts. */
export class DraftMatcher {
  readonly #drafts: readonly Prepared[]
  /** Ranks of the drafts with a word in their title, or with a NOR: a delivery asks ten thousand times. */
  readonly #byWord = new Map<string, number[]>()
  readonly #byNor = new Map<string, number[]>()

  constructor(drafts: readonly Draft[]) {
    this.#drafts = drafts.map((item) => ({
      item,
      words: wordsOfTitle(item.title),
      ministry: fold(item.ministry),
      projects: (item.projects ?? []).map(wordsOfTitle),
    }))
    for (const [rank, { item, words }] of this.#drafts.entries()) {
      for (const word of words) addTo(this.#byWord, word, rank)
      if (item.nor !== '') addTo(this.#byNor, item.nor, rank)
    }
  }

  /** At most five drafts, best first; none when nothing but the nature or the ministry agrees. */
  proposals(text: Matched): MatchProposal[] {
    const words = wordsOfTitle(text.title)
    const shared = new Uint16Array(this.#drafts.length)
    for (const word of words)
      for (const rank of this.#byWord.get(word) ?? []) shared[rank] = (shared[rank] ?? 0) + 1
    const sameNor = new Set(this.#byNor.get(text.nor))
    const told = { ...text, words, ministry: fold(text.ministry) }
    const proposals: MatchProposal[] = []
    for (const [rank, draft] of this.#drafts.entries()) {
      const alike = shareOf(shared[rank] ?? 0, words, draft.words)
      if (alike >= LEAST_LIKENESS || sameNor.has(rank))
        proposals.push(proposal(told, draft, { alike, sameNor: sameNor.has(rank) }))
    }
    return proposals.sort((a, b) => b.score - a.score).slice(0, MOST_PROPOSALS)
  }
}

function addTo(ranks: Map<string, number[]>, key: string, rank: number): void {
  const known = ranks.get(key)
  if (known === undefined) ranks.set(key, [rank])
  else known.push(rank)
}

/** From 0, no word in common, to 1, the same words. */
function shareOf(shared: number, a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size)
}

function isAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  let shared = 0
  for (const word of a) if (b.has(word)) shared += 1
  return shareOf(shared, a, b) >= LEAST_LIKENESS
}

/** `ministry` as folded. */
function proposal(
  text: Matched & { readonly words: ReadonlySet<string> },
  { item, ministry, projects }: Prepared,
  { alike, sameNor }: { alike: number; sameNor: boolean },
): MatchProposal {
  const reasons: MatchReason[] = []
  let score = 0.6 * alike
  const agree = (reason: MatchReason, weight: number, agrees: boolean) => {
    if (!agrees) return
    reasons.push(reason)
    score += weight
  }
  agree('nor', 0.2, sameNor)
  agree('title', 0, alike >= LEAST_LIKENESS)
  agree(
    'project',
    0.1,
    projects.some((project) => isAlike(project, text.words)),
  )
  agree('nature', 0.1, text.nature !== null && text.nature === item.nature)
  agree('ministry', 0.05, text.ministry !== '' && text.ministry === ministry)
  const year = text.date?.slice(0, 4)
  const expected = [item.signedOn, item.publishedOn, item.inForceOn].find((date) => date !== null)
  agree('year', 0.05, year !== undefined && expected?.slice(0, 4) === year)
  const { id, version, title, status } = item
  return { id, version, title, status, score: Math.min(1, score), reasons }
}

/** Words that tell texts apart, each cut to its stem: "numérique" and "numériques" are one. */
function wordsOfTitle(title: string): ReadonlySet<string> {
  const words = new Set<string>()
  for (const word of foldedWords(title))
    if (!common.has(word) && !/^\d+$/.test(word)) words.add(word.replace(/(?<=\p{L}{4})(?:e?s|x)$/u, ''))
  return words
}
