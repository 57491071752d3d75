import { describe, expect, it } from 'vitest'
import { movedNoteText } from '../../electron/documents/text/data-place.ts'
import { knownText } from '../../electron/documents/text/personal-data.ts'
import { olderWords } from '../../electron/documents/text/recovery.ts'
import { recoverySheet } from '../../electron/documents/text/recovery-sheet.ts'
import { dispatchSettingsText } from '../../renderer/text/dispatch-settings.ts'
import { handOverText } from '../../renderer/text/hand-over.ts'
import { observationsText } from '../../renderer/text/observations.ts'
import { personalDataText } from '../../renderer/text/personal-data.ts'

describe('a sentence agrees with what it counts', () => {
  it.each([
    [observationsText.count(1, 0), '1 observation, avec sa réponse'],
    [observationsText.count(3, 0), '3 observations, toutes avec leur réponse'],
    [observationsText.count(3, 2), '3 observations, 2 en attente'],
    [observationsText.acceptAllOf('Claire', 1), 'Retenir l’observation en attente de Claire'],
    [observationsText.acceptAllOf('Claire', 2), 'Retenir les 2 en attente de Claire'],
    [observationsText.refuseAllOf('Claire', 1), 'Ne pas retenir l’observation en attente de Claire'],
    [dispatchSettingsText.queued(1), '1 document attend d’être écrit.'],
    [dispatchSettingsText.queued(2), '2 documents attendent d’être écrits.'],
    [personalDataText.confirmKept(1), '1 ligne restera telle quelle :'],
    [personalDataText.confirmKept(2), '2 lignes resteront telles quelles :'],
    [knownText.journalEntries(1), '1 modification gardée au journal nomme cette personne.'],
    [knownText.searchTexts(0), 'La recherche ne trouve cette personne dans aucun texte.'],
    [knownText.searchTexts(1), 'La recherche trouve cette personne dans 1 texte repris des lignes'],
    [handOverText.left(1, 'Poste B'), '1 version choisie de « Poste B » ferait double emploi'],
    [handOverText.left(2, 'Poste B'), '2 versions choisies de « Poste B » feraient double emploi'],
  ])('%s', (said, begins) => {
    expect(said.replaceAll('\u00a0', ' ').slice(0, begins.length)).toBe(begins)
  })
})

describe('a moment in what is written beside the data', () => {
  const now = new Date(2026, 10, 1, 14, 5)
  const sheet = { identity: 'AGE-SECRET-KEY-1', recipient: 'age1', keyName: 'cle-1.age', now }
  it.each([
    [movedNoteText.left(now, 'Poste B', 'seances.db'), '1er novembre 2026 à 14 h 05'],
    [olderWords({ at: now.toISOString(), changes: 1 }), '1er novembre 2026 à 14 h 05'],
    [recoverySheet.text(sheet), 'Établie le 1er novembre 2026'],
  ])('is written as everywhere else: %#', (said, words) => {
    expect(said.replaceAll('\u00a0', ' ')).toContain(words)
  })
})
