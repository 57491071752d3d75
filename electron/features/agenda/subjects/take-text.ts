import type { SubjectView } from '../../../contract/subjects.ts'
import { subjectText } from '../../../documents/text/subject.ts'
import { noteTitle, readPastedMail } from '../../../imports/mail/pasted.ts'
import type { WriteContext } from '../../context.ts'
import { blankSubject, mailTaker } from './message.ts'
import { subjectView } from './queries.ts'

export async function takeText(
  context: WriteContext,
  { id, text }: { id: string; text: string },
): Promise<SubjectView> {
  const { tx, today } = context
  const mail = readPastedMail(text)
  if (mail !== null) {
    const take = await mailTaker(context)
    return subjectView(tx, (await take(mail, id)).subjectId)
  }
  const words = text.trim()
  const title = noteTitle(words)
  await tx
    .insertInto('subject')
    .values({
      ...blankSubject(id, today),
      title: title || subjectText.untitled,
      // A note of one line says everything in its title.
      text: words === title ? '' : words.slice(0, 20_000),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return subjectView(tx, id)
}
