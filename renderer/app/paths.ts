export const paths = {
  home: '/accueil',
  meetings: '/seances',
  series: '/seances/calendrier',
  oldFiles: '/seances/reprise',
  bin: '/corbeille',
  agenda: '/seances/:meetingId/ordre-du-jour',
  preparation: '/seances/:meetingId/preparation',
  attachments: '/seances/:meetingId/documents',
  agendaPage: '/seances/:meetingId/page',
  participants: '/seances/:meetingId/participants',
  dispatch: '/seances/:meetingId/envois',
  session: '/seances/:meetingId/en-seance',
  notebooks: '/seances/:meetingId/carnets',
  minutes: '/seances/:meetingId/compte-rendu',
  meetingDetails: '/seances/:meetingId/fiche',
  meetingHistory: '/seances/:meetingId/historique',
  importReview: '/import',
  subjects: '/sujets',
  projects: '/projets',
  projectSheet: '/projets/fiche',
  projectReferences: '/projets/references',
  watch: '/veille',
  watchText: '/veille/texte',
  watchDue: '/veille/echeances',
  deliveries: '/veille/livraisons',
  followUp: '/decisions-actions',
  followUpClosed: '/decisions-actions/closes',
  followUpDecisions: '/decisions-actions/decisions',
  followUpChecks: '/decisions-actions/a-controler',
  yearlyReport: '/bilan',
  directory: '/annuaire',
  directoryImport: '/annuaire/import',
  directoryDuplicates: '/annuaire/doublons',
  said: '/qui-a-dit-quoi',
  settings: '/reglages',
  documentStyle: '/reglages/documents',
  personalData: '/reglages/donnees-personnelles',
  handOver: '/passer-la-main',
  team: '/reglages/equipe',
  backups: '/reglages/sauvegardes',
  keptFiles: '/reglages/fichiers',
  history: '/historique',
} as const

export type PlaceId = keyof typeof paths

type Segment<Path extends string> = Path extends `${infer Head}/${infer Tail}`
  ? Segment<Head> | Segment<Tail>
  : Path extends `:${infer Name}`
    ? Name
    : never

export type ParamsOf<P extends PlaceId> = { readonly [Name in Segment<(typeof paths)[P]>]: string }

/** Where the window is: the screen, its parameters, and what to show first there (an item, a project…). */
export type Place = {
  readonly id: PlaceId
  readonly params: Readonly<Record<string, string>>
  readonly focusId: string | null
}

/** The address of a screen, for `href` and `navigate`; `focusId` is what to choose there. */
export function href<P extends PlaceId>(
  ...[id, params, focusId]: ParamsOf<P> extends Record<string, never>
    ? [id: P, params?: ParamsOf<P>, focusId?: string]
    : [id: P, params: ParamsOf<P>, focusId?: string]
): string {
  const values: Readonly<Record<string, string>> = params ?? {}
  const path = paths[id].replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''))
  return focusId === undefined ? `#${path}` : `#${path}?id=${encodeURIComponent(focusId)}`
}

/** Reads an address; an unknown one is home. */
export function readPlace(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?')
  const focusId = new URLSearchParams(query).get('id')
  const parts = path.split('/')
  for (const id of Object.keys(paths) as PlaceId[]) {
    const params = match(paths[id].split('/'), parts)
    if (params !== null) return { id, params, focusId }
  }
  return { id: 'home', params: {}, focusId: null }
}

function match(pattern: readonly string[], parts: readonly string[]): Record<string, string> | null {
  if (pattern.length !== parts.length) return null
  const params: Record<string, string> = {}
  for (const [index, expected] of pattern.entries()) {
    const part = parts[index] ?? ''
    if (!expected.startsWith(':')) {
      if (expected !== part) return null
      continue
    }
    const value = decoded(part)
    if (value === null) return null
    params[expected.slice(1)] = value
  }
  return params
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    // An address typed or cut by hand.
    return null
  }
}
