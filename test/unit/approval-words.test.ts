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
    ['Bien reçu, je reviens vers vous.', null],
    ['Je suis absente jusqu’au 3 janvier.', null],
  ])('%s', (words, answer) => {
    expect(readApproval(words)).toBe(answer)
  })
})
