import { dispatchSettingsText as text } from '../../text/dispatch-settings.ts'

const values: Readonly<Record<string, string>> = {
  année: '2026',
  date: '2026-12-10',
  numéro: '11',
  titre: text.exampleTitle,
  document: text.exampleDocument,
}

/** "2026/2026-12-10 Séance plénière/Convocation.pdf"; fields that do not exist stay as they were typed. */
export function patternExample(pattern: string): string {
  return pattern.replace(
    /\{([^{}\n]*)\}/g,
    (whole, inside: string) => values[inside.normalize('NFC').trim().toLowerCase()] ?? whole,
  )
}
