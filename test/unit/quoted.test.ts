import { expect, it } from 'vitest'
import { placesText } from '../../electron/documents/text/places.ts'
import { quoted } from '../../electron/domain/text/french.ts'
import { editedParts } from '../../electron/imports/text/warnings.ts'
import { quotedName } from '../../renderer/text/history-words.ts'
import { importsText } from '../../renderer/text/imports.ts'
import { leavingCheckText } from '../../renderer/text/leaving.ts'

it.each([
  ['Annuaire', '«\u00a0Annuaire\u00a0»'],
  ['Groupe « Adresses partagées »', '«\u00a0Groupe “Adresses partagées”\u00a0»'],
  ['«\u00a0Un\u00a0» et «\u202fdeux\u202f»', '«\u00a0“Un” et “deux”\u00a0»'],
])('what is quoted within guillemets stands between others: %s', (words, expected) => {
  expect(quoted(words)).toBe(expected)
})

it('a cell is named by the words at its head, whatever is quoted in them', () => {
  expect(placesText.cell('Liste « A »', 2)).toBe('ligne\u00a0«\u00a0Liste “A”\u00a0», colonne\u00a02')
})

it.each([
  placesText.moveAfter,
  placesText.quoted,
  placesText.wanted,
  placesText.struck,
  placesText.remarks.replace,
  placesText.remarks.insert,
  (title: string) => editedParts.item({ number: '3', title }),
  (title: string) => editedParts.added({ title }),
  quotedName,
  importsText.reading,
  (words: string) =>
    leavingCheckText.unknownOwner({ kind: 'unknownOwner', names: [], words, section: null, rowId: null })
      .words,
])('no sentence has guillemets within guillemets: %s', (sentence) => {
  expect(sentence('Projet « Ponts »')).toContain('«\u00a0Projet “Ponts”\u00a0»')
})
