import { AppError } from '../../../contract/errors.ts'
import type { Method } from '../../../contract/index.ts'
import { changeDesk, readDesk } from '../../../db/desk/desk.ts'
import type { TeamAddress } from '../../../db/postgres/address.ts'
import type { ErasureTrace } from '../../../db/postgres/erasing.ts'
import type { TeamFiles } from '../../../db/postgres/files.ts'
import { aloneOnServer, Line } from '../../../db/postgres/line.ts'
import { NotedTexts, TextsOfCall, takeTexts } from '../../../db/postgres/texts.ts'
import { EveryText } from '../../../db/search/every-text.ts'
import type { ErasedKind } from '../../../domain/people/personal-data.ts'
import type { LongContext, Time, WriteContext } from '../../context.ts'
import type { Data } from '../../data.ts'
import { newId } from '../../new-id.ts'
import type { CoreOptions } from '../../options.ts'
import type { Changes } from '../changes.ts'
import type { Presence } from './presence.ts'
import type { TeamReads } from './reads.ts'
import type { Standing } from './standing.ts'
import type { TeamWrites } from './writes.ts'

type Parts = Pick<CoreOptions, 'dataFolder' | 'runJob' | 'emit'> & {
  address: TeamAddress
  password: string | undefined
  files: TeamFiles
  reads: TeamReads
  writes: TeamWrites
  standing: Standing
  presence: Presence
  changes: Changes
  time: () => Time
}

/** Gives each call outside of a transaction its context, which notes in `uses` what the call reads. */
export function teamContexts({ dataFolder, runJob, emit, ...on }: Parts): Data['long'] {
  const { address, password, files, reads, writes, standing, presence, changes, time } = on
  return (uses, asked) => {
    /** A call that changes something is no read, whatever it also reads. */
    const act = <A extends readonly unknown[], T>(work: (...of: A) => T) => {
      return (...of: A): T => {
        uses.isAct = true
        return work(...of)
      }
    }
    const texts = new TextsOfCall(() => takeTexts(address, password))
    let trace: ErasureTrace | null = null
    const traceOf = (kind: ErasedKind): ErasureTrace => {
      const { now, who } = time()
      return { id: newId(now), kind, at: now.toISOString(), by: who }
    }
    return {
      ...time(),
      runJob,
      emit,
      changed: (source) => changes.source(source),
      dataFolder,
      kept: (hash) => files.giveAhead(hash, () => new Line(address, password)),
      ownFolder: dataFolder,
      desk: readDesk(dataFolder),
      setDesk: act(async (change) => {
        const all = await changeDesk(dataFolder, change)
        changes.source('desk')
        return all
      }),
      read: (work) => reads.read(uses, work),
      write: act(async (method: Method, work: (context: WriteContext) => Promise<never>) =>
        uses.left(await writes.write(method, work, { former: null, isStep: false, asked })),
      ) as LongContext['write'],
      writeInSteps(method) {
        uses.isAct = true
        let former: number | null = null
        return async (work) => {
          const wrote = await writes.write(method, work, { former, isStep: true, asked })
          former = wrote.seq
          return uses.left(wrote)
        }
      },
      fill: act((work) => writes.fill(work)),
      // Not followed: at each write of anybody all rows would be taken again.
      readTexts: async (work) => work(new EveryText(await texts.now())),
      eraseTexts: act(async (kind, work) => {
        const noted = new NotedTexts(await texts.shown())
        const value = work(noted)
        trace ??= traceOf(kind)
        await writes.erase(trace, noted.noted)
        texts.areOld()
        return value
      }) as LongContext['eraseTexts'],
      alone: act((what, work) =>
        aloneOnServer(new Line(address, password), what, work),
      ) as LongContext['alone'],
      ...onlyOfDesks,
      writer: reads.writer,
      get team() {
        uses.ofSource('team')
        return standing
      },
      presence: {
        mates() {
          uses.ofSource('mates')
          return presence.mates
        },
        say: (where) => presence.is(where),
      },
    }
  }
}

const refuse = async (): Promise<never> => {
  throw new AppError('not-for-a-team')
}
/** What a desk does with data of its own, and nobody with those of a team. */
const onlyOfDesks = {
  backup: refuse,
  replaceData: refuse,
  damage: null,
  alteredRows: async () => [],
  keepRows: refuse,
  lostLog: false,
  standAbove: refuse,
  setWriter: refuse,
  mark: refuse,
  hold: refuse,
  leave: refuse,
  showCopy: refuse,
}
