import type { DirectoryView } from '../../../electron/contract/directory.ts'
import type { Recipient, RecipientFields } from '../../../electron/domain/dispatch/dispatch.ts'
import {
  addressesIn,
  addressFault,
  addressKey,
  isAddress,
} from '../../../electron/domain/people/addresses.ts'
import { fullName } from '../../../electron/domain/people/full-name.ts'
import { shortName } from '../../../electron/domain/people/short-name.ts'
import { foldedName, foldedWords, typedWords } from '../../../electron/domain/text/fold.ts'
import { reasonText, dispatchText as text } from '../../text/dispatch.ts'

export type RecipientGroup = {
  readonly id: 'unreached' | Recipient['field']
  readonly rows: readonly Recipient[]
}

/** Those the message does not reach first, then each field; groups without anybody are left out. */
export function groupsOf(recipients: readonly Recipient[]): RecipientGroup[] {
  const reached = recipients.filter((one) => addressFault(one.email) === null)
  const groups: RecipientGroup[] = [
    { id: 'unreached', rows: recipients.filter((one) => addressFault(one.email) !== null) },
    ...(['to', 'cc', 'bcc'] as const).map((id) => ({ id, rows: reached.filter((one) => one.field === id) })),
  ]
  return groups.filter((group) => group.rows.length > 0)
}

/** How somebody is called in the list: by name, or by address when only that is known. */
export function calledBy(recipient: Pick<Recipient, 'name' | 'email'>): string {
  return recipient.name === '' ? recipient.email : recipient.name
}

/** Recipient id → why they are in the list. Assistants stand after the person whom they assist. */
export function reasonsOf(recipients: readonly Recipient[]): Map<string, string> {
  const reasons = new Map<string, string>()
  let assisted = ''
  for (const one of recipients) {
    if (one.reason === 'assistant') {
      reasons.set(one.id, assisted === '' ? text.recipients.assistant : text.recipients.assists(assisted))
      continue
    }
    reasons.set(one.id, reasonText[one.reason])
    assisted = calledBy(one)
  }
  return reasons
}

type Written = Omit<RecipientFields, 'field'>
/** Somebody of the directory, as they are proposed ("Prénom Nom, Sigle") and as a message keeps them. */
export type KnownPerson = { readonly label: string; readonly kept: Written }

export function knownPersons(directory: DirectoryView | undefined): KnownPerson[] {
  const organisations = new Map((directory?.organisations ?? []).map((one) => [one.id, one]))
  return (directory?.persons ?? []).map((person) => {
    const organisation = organisations.get(person.organisationId ?? '')
    const short = shortName(organisation)
    const name = fullName(person)
    return {
      label: [name, short].filter((part) => part !== '').join(', '),
      kept: { personId: person.id, name, organisation: short, email: person.email },
    }
  })
}

/**
 * The one person whom words name, or addresses ("a@b.fr; Nom <c@d.fr>"); `many` where several persons answer to the words,
 * `none` where they are neither.
 */
export function recipientsFrom(typed: string, known: readonly KnownPerson[]): Written[] | 'many' | 'none' {
  if (!typed.includes('@')) {
    const [person, ...others] = namedBy(typed, known)
    if (person === undefined) return 'none'
    return others.length === 0 ? [person.kept] : 'many'
  }
  const emails = addressesIn(typed)
  if (emails.length === 0 || !emails.every(isAddress)) return 'none'
  const byEmail = new Map(known.map(({ kept }) => [addressKey(kept.email), kept]))
  return emails.map((email) => {
    const name = emails.length === 1 ? nameBefore(typed) : ''
    return byEmail.get(addressKey(email)) ?? { personId: null, name, organisation: '', email }
  })
}

/** Those whom the words are all of, else whose words they are among, else begin: "fauvel", "m fauv", "fauvel dgx". */
function namedBy(typed: string, known: readonly KnownPerson[]): readonly KnownPerson[] {
  const forms = typedWords(typed).map((words) => namedByWords(words, known))
  return forms.find(({ length }) => length > 0) ?? []
}

function namedByWords(words: readonly string[], known: readonly KnownPerson[]): readonly KnownPerson[] {
  if (words.length === 0) return []
  const said = known.map((person) => ({
    person,
    name: foldedWords(foldedName(person.kept.name)),
    all: foldedWords(foldedName(person.label)),
    label: foldedWords(person.label).join(' '),
  }))
  const isPerson = (name: readonly string[], is: (own: string, word: string) => boolean) =>
    words.some((word) => name.some((own) => is(own, word)))
  const having = (is: (own: string, word: string) => boolean) =>
    said.filter(
      ({ name, all }) => isPerson(name, is) && words.every((word) => all.some((own) => is(own, word))),
    )
  const whole = having((own, word) => own === word)
  const exact = whole.filter(({ label }) => label === words.join(' '))
  const found = [exact, whole, having((own, word) => own.startsWith(word))].find(({ length }) => length > 0)
  return (found ?? []).map(({ person }) => person)
}

/** The words before an address in angle brackets, out of their quotes. */
function nameBefore(typed: string): string {
  const name = typed.slice(0, Math.max(0, typed.indexOf('<'))).trim()
  const bare = name.replace(/^"/, '').replace(/"$/, '').trim()
  return bare.includes('"') ? '' : bare
}
