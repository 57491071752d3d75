// Nothing that ends a line ever gets into a header through an address or a name.

import { ADDRESS_LENGTH } from '../limits.ts'
import { withoutBreaks } from '../text/without-breaks.ts'

/** RFC 5321: longest local part. */
const MAX_LOCAL = 64

/** RFC 5322 dot-atom: the only form of local part that every server takes. */
const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
/** Labels of letters, digits and inner hyphens, two at least; an accented label is turned to its ASCII form later. */
const domainPart = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u

/**
 * Whether an address can stand in a header and be delivered: one @, no space, no line break, no separator of addresses.
 * Quoted local parts and bare host names are not accepted: no mailbox of a body's members looks like that.
 */
export function isAddress(text: string): boolean {
  const parts = text.split('@')
  const [local, domain] = parts
  if (parts.length !== 2 || local === undefined || domain === undefined) return false
  if (local.length > MAX_LOCAL || text.length > ADDRESS_LENGTH) return false
  // In a pattern `$` would also stand before a last line break.
  return !/\s/u.test(text) && localPart.test(local) && domainPart.test(domain)
}

/** One spelling for comparing: domains ignore case, and no mailbox here differs by case alone. */
export function addressKey(email: string): string {
  return email.trim().toLowerCase()
}

/** Addresses typed in one field, parted by commas, semicolons or line breaks; "Nom <adresse>" gives its address. */
export function addressesIn(text: string): string[] {
  return text
    .split(/[,;\n\r]/)
    .map((part) => (/<([^<>]*)>\s*$/.exec(part)?.[1] ?? part).trim())
    .filter((address) => address !== '')
}

export type Addressed = { readonly name: string; readonly email: string; readonly field: 'to' | 'cc' | 'bcc' }
export type Mailbox = { readonly name: string; readonly address: string }

/**
 * Who is written in each header: sound addresses, each once (in `to` rather than `cc` rather than `bcc`), in order.
 */
export function headersOf(recipients: readonly Addressed[]): Record<Addressed['field'], Mailbox[]> {
  const headers: Record<Addressed['field'], Mailbox[]> = { to: [], cc: [], bcc: [] }
  const seen = new Set<string>()
  for (const field of ['to', 'cc', 'bcc'] as const)
    for (const recipient of recipients) {
      const address = recipient.email.trim()
      if (recipient.field !== field || !isAddress(address) || seen.has(addressKey(address))) continue
      seen.add(addressKey(address))
      headers[field].push({ name: withoutBreaks(recipient.name), address })
    }
  return headers
}

/** The obstacle to reaching a recipient; null when the message reaches them. */
export function addressFault(email: string): 'none' | 'invalid' | null {
  if (email.trim() === '') return 'none'
  return isAddress(email.trim()) ? null : 'invalid'
}
