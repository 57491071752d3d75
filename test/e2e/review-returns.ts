// What comes back of minutes that were sent: to the chair and the bureau, then to the eight members.

import type { DroppedFile } from './hands.ts'
import type { Desk } from './quarter-desk.ts'
import { returnedMail, returnedPdf, returnedWord } from './returned.ts'
import { chair, mailOf, members, said } from './review-world.ts'

export type Sent = { word: Uint8Array; pdf: Uint8Array; words: string }

/** Ten changes of two people in Word, and a note on the PDF. */
export async function internalReturns(internal: Sent): Promise<DroppedFile[]> {
  const odile = chair.name
  const yanis = 'Yanis Belkacem'
  return [
    returnedWord('CR relu OQ.docx', internal.word, [
      { in: said.start, type: 'replace', from: 'douze', to: 'quinze', author: odile },
      {
        in: said.calendar,
        type: 'replace',
        from: 'à l’automne 2027',
        to: 'au printemps 2028',
        author: odile,
      },
      {
        in: said.cost,
        type: 'insertAfter',
        words: 'La présidente rappelle que l’étude est en cours.',
        author: odile,
      },
      { in: said.support, type: 'delete', author: odile },
      { in: said.sites, type: 'replace', from: 'copie', to: 'copie chiffrée', author: odile },
    ]),
    returnedWord('CR bureau.docx', internal.word, [
      { in: said.stages, type: 'replace', from: 'à chaque vague', to: 'après chaque vague', author: yanis },
      { in: said.amounts, type: 'replace', from: 'de la mise à jour', to: 'de la tenue', author: yanis },
      { in: 'une étape d’évaluation', type: 'replace', from: 'six', to: 'douze', author: yanis },
      { in: said.open, type: 'comment', words: 'À vérifier auprès des membres.', author: yanis },
    ]),
    await returnedPdf('CR annoté.pdf', internal.pdf, [
      { on: 'attachement', type: 'Highlight', words: 'Dire plutôt : son souhait.', author: odile },
    ]),
  ]
}

/** One from each, in the ways they have; two want other words in one sentence. */
export async function memberReturns(toMembers: Sent, remarks: Uint8Array): Promise<DroppedFile[]> {
  const [start, cost] = [said.start.replace('douze', 'quinze'), said.cost]
  const on = '2027-02-03T09:00:00Z'
  return [
    returnedWord('CR ACD.docx', toMembers.word, [
      { in: start, type: 'replace', from: 'quinze', to: 'vingt', author: 'Ana Bréval' },
      {
        in: said.free,
        type: 'replace',
        from: 'son attachement',
        to: 'son vif attachement',
        author: 'Ana Bréval',
      },
    ]),
    returnedWord('CR ARE.docx', toMembers.word, [
      { in: start, type: 'replace', from: 'quinze', to: 'dix-huit', author: 'Luc Corbin' },
    ]),
    returnedWord(
      'CR DEX.docx',
      toMembers.word,
      [{ in: cost, type: 'replace', from: 'avant l’été', to: 'avant le 30 avril', author: 'Inès Dorval' }],
      false,
    ),
    returnedMail(
      'Retour DNE.eml',
      { from: mailOf('DNE'), name: 'Rémi Estrade', on, words: 'Voir nos remarques dans le fichier joint.' },
      returnedWord('CR DNE.docx', toMembers.word, [
        { in: 'copie chiffrée', type: 'comment', words: 'Chiffrée par qui ?', author: 'Rémi Estrade' },
      ]),
    ),
    returnedMail('Retour SAE.eml', {
      from: mailOf('SAE'),
      name: 'Zoé Ferrand',
      on,
      words: 'Bonjour,\n\nAu point 3, il manque la durée de conservation.\n\nCordialement,\nZoé Ferrand',
    }),
    await returnedPdf('CR OPA.pdf', toMembers.pdf, [
      { on: '12 000', type: 'Highlight', words: 'Montant à confirmer.', author: 'Noé Garance' },
    ]),
    { name: 'Remarques OPB.json', bytes: remarks },
    returnedMail('Retour OPC.eml', {
      from: mailOf('OPC'),
      name: 'Paul Isambert',
      on,
      words: 'Bonjour,\n\nNous n’avons pas d’observation sur ce projet.\n\nPaul Isambert',
    }),
  ]
}

/** Five members answer the question by mail: two approve, one does not, of two nothing can be told. */
export function approvalReplies(): DroppedFile[] {
  const on = '2027-02-09T09:00:00Z'
  const reply = (acronym: string, words: string) => {
    const one = members.find((member) => member.acronym === acronym)
    return returnedMail(`Réponse ${acronym}.eml`, {
      from: mailOf(acronym),
      name: one?.who.split(' ').slice(1).join(' ') ?? '',
      subject: 'RE: Approbation',
      on,
      words,
    })
  }
  return [
    reply('ACD', 'Nous approuvons le compte rendu.\n\nAna Bréval'),
    reply('ARE', 'Bonjour,\n\nFavorable, sans observation.\n\nLuc Corbin'),
    reply('DNE', 'Nous ne pouvons pas approuver en l’état.\n\nRémi Estrade'),
    reply('SAE', 'Bien reçu, merci.\n\nZoé Ferrand'),
    reply('OPA', 'OK pour nous.\n\nNoé Garance'),
  ]
}

/** Changes that were retained and are not in the text. */
export async function owedOf(desk: Desk, meetingId: string) {
  const left = new Set((await desk.ask('observations.standing', { meetingId })).map(({ id }) => id))
  const all = await desk.ask('observations.list', { meetingId })
  return all.filter(({ id, kind }) => kind !== 'comment' && left.has(id))
}
