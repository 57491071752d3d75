import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  SentenceKey,
  sentence,
  shippedSentence,
  unknownInSentence,
} from '../../electron/domain/text/standard-sentences.ts'

describe('sentences', () => {
  it('fill their fields, and lose the part in brackets whose field has no value', () => {
    const values = { séance: 'séance', heure: '14h30' }
    expect(sentence({}, 'minutes.opened', { ...values, présidence: 'Claire Vasseur' })).toBe(
      'La séance est ouverte à 14h30 sous la présidence de Claire Vasseur.',
    )
    expect(sentence({}, 'minutes.opened', values)).toBe('La séance est ouverte à 14h30.')
    const subject = { 'minutes.opened': '{présidence} ouvre la {séance} à {heure}.' }
    expect(sentence(subject, 'minutes.opened', values)).toBe('La présidence ouvre la séance à 14h30.')
    expect(sentence(subject, 'minutes.opened', { ...values, présidence: 'Claire Vasseur' })).toBe(
      'Claire Vasseur ouvre la séance à 14h30.',
    )
    const own = { 'minutes.closed': 'Fin [sic] à { HEURE }[, {séance}] !' }
    expect(sentence(own, 'minutes.closed', { heure: '17h' })).toBe('Fin [sic] à 17h\u202f!')
    // Outside brackets an hour or a number that is not known takes the word before it along.
    const bare = {
      'minutes.closed': 'La {séance} est levée à {heure}, tous étant d’accord.',
      'convocation.invitation': 'Venez à la {séance} n° {numéro} du {date}.',
    }
    expect(sentence(bare, 'minutes.closed', { séance: 'séance' })).toBe(
      'La séance est levée, tous étant d’accord.',
    )
    const invited = { séance: 'séance', date: 'jeudi' }
    expect(sentence(bare, 'convocation.invitation', invited)).toBe('Venez à la séance du jeudi.')
    expect(sentence(bare, 'convocation.invitation', { ...invited, numéro: '12' })).toBe(
      'Venez à la séance n°\u00a012 du jeudi.',
    )
    for (const [typed, printed] of [
      ['À {heure}, la {séance} est levée.', 'La séance est levée.'],
      ['Merci à tous. À {heure}, {lieu} la {séance} est levée.', 'Merci à tous. La séance est levée.'],
      ['La {séance} est levée (à {heure}).', 'La séance est levée.'],
      ['La {séance} est levée (à {heure}, en salle B).', 'La séance est levée (en salle B).'],
      ['La {séance} est levée (en salle B, à {heure}).', 'La séance est levée (en salle B).'],
      ['La {séance} est levée, à {heure}.', 'La séance est levée.'],
      ['La {séance} est levée, à {heure}, par la présidence.', 'La séance est levée, par la présidence.'],
      ['La {séance} est levée à environ {heure}.', 'La séance est levée.'],
      ['La {séance} est levée [à {heure}].', 'La séance est levée.'],
      ['[À {heure}, ]la {séance} est levée.', 'La séance est levée.'],
      ['À {heure} précises, la {séance} est levée.', 'La séance est levée.'],
      ['La {séance} est levée à {heure} précises.', 'La séance est levée.'],
      ['La {séance} est levée (vers {heure} environ).', 'La séance est levée.'],
      ['La {séance}, ouverte à partir de {heure}, est levée.', 'La séance, ouverte, est levée.'],
      ['La {séance} est levée, à {heure}\nMerci.', 'La séance est levée\nMerci.'],
      ['Fin\nÀ {heure}, la {séance} est levée.', 'Fin\nLa séance est levée.'],
      ['La {séance} est levée, à {heure} !', 'La séance est levée\u202f!'],
      ['La {séance} est levée, à {heure} ; merci.', 'La séance est levée\u202f; merci.'],
      ['Il dit : « À {heure}, la {séance} est levée. »', 'Il dit\u00a0: «\u00a0La séance est levée.\u00a0»'],
      ['Heure de fin : {heure}.', 'Heure de fin.'],
      ['La {séance} est levée (durée : {heure}).', 'La séance est levée (durée).'],
      ['La {séance} est levée [à {heure}] .', 'La séance est levée.'],
      ['Merci à tous. À {heure}.', 'Merci à tous.'],
    ] as const)
      expect(sentence({ 'minutes.closed': typed }, 'minutes.closed', { séance: 'séance' })).toBe(printed)
    expect(unknownInSentence('minutes.closed', 'À {heure}, {lieu}')).toEqual(['{lieu}'])
  })

  it('leave the words that fill them as they were typed', () => {
    for (const typed of [
      'Faut-il garder le domaine .fr, ou .eu\u202f?',
      'La norme .NET, au seuil  ,5',
      'Voir ../plan et {séance}',
      'Qui le demande de {question}',
    ])
      expect(sentence({}, 'minutes.question', { question: typed })).toBe(
        `Reste ouverte la question suivante\u00a0: ${typed}`,
      )
    const dotted = { 'minutes.watch': 'Texte\u00a0: {texte}...' }
    for (const [texte, printed] of [
      ['...', 'Texte\u00a0: ...'],
      ['vu.', 'Texte\u00a0: vu...'],
      ['vu', 'Texte\u00a0: vu...'],
    ] as const)
      expect(sentence(dotted, 'minutes.watch', { texte })).toBe(printed)
    const asked = { 'minutes.question': '{question}.' }
    expect(sentence(asked, 'minutes.question', { question: 'Un avis\u202f?' })).toBe('Un avis\u202f?')
    const own = { 'minutes.next': 'Rendez-vous chez {date}.' }
    expect(sentence(own, 'minutes.next', { date: 'Aubert S.A.' })).toBe('Rendez-vous chez Aubert S.A.')
  })

  it('as shipped hold only their own fields, and leave no brace or bracket however little is known', () => {
    for (const key of SentenceKey.options) {
      const { shipped, fields } = shippedSentence(key)
      expect(unknownInSentence(key, shipped)).toEqual([])
      fc.assert(
        fc.property(fc.subarray([...fields]), (known) => {
          const filled = sentence({}, key, Object.fromEntries(known.map((name) => [name, 'mot'])))
          expect(filled).not.toMatch(/[{}[\]]| {2}/)
        }),
      )
    }
  })
})
