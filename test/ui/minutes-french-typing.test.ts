import { describe, expect, it } from 'vitest'
import { typography } from '../../electron/domain/text/french.ts'
import { frenchTyping } from '../../renderer/features/minutes/french-typing.ts'

/** Types a text key by key, as the editor does. `~` stands for U+00A0 and `_` for U+202F in what is expected. */
function type(keys: string): string {
  let text = ''
  for (const key of keys) {
    const correction = frenchTyping(text, key)
    text =
      correction === null ? text + key : text.slice(0, text.length - correction.remove) + correction.insert
  }
  return text.replaceAll('\u00a0', '~').replaceAll('\u202f', '_')
}

describe('french typing', () => {
  it.each([
    ['Il dit "bonjour" et part', 'Il dit «~bonjour~» et part'],
    ['("oui")', '(«~oui~»)'],
    ['Il dit «bonjour» et', 'Il dit «~bonjour~» et'],
    ['Il dit « bonjour » et', 'Il dit «~bonjour~» et'],
    ["l'instance d'Aix aujourd'hui", 'l’instance d’Aix aujourd’hui'],
    ['Pourquoi ? Oui !', 'Pourquoi_? Oui_!'],
    ['Pourquoi? Oui! Donc; enfin', 'Pourquoi_? Oui_! Donc_; enfin'],
    ['Quoi ?! Non !!', 'Quoi_?! Non_!!'],
    ['Trois points : a', 'Trois points~: a'],
    ['Trois points: a', 'Trois points~: a'],
    ['à 14:30 précises', 'à 14:30 précises'],
    ['voir https://exemple.fr/a?b=1;c et', 'voir https://exemple.fr/a?b=1;c et'],
    ["voir www.exemple.fr/l'eau?x=1", "voir www.exemple.fr/l'eau?x=1"],
    ['jean@exemple.fr; puis', 'jean@exemple.fr; puis'],
    ['etc... fin', 'etc… fin'],
    ['un tiret -- ici --- là', 'un tiret – ici — là'],
    ['le 1er décembre 2026', 'le 1er~décembre 2026'],
    ['le 12 novembre.', 'le 12~novembre.'],
    ['la 1ère fois, la 2ème', 'la 1re fois, la 2ème'],
    ['la 2ème fois', 'la 2e fois'],
    ['séance no 4', 'séance n°~4'],
    ['séance n° 4', 'séance n°~4'],
    ['à 14 h 30', 'à 14~h~30'],
    ['3 500 habitants', '3_500 habitants'],
    ['1 234 567 euros', '1_234_567 euros'],
    ['en 2026 300 communes', 'en 2026 300 communes'],
    ['20 % de 12€', '20~% de 12~€'],
    ['un e-mail', 'un e-mail'],
  ])('%s', (keys, expected) => {
    expect(type(keys)).toBe(expected)
  })

  it('gives what the typography of whole texts leaves alone', () => {
    const typed = type('Il dit "oui" : pourquoi ? Le 1er décembre, 3 500 habitants, à 14 h 30; n° 4 !')
      .replaceAll('~', '\u00a0')
      .replaceAll('_', '\u202f')
    expect(typography(typed)).toBe(typed)
  })
})
