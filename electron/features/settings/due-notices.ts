import type { InternalCalls } from '../../contract/wire.ts'
import type { Handlers, LongContext } from '../context.ts'
import { home } from './home.ts'

/** What is due today or late, once a day, where somebody asked for it; null when there is nothing to be said. */
async function dueNotice(context: LongContext): Promise<InternalCalls['dueNotice']['output']> {
  const { today, desk } = context
  if (!desk.announcesDue || desk.announcedOn === today) return null
  const { tasks } = await context.read(home)
  const late = tasks.filter(({ due }) => due !== null && due < today).length
  const due = tasks.filter((task) => task.due === today).length
  if (late + due === 0) return null
  await context.setDesk({ announcedOn: today })
  return { due, late }
}

export const dueNoticeCalls = { dueNotice }

export const deskHandlers: Handlers<'desk'> = {
  'desk.dueNotices': async ({ desk }) => ({ isOn: desk.announcesDue }),
  async 'desk.switchDueNotices'({ setDesk }, { isOn }) {
    const { announcesDue } = await setDesk({ announcesDue: isOn })
    return { isOn: announcesDue }
  },
}
