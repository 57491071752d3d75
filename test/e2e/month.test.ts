import { describe } from 'vitest'
import { startApplication } from './application.ts'
import { handsOn } from './hands.ts'
import { month } from './month-story.ts'

describe('one month', () => {
  month(async (dataDir) => {
    const app = await startApplication(dataDir === undefined ? {} : { dataDir })
    return { ...app, hands: handsOn(app) }
  })
})
