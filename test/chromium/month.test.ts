import { describe } from 'vitest'
import { handsAt } from '../e2e/hands.ts'
import { month } from '../e2e/month-story.ts'
import { openChromiumDesk } from './chromium-desk.ts'

describe('one month', () => {
  month(async (dataDir) => {
    const desk = await openChromiumDesk(dataDir)
    return { ...desk, hands: handsAt(desk.page, desk.dialogs) }
  })
})
