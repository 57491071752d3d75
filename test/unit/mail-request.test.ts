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
  ])('%s', (text, durationMinutes, nature) => {
    expect(askedIn(text)).toEqual({ durationMinutes, nature })
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
