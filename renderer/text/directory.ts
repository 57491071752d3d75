// Words of the directory: persons, organisations, colleges.
import { plural } from './plural.ts'

export const directoryText = {
  title: 'Annuaire',
  kinds: { persons: 'Personnes', organisations: 'Organismes', colleges: 'Collèges' },
  which: 'Contenu de l’annuaire',
  facts: (persons: number, organisations: number, colleges: number) =>
    [
      plural(persons, 'personne', 'personnes'),
      plural(organisations, 'organisme', 'organismes'),
      plural(colleges, 'collège', 'collèges'),
    ].join(', '),
  filter: 'Filtrer par nom',
  add: {
    persons: 'Ajouter une personne',
    organisations: 'Ajouter un organisme',
    colleges: 'Ajouter un collège',
  },
  fresh: { persons: 'Nouvelle personne', organisations: 'Nouvel organisme', colleges: 'Nouveau collège' },
  empty: {
    persons: 'Aucune personne',
    organisations: 'Aucun organisme',
    colleges: 'Aucun collège',
  },
  emptyHint: {
    persons: 'Les membres permanents sont proposés dans les présences de chaque séance.',
    organisations: 'Les organismes réunissent les personnes et s’impriment dans l’ordre protocolaire.',
    colleges: 'Les collèges regroupent les organismes, par exemple l’État et les associations d’élus.',
  },
  noMatch: 'Aucun nom ne correspond à ce filtre.',
  removed: {
    persons: 'Personne supprimée',
    organisations: 'Organisme supprimé',
    colleges: 'Collège supprimé',
  },
  remove: 'Supprimer',
  fields: {
    civility: 'Civilité',
    noCivility: 'Non précisée',
    givenName: 'Prénom',
    familyName: 'Nom',
    jobTitle: 'Fonction',
    organisation: 'Organisme',
    noOrganisation: 'Sans organisme',
    email: 'Adresse électronique',
    phone: 'Téléphone',
    isMember: 'Membre permanent',
    name: 'Nom',
    acronym: 'Sigle',
    college: 'Collège',
    noCollege: 'Sans collège',
    order: 'Ordre protocolaire',
    orderHelp: 'Du plus petit au plus grand dans toutes les listes.',
  },
  columns: {
    name: 'Nom',
    jobTitle: 'Fonction',
    organisation: 'Organisme',
    member: 'Qualité',
    acronym: 'Sigle',
    college: 'Collège',
    order: 'Ordre',
    organisations: 'Organismes',
    persons: 'Personnes',
  },
  member: 'membre',
  guest: 'invité',
}
