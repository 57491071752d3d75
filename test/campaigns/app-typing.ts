// A person at the real keyboard of the real application, 300 characters a minute; remembers when each character,
// decision and item was typed, so that what a kill took can be told.
import { setTimeout as wait } from 'node:timers/promises'
import { agendaText } from '../../renderer/text/agenda.ts'
import { minutesText } from '../../renderer/text/minutes.ts'
import type { Application } from '../e2e/application.ts'
import type { Dice } from './dice.ts'

/** 300 characters a minute. */
const KEY_MS = 200
const WORDS = 'la direction relit le calendrier des communes et chacun note les suites du projet partenarial '

export type Keys = {
  /** The text that must follow what was there, and when each of its characters was typed. */
  text: string
  readonly at: number[]
  readonly decisions: { text: string; at: number }[]
  readonly items: string[]
}

/** Types until `isOver` says so or the application is gone; every key is a real key. */
export async function typeInMinutes(
  { page }: Application,
  meetingId: string,
  itemId: string,
  dice: Dice,
  isOver: () => boolean,
): Promise<Keys> {
  const keys: Keys = { text: '', at: [], decisions: [], items: [] }
  const goTo = (path: string) =>
    page.evaluate((hash) => {
      location.hash = hash
    }, `/seances/${meetingId}/${path}`)
  const text = page
    .locator(`[data-section="${itemId}"]`)
    .getByRole('textbox', { name: minutesText.exchanges, exact: true })
  const press = async (key: string) => {
    await page.keyboard.press(key === ' ' ? 'Space' : key)
    await wait(KEY_MS)
  }
  const comeBack = async () => {
    await text.click()
    await page.keyboard.press('Control+End')
  }
  try {
    // An item, typed under the agenda and finished by Enter.
    await goTo('ordre-du-jour')
    const title = `Point ${dice.below(1_000_000)}`
    await page.getByRole('textbox', { name: agendaText.newItem }).click()
    await page.keyboard.type(title)
    await page.keyboard.press('Enter')
    keys.items.push(title)
    await goTo(`compte-rendu?id=${itemId}`)
    await comeBack()
    const from = dice.below(WORDS.length)
    for (let count = 0; !isOver(); count += 1) {
      if (count % 25 === 24) {
        const words = `Retenu ${dice.below(1_000_000)}`
        await page.keyboard.press('Control+d')
        const decision = { text: '', at: Date.now() }
        keys.decisions.push(decision)
        for (const letter of words) {
          if (isOver()) return keys
          await press(letter)
          decision.text += letter
          decision.at = Date.now()
        }
        await comeBack()
      }
      const letter = count > 0 && count % 40 === 0 ? 'Enter' : (WORDS[(from + count) % WORDS.length] ?? ' ')
      await press(letter)
      keys.text += letter === 'Enter' ? '\n' : letter
      keys.at.push(Date.now() - KEY_MS)
    }
  } catch (thrown) {
    // The application was killed under the hands; anything else is a fault.
    if (!isOver()) throw thrown
  }
  return keys
}
