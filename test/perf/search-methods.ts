import { noSaidFilter } from '../../renderer/features/home/search/said-filter.ts'
import { type Inputs, pick, type Timed } from './method-inputs.ts'

export const searchInputs = {
  'search.said': ({ words }, run) => ({ ...noSaidFilter, words: pick(words, run), limit: 100 }),
  'search.query': ({ words }, run) => ({ words: pick(words, run).slice(0, 1 + (run % 6)), only: null }),
} satisfies Pick<Inputs, Extract<Timed, `search.${string}`>>
