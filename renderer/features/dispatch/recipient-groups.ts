import type { DirectoryView } from '../../../electron/contract/directory.ts'
import type { Recipient, RecipientFields } from '../../../electron/domain/dispatch/dispatch.ts'
import {
  addressesIn,
  addressFault,
  addressKey,
  isAddress,
} from '../../../electron/domain/people/addresses.ts'
import { fullName } from '../../../electron/domain/people/full-name.ts'
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

/** "Prénom Nom, Sigle" → what a message keeps of that person of the directory. */
export function knownPersons(
  directory: DirectoryView | undefined,
): Map<string, Omit<RecipientFields, 'field'>> {
  const organisations = new Map((directory?.organisations ?? []).map((one) => [one.id, one]))
  return new Map(
    (directory?.persons ?? []).map((person) => {
      const organisation = organisations.get(person.organisationId ?? '')
      const short = organisation === undefined ? '' : organisation.acronym || organisation.name
      const name = fullName(person)
      return [
        [name, short].filter((part) => part !== '').join(', '),
        { personId: person.id, name, organisation: short, email: person.email },
      ]
    }),
  )
}

/** A known name, or addresses ("a@b.fr; Nom <c@d.fr>"); null when it is neither. */
export function recipientsFrom(
  typed: string,
  known: ReadonlyMap<string, Omit<RecipientFields, 'field'>>,
): Omit<RecipientFields, 'field'>[] | null {
  const person = known.get(typed.trim())
  if (person !== undefined) return [person]
  const emails = addressesIn(typed)
  if (emails.length === 0 || !emails.every(isAddress)) return null
  const byEmail = new Map([...known.values()].map((one) => [addressKey(one.email), one]))
  return emails.map((email) => {
    const name = emails.length === 1 ? nameBefore(typed) : ''
    return byEmail.get(addressKey(email)) ?? { personId: null, name, organisation: '', email }
  })
}

/** The words before an address in angle brackets, out of their quotes. */
function nameBefore(typed: string): string {
  const name = typed.slice(0, Math.max(0, typed.indexOf('<'))).trim()
  const bare = name.replace(/^"/, '').replace(/"$/, '').trim()
  return bare.includes('"') ? '' : bare
}
