// How large all text is drawn on this desk, in percent; the shell keeps it over restarts.
import { errorSentence } from '../api/api-error.ts'
import { call } from '../api/client.ts'
import { showToast } from '../api/toasts.ts'
import { frameText as text } from '../text/frame.ts'

export const USUAL_SIZE = 100
const sizes = [50, 67, 80, 90, USUAL_SIZE, 110, 125, 150, 175, 200, 250, 300]

/** Undefined where there is none further on. */
export function nextSize(percent: number, step: 1 | -1): number | undefined {
  return step === 1 ? sizes.find((one) => one > percent) : sizes.findLast((one) => one < percent)
}

/** Each step is taken from where the one before it led. */
let before: Promise<void> = Promise.resolve()

/** One step, or back to the usual size; says the size that it is then. */
export function changeTextSize(step: 1 | -1 | 0): Promise<void> {
  before = before.then(() => changeOnce(step))
  return before
}

async function changeOnce(step: 1 | -1 | 0): Promise<void> {
  try {
    const { percent: now } = await call('app.textSize', {})
    const wanted = step === 0 ? USUAL_SIZE : (nextSize(now, step) ?? now)
    const { percent } = await call('app.setTextSize', { percent: wanted })
    showToast(text.textAt(percent))
  } catch (error) {
    showToast(errorSentence(error))
  }
}
