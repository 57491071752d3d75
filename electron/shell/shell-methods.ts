import { app, type BrowserWindow } from 'electron'
import type { MethodsOf, Output, Parsed } from '../contract/index.ts'
import type { Envelope } from '../contract/method.ts'
import { chooseAttachments, openAttachment } from './attachment-files.ts'
import { copyChart } from './copy-chart.ts'
import {
  chooseArchive,
  chooseBackup,
  chooseCopyFolder,
  chooseHandOverFolder,
  chooseProfile,
  chooseSource,
} from './copy-files.ts'
import type { CoreHost } from './core-host.ts'
import { DataMoving } from './data-moving.ts'
import { chooseDelivery, chooseWatchList } from './delivery-files.ts'
import { DispatchFiles } from './dispatch-files.ts'
import { SavedDocuments } from './document-files.ts'
import type { Folders } from './folders.ts'
import { chooseImport } from './import-file.ts'
import { chooseKeptFile } from './kept-file.ts'
import { chooseLogo } from './logo-file.ts'
import type { PresenterWindow } from './presenter-window.ts'
import { ProjectionFolders } from './projection-folder.ts'
import { chooseReturned } from './returned-files.ts'
import { chooseMails, openSubjectFile } from './subject-files.ts'
import { chooseTakeover } from './takeover-files.ts'

export type ShellMethods = {
  [M in MethodsOf<'shell'>]: (input: Parsed<M>) => Promise<Envelope<Output<M>>>
}

const done = { ok: true, value: {} } as const

/** The table of shell methods; `window` returns the window that asks. */
export function shellMethods(
  core: CoreHost,
  window: () => BrowserWindow,
  presenter: PresenterWindow,
  folders: Folders,
): ShellMethods {
  const saved = new SavedDocuments(core, window)
  const dispatches = new DispatchFiles(core, window)
  const moving = new DataMoving(core, window, folders)
  const projection = new ProjectionFolders(core, window)
  return {
    'imports.choose': () => chooseImport(core, window()),
    'observations.choose': (about) => chooseReturned(core, window(), about),
    'attachments.choose': (place) => chooseAttachments(core, window(), place),
    'attachments.open': ({ id }) => openAttachment(core, id),
    'attachments.buildProjection': (which) => projection.build(which),
    'attachments.stopProjection': async () => {
      projection.stop()
      return done
    },
    'attachments.openProjection': ({ meetingId }) => projection.open(meetingId),
    'documents.save': (which) => saved.save(which),
    'documents.saveDraft': (which) => saved.saveDraft(which),
    'documents.open': ({ token }) => saved.open(token),
    'documents.reveal': ({ token }) => saved.reveal(token),
    'documentStyle.chooseLogo': (place) => chooseLogo(core, window(), place),
    'dispatch.openMessage': ({ id }) => dispatches.openMessage(id),
    'dispatch.copy': (what) => dispatches.copy(what),
    'dispatch.openFolder': ({ id }) => dispatches.openFolder(id),
    'dispatch.openSent': ({ id }) => dispatches.openSent(id),
    'dispatch.chooseSharedFolder': () => dispatches.chooseSharedFolder(),
    'subjects.chooseMails': () => chooseMails(core, window()),
    'subjects.openFile': ({ id }) => openSubjectFile(core, id),
    'yearlyReport.copyChart': (which) => copyChart(core, which),
    'settings.chooseCopyFolder': () => chooseCopyFolder(core, window()),
    'handOver.chooseSource': (which) => chooseSource(core, window(), which),
    'handOver.chooseFolder': () => chooseHandOverFolder(core, window()),
    'dataPlace.move': ({ asks }) => moving.move(asks),
    'backups.takeOver': () => chooseBackup(core, window()),
    'keptFiles.choose': (which) => chooseKeptFile(core, window(), which),
    'profile.export': (which) => saved.saveProfile(which),
    'deliveries.choose': (which) => chooseDelivery(core, window(), which),
    'watchList.choose': () => chooseWatchList(core, window()),
    'takeover.choose': (which) => chooseTakeover(core, window(), which),
    'profile.import': (which) => chooseProfile(core, window(), which),
    'archive.export': (which) => saved.saveArchive(which),
    'archive.verify': (which) => chooseArchive(core, window(), which),
    'presenter.window': async (asked) => ({ ok: true, value: presenter.act(asked) }),
    'app.info': async () => ({ ok: true, value: info() }),
    'app.window': async ({ act }) => {
      actOnWindow(window(), act)
      return done
    },
  }
}

function info(): Output<'app.info'> {
  const platform = process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux'
  return { version: app.getVersion(), platform, electron: process.versions.electron }
}

function actOnWindow(window: BrowserWindow, act: Parsed<'app.window'>['act']): void {
  if (act === 'minimise') window.minimize()
  else if (act === 'close') window.close()
  else if (window.isMaximized()) window.unmaximize()
  else window.maximize()
}
