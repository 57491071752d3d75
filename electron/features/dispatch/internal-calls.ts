import { join } from 'node:path'
import { AppError } from '../../contract/errors.ts'
import { safeName } from '../../documents/file-name.ts'
import { writeAtomically } from '../../documents/write-atomically.ts'
import { freeName } from '../../domain/documents/projection.ts'
import { headersOf } from '../../domain/people/addresses.ts'
import type { InternalHandlers, LongContext } from '../context.ts'
import { documentsFor, messageName, messageOf } from './compose.ts'
import { bytesOf } from './papers.ts'
import { dispatchView } from './queries.ts'
import { setMailAccount, tryMailAccount } from './sending/account.ts'
import { sendMessage } from './sending/send.ts'
import { chooseSharedFolder } from './shared-folder.ts'

const viewOf = (context: LongContext, id: string) => context.read((reading) => dispatchView(reading, id))

/** The name of a message as a file. */
export async function messageFileName(context: LongContext, id: string): Promise<string> {
  return messageName((await viewOf(context, id)).dispatch)
}

export const dispatchCalls: InternalHandlers<
  | 'writeSentMessage'
  | 'writeDispatchDocuments'
  | 'dispatchText'
  | 'setSharedFolder'
  | 'setMailAccount'
  | 'tryMailAccount'
  | 'sendMessage'
> = {
  async writeSentMessage(context, { id, path }) {
    if ((await viewOf(context, id)).dispatch.state !== 'sent') throw new AppError('state-refuses')
    await writeAtomically(path, await messageOf(context, id))
    return { path }
  },
  async writeDispatchDocuments(context, { id, folder }) {
    const documents = await documentsFor(context, id)
    const taken = new Set<string>()
    for (const document of documents) {
      const name = freeName(safeName(document.fileName), taken)
      await writeAtomically(join(folder, name), await bytesOf(context, document))
    }
    return { fileCount: documents.length }
  },
  async dispatchText(context, { id, what }) {
    const { dispatch, recipients } = await viewOf(context, id)
    if (what === 'subject' || what === 'body') return { text: dispatch[what] }
    // Bare addresses: every mail program takes them as they are, whatever a name holds.
    const mailboxes = headersOf(recipients)[what]
    return { text: mailboxes.map(({ address }) => address).join('; ') }
  },
  setSharedFolder: (context, { path }) => chooseSharedFolder(context, path),
  setMailAccount,
  tryMailAccount,
  sendMessage,
}
