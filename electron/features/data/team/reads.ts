import { type Desk, readDesk } from '../../../db/desk/desk.ts'
import type { Replayed } from '../../../db/journal/steps.ts'
import type { TeamAddress } from '../../../db/postgres/address.ts'
import type { OpenTeam } from '../../../db/postgres/open.ts'
import type { ReadsTogether } from '../../../db/postgres/reads-together.ts'
import * as search from '../../../db/postgres/search.ts'
import type { Uses } from '../../../db/reads/uses.ts'
import { typedWords, type Words } from '../../../db/search/find-texts.ts'
import type { SearchedKind } from '../../../db/search/kinds.ts'
import { stillWriter } from '../../../domain/data/hand-over.ts'
import { isTeamAuthor } from '../../../domain/data/team.ts'
import type { ReadContext, Time } from '../../context.ts'
import type { Data } from '../../data.ts'
import type { Standing } from './standing.ts'

/** A desk of a team is no profile: its data never pass from hand to hand. */
const noProfile = '00000000-0000-7000-8000-000000000000'

/** What this desk reads: on the base, or of its copy while that is shown. */
export class TeamReads {
  readonly #team: OpenTeam
  readonly #together: ReadsTogether
  readonly #standing: Standing
  readonly #address: TeamAddress
  readonly #dataFolder: string
  readonly #time: () => Time

  constructor(
    team: OpenTeam,
    on: {
      together: ReadsTogether
      standing: Standing
      address: TeamAddress
      dataFolder: string
      time: () => Time
    },
  ) {
    this.#team = team
    this.#together = on.together
    this.#standing = on.standing
    this.#address = on.address
    this.#dataFolder = on.dataFolder
    this.#time = on.time
  }

  readonly read: Data['read'] = (uses, work) => {
    const { reader } = this.#standing
    if (reader !== null) return reader(uses, work)
    return this.#together.read(() => this.#team.tracker.reading(uses, () => work(this.#context(uses))))
  }

  get writer(): ReadContext['writer'] {
    const held = { profileId: noProfile, generation: 0, state: 'mine' as const, copy: null }
    return stillWriter(held, this.#time().now.toISOString())
  }

  #context(uses: Uses): ReadContext {
    let desk: Desk | null = null
    const folder = this.#dataFolder
    const writer = () => this.writer
    const searched = (words: Words, kind?: SearchedKind) => this.#searched(words, kind)
    return {
      ...this.#time(),
      tx: this.#team.db,
      teamHost: this.#address.host,
      ownEntry: (state) => this.#ownEntry(state),
      findTexts: (words, of) => search.findTexts(searched(words), words, of),
      textsOf: (words, rowids) => search.textsOf(searched(words), rowids),
      nearestWords: async () => [],
      findIds: (words, kind) => search.findIds(searched(typedWords(words), kind), typedWords(words), kind),
      findEntityPage: (words, page) =>
        search.findEntityPage(searched(typedWords(words), page.kind), typedWords(words), page),
      findEntities: (words, kind, after) =>
        search.findEntities(searched(typedWords(words), kind), typedWords(words), kind, after),
      get desk() {
        uses.ofSource('desk')
        desk ??= readDesk(folder)
        return desk
      },
      get dataFolder() {
        uses.ofSource('files')
        return folder
      },
      get writer() {
        uses.ofSource('writer')
        return writer()
      },
      shownCopy: null,
      pause: async () => undefined,
    }
  }

  #searched(words: Words, kind: SearchedKind | undefined): Parameters<typeof search.findIds>[0] {
    const { line, tracker } = this.#team
    return async <T extends object>(sql: string, parameters: readonly unknown[]): Promise<T[]> => {
      tracker.ran(search.asOnDesk(words, kind), null)
      return (await line.query<T & Record<string, unknown>>(sql, parameters)).rows
    }
  }

  async #ownEntry(state: Replayed): Promise<number | null> {
    const { user } = this.#address
    const own = { key: user, mayHold: ({ who }: { who?: unknown }) => isTeamAuthor(user, who) }
    this.#team.tracker.ran(
      {
        sql: 'SELECT seq, who, state FROM journal_entry',
        parameters: [],
        demands: new Map([['journal_entry', [{ values: new Map(), isJoined: false, tests: [own] }]]]),
      },
      null,
    )
    return this.#team.journal.ownEntry(this.#time().who, state)
  }
}
