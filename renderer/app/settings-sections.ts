// The sections of the settings, in the order of their list: some are parts of one screen, some are screens of their own.
import Archive from 'lucide-react/icons/archive'
import FilePenLine from 'lucide-react/icons/file-pen-line'
import FileText from 'lucide-react/icons/file-text'
import FlaskConical from 'lucide-react/icons/flask-conical'
import FolderInput from 'lucide-react/icons/folder-input'
import Handshake from 'lucide-react/icons/handshake'
import HistoryIcon from 'lucide-react/icons/history'
import Info from 'lucide-react/icons/info'
import Landmark from 'lucide-react/icons/landmark'
import LaptopMinimalCheck from 'lucide-react/icons/laptop-minimal-check'
import ListOrdered from 'lucide-react/icons/list-ordered'
import Mail from 'lucide-react/icons/mail'
import Milestone from 'lucide-react/icons/milestone'
import Monitor from 'lucide-react/icons/monitor'
import Newspaper from 'lucide-react/icons/newspaper'
import Package from 'lucide-react/icons/package'
import Palette from 'lucide-react/icons/palette'
import ShieldCheck from 'lucide-react/icons/shield-check'
import SpellCheck from 'lucide-react/icons/spell-check'
import Trash2 from 'lucide-react/icons/trash-2'
import UserLock from 'lucide-react/icons/user-lock'
import Users from 'lucide-react/icons/users'
import UsersRound from 'lucide-react/icons/users-round'
import { foldedWords } from '../../electron/domain/text/fold.ts'
import { templateText } from '../text/agenda-template.ts'
import { archiveText } from '../text/archive.ts'
import { attendanceText } from '../text/attendance.ts'
import { planTemplateText } from '../text/back-planning.ts'
import { backupsText } from '../text/backups.ts'
import { deskText } from '../text/desk.ts'
import { dispatchKindText } from '../text/dispatch.ts'
import { dispatchSettingsText } from '../text/dispatch-settings.ts'
import { documentStyleText } from '../text/document-style.ts'
import { handOverText } from '../text/hand-over.ts'
import { keptFilesText } from '../text/kept-files.ts'
import { learntText } from '../text/learnt.ts'
import { legifranceText } from '../text/legifrance.ts'
import { managedText } from '../text/managed.ts'
import { minutesSettingsText } from '../text/minutes-settings.ts'
import { oldFilesText } from '../text/old-files.ts'
import { personalDataText } from '../text/personal-data.ts'
import { placeText } from '../text/place.ts'
import { profileText } from '../text/profile.ts'
import { sendingText } from '../text/sending.ts'
import { settingsText as text } from '../text/settings.ts'
import { spellingText } from '../text/spelling.ts'
import { teamText } from '../text/team.ts'
import type { IconShape } from '../ui/Icon.tsx'
import { href, type PlaceId } from './paths.ts'

/** The parts of the screen of the settings, as its address names them. */
export const settingsParts = [
  'affichage',
  'orthographe',
  'lecture',
  'instance',
  'ordre-du-jour',
  'retroplanning',
  'presences',
  'compte-rendu',
  'envois',
  'legifrance',
  'archivage',
  'profil',
  'exemple',
  'imposes',
  'a-propos',
] as const
export type SettingsPart = (typeof settingsParts)[number]

export type SettingsSectionId =
  | SettingsPart
  | 'documentStyle'
  | 'backups'
  | 'handOver'
  | 'team'
  | 'personalData'
  | 'oldFiles'
  | 'history'
  | 'bin'

export type SettingsSection = {
  readonly id: SettingsSectionId
  readonly title: string
  readonly icon: IconShape
  readonly address: string
  /** What can be set there, in the words of the screen. */
  readonly words: readonly string[]
  /** What others call that. */
  readonly synonyms: string
}

type Group = { readonly title: string; readonly sections: readonly SettingsSection[] }

const synonyms: Readonly<Record<SettingsSectionId, string>> = text.synonyms

function part(id: SettingsPart, title: string, icon: IconShape, words: readonly string[]): SettingsSection {
  return { id, title, icon, address: href('settings', {}, id), words, synonyms: synonyms[id] }
}

function screen(
  id: Exclude<SettingsSectionId, SettingsPart>,
  icon: IconShape,
  words: readonly string[],
): SettingsSection {
  return { id, title: placeText[id], icon, address: href(id), words, synonyms: synonyms[id] }
}

export const settingsGroups: readonly Group[] = [
  {
    title: text.groups.desk,
    sections: [
      part('affichage', text.appearance, Monitor, [
        text.theme,
        ...Object.values(text.themes),
        text.textSize,
        text.larger,
        ...Object.values(text.deskChoices).map(({ label }) => label),
        deskText.announce,
      ]),
      part('orthographe', spellingText.title, SpellCheck, [spellingText.underline, spellingText.words]),
      part('lecture', learntText.title, FileText, [learntText.lead]),
    ],
  },
  {
    title: text.groups.body,
    sections: [
      part('instance', text.body, Landmark, Object.values(text.fields)),
      screen('documentStyle', Palette, [
        documentStyleText.settingsLead,
        ...Object.values(documentStyleText.sectionNames),
      ]),
    ],
  },
  {
    title: text.groups.month,
    sections: [
      part('ordre-du-jour', templateText.title, ListOrdered, [templateText.lead]),
      part('retroplanning', planTemplateText.title, Milestone, [planTemplateText.lead]),
      part('presences', attendanceText.rules, Users, [
        attendanceText.quorumPercent,
        attendanceText.maxProxies,
      ]),
      part('compte-rendu', minutesSettingsText.title, FilePenLine, [
        minutesSettingsText.reviewDays,
        minutesSettingsText.approvalMode,
        ...Object.values(minutesSettingsText.modes),
      ]),
      part('envois', text.dispatch, Mail, [
        ...Object.values(dispatchSettingsText.fields),
        sendingText.title,
        sendingText.password,
        dispatchSettingsText.templates,
        ...Object.values(dispatchKindText),
        dispatchSettingsText.folder,
        dispatchSettingsText.pattern,
      ]),
      part('legifrance', legifranceText.title, Newspaper, [
        legifranceText.lead,
        legifranceText.clientId,
        legifranceText.secret,
      ]),
    ],
  },
  {
    title: text.groups.data,
    sections: [
      screen('backups', ShieldCheck, [backupsText.sectionLead, keptFilesText.title]),
      screen('handOver', Handshake, [handOverText.settingsLead]),
      screen('team', UsersRound, [teamText.settingsLead, ...teamText.words]),
      part('profil', profileText.title, Package, [profileText.exportFolder, profileText.importProfile]),
      part('archivage', archiveText.rules, Archive, [
        archiveText.dua,
        archiveText.fate,
        archiveText.communicable,
        ...Object.values(archiveText.kinds),
        archiveText.services,
        archiveText.archivesAgency,
        archiveText.transferringAgency,
      ]),
      screen('personalData', UserLock, [personalDataText.settingsLead]),
      screen('oldFiles', FolderInput, [oldFilesText.firstLead]),
      screen('history', HistoryIcon, [text.historyLead]),
      screen('bin', Trash2, [text.binLead]),
    ],
  },
  {
    title: text.groups.application,
    sections: [
      part('exemple', text.sample, FlaskConical, [text.sampleLoad, text.sampleRemove]),
      part('imposes', managedText.title, LaptopMinimalCheck, [managedText.lead]),
      part('a-propos', text.about, Info, [text.versionAndLicence, deskText.updates, deskText.incidents]),
    ],
  },
]

/** The part that an address names; without a name, the first. */
export function settingsPart(focusId: string | null): SettingsPart {
  return settingsParts.find((id) => id === focusId) ?? settingsParts[0]
}

/** The section that is on the screen. */
export function settingsSectionOf(place: PlaceId, focusId: string | null): SettingsSectionId {
  if (place === 'settings') return settingsPart(focusId)
  const own = place === 'keptFiles' ? 'backups' : place
  return (
    settingsGroups.flatMap(({ sections }) => sections).find(({ id }) => id === own)?.id ?? settingsParts[0]
  )
}

/** A section that is found, and which of its words were. */
type Found = { readonly section: SettingsSection; readonly by: string | null }

/**
 * Of each group, the sections that say every word typed, or its beginning, in their title or in one of their lines.
 * @param isTeam on the base of a team nobody hands anything over
 */
export function findSettings(
  typed: string,
  isTeam: boolean,
): readonly { title: string; found: readonly Found[] }[] {
  const asked = foldedWords(typed)
  return settingsGroups.flatMap(({ title, sections }) => {
    const found = sections.flatMap((section): Found[] => {
      if (isTeam && section.id === 'handOver') return []
      if (says([section.title], asked)) return [{ section, by: null }]
      const by = section.words.find((words) => says([title, section.title, words], asked))
      return by === undefined ? [] : [{ section, by }]
    })
    return found.length === 0 ? [] : [{ title, found }]
  })
}

function says(words: readonly string[], asked: readonly string[]): boolean {
  const said = words.flatMap(foldedWords)
  return asked.every((word) => said.some((one) => one.startsWith(word)))
}
