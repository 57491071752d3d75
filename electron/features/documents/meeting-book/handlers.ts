import type { Handlers } from '../../context.ts'
import { bookContents, stopBooks } from './make.ts'

export const handlers: Handlers<'meetingBook'> = {
  'meetingBook.contents': bookContents,
  async 'meetingBook.stop'() {
    stopBooks()
    return {}
  },
}
