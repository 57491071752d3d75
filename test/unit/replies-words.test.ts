import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dispatchText } from '../../electron/documents/text/dispatch.ts'
import type { ReplyAnswer } from '../../electron/domain/attendance/reply.ts'
import { readReplyWords } from '../../electron/features/attendance/replies/reply-words.ts'

const read = (text: string, mode: 'hybride' | 'surPlace' | 'visio' = 'hybride', subject = '') =>
  readReplyWords({ subject, text }, mode)

const clear: Readonly<Record<Exclude<ReplyAnswer, 'represented'>, readonly string[]>> = {
  onSite: [
    'Je serai présent.',
    'Je serai présente à la réunion du 12 novembre.',
    'Je vous confirme ma présence.',
    'Je reviens vers vous pour vous confirmer ma présence à la séance du 12 novembre.',
    'Présent',
    'Je serai là en personne.',
    'J’y serai.',
    'Je serai des vôtres.',
    'Vous pouvez compter sur ma présence.',
    'Je prends note de la réunion et vous confirme ma venue.',
    'Bien reçu. Je ferai le déplacement.',
    'Merci de noter ma participation en présentiel.',
    'Mme Exemple sera présente sur place.',
    'Le maire sera présent.',
    'Sauf imprévu, je serai présent.',
    // Traps: what is denied, excused or hesitated over is something else.
    'Je ne serai pas en visio mais sur place.',
    'Je serai sur place et non en visio.',
    'Je participerai en présentiel et non en distanciel.',
    'Je ne manquerai pas d’être présent.',
    'Pas de souci, je serai là.',
    'Je serai présent à la séance n° 10.',
    'Je ne pourrai être présent qu’à partir de 15 h.',
    'Je serai présent mais je ne pourrai pas rester jusqu’à la fin.',
    'Je serai en retard mais présent sur place.',
    'Je vous prie de m’excuser pour ce retard, je serai présent sur place.',
    'Veuillez excuser ma réponse tardive : je serai présent.',
    'Je serai présent avec mon adjoint.',
    'Sur place pour moi, mon adjoint sera en visio.',
    'Avez-vous réservé la visio ? Je viendrai sur place.',
    'Je ne viendrai pas seul.',
    'S’il vous plaît, notez ma présence.',
    'Je confirme ma présence et vous demande si un parking est prévu.',
    'Je serai présent et vous prie de m’indiquer s’il faut un badge.',
  ],
  remote: [
    'Je participerai en visio.',
    'Je vous confirme ma participation en visioconférence.',
    'Je participerai à distance, merci pour le lien.',
    'En visio pour ma part.',
    'Visio',
    'Je préfère participer en visio.',
    'Compte tenu des grèves, je préfère la visio.',
    'Je me connecterai à 14 h.',
    'Je me joindrai à vous par téléphone.',
    'Nous participerons à distance.',
    'M. Exemple participera en visio.',
    'Je viens en visio avec ma collègue Mme Exemple.',
    'Désolé de vous répondre si tard. Je participerai à distance.',
    'Je ne serai pas sur place mais en visio.',
    'Je ne participerai pas en présentiel mais en distanciel.',
    'Je ne pourrai participer qu’en visio.',
    'Je ne pourrai pas me déplacer mais je me connecterai.',
    'Ne pouvant être sur place je participerai en visio.',
    'Je vous prie de m’excuser, je ne pourrai pas venir sur place mais je suivrai en visio.',
    'Contrairement à ce que j’avais indiqué, je serai en visio.',
  ],
  excused: [
    'Je vous prie de m’excuser pour cette séance.',
    'Je vous prie de m’excuser, je ne pourrai pas être présent.',
    'Je ne pourrai malheureusement pas participer à la séance.',
    'Je regrette de ne pouvoir assister à cette séance.',
    'Je suis au regret de vous informer que je ne pourrai assister à la réunion.',
    'Je suis dans l’impossibilité d’assister à la réunion.',
    'Malheureusement, un autre engagement m’empêche d’assister à la réunion.',
    'Impossible pour moi de participer ce jour-là.',
    'Je suis indisponible à cette date.',
    'Je serai retenu par un autre engagement.',
    'Je serai pas là',
    'Excusée',
    'Absente',
    'Veuillez noter mon absence.',
    'Merci de bien vouloir excuser Mme Exemple.',
    'Madame la Directrice vous prie d’excuser son absence.',
    'Je décline cette invitation.',
    'J’annule ma participation.',
    'Finalement je ne viendrai pas.',
    'Je ne pourrai participer ni sur place ni en visio.',
  ],
}

/** Nothing that may be taken for an answer. */
const unclear: readonly string[] = [
  '',
  'Merci pour l’invitation.',
  'Oui.',
  'OK pour moi.',
  'Je serai présent si mon train n’est pas supprimé.',
  'Je viendrai s’il reste de la place.',
  'Je suis souffrant et vous demande si je peux participer en visio.',
  'Je ne peux vous dire si je serai présent.',
  'Je participerai à la réunion du 12 mais pas à celle du 10.',
  'Je viendrai le 12 mais pas le 10.',
  'Je confirme.',
  'Je ne peux pas confirmer.',
  'Je ne peux pas vous confirmer ma présence pour le moment.',
  'Je ne confirme pas ma présence.',
  'Ma présence n’est pas encore confirmée.',
  'Je serai peut-être présent.',
  'Je serai présent, à confirmer.',
  'Je serai présent sous réserve de l’accord de ma direction.',
  'Si mon train est à l’heure, je serai présent.',
  'Je ne sais pas si je serai présent.',
  'Je pense que je ne serai pas là.',
  'Je souhaite participer en visio si possible.',
  'Est-il possible de participer en visio ?',
  'Est-ce que je peux participer à distance ?',
  'Je participerai à la réunion. Pouvez-vous m’envoyer le lien de la visio ?',
  'Je viendrai le matin sur place et suivrai l’après-midi en visio.',
  'Je participerai sur place ou en visio, à voir.',
  'Je serai présent. Mon collègue suivra peut-être en visio.',
  'M. Durand-Exemple sera excusé, Mme Petit-Exemple sera présente.',
  'Je ne serai pas absent.',
  'Je ne serai pas représenté.',
  'Personne ne me représentera.',
  'Je ne pourrai pas me faire représenter.',
  'Je représenterai Mme Exemple.',
  'Je n’ai pas reçu le lien de la visio.',
  'La visio ne fonctionne pas chez moi.',
  'La réunion se tiendra en visio.',
  'Je suis absent du bureau jusqu’au 20 novembre.',
  'Je suis à présent en mesure de vous répondre.',
  'La présente convocation appelle de ma part une remarque.',
  'Vous m’invitez à participer à la réunion du 12, je vous en remercie.',
  'Je suis disponible pour en discuter.',
  'Je serai au bureau ce jour-là.',
  'Je vous présente mes excuses pour le retard de transmission du support.',
  'Je ne pourrai pas être là avant 15 h.',
  'Je ne pourrai pas me déplacer.',
]

const stoodInFor: readonly (readonly [string, string])[] = [
  ['Je serai représenté par Mme Éva Exemple.', 'Éva Exemple'],
  [
    'L’association sera représentée par mon adjoint, M. Paul de La Forge, chef de bureau.',
    'Paul de La Forge',
  ],
  ['Je donne pouvoir à M. Simon Exemple.', 'Simon Exemple'],
  ['Empêché, je donne procuration à Aïssatou EXEMPLE.', 'Aïssatou EXEMPLE'],
  ['Je laisse mon pouvoir à Mme Aïssatou Exemple pour cette séance.', 'Aïssatou Exemple'],
  ['Je donne pouvoir à mon collègue.', ''],
  ['Paul Exemple me remplacera.', 'Paul Exemple'],
  ['Je ne pourrai être présent mais c’est Lucie Exemple qui me représentera.', 'Lucie Exemple'],
  ['Mme Lucie Exemple (cheffe de bureau) assistera à la réunion à ma place.', 'Lucie Exemple'],
  ['Mme Lucie Exemple viendra en mon nom.', 'Lucie Exemple'],
  ['J’ai demandé à Noémie Exemple de me représenter.', 'Noémie Exemple'],
  ['Je délègue Mme Aïssatou Exemple pour me représenter.', 'Aïssatou Exemple'],
  [
    'La directrice ne pourra pas être présente et se fera représenter par Mme Lucie Exemple.',
    'Lucie Exemple',
  ],
  ['Ne pouvant venir je serai représenté par J.-P. Exemple.', 'J.-P. Exemple'],
]

const cases = Object.entries(clear).flatMap(([answer, texts]) => texts.map((text) => [text, answer] as const))

describe('the words of an answer', () => {
  it.each(cases)('%s → %s', (text, answer) => {
    const found = read(text)
    expect([found.answer, found.representedBy]).toEqual([answer, ''])
    expect(text).toContain(found.excerpt)
  })

  it.each(stoodInFor)('%s → %s', (text, name) => {
    expect(read(text)).toMatchObject({ answer: 'represented', representedBy: name, excerpt: text })
  })

  it('understands what our own convocations have ready', () => {
    const { onSite, remote, represented, excused } = dispatchText.replies
    expect(read(onSite.body).answer).toBe('onSite')
    expect(read(remote.body).answer).toBe('remote')
    expect(read(excused.body).answer).toBe('excused')
    const named = (by: string) => represented.body.replace(/\(.*\)/u, by)
    for (const by of ['Paul Exemple', '(Paul Exemple)', 'Mme Paule Exemple'])
      expect(read(named(by))).toMatchObject({
        answer: 'represented',
        representedBy: expect.stringMatching(/^Paule? Exemple$/u),
      })
    expect(read(represented.body)).toMatchObject({ answer: 'represented', representedBy: '' })
  })

  it.each(unclear)('answers nothing: %s', (text) => {
    expect(read(text)).toMatchObject({ answer: null, representedBy: '' })
  })

  it('follows the kind of meeting where the words leave it open', () => {
    expect(read('Je serai présent.', 'visio').answer).toBe('remote')
    expect(read('Je serai sur place.', 'visio').answer).toBe('onSite')
    expect(read('Je ne pourrai pas me déplacer.', 'surPlace').answer).toBe('excused')
    expect(read('Je participerai. Le lien de la visio ?', 'surPlace').answer).toBe('onSite')
  })

  it('says whom it names', () => {
    expect(read('M. Exemple participera en visio.').about).toBe('Exemple')
    expect(read('Merci d’excuser Mme Éva Exemple.').about).toBe('Éva Exemple')
    expect(read('Je serai présent.').about).toBe('')
    expect(read('Mme Éva Exemple viendra en mon nom.').about).toBe('')
  })

  it('hears no automatic answer, whatever it says', () => {
    expect(
      read('Je serai présent à mon retour.', 'hybride', 'Réponse automatique : Convocation').answer,
    ).toBeNull()
    expect(read('Je suis en congés jusqu’au 3. Présent dès lundi.').answer).toBeNull()
  })
})

describe('the newest part of a mail', () => {
  const quotes = [
    '\n\nLe 3 nov. 2026 à 10:12, Secrétariat <s@exemple.invalid> a écrit :\n> Serez-vous en visio ? Je serai excusé.',
    '\n\nLe mar. 3 nov. 2026 à 10:12, Secrétariat de l’instance\n<s@exemple.invalid> a écrit :\n\nJe serai excusé.',
    '\n\nDe : Secrétariat\nEnvoyé : mardi 3 novembre 2026\nÀ : Paul\nObjet : Convocation\n\nJe participerai en visio.',
    '\n\n-----Message d’origine-----\nJe participerai en visio.',
    '\n\n________________________________\nJe participerai en visio.',
    '\n\nCordialement,\nPaul Exemple\nAbsent le vendredi, en visio le jeudi',
  ]

  it.each(quotes)('leaves out what is quoted: %#', (quote) => {
    expect(read(`Bonjour,\n\nJe serai présent.${quote}`).answer).toBe('onSite')
  })

  it('joins the lines a mail program broke, and hears what is added after the signature', () => {
    expect(
      read('Je vous confirme que je participerai à la séance du 12 novembre\nen visioconférence.').answer,
    ).toBe('remote')
    expect(read('Je serai excusé.\n\nCordialement\nPaul\n\nPS : le support suit.').answer).toBe('excused')
    expect(
      read('Je serai présent.\n\nCordialement\nPaul\n\nPS : finalement je serai excusé.').answer,
    ).toBeNull()
  })
})

describe('any writing of the same answer', () => {
  const text = fc.constantFrom(...cases)
  const withoutAccents = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '')
  const writings = fc.constantFrom<(words: string) => string>(
    withoutAccents,
    (words) => words.replaceAll('’', "'"),
    (words) => words.replaceAll(' ', '\u00a0'),
    (words) => words.replace(/[éèê](?=\p{L})/gu, '\ufffd'),
    (words) => `Bonjour,\r\n\r\n${words}\r\n\r\nBien à vous,\r\nPaul`,
    (words) => `${words}\n\n> Je serai présent en visio et je m’excuse.`,
    (words) => words.normalize('NFD'),
  )

  it('is read alike', () => {
    fc.assert(
      fc.property(text, writings, writings, ([words, answer], one, other) => {
        expect(read(other(one(words))).answer).toBe(answer)
      }),
      { numRuns: 400 },
    )
  })

  it('contradicted by another answer is none, and any text ends in an answer or none', () => {
    const sure = (of: readonly string[]) => fc.constantFrom(...of)
    const plain = {
      onSite: ['Je serai présent sur place.', 'Je viendrai sur place.'],
      remote: ['Je participerai en visio.', 'Je serai à distance.'],
      excused: ['Je ne participerai pas.', 'Je suis indisponible ce jour-là.'],
      represented: ['Je donne pouvoir à Mme Exemple.', 'Je serai représenté par Paul Exemple.'],
    }
    for (const [a, b] of [
      ['onSite', 'remote'],
      ['onSite', 'excused'],
      ['onSite', 'represented'],
      ['remote', 'represented'],
      ['remote', 'excused'],
    ] as const)
      fc.assert(
        fc.property(sure(plain[a]), sure(plain[b]), fc.boolean(), (one, other, swapped) => {
          expect(read(swapped ? `${other} ${one}` : `${one} ${other}`).answer).toBeNull()
        }),
      )
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (words) => {
        expect(read(words).excerpt.length).toBeLessThanOrEqual(300)
      }),
    )
  })

  it('is looked for at the top of a mail, however long the rest', () => {
    const rest = 'Rapport joint, tableau, annexe. '.repeat(8000)
    expect(read(`Je serai présent sur place. ${rest}`).answer).toBe('onSite')
    expect(read(`${rest} Je serai présent sur place.`).answer).toBeNull()
  })
})
