import type { DroppedFile } from './hands.ts'

export const members = Array.from({ length: 40 }, (_, index) => {
  const number = index + 1
  return {
    givenName: ['Ève', 'Noé', 'Inès', 'Zoé', 'Paul', 'Rémi', 'Ada', 'Jean-Luc'][index % 8] ?? '',
    familyName: `Exemple-${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[index % 26]}${number}`,
    organisation: `Organisme ${1 + (index % 8)} de démonstration`,
    email: `membre${number}@exemple.invalid`,
  }
})

/** As a spreadsheet program saves it in France: semicolons, a head. */
export function memberList(): DroppedFile {
  const rows = members.map((one) =>
    ['Mme', one.familyName, one.givenName, 'Membre', one.organisation, one.email, 'Titulaire'].join(';'),
  )
  const text = ['Civilité;Nom;Prénom;Fonction;Organisme;Courriel;Titulaire ou suppléant', ...rows].join(
    '\r\n',
  )
  return { name: 'membres.csv', bytes: Buffer.from(`\uFEFF${text}\r\n`, 'utf8') }
}

const word = (text: string) => `=?UTF-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`

function mail(fields: {
  from: number
  id: string
  subject: string
  text: string
  refersTo?: string
}): Buffer {
  const { givenName, familyName, email } = members[fields.from] ?? {
    givenName: '',
    familyName: '',
    email: '',
  }
  return Buffer.from(
    [
      `Message-ID: <${fields.id}@exemple.invalid>`,
      ...(fields.refersTo === undefined ? [] : [`References: <${fields.refersTo}@exemple.invalid>`]),
      'Date: Mon, 23 Nov 2026 09:10:00 +0100',
      `From: ${word(`${givenName} ${familyName}`)} <${email}>`,
      'To: secretariat@exemple.invalid',
      `Subject: ${word(fields.subject)}`,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: 8bit',
      '',
      fields.text,
    ].join('\r\n'),
    'utf8',
  )
}

export const asked = Array.from({ length: 9 }, (_, index) => `Demande de démonstration ${index + 1}`)

/** Nine subjects under various prefixes, and one answer in a thread that is already among them. */
export const subjectMails: readonly DroppedFile[] = [
  ...asked.map((title, index) => ({
    name: `sujet-${index + 1}.eml`,
    bytes: mail({
      from: index,
      id: `sujet-${index + 1}`,
      subject: `${['RE: ', 'TR : ', 'Fwd: '][index % 3]}${title}`,
      text: 'Bonjour,\r\n\r\nMerci d’inscrire ce point, vingt minutes.',
    }),
  })),
  {
    name: 'suite.eml',
    bytes: mail({
      from: 0,
      id: 'suite',
      refersTo: 'sujet-1',
      subject: `RE: ${asked[0]}`,
      text: 'Une précision pour le secrétariat.',
    }),
  },
]

/** Two answers to the convocation, in words. */
export const answerMails: readonly DroppedFile[] = [
  {
    name: 'reponse-1.eml',
    bytes: mail({
      from: 0,
      id: 'reponse-1',
      subject: 'RE: Convocation',
      text: 'Je serai présente sur place.',
    }),
  },
  {
    name: 'reponse-2.eml',
    bytes: mail({ from: 1, id: 'reponse-2', subject: 'RE: Convocation', text: 'Je vous prie de m’excuser.' }),
  },
]

/** The head of a presentation: enough to be a file of its kind. */
export const slides = (version: number): DroppedFile => ({
  name: version === 1 ? 'Annuaire partagé.pptx' : `Annuaire partagé_v${version}.pptx`,
  bytes: Buffer.from(`PK\u0003\u0004 version ${version} ${'.'.repeat(200)}`, 'latin1'),
})
