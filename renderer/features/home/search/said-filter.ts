import type { SaidFilter } from '../../../../electron/contract/search.ts'

export const noSaidFilter: SaidFilter = {
  words: '',
  organisationId: null,
  personId: null,
  from: null,
  to: null,
  kinds: [],
}
