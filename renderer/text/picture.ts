import { plural } from '../../electron/domain/text/plural.ts'

export const pictureText = {
  add: 'Image',
  alt: 'Texte de remplacement',
  hint: 'Dire ce que l’image montre à qui ne la voit pas. Entrée pour revenir au texte.',
  missingAlt: 'À décrire : sans ce texte, qui ne voit pas l’image n’en saura rien.',
  noAlt: 'Image sans description',
  width: 'Largeur de l’image',
  sizes: { small: 'Petite', medium: 'Moyenne', full: 'Pleine largeur' },
  arriving: 'Ajout de l’image…',
  gone: 'Cette image n’est plus dans le dossier des données. La supprimer, puis l’ajouter de nouveau.',
  lost: 'Le texte a été quitté avant que l’image soit enregistrée. L’ajouter de nouveau.',
  leftOut: (count: number) =>
    count === 1
      ? 'Une image n’a pas été reprise. La copier seule dans son document, puis la coller ici.'
      : `${plural(count, 'image', 'images')} n’ont pas été reprises. Les copier une à une dans leur document, puis les coller ici.`,
  undescribed: (count: number) =>
    `${plural(count, 'image', 'images')} à décrire : qui ne ${count === 1 ? 'la' : 'les'} voit pas n’en saura rien.`,
  describe: 'Décrire l’image',
}
