import { basename } from 'node:path'
import type { DataPlace } from '../../../contract/data-place.ts'
import { riskOf } from '../../../db/desk/data-place.ts'
import { readOrigin } from '../../../db/desk/moved.ts'
import type { Handlers, LongContext } from '../../context.ts'
import { sharedFolder } from '../hand-over/acts.ts'
import { stopMoving } from './move.ts'

/** A server that is away must not hold up what is asked of it. */
const ASK_MS = 5_000

async function placeOf({ ownFolder, desk }: LongContext): Promise<DataPlace> {
  const [risk, copies, shared] = await Promise.all(
    [ownFolder, desk.copyFolder, sharedFolder({ desk })].map((folder) =>
      folder === null ? null : inTime(riskOf(folder)),
    ),
  )
  const origin = readOrigin(ownFolder)
  return {
    folderName: basename(ownFolder),
    risk: risk ?? null,
    isKept: desk.keptPlace === ownFolder,
    copies: copies ?? null,
    shared: shared ?? null,
    moved:
      origin === null
        ? null
        : { at: origin.at, fromName: lastPart(origin.from), asideName: origin.asideName },
  }
}

/** The former folder may have been named by another system's rules. */
function lastPart(path: string): string {
  return path.split(/[\\/]+/).findLast((part) => part !== '') ?? path
}

function inTime<T>(work: Promise<T>): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), ASK_MS)
    timer.unref()
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

export const handlers: Handlers<'dataPlace'> = {
  'dataPlace.get': placeOf,
  async 'dataPlace.keep'(context: LongContext) {
    return placeOf({ ...context, desk: await context.setDesk({ keptPlace: context.ownFolder }) })
  },
  async 'dataPlace.stop'(context) {
    stopMoving(context)
    return {}
  },
}
