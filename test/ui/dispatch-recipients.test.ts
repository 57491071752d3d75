import { expect, it } from 'vitest'
import { type KnownPerson, recipientsFrom } from '../../renderer/features/dispatch/recipient-groups.ts'

const person = (name: string, organisation: string): KnownPerson => ({
  label: `${name}, ${organisation}`,
  kept: { personId: name, name, organisation, email: `${name.replaceAll(' ', '.')}@exemple.invalid` },
})
const known = [
  person('Claire Fauvel', 'DGX'),
  person('Paul Martin', 'DGX'),
  person('Awa Ndour', 'DGX'),
  person('Lise Martin', 'AMX'),
  person('Jean Martineau', 'AMX'),
  person('Noé Le Goff', 'AMX'),
  person('Awa N’Doye', 'AMX'),
]
const found = (typed: string) => {
  const all = recipientsFrom(typed, known)
  return typeof all === 'string' ? all : all.map(({ name, email }) => name || email)
}

it.each([
  ['fauvel', ['Claire Fauvel']],
  ['Fauvel Claire', ['Claire Fauvel']],
  ['Claire Fauvel, DGX', ['Claire Fauvel']],
  ['fauv', ['Claire Fauvel']],
  ["n'dour", ['Awa Ndour']],
  ['le-goff', ['Noé Le Goff']],
  ['ndoye', ['Awa N’Doye']],
  ['Awa N’Doye, AMX', ['Awa N’Doye']],
  ['martineau', ['Jean Martineau']],
  ['martin amx', ['Lise Martin']],
  ['martin', 'many'],
  ['amx', 'none'],
  ['fauvel dupont', 'none'],
  [' ; ', 'none'],
  ['a@b.fr; Nom <c@d.fr>', ['a@b.fr', 'c@d.fr']],
  ['fauvel@', 'none'],
] as const)('« %s » names %o', (typed, names) => {
  expect(found(typed)).toEqual(names)
})
