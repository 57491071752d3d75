// Who else is on the base of a team, and in what they write: spoken between the desks, kept nowhere, and only to be seen.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { TeamMate, type Whereabouts } from '../../../contract/team.ts'

/** Said again after this long, and forgotten when it was not said for longer. */
const AGAIN_MS = 15_000
const FORGOTTEN_MS = 40_000

const Said = TeamMate.extend({
  /** A desk that came asks the others to say themselves. */
  asks: z.boolean(),
  leaves: z.boolean(),
})

export class Presence {
  readonly #own: TeamMate
  readonly #say: (words: string) => Promise<void>
  readonly #changed: () => void
  readonly #now: () => number
  readonly #mates = new Map<string, { mate: TeamMate; heardAt: number }>()
  readonly #timer: NodeJS.Timeout
  #where: Whereabouts = { meetingId: null, screen: '', part: null }

  constructor(parts: {
    who: string
    say: (words: string) => Promise<void>
    changed: () => void
    now: () => number
  }) {
    this.#own = { desk: randomUUID(), who: parts.who.slice(0, 200), meetingId: null, screen: '', part: null }
    this.#say = parts.say
    this.#changed = parts.changed
    this.#now = parts.now
    this.#timer = setInterval(() => {
      this.#forget()
      void this.#tell({})
    }, AGAIN_MS)
    this.#timer.unref()
  }

  get mates(): TeamMate[] {
    return [...this.#mates.values()].map(({ mate }) => mate)
  }

  /** The line to the others is there, from now on or again. */
  listening(): void {
    void this.#tell({ asks: true })
  }

  is(where: Whereabouts): void {
    this.#where = where
    void this.#tell({})
  }

  /** Words of another desk, or of whoever may speak on this base. */
  hear(words: string): void {
    const said = read(words)
    if (said === null || said.desk === this.#own.desk) return
    const { asks, leaves, ...mate } = said
    const before = this.#mates.get(mate.desk)?.mate
    if (leaves) this.#mates.delete(mate.desk)
    else this.#mates.set(mate.desk, { mate, heardAt: this.#now() })
    if (asks) void this.#tell({})
    if (leaves || JSON.stringify(before) !== JSON.stringify(mate)) this.#changed()
  }

  async end(): Promise<void> {
    clearInterval(this.#timer)
    await this.#tell({ leaves: true })
  }

  async #tell({ asks = false, leaves = false }: { asks?: boolean; leaves?: boolean }): Promise<void> {
    await this.#say(JSON.stringify({ ...this.#own, ...this.#where, asks, leaves }))
  }

  #forget(): void {
    const silent = [...this.#mates].filter(([, { heardAt }]) => this.#now() - heardAt > FORGOTTEN_MS)
    for (const [desk] of silent) this.#mates.delete(desk)
    if (silent.length > 0) this.#changed()
  }
}

function read(words: string): z.infer<typeof Said> | null {
  try {
    return Said.parse(JSON.parse(words))
  } catch {
    return null
  }
}
