// Watch match: which drafts a published text may be, by the words of their titles, their nature, ministry, year and NOR.
// It proposes; a person decides: a NOR is sometimes reused and ministries change between the draft and the text.
import { z } from 'zod'
import { fold, foldedWords } from './fold.ts'
import { Id } from './ids.ts'
import { type Bag, likeness } from './text-likeness.ts'
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

/** What is compared of a text; empty or null where unknown. */
export type Matched = {
  readonly nature: WatchNature | null
  readonly title: string
  readonly nor: string
  readonly ministry: string
  /** Its year is compared. */
  readonly date: string | null
}

/** What is read of the texts that one is compared with. */
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
const MOST_PROPOSALS = 5

/** Words that titles of all texts share. */
const common = new Set(
  foldedWords(
    'de du des d la le les l a au aux et ou en pour par sur dans dont relatif relative relatifs relatives portant fixant modifiant pris prise application projet proposition avant loi ordonnance decret arrete circulaire instruction avis decision reglement directive n no code general generale article articles certaines diverses dispositions mesures',
  ),
)

/** Prepares drafts once for many texts: a month's JO is compared with years of drafts. */
export class DraftMatcher {
  readonly #drafts: readonly { item: Draft; bag: Bag }[]
  readonly #byWord = new Map<string, number[]>()

  constructor(drafts: readonly Draft[]) {
    this.#drafts = drafts.map((item) => ({ item, bag: bagOfTitle(item.title) }))
    for (const [rank, { bag }] of this.#drafts.entries())
      for (const word of bag.words.keys()) this.#byWord.set(word, [...(this.#byWord.get(word) ?? []), rank])
  }

  /** At most five drafts, best first; none when nothing but the nature or the ministry agrees. */
  proposals(text: Matched): MatchProposal[] {
    const bag = bagOfTitle(text.title)
    const candidates = new Set([...bag.words.keys()].flatMap((word) => this.#byWord.get(word) ?? []))
    const proposals: MatchProposal[] = []
    for (const [rank, { item, bag: draft }] of this.#drafts.entries()) {
      const sameNor = text.nor !== '' && text.nor === item.nor
      if (!sameNor && !candidates.has(rank)) continue
      const alike = likeness(bag, draft)
      if (!sameNor && alike < LEAST_LIKENESS) continue
      proposals.push(proposal(text, item, { alike, sameNor }))
    }
    return proposals.sort((a, b) => b.score - a.score).slice(0, MOST_PROPOSALS)
  }
}

function proposal(
  text: Matched,
  item: Draft,
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
    (item.projects ?? []).some(
      (title) => likeness(bagOfTitle(title), bagOfTitle(text.title)) >= LEAST_LIKENESS,
    ),
  )
  agree('nature', 0.1, text.nature !== null && text.nature === item.nature)
  agree('ministry', 0.05, text.ministry !== '' && fold(text.ministry) === fold(item.ministry))
  const year = text.date?.slice(0, 4)
  const expected = [item.signedOn, item.publishedOn, item.inForceOn].find((date) => date !== null)
  agree('year', 0.05, year !== undefined && expected?.slice(0, 4) === year)
  const { id, version, title, status } = item
  return { id, version, title, status, score: Math.min(1, score), reasons }
}

/** Words that tell texts apart, each cut to its stem: "numérique" and "numériques" are one. */
function bagOfTitle(title: string): Bag {
  const words = new Map<string, number>()
  for (const word of foldedWords(title))
    if (!common.has(word) && !/^\d+$/.test(word)) words.set(word.replace(/(?<=\p{L}{4})(?:e?s|x)$/u, ''), 1)
  return { words, size: words.size }
}
