import type { LongHandlers } from '../../context.ts'
import { bookContents, stopBooks } from './make.ts'

export const longs: Pick<LongHandlers, 'meetingBook.contents' | 'meetingBook.stop'> = {
  'meetingBook.contents': bookContents,
  async 'meetingBook.stop'() {
    stopBooks()
    return {}
  },
}
