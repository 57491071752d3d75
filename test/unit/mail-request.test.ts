import { describe, expect, it } from 'vitest'
import { askedIn, requestTitle, secondRequest } from '../../electron/domain/agenda/request.ts'

describe('what a mail asks for', () => {
  it.each([
    ['Nous souhaitons présenter le calendrier pour avis. Prévoir 30 minutes.', 30, 'avis'],
    ['Un point d’une demi-heure serait utile, pour information.', 30, 'information'],
    ['Prévoir une heure et demie (pour concertation).', 90, 'concertation'],
    ['Il faudrait 1 h 15 environ', 75, null],
    ['Trois quarts d’heure suffiront, pour décision.', 45, 'decision'],
    ['Durée : 20 min. Pour information, je serai absente.', 20, null],
    ['La réunion commence à 14 h, nous avons 10 minutes de retard et besoin de 40 mn', null, null],
    ['Je vous rappelle dans 30 minutes.', null, null],
    ['Rendez-vous de 10 h à 11 h, merci.', null, null],
    ['Pour avis ou pour information ? présenté pour avis, puis pour décision', null, null],
    [
      'Bonjour\nPrévoir un quart d’heure.\nCordialement\nLe 2 mars, Zoé a écrit :\nprévoir 50 minutes pour avis',
      15,
      null,
    ],
    ['Merci de votre accueil.\n\nOn Mon, 2 Mar 2026, Zoé wrote:\nPrévoir 45 minutes pour avis', null, null],
    [
      'Voir ci-dessous.\nMeilleures salutations\nDébut du message réexprimé :\nPrévoir 45 min pour avis',
      null,
      null,
    ],
    ['Voir ci-dessous.\n*De :* Zoé\n*Objet :* Calendrier\nPrévoir 45 minutes pour avis', null, null],
    ['Bonne réception des documents.\nPrévoir 20 minutes', 20, null],
    ['Bonne journée d’étude à prévoir.\nPrévoir 20 minutes', 20, null],
    ['Voici.\nBonne réception des documents.\nPrévoir 20 minutes', 20, null],
    ['Bien cordialement à tous,\nPrévoir 20 minutes', 20, null],
    ['Voici.\nBien à vous de dire.\nPrévoir 20 minutes', 20, null],
  ])('%s', (text, durationMinutes, nature) => {
    expect(askedIn(text)).toEqual({ durationMinutes, nature })
  })

  it.each([
    'Bien cordialement à tous,',
    'Bonne journée,',
    'Bonne réception.',
    'Cordialement, Zoé Marval',
    'Cordialement, L. de Marval (mission)',
    'Bonne journée et bien cordialement',
    'Salutations distinguées',
    'Sincèrement vôtre, la présidente',
    '-- ',
    '-----\nZoé Marval',
    '________\nRéunion Microsoft Teams',
    'De : Zoé Marval\n',
    'Envoyé : lundi\n',
    'Objet : le four\n',
    'Expéditeur : Zoé Marval\nPour : Anne',
    'Le 2 mars, Zoé a écrit : prévoir 50 minutes.',
    'Le 2 mars 2026 à 10:12, Zoé Marval <z@exemple.invalid> a écrit : oui',
  ])('ends above %j', (end) => {
    expect(askedIn(`Prévoir 20 minutes.\n${end}\nPrévoir 30 minutes`).durationMinutes).toBe(20)
    expect(secondRequest(`Un premier sujet.\n${end}\n2) Je suis absente le lundi.`)).toBeNull()
  })

  it.each([
    'Bonjour,\nObjet : le four\n',
    'Voici.\nBonne journée d’étude à prévoir.',
    'Voici.\nBonne réception des documents.',
    'Voici.\nSincèrement, je crois qu’il le faut.',
    'Voici.\n-----\nAutre chose',
    'Voici.\nLe 2 mars, le maire a écrit : non.',
    'Voici.\nDe : 9 h à 10 h\n',
    'Voici.\nDate : 12 mars\n',
    'Bonne réception des documents.',
  ])('goes on below %j', (above) => {
    expect(askedIn(`${above}\nPrévoir 20 minutes`).durationMinutes).toBe(20)
    expect(secondRequest(`${above}\n2) Un second sujet.`)).toBe('2) Un second sujet.')
  })

  it('is looked for where a mail begins', () => {
    expect(askedIn(`Prévoir 20 minutes. ${'Détail. '.repeat(3000)}Prévoir 30 minutes.`).durationMinutes).toBe(
      20,
    )
  })

  it('may be two things: the second begins at its own sentence', () => {
    const mail =
      'Bonjour,\nNous souhaitons présenter le calendrier 2027. Par ailleurs, un point sur la cartographie serait utile au printemps.\nCordialement'
    const second = secondRequest(mail)
    expect(second).toBe('Par ailleurs, un point sur la cartographie serait utile au printemps.')
    expect(requestTitle(second ?? '')).toBe('Un point sur la cartographie serait utile au printemps')
    expect(secondRequest('Par ailleurs, rien. Merci.')).toBeNull()
    expect(secondRequest('Un seul sujet.\n> Par ailleurs, une ancienne demande')).toBeNull()
    expect(
      secondRequest('Un seul sujet.\nOn Mon, 2 Mar 2026, Zoé wrote:\nPar ailleurs, je demande un point.'),
    ).toBeNull()
    const wrapped = 'Un sujet.\nPar ailleurs, un point\nsur les archives\u00a0; merci.'
    expect(wrapped).toContain(secondRequest(wrapped))
  })
})
