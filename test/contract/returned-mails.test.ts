// What comes back in mails: files, words, or both.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../renderer/api/new-id.ts'
import { type OpenedCore, openTestCore } from './open-core.ts'
import { writtenMeeting } from './returned-meeting.ts'

const bytesOf = (name: string) =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`../fixtures/returned/${name}`, import.meta.url))))

let opened: OpenedCore
let meetingId: string
beforeEach(async () => {
  opened = await openTestCore()
  ;({ meetingId } = await writtenMeeting(opened))
})
afterEach(() => opened.dispose())

async function readOne(fileName: string, paper: 'minutes', bytes: Uint8Array) {
  const [file] = await opened.ok('observations.readFiles', { meetingId, paper, files: [{ fileName, bytes }] })
  if (file === undefined) throw new Error('no answer')
  return file
}

describe('a returned file', () => {
  it('attached to a mail leaves out neither the words of the mail nor what else is attached', async () => {
    const organisationId = newId()
    await opened.ok('directory.addOrganisation', {
      id: organisationId,
      fields: { name: 'Villes', acronym: 'VX' },
    })
    const who = { givenName: 'Odile', familyName: 'Exemple', email: 'odile@exemple.invalid', organisationId }
    await opened.ok('directory.addPerson', { id: newId(), fields: who })
    const part = (fileName: string, bytes: Uint8Array) =>
      [
        '--b',
        'Content-Type: application/octet-stream',
        `Content-Disposition: attachment; filename="${fileName}"`,
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.from(bytes).toString('base64'),
      ].join('\r\n')
    const mail = (words: string, ...parts: string[]) =>
      [
        'From: Odile Exemple <odile@exemple.invalid>',
        'Subject: CR',
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary="b"',
        '',
        '--b',
        'Content-Type: text/plain; charset=utf-8',
        '',
        words,
        ...parts,
        '--b--',
        '',
      ].join('\r\n')
    const readMail = (eml: string) =>
      opened.ok('observations.readFiles', {
        meetingId,
        paper: 'minutes',
        files: [{ fileName: 'retour.eml', bytes: new TextEncoder().encode(eml) }],
      })
    const word = part('cr.docx', bytesOf('untracked.docx'))
    const odt = part('observations.odt', new Uint8Array([80, 75]))
    const all = await readMail(mail('Au point 4 nous demandons aussi un calendrier.', word, odt))
    expect(all.map(({ fileName, failure }) => [fileName, failure])).toEqual([
      ['retour.eml', null],
      ['cr.docx', null],
      ['observations.odt', 'not-read'],
    ])
    expect(all[0]?.drafts.map(({ comment }) => comment)).toEqual([
      'Au point 4 nous demandons aussi un calendrier.',
    ])
    // Nobody signed the file: whoever sent it speaks.
    expect(all[1]?.authors).toMatchObject([{ author: '', organisation: 'VX', organisationId }])
    const covered = await readMail(
      mail('Bonjour,\r\n\r\nVous trouverez ci-joint nos observations.\r\n\r\nCordialement', word),
    )
    expect(covered.map(({ fileName }) => fileName)).toEqual(['cr.docx'])
    for (const words of [
      'Ci-joint le PV corrigé, Mme Roy était présente.',
      'En PJ notre version, le montant étant faux.',
    ]) {
      const told = await readMail(mail(words, word))
      expect(told.map(({ fileName, drafts }) => [fileName, drafts[0]?.comment])).toContainEqual([
        'retour.eml',
        words,
      ])
    }
    const only = await readMail(mail('Veuillez trouver ci-joint nos observations.', odt))
    expect(only.map(({ failure }) => failure)).toEqual(['not-read'])
    const stray = mail('Le montant est faux.').replace(
      'Subject: CR',
      'Subject: RE: projet de la séance n° 99',
    )
    expect((await readMail(stray)).map(({ failure }) => failure)).toEqual(['other-meeting'])
    const card = await readMail(mail('Le montant est faux.', part('carte.vcf', new Uint8Array([66]))))
    expect(card.map(({ failure }) => failure)).toEqual([null])
  })

  it('attached to a mail is read, and a mail without file makes one observation of its words', async () => {
    const body = Buffer.from(bytesOf('reviewer-a.docx')).toString('base64')
    const head =
      'From: Odile Exemple <odile@exemple.invalid>\r\nTo: a@exemple.invalid\r\nSubject: CR\r\nDate: Fri, 20 Nov 2026 09:00:00 +0100\r\nMIME-Version: 1.0\r\n'
    const eml = `${head}Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nCi-joint.\r\n--b\r\nContent-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document; name="cr.docx"\r\nContent-Disposition: attachment; filename="cr.docx"\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n--b--\r\n`
    const file = await readOne('retour.eml', 'minutes', new TextEncoder().encode(eml))
    expect(file).toMatchObject({ failure: null, fileName: 'cr.docx' })
    expect(file.drafts).toHaveLength(1)
    const plain = `${head}Content-Type: text/plain\r\n\r\nLe montant est faux.\r\n\r\nCordialement\r\n`
    const alone = await readOne('mot.eml', 'minutes', new TextEncoder().encode(plain))
    expect(alone.drafts).toMatchObject([
      { source: 'mail', author: 'Odile Exemple', comment: 'Le montant est faux.' },
    ])
    for (const [words, failure] of [
      ['Nous n’avons pas d’observation sur ce projet.', 'no-remark'],
      ['Bonjour,\r\n\r\nLe projet me convient. Aucune remarque.\r\n\r\nBien cordialement', 'no-remark'],
      ['Le projet me convient. Le montant manque au point 3.', null],
      ['Je valide, mais il faudrait indiquer le montant.', null],
      ['Le projet me convient. Merci de corriger le montant au point 3.\r\nCordialement', null],
      ['Bonjour, le montant du point 3 est faux.\r\nPour le reste, je valide.', null],
      ['Madame la Présidente, je n’ai pas d’observation. Merci d’avance.', 'no-remark'],
      ['Sans observation, sauf le montant, qui est à corriger.', null],
    ] as const) {
      const mail = `${head}Content-Type: text/plain; charset=utf-8\r\n\r\n${words}\r\n`
      expect((await readOne('mot.eml', 'minutes', new TextEncoder().encode(mail))).failure).toBe(failure)
    }
  })
})

describe('a pasted mail', () => {
  it('makes an observation of its words, its author read at its head', async () => {
    const text =
      'De : Odile Exemple <odile@exemple.invalid>\nEnvoyé : vendredi 20 novembre 2026 09:00\nÀ : Secrétariat\nObjet : CR\n\nLe coût est de 12 000 euros.\n\nCordialement,\nOdile'
    const row = await opened.ok('observations.addText', {
      id: newId(),
      meetingId,
      paper: 'minutes',
      circle: 'members',
      itemId: null,
      text,
    })
    expect(row).toMatchObject({
      author: 'Odile Exemple',
      comment: 'Le coût est de 12 000 euros.',
      kind: 'comment',
    })
    expect(row.authoredAt).toMatch(/^2026-11-20/u)
  })

  it.each([
    'Voici mes remarques.\n\nObjet : point 3\n\nRemplacer « a » par « b ».',
    'Ajouter la date.\n_________\nRemarque sur le point 3 : corriger le nom.',
    'Première remarque.\n-----\nBudget\nRemplacer 12 par 13.',
    'Il faut écrire :\nDe : Jean Roy\n\nau lieu du nom actuel.',
    'Remarque 1.\n\nEnvoyé : non\n\nRemarque 2.',
    'Remarque.\nLe 12 mai 2026, Mme Odile Roy a écrit : remplacer X par Y.\nAjouter Z.',
    'Remarque.\nLe 12 mai 2026, Mme Odile Roy a écrit :\nremplacer X par Y.\nAjouter Z.',
    'Bonjour,\nLe rapport remis à 14h30 dit ce que M. Bon a écrit : le four fuit.\nNous demandons sa correction.',
    'Bonjour,\nLe 3 mai à 14h30, M. Bon a écrit : le four fuit.\nNous demandons sa correction.',
    'Bonjour,\nLe compte rendu oublie ce que M. Bon a écrit :\nle four fuit.\nNous demandons sa correction.',
    'Bonjour,\nLe compte rendu ne reprend pas ce que M. Bon\na écrit :\nle four fuit.\nNous demandons sa correction.',
  ])('loses none of the words that are only likely to end it: %j', async (text) => {
    const row = await opened.ok('observations.addText', {
      ...{ id: newId(), meetingId, itemId: null, text },
      ...{ paper: 'minutes', circle: 'members' },
    })
    const words = (of: string) => of.split(/\s+/u).filter((word) => word !== '')
    expect(words(row.comment)).toEqual(words(text))
  })

  it.each([
    'Le 3 nov. 2026 à 10:12, Hélène Marchetti a écrit :\nBonjour,',
    'Le mar. 3 nov. 2026 à 10:12, Hélène Marchetti <h@exemple.invalid>\na écrit :\n\nBonjour,',
    'Le mardi 3 novembre 2026 à 10h12, Hélène Marchetti a écrit :\nBonjour,',
    'Le mardi 3 novembre 2026 à 10:12:44 UTC+1, Direction des affaires financières et du patrimoine immobilier\n<direction.des.affaires.financieres@agglo.invalid> a écrit :\n\nBonjour,',
    'Le 03/11/2026 à 10:12, Hélène Marchetti a écrit : Bonjour,',
    'Le 3 novembre, Hélène Marchetti <h@exemple.invalid> a écrit : Bonjour,',
    'Le lundi 23 novembre 2026, le secrétariat a écrit :\n\n> Bonjour,',
  ])('ends where an older one is sure to begin: %j', async (older) => {
    const row = await opened.ok('observations.addText', {
      ...{ id: newId(), meetingId, itemId: null, text: `Le four fuit.\n${older}\nVoici le projet.` },
      ...{ paper: 'minutes', circle: 'members' },
    })
    expect(row.comment).toBe('Le four fuit.')
  })
})
