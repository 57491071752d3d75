// A transfer to an archives service: one description of the package in XML, and its files beside it.
// Source: SEDA 2.3, ArchiveTransfer (Service interministériel des Archives de France, June 2024).
import type { ArchivedKind, RetentionRule } from '../../domain/minutes/retention.ts'
import { escapeMarkup } from '../paper/escape.ts'
import { wellFormed } from '../paper/well-formed.ts'
import { meetingArchiveText as text } from '../text/meeting-archive.ts'
import type { ArchivedPiece, MeetingArchiveModel, Transfer } from './model.ts'

/** Where it stands in the package, as the services that take one in look for it. */
export const TRANSFER_MANIFEST = 'manifest.xml'

type Element = readonly [name: string, content: string | readonly Element[], attributes?: string]

/** The manifest of a transfer; `pieces` in the order of the archive, the approved minutes first. */
export function transferManifest(
  model: MeetingArchiveModel & { transfer: Transfer },
  pieces: readonly ArchivedPiece[],
): string {
  const { transfer, madeAt, meetingId, rules } = model
  const { archives, transferring, originating, agreement } = transfer
  const content: Element[] = [
    ['Comment', text.transferComment],
    ['Date', madeAt],
    ['MessageIdentifier', `${meetingId}_${madeAt}`],
    ...given('ArchivalAgreement', agreement),
    ['CodeListVersions', []],
    [
      'DataObjectPackage',
      [
        ...pieces.map(dataObjects),
        ['DescriptiveMetadata', [meetingUnit(model, pieces)]],
        [
          'ManagementMetadata',
          [
            ['LegalStatus', 'Public Archive'],
            ['OriginatingAgencyIdentifier', originating],
            ['SubmissionAgencyIdentifier', transferring],
          ],
        ],
      ],
    ],
    ['ArchivalAgency', [['Identifier', archives]]],
    ['TransferringAgency', [['Identifier', transferring]]],
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written([
    'ArchiveTransfer',
    content,
    ' xmlns="fr:gouv:culture:archivesdefrance:seda:v2.3"',
  ])}`

  function meetingUnit({ meeting }: MeetingArchiveModel, all: readonly ArchivedPiece[]): Element {
    return [
      'ArchiveUnit',
      [
        [
          'Content',
          [
            ['DescriptionLevel', 'File'],
            ['Title', transfer.title],
            ['OriginatingAgencyArchiveUnitIdentifier', meetingId],
            ...given('Description', transfer.description),
            ['Language', text.language],
            ...transfer.keywords.map((words): Element => ['Keyword', [['KeywordContent', words]]]),
            ['OriginatingAgency', [['Identifier', originating]]],
            ['StartDate', meeting.date],
            ['EndDate', meeting.date],
          ],
        ],
        ...all.map((piece, index) => pieceUnit(piece, index)),
      ],
      ' id="seance"',
    ]
  }

  function pieceUnit({ kind, title, date }: ArchivedPiece, index: number): Element {
    const rule = rules.find((one) => one.kind === kind)
    const management = rule === undefined ? [] : managementOf(rule, date)
    return [
      'ArchiveUnit',
      [
        ...(management.length === 0 ? [] : [['Management', management] satisfies Element]),
        [
          'Content',
          [
            ['DescriptionLevel', 'Item'],
            ['Title', title],
            ['DocumentType', text.kinds[kind]],
            ['Language', text.language],
            ['CreatedDate', date],
            ...(index === 0 ? approvalOf(model) : []),
          ],
        ],
        ['DataObjectReference', [['DataObjectGroupReferenceId', `groupe-${index + 1}`]]],
      ],
      ` id="piece-${index + 1}"`,
    ]
  }
}

function dataObjects({ path, sizeBytes, sha256, mediaType }: ArchivedPiece, index: number): Element {
  const file = path.slice(path.lastIndexOf('/') + 1)
  return [
    'DataObjectGroup',
    [
      [
        'BinaryDataObject',
        [
          ['DataObjectVersion', 'BinaryMaster_1'],
          ['Uri', path.split('/').map(encodeURIComponent).join('/')],
          ['MessageDigest', sha256, ' algorithm="SHA-256"'],
          // The schema takes no size of nothing.
          ...(sizeBytes === 0 ? [] : [['Size', String(sizeBytes)] satisfies Element]),
          ['FormatIdentification', [['MimeType', mediaType]]],
          ['FileInfo', [['Filename', file]]],
        ],
        ` id="objet-${index + 1}"`,
      ],
    ],
    ` id="groupe-${index + 1}"`,
  ]
}

/** Only what was agreed: a rule without its identifier is none, and a final fate must be one that the standard knows. */
function managementOf(rule: RetentionRule, from: string): Element[] {
  const fate = fates[rule.finalFate ?? 'none']
  const named = (identifier: string): Element[] =>
    identifier === ''
      ? []
      : [
          ['Rule', identifier],
          ['StartDate', from],
        ]
  return [
    ...(fate === null
      ? []
      : [['AppraisalRule', [...named(rule.appraisalRule), ['FinalAction', fate]]] satisfies Element]),
    ...(rule.accessRule === '' ? [] : [['AccessRule', named(rule.accessRule)] satisfies Element]),
  ]
}

/** What is to be sorted is kept until the archives service has sorted it: the standard has no third fate. */
const fates = { keep: 'Keep', sort: 'Keep', destroy: 'Destroy', none: null } as const satisfies Record<
  NonNullable<RetentionRule['finalFate']> | 'none',
  string | null
>

function approvalOf({ approval }: MeetingArchiveModel): Element[] {
  return [
    [
      'Event',
      [
        ['EventType', text.approvalEvent],
        ['EventDateTime', approval.approvedOn],
        ['EventDetail', text.approvedBy(text.modes[approval.mode])],
      ],
    ],
  ]
}

const given = (name: string, words: string): Element[] => (words.trim() === '' ? [] : [[name, words]])

function written([name, content, attributes = '']: Element, indent = ''): string {
  if (typeof content === 'string')
    return `${indent}<${name}${attributes}>${escapeMarkup(wellFormed(content))}</${name}>\n`
  if (content.length === 0) return `${indent}<${name}${attributes}/>\n`
  const inner = content.map((element) => written(element, `${indent} `)).join('')
  return `${indent}<${name}${attributes}>\n${inner}${indent}</${name}>\n`
}

/** Kinds of which a rule says a fate that the standard does not know. */
export const sortedKinds = (rules: readonly RetentionRule[]): ArchivedKind[] =>
  rules.filter(({ finalFate }) => finalFate === 'sort').map(({ kind }) => kind)

/** Kinds whose rule has a name and no final fate: the standard takes it with one only. */
export const leftOutKinds = (rules: readonly RetentionRule[]): ArchivedKind[] =>
  rules
    .filter(({ finalFate, appraisalRule }) => finalFate === null && appraisalRule !== '')
    .map(({ kind }) => kind)

/** Kinds whose final fate leaves without the name of a rule, thus without a term. */
export const unnamedKinds = (rules: readonly RetentionRule[]): ArchivedKind[] =>
  rules
    .filter(({ finalFate, appraisalRule }) => finalFate !== null && appraisalRule === '')
    .map(({ kind }) => kind)
