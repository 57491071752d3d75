import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mailTitle, threadTopic } from '../../electron/domain/dispatch/mail-thread.ts'
import { noteTitle, readPastedMail } from '../../electron/imports/mail/pasted.ts'
import { readMail } from '../../electron/imports/mail/read-mail.ts'

describe('the title of a mail', () => {
  it.each([
    ['RE: Annuaire', 'Annuaire'],
    ['Re : TR\u00a0: FW:  Fwd : RÉF\u202f: Annuaire', 'Annuaire'],
    ['RE[2]: re (3) : Annuaire', 'Annuaire'],
    ['[EXTERNE] RE: [Courriel externe] Annuaire', 'Annuaire'],
    ['*****SPAM***** Annuaire', 'Annuaire'],
    ['Re\u0301f. : Annuaire', 'Annuaire'],
    ['[INP] Annuaire', '[INP] Annuaire'],
    ['RE2020 : calendrier', 'RE2020 : calendrier'],
    ['Réforme : calendrier', 'Réforme : calendrier'],
    ['Accepté : Séance', 'Accepté : Séance'],
    ['Transport : billettique', 'Transport : billettique'],
    ['RE:', ''],
  ])('%s', (subject, title) => expect(mailTitle(subject)).toBe(title))

  it('never changes the second time, and takes no word from the sender', () => {
    const prefix = fc.constantFrom('RE: ', 'TR : ', 'Fwd:', 'RÉF\u00a0: ', '[EXTERNE] ', 'Re[4]: ')
    const own = fc.constantFrom('Annuaire partagé', 'Point d’étape : budget', '[INP] Portail', 'Avis (CNEN)')
    fc.assert(
      fc.property(fc.array(prefix, { maxLength: 6 }), own, (prefixes, title) => {
        expect(mailTitle(prefixes.join('') + title)).toBe(title)
        expect(threadTopic(prefixes.join('') + title)).toBe(threadTopic(title))
      }),
    )
  })

  it('in another spelling is the same topic', () => {
    expect(threadTopic('RE: Échange  d’œuvres — 2e partie')).toBe(
      threadTopic("echange d'oeuvres - 2e partie !"),
    )
  })
})

describe('a pasted mail', () => {
  it('of Outlook, in French', () => {
    const mail = readPastedMail(
      [
        'De : Noé Ardouin <noe@exemple.invalid>',
        'Envoyé\u00a0: lundi 2 novembre 2026 17:45',
        'À : Secrétariat <s@exemple.invalid>;',
        ' Paul <p@exemple.invalid>',
        'Objet : RE: Annuaire',
        '',
        'Bonjour,',
        'De : là à ici.',
      ].join('\n'),
    )
    expect(mail).toMatchObject({
      from: { name: 'Noé Ardouin', email: 'noe@exemple.invalid' },
      subject: 'RE: Annuaire',
      sentAt: new Date(2026, 10, 2, 17, 45).toISOString(),
      text: 'Bonjour,\nDe : là à ici.',
    })
    expect(mail?.to.map(({ email }) => email)).toEqual(['s@exemple.invalid', 'p@exemple.invalid'])
  })

  it('of Thunderbird, quoted in bold under its rule', () => {
    const mail = readPastedMail(
      '-------- Message transféré --------\n*Sujet :* Annuaire\n*Date :* 2 nov. 2026 à 09h10\n*De :* Noé Ardouin <noe@exemple.invalid>\n*Pour :* s@exemple.invalid\n\nOui',
    )
    expect(mail).toMatchObject({
      subject: 'Annuaire',
      from: { name: 'Noé Ardouin', email: 'noe@exemple.invalid' },
      sentAt: new Date(2026, 10, 2, 9, 10).toISOString(),
      text: 'Oui',
    })
  })

  it('in English, with the hour after noon', () => {
    const mail = readPastedMail(
      'From: Noé Ardouin [mailto:noe@exemple.invalid]\nSent: Monday, November 2, 2026 5:45 PM\nTo: s@exemple.invalid\nSubject: FW: Annuaire\n\nOui',
    )
    expect(mail?.sentAt).toBe(new Date(2026, 10, 2, 17, 45).toISOString())
    expect(mail?.from).toEqual({ name: 'Noé Ardouin', email: 'noe@exemple.invalid' })
  })

  it.each([
    'Une note sur l’annuaire',
    'Note : à voir',
    'Bonjour,\n\nDe : Noé\nObjet : Annuaire',
    'Objet : Annuaire',
    'Date : jeudi prochain, après le marché\nObjet : bureau',
    'Date : 12 mars 2026\nObjet : bureau\nPrésents : Anne',
    'De : 9 h à 10 h\nÀ : salle B\nCafé',
    'De : 9 h à 10 h\nDate : 12 mars 2026\nObjet : bureau',
    'De : 10H à 11H\nÀ : Salle 2\nObjet : bureau',
    'De : lundi 2 mars à vendredi 6 mars\nObjet : congés',
    'De : Lyon 8 h à Paris 10 h\nObjet : trajet',
    'De : 8 mai à 12 mai\nDate : 5 avril 2026\nObjet : congés',
    'De : lundi à vendredi\nDate : 5 avril 2026\nObjet : congés',
    'De : lundi 2 mars à 18 h\nDate : 5 avril 2026\nObjet : congés',
  ])('is a note when no mail begins with %j', (text) => expect(readPastedMail(text)).toBeNull())

  it.each([
    'De : anne martin\nEnvoyé : lundi 2 mars 2026 10:00\nÀ : secretariat inp\nObjet : Four',
    'De : de La Tour Paul\nEnvoyé : lundi 2 mars 2026 10:00\nÀ : secretariat inp\nObjet : Four',
    'De : Mairie de Lyon 7e\nEnvoyé : 2 nov. 2026 à 09h10\nObjet : Four',
    'De : service 4\nDate : 02/03/2026 10:00\nObjet : Four',
    'De : service 4\nDate : 2026-03-02 10:00\nObjet : Four',
    'From: room 4\nSent: Monday, November 2, 2026 5:45 PM\nSubject: Four',
    'De : de La Tour Paul\nObjet : Four',
    'De : d’Arcy Jeanne\nObjet : Four',
    'De : 3DS Conseil\nÀ : Équipe 2\nObjet : Four',
    'De : Mairie de Lyon 7e\nObjet : Four',
    'De : anne martin\nÀ : Paul\nObjet : Four',
  ])('is a mail, as words and as a file, however its sender is written: %j', async (head) => {
    expect(readPastedMail(`${head}\n\nOui`)).toMatchObject({ text: 'Oui' })
    const bytes = new TextEncoder().encode(`${head}\n\nOui`)
    expect(await readMail({ fileName: 'Message.eml', bytes })).toMatchObject({ text: 'Oui' })
  })

  it('says nothing of a day that only its program wrote', () => {
    for (const day of ['Gesendet: Montag, 2. März 2026 10:00', 'Envoyé : lundi 2 mars à 10:00'])
      expect(readPastedMail(`Von: Anne Martin\n${day}\nBetreff: Four\n\nOui`)?.text).toBe('Oui')
  })

  it.each([
    ['De : Odile\nDate : jeudi prochain\nObjet : bureau', 'jeudi prochain'],
    ['De : Odile\nDate : jeudi prochain\nObjet : bureau\n\nOui', 'jeudi prochain\n\nOui'],
    ['À : odile@exemple.invalid\nObjet : bureau\n\nOui', 'Oui'],
  ])('keeps what it says of a day that is none: %j', (words, text) =>
    expect(readPastedMail(words)).toMatchObject({ subject: 'bureau', sentAt: null, text }),
  )

  it('gives a note its first line as title, cut between two words', () => {
    expect(noteTitle('\n - Voir l’annuaire\nsuite')).toBe('Voir l’annuaire')
    const long = noteTitle('mot '.repeat(80))
    expect(long.length).toBeLessThan(152)
    expect(long).toMatch(/mot…$/)
  })
})
