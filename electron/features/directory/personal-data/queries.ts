import type { Output } from '../../../contract/index.ts'
import type { Reader } from '../../../db/driver.ts'
import { registerText } from '../../../documents/text/personal-data.ts'
import { RegisterHeading, type Retention } from '../../../domain/people/personal-data.ts'
import type { ReadContext } from '../../context.ts'
import { getBody } from '../../reads/settings.ts'

/** Those of the last years; all of them stay in the data. */
const MOST_ERASURES = 100

export async function retentionOf(tx: Reader): Promise<Retention> {
  return tx
    .selectFrom('personalData')
    .select(['contactMonths', 'mailMonths', 'replyMonths', 'noteMonths'])
    .executeTakeFirstOrThrow()
}

/** @param context the desk says whether copies are also kept elsewhere. */
export async function personalDataView({
  tx,
  desk,
  teamHost,
}: Pick<ReadContext, 'tx' | 'desk' | 'teamHost'>): Promise<Output<'personalData.get'>> {
  const {
    id: _,
    version,
    contactMonths,
    mailMonths,
    replyMonths,
    noteMonths,
    ...own
  } = await tx.selectFrom('personalData').selectAll().executeTakeFirstOrThrow()
  const retention = { contactMonths, mailMonths, replyMonths, noteMonths }
  const body = await getBody(tx)
  const { issuer } = (await tx
    .selectFrom('letterhead')
    .select('issuer')
    .orderBy('validFrom', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? { issuer: '' }
  const proposed = registerText.proposals({
    body: body.name,
    issuer,
    contact: [body.contact, body.email].filter((words) => words.trim() !== '').join(', '),
    retention,
    hasSecondCopy: desk.copyFolder !== null,
    hasSharedFolder: desk.sharedFolder !== null,
    teamHost,
  })
  const erasures = await tx
    .selectFrom('erasure')
    .select(['id', 'kind', 'at', 'doneBy', 'removed', 'rewritten'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_ERASURES)
    .execute()
  return {
    version,
    retention,
    erasures,
    register: RegisterHeading.options.map((heading) => ({
      heading,
      title: registerText.headings[heading],
      text: own[heading] ?? proposed[heading],
      isOwn: own[heading] !== null,
    })),
  }
}
