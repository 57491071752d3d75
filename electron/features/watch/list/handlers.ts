import type { InternalCalls } from '../../../contract/wire.ts'
import type { Handlers, LongContext } from '../../context.ts'
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

type Calls = Pick<InternalCalls, 'previewWatchList'>

export const watchListCalls: {
  [C in keyof Calls]: (context: LongContext, input: Calls[C]['input']) => Promise<Calls[C]['output']>
} = {
  previewWatchList: (context, { path }) => previewWatchList(context, path),
}
