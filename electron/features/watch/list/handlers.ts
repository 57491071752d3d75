import type { InternalCalls } from '../../../contract/wire.ts'
import { writeAtomically } from '../../../documents/write-atomically.ts'
import type { Handlers, LongContext } from '../../context.ts'
import { renderWatchList, watchListFileName } from './export.ts'
import { dropPendingList, pendingList } from './pending.ts'
import { previewWatchList } from './preview.ts'
import { takeWatchList } from './take.ts'

export const handlers: Handlers<'watchList'> = {
  async 'watchList.rows'({ dataFolder }, { token, offset, limit }) {
    return pendingList(dataFolder, token).rows.slice(offset, offset + limit)
  },
  'watchList.take': takeWatchList,
  async 'watchList.drop'({ dataFolder }, { token }) {
    pendingList(dataFolder, token)
    dropPendingList(dataFolder)
    return {}
  },
}

type Calls = Pick<InternalCalls, 'previewWatchList' | 'watchListFileName' | 'writeWatchList'>

export const watchListCalls: {
  [C in keyof Calls]: (context: LongContext, input: Calls[C]['input']) => Promise<Calls[C]['output']>
} = {
  previewWatchList: (context, { path }) => previewWatchList(context, path),
  watchListFileName: async (context) => watchListFileName(context),
  async writeWatchList(context, { words, path, format }) {
    await writeAtomically(path, await renderWatchList(context, { words }, format))
    return { path }
  },
}
