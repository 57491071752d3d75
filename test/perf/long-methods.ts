// A method that the core runs outside of a transaction and that is missing here does not compile.
import type { Input, MethodsOf } from '../../electron/contract/index.ts'
import { newId } from '../../renderer/api/new-id.ts'
import { directory } from './directory-methods.ts'
import { type Times, timed, timesOf } from './measure.ts'
import { pick, type Sample } from './method-inputs.ts'

/**
 * - `elsewhere`: a part of the bench of its own measures it, or what it waits for;
 * - `otherData`: it exchanges or encrypts the data, or speaks with another desk;
 * - `ends`: it ends or stops something, once;
 * - `chosen`: it goes on with a file that somebody chose in a dialog, or that came from elsewhere.
 */
type NotTimed = 'elsewhere' | 'otherData' | 'ends' | 'chosen'
type Long = MethodsOf<'long'>
type LongInputs = {
  readonly [M in Long]: NotTimed | ((sample: Sample, run: number) => Input<M> | Promise<Input<M>>)
}

const nothing = () => ({})
const bytes = (text: string) => new TextEncoder().encode(text)
const note = (run: number) => ({ fileName: 'note.txt', bytes: bytes(`note ${run} ${newId()}`) })
const mail = (run: number) => ({
  fileName: 'demande.eml',
  bytes: bytes(`Message-ID: <${newId()}@exemple.invalid>\r\nSubject: Demande ${run}\r\n\r\nBonjour`),
})
const freshSubject = async ({ call }: Sample) => {
  const id = newId()
  await call('subjects.add', { id, fields: { title: 'Sujet de mesure' } })
  return id
}

const longInputs: LongInputs = {
  'agenda.publish': 'ends',
  'agenda.versionFile': 'elsewhere',
  'approval.approve': 'ends',
  'approval.readReplies': ({ written: meetingId }, run) => ({ meetingId, files: [mail(run)] }),
  'approval.addCorrigendum': 'ends',
  'approval.addSignedCopy': 'chosen',
  'attachments.add': ({ next }, run) => ({ meetingId: next, itemId: null, file: note(run) }),
  'attendance.readReport': 'chosen',
  'backups.list': nothing,
  'backups.make': 'elsewhere',
  'backups.look': 'otherData',
  'backups.verify': 'elsewhere',
  'backups.restore': 'otherData',
  'backups.stop': 'ends',
  'backups.undoRestore': 'otherData',
  'backups.setRule': () => ({ recent: 5, days: 30, months: 12 }),
  'backups.restoreChosenEncrypted': 'otherData',
  'dataPlace.get': nothing,
  'dataPlace.keep': nothing,
  'dataPlace.stop': 'ends',
  'deliveries.read': 'elsewhere',
  'deliveries.rows': 'elsewhere',
  'deliveries.take': 'elsewhere',
  'deliveries.drop': 'ends',
  'deliveries.stop': 'ends',
  'directory.readFile': (_, run) => ({
    fileName: 'personnes.csv',
    bytes: bytes(`Nom;Prénom;Organisme\nMarchetti;Hélène;Organisme ${run}\n`),
  }),
  'dispatch.compose': 'elsewhere',
  'dispatch.markSent': 'ends',
  'team.stop': 'ends',
  'team.offered': nothing,
  'sending.settle': 'ends',
  'dispatch.setSharedPattern': () => ({ pattern: '{année}/{document}' }),
  'dispatch.leaveSharedFolder': nothing,
  'dispatch.retrySharedFolder': 'otherData',
  'documentStyle.addLogo': 'ends',
  'documentStyle.setTemplate': 'ends',
  'documents.render': 'elsewhere',
  'documents.verdict': 'elsewhere',
  'encryption.turnOn': 'otherData',
  'encryption.changePassphrase': 'otherData',
  'encryption.turnOff': 'otherData',
  'handOver.look': 'otherData',
  'handOver.nameMachine': (_, run) => ({ name: `Bureau ${run}` }),
  'handOver.transmit': 'otherData',
  'handOver.keep': 'otherData',
  'handOver.take': 'otherData',
  'handOver.giveUp': 'otherData',
  'handOver.takeAlone': 'otherData',
  'handOver.deposit': 'otherData',
  'handOver.showCopy': 'otherData',
  'handOver.leaveCopy': 'otherData',
  'handOver.compare': 'otherData',
  'handOver.merge': 'otherData',
  'handOver.openSource': 'otherData',
  'handOver.takeSource': 'otherData',
  'imports.recognise': ({ next }, run) => ({ meetingId: next, files: [{ ...mail(run), sizeBytes: 0 }] }),
  'imports.read': 'elsewhere',
  'imports.learn': (_, run) => ({
    fileName: `cr ${run}.docx`,
    labels: ['ordre du jour', 'participants', `lot ${'abcdefghij'.charAt(Number(run) % 10)}`],
    habits: [{ role: 'item', look: 'list 0 bullet', under: 'ordre du jour' }],
  }),
  'imports.stop': () => ({}),
  'imports.forget': () => ({ id: '00000000-0000-4000-8000-000000000000' }),
  'imports.keepFile': (_, run) => ({ bytes: note(run).bytes }),
  'keptFiles.list': nothing,
  'keptFiles.check': nothing,
  'keptFiles.stop': 'ends',
  'keptFiles.bringBack': 'otherData',
  'meetingBook.contents': ({ next }) => ({ meetingId: next, circulation: 'members' }),
  'meetingBook.stop': 'ends',
  'minutes.addPicture': 'chosen',
  'minutes.picture': 'chosen',
  'minutesVersions.keep': 'elsewhere',
  'minutesVersions.file': 'elsewhere',
  'notebooks.read': 'chosen',
  'observations.readFiles': 'chosen',
  'oldFiles.resume': 'elsewhere',
  'oldFiles.stop': 'ends',
  'oldFiles.take': 'elsewhere',
  'oldFiles.takePeople': 'elsewhere',
  'oldFiles.drop': 'ends',
  'personalData.known': async (sample, run) => ({
    personId: pick((await directory(sample)).persons, run).id,
  }),
  'personalData.anonymise': 'ends',
  'personalData.eraseDue': 'ends',
  'profile.stop': 'ends',
  'recovery.damage': nothing,
  'recovery.keepData': 'otherData',
  'recovery.keepRows': 'otherData',
  'recovery.older': nothing,
  'replies.readMails': ({ next }, run) => ({ meetingId: next, files: [mail(run)] }),
  'session.draft': ({ written: meetingId }) => ({ meetingId }),
  'session.keepDraft': ({ written }, run) => ({ meetingId: written, text: `D : à suivre ${run}` }),
  'settings.declineCopyFolder': nothing,
  'sample.load': 'otherData',
  'sample.remove': 'otherData',
  'spelling.check': ({ words }, run) => ({ words: [pick(words, run), `Zonolab${run}`] }),
  'spelling.suggest': (_, run) => ({ word: `seanse${'e'.repeat(run % 3)}` }),
  'desk.switchDueNotices': (_, run) => ({ isOn: run % 2 === 0 }),
  'spelling.switch': (_, run) => ({ isOn: run % 2 === 0 }),
  'subjects.takeMails': (_, run) => ({ files: [mail(run)] }),
  'subjects.stopTaking': 'ends',
  'subjects.addFile': async (sample, run) => ({ subjectId: await freshSubject(sample), file: note(run) }),
  'subjects.readSheet': 'chosen',
  'watchList.read': (_, run) => ({
    fileName: 'veille.csv',
    bytes: bytes(`NOR;Titre\nPRMX26${String(run).padStart(5, '0')}D;Décret d’exemple ${run}\n`),
  }),
  'watchList.rows': 'chosen',
  'watchList.take': 'chosen',
  'watchList.drop': 'chosen',
}

/** Times of every method outside of a transaction that can be called again and again, slowest first. */
export async function timeLongMethods(sample: Sample, runs: number): Promise<(Times & { method: string })[]> {
  const results: (Times & { method: string })[] = []
  for (const method of Object.keys(longInputs) as Long[]) {
    const inputOf = longInputs[method]
    if (typeof inputOf === 'string') continue
    const times: number[] = []
    for (let run = 0; run < runs; run += 1) {
      const input = (await inputOf(sample, run)) as Input<typeof method>
      times.push(await timed(() => sample.call(method, input)))
    }
    results.push({ method, ...timesOf(times) })
  }
  return results.sort((a, b) => b.p95 - a.p95)
}
