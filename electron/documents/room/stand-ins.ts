import type { AskedPerson } from '../../domain/attendance/reply.ts'
import { fold } from '../../domain/text/fold.ts'
import { typed } from '../head.ts'
import { calledName } from './names.ts'

/** Those who come instead of somebody, unless they are among those listed for themselves. */
export function standIns(
  asked: readonly AskedPerson[],
  listed: readonly AskedPerson[],
): { readonly name: string; readonly of: AskedPerson }[] {
  const own = new Set(listed.map((person) => fold(calledName(person))))
  return asked.flatMap((of) => {
    const name = of.reply?.answer === 'represented' ? typed(of.reply.representedBy) : ''
    return name === '' || own.has(fold(name)) ? [] : [{ name, of }]
  })
}
