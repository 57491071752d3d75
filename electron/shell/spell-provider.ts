// Chromium asks it about the words of a text, it asks the core; where Electron's own side is sound.
import { ipcRenderer, webFrame } from 'electron'
import type { CoreEvent } from '../contract/index.ts'
import type { Envelope } from '../contract/method.ts'
import { SpellAnswers } from './spell-answers.ts'
import type { ToSpellProvider } from './spelling-menu.ts'

/**
 * Electron 31 to 34 as first released never came back from a text that begins with a space, a figure or a quotation mark
 * (electron/electron#45001): there, texts are not checked at all.
 */
const FIRST_SOUND = 35

/** The page as far as it is needed here: this side is typed without a browser's globals. */
type Page = {
  querySelectorAll(selector: string): Iterable<{ setAttribute(name: string, value: string): void }>
}

/** Sets the provider of this page. */
export function provideSpelling(): void {
  if (Number.parseInt(process.versions.electron, 10) < FIRST_SOUND) return
  const answers = new SpellAnswers(ask, lookAgain)
  webFrame.setSpellCheckProvider('fr', { spellCheck: (words, answer) => answers.check(words, answer) })
  ipcRenderer.on('event', (_event, event: CoreEvent) => {
    // After the core was away: words passed unasked.
    if (event.topic === 'core' ? event.state === 'back' : event.topic === 'changed' && feeds(event.reads))
      answers.forget()
  })
  ipcRenderer.on('spelling', (_event, { ignore }: ToSpellProvider) => answers.ignore(ignore))
}

/** Whether words that were looked up may have become known, or unknown again. */
const feeds = (reads: 'all' | readonly string[]) =>
  reads === 'all' || reads.some((read) => read.startsWith('["spelling.check",'))

async function ask(words: readonly string[]): Promise<readonly string[] | null> {
  const answer: Envelope<{ misspelt: string[] }> | null = await ipcRenderer
    .invoke('call', 'spelling.check', { words })
    .catch(() => null)
  return answer?.ok ? answer.value.misspelt : null
}

/** Chromium looks again at a text whose checking is taken off and put back: marks go, the text in hand is checked anew. */
function lookAgain(): void {
  const page: Page = Reflect.get(globalThis, 'document')
  for (const element of page.querySelectorAll('[spellcheck="true"]')) {
    element.setAttribute('spellcheck', 'false')
    element.setAttribute('spellcheck', 'true')
  }
}
