import { describe, expect, it } from 'vitest'
import {
  readApproval,
  saysSilenceApproves,
  speaksOfApproval,
} from '../../electron/domain/minutes/approval-reply.ts'

describe('an answer by mail', () => {
  it.each([
    ['Bonjour, nous approuvons le compte rendu.', 'approves'],
    ['Pas d’observation de notre part.', 'approves'],
    ['Aucune remarque, merci.', 'approves'],
    ['Nous n’avons pas d’observations à formuler.', 'approves'],
    ['RAS pour nous', 'approves'],
    ['Lu et approuvé le 12 mars 2026', 'approves'],
    ['Bon pour accord le 1er mars', 'approves'],
    ['Lu et approuvé le 12/03/2026.', 'approves'],
    // No day of signing.
    ['J’approuve le 12 mars 2026', null],
    ['Lu et approuvé le titre', null],
    ['Lu et approuvé le 12', null],
    ['Avis favorable sans réserve.', 'approves'],
    ['C’est validé, sans autre remarque.', 'approves'],
    ['Nous approuvons sous réserve de corriger le point 3.', 'observations'],
    ['Une observation au point 2 : remplacer « mars » par « avril ».', 'observations'],
    ['Nous n’approuvons pas ce texte.', 'observations'],
    ['Je ne suis pas d’accord.', 'observations'],
    ['Nous ne sommes pas favorables.', 'observations'],
    ['Nous ne pouvons pas valider ce compte rendu.', 'observations'],
    ['Je ne suis pas tout à fait d’accord.', 'observations'],
    ['Il ne me convient pas.', 'observations'],
    ['Je refuse d’approuver.', 'observations'],
    ['Nous rendons un avis défavorable.', 'observations'],
    ['Nous approuvons ce texte, qui n’appelle de notre part aucune observation.', 'approves'],
    ['Je suis d’accord, je n’ai rien à redire.', 'approves'],
    ['Désolée de ne pas avoir répondu plus tôt. Nous approuvons le compte rendu.', 'approves'],
    ['Après relecture, nous approuvons le compte rendu n° 3.', 'approves'],
    ['Le bureau ne l’a pas encore validé.', null],
    ['Nous ne l’avons jamais approuvé.', null],
    ['Je ne m’oppose pas à l’approbation.', null],
    ['Nous n’avons aucun désaccord.', null],
    ['Pas d’avis défavorable de notre part.', null],
    ['N’étant pas opposés au texte, nous le lirons.', null],
    ['Nous ne voulons pas de ce texte. Nous nous opposons à son approbation.', 'observations'],
    ['Cette adresse n’est plus valide.', null],
    ['Je le transmets à ma direction pour validation.', null],
    ['J’attends l’accord de mon président.', null],
    ['R.A.S. pour nous.', 'approves'],
    ['Qui l’a approuvé ?', null],
    ['Sans l’accord de mon président, je ne dis rien.', null],
    ['Je valide, à une coquille près page 3.', null],
    ['D’accord, attention à la date du point 2.', null],
    ['Avis favorable, sauf page 4.', null],
    ['RAS, mais il manque Mme Petit.', null],
    ['Approuvé. Toutefois, page 2, « mars » serait plutôt « mai ».', null],
    ['Nous approuvons le projet, seul le nom de M. Roy est mal écrit.', null],
    ['Bien reçu, je reviens vers vous.', null],
    ['Je suis absente jusqu’au 3 janvier.', null],
    // Beside an agreement, anything else may be a remark.
    ['Avis favorable. Mme Ozanne était bien présente, et la somme est de 9 000 euros.', null],
    ['D’accord. La somme est de 9 000 euros.', null],
    ['D’accord, la somme est de 9 000 euros.', null],
    ['Nous approuvons le projet. Mme Ozanne était présente, elle n’est pas dans la liste.', null],
    ['Je valide. Pourriez-vous indiquer que la région voulait un délai ?', null],
    ['Nous n’avons pas de remarque particulière. En revanche le calendrier est inexact.', null],
    ['Aucune observation. Le vote était à 12 voix contre 3.', null],
    // Nor is the agreement of another one’s own.
    ['Je transmets pour accord à ma directrice.', null],
    ['Je sollicite l’accord de ma présidente et reviens vers vous.', null],
    ['L’accord de ma direction est requis, je vous réponds demain.', null],
    ['Je soumets le texte à l’accord du bureau.', null],
    ['Nous validons ce point en interne et revenons vers vous.', null],
    ['C’est la directrice qui valide, elle rentre lundi.', null],
    ['Je m’abstiens, bien que favorable au fond.', null],
    ['Nous sommes favorables au report de cette consultation.', null],
    // What is agreed to is not this text, or not by the writer, or not alone.
    ['Je l’approuve et Mme Ozanne a dit 9000.', null],
    ['J’approuve le texte tel que Mme Ozanne l’a dicté.', null],
    ['Le compte rendu est approuvé par ma directrice demain.', null],
    ['La direction des finances valide les crédits.', null],
    ['Nous approuvons le report.', null],
    ['Nous validons 9000 euros.', null],
    // A day, a part or a paper beside the text is agreed to by itself.
    ['Je suis d’accord pour le 3 mars', null],
    ['Je valide ma part', null],
    ['J’approuve l’annexe', null],
    ['J’approuve le titre', null],
    ['J’approuve le titre du compte rendu', null],
    ['J’approuve le compte rendu du 3 mars et ses annexes', null],
    ['J’approuve le compte rendu du 3 mars joint en annexe', 'approves'],
    ['Je suis d’accord pour ma part', 'approves'],
    ['Lu et approuvé.', 'approves'],
    ['Vu et approuvé', 'approves'],
    ['Très bien, j’approuve.', 'approves'],
    ['J’approuve le projet.\n\nEnvoyé de mon iPhone', 'approves'],
    ['Je vous remercie pour cet envoi. Je n’ai pas de remarque.', 'approves'],
    ['J’ai pris connaissance du projet transmis le 3 décembre. Je n’ai pas d’observation.', 'approves'],
    ['J’ai l’honneur de vous faire savoir que j’approuve le compte rendu.', 'approves'],
    ['Nous sommes favorables à ce texte.', 'approves'],
    ['Nous émettons un avis favorable.', 'approves'],
    ['Je vous donne mon accord.', 'approves'],
    ['Bon pour accord', 'approves'],
    ['J’ai bien relu le projet et je l’approuve.', 'approves'],
    ['Bonjour,\n\nAprès lecture, je suis d’accord.\nMerci pour ce compte rendu.', 'approves'],
    ['La région du Nord approuve le projet de compte rendu.', 'approves'],
  ])('%s', (words, answer) => {
    expect(readApproval(words)).toBe(answer)
  })

  it('has the name of its writer below, which says nothing, and of nobody else', () => {
    expect(readApproval('J’approuve le projet.\n\nMerci,\nAda Tilleul', 'Ada TILLEUL')).toBe('approves')
    expect(readApproval('J’approuve le projet.\n\nAda Tilleul', 'Zoé Roy')).toBeNull()
  })
})

describe('what a message says that silence is', () => {
  it.each([
    ['Sans observation de votre part le 12 février, le silence vaut accord.', true],
    ['Si vous n’avez pas d’observation, votre silence vaudra approbation.', true],
    ['À défaut de réponse, le texte sera considéré comme approuvé.', true],
    ['Le silence ne vaut pas accord.', false],
    ['Le silence ne\nvaudra en aucun cas approbation : merci de répondre.', false],
    ['L’absence de réponse ne saurait valoir accord tacite.', false],
    ['Il n’y a pas d’accord tacite.', false],
    ['Votre silence ne sera pas considéré comme une approbation.', false],
    ['Le silence n’emporte pas approbation.', false],
    ['Le silence n’équivaut pas à un accord.', false],
    ['Le silence n’est pas un accord.', false],
    ['Votre silence ne pourra valoir accord.', false],
    ['Le silence ne peut valoir accord.', false],
    ['Un silence ne saurait emporter approbation.', false],
    ['Si personne n’a d’observation, le silence vaut accord.', true],
    ['Merci de répondre avant le 12 février.', false],
    ['Si votre réponse n’est pas parvenue à cette date, votre silence vaudra accord.', true],
    ['Ceux qui ne peuvent répondre sont réputés approuver.', true],
    ['Si une observation n’est pas formulée d’ici là, le compte rendu est réputé approuvé.', true],
    ['Le silence vaudra approbation, qui ne pourra être reprise ensuite.', true],
    ['Il n’est pas nécessaire de répondre : votre silence vaudra accord.', true],
    ['Votre silence, passé ce délai, ne sera pas pris pour votre avis.', false],
    ['Le texte ne sera pas réputé approuvé.', false],
    ['Sans réponse, le compte rendu ne pourra donc pas être tenu pour approuvé.', false],
    ['Vous ne devez pas considérer le silence comme un choix.', false],
    ['Il n’est pas question que le silence décide.', false],
    ['L’accord n’est jamais tacite.', false],
  ])('%s', (words, says) => {
    expect(saysSilenceApproves(words)).toBe(says)
  })
})

it.each([
  ['Merci de répondre avant vendredi.', false],
  ['Nous sommes sans retour de votre part.', false],
  ['Le texte sera soumis à l’approbation des membres.', true],
  ['Il sera adopté en séance.', true],
  ['Sans réponse, il sera tenu pour accordé.', true],
  ['Votre silence vaudra accord.', true],
  ['Une réponse écrite de chacun est indispensable.', true],
  ['Le texte sera soumis au vote.', true],
])('a message speaks of how a text is approved: %s', (words, speaks) => {
  expect(speaksOfApproval(words)).toBe(speaks)
})
