import type { Handlers, InternalHandlers } from '../../context.ts'
import { dropPendingList, pendingList } from './pending.ts'
import { previewWatchList, previewWatchListAt } from './preview.ts'
import { takeWatchList } from './take.ts'

export const handlers: Handlers<'watchList'> = {
  'watchList.read': (context, { fileName, bytes }) => previewWatchList(context, fileName, bytes),
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

export const watchListCalls: InternalHandlers<'previewWatchList'> = {
  previewWatchList: (context, { path }) => previewWatchListAt(context, path),
}
