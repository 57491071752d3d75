import { describe, expect, it } from 'vitest'
import { readApproval } from '../../electron/domain/minutes/approval-reply.ts'

describe('an answer by mail', () => {
  it.each([
    ['Bonjour, nous approuvons le compte rendu.', 'approves'],
    ['Pas d’observation de notre part.', 'approves'],
    ['Aucune remarque, merci.', 'approves'],
    ['Nous n’avons pas d’observations à formuler.', 'approves'],
    ['RAS pour nous', 'approves'],
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
    ['Bien reçu, je reviens vers vous.', null],
    ['Je suis absente jusqu’au 3 janvier.', null],
  ])('%s', (words, answer) => {
    expect(readApproval(words)).toBe(answer)
  })
})
