import { describe, expect, it } from 'vitest'
import { text } from './said.ts'

// What notes and minutes tell of who does what, with the structure of real files and invented words.

const done = async (lines: readonly string[]) =>
  (
    await text([
      'Compte rendu du bureau du 3 mars 2026',
      'Présents : Anne Roure, Paul Lidon, Zoé Marval, Kim Viale, Luc Aubrac',
      ...lines,
    ])
  ).actions.map(({ owner, text: words }) => [owner, words])

describe('what somebody who was there takes upon them', () => {
  it('is told in the present in a bullet of its own', async () => {
    expect(
      await done([
        '1. Le bar',
        '• Kim fait l’inventaire du cellier cette semaine',
        '• Luc consulte trois bureaux d’études',
        '• Anne rappelle que la consigne est basse',
        '• Paul : on refuse les demi-paniers',
      ]),
    ).toEqual([
      ['Kim', 'Kim fait l’inventaire du cellier cette semaine'],
      ['Luc', 'Luc consulte trois bureaux d’études'],
    ])
  })

  it('is told in a short sentence of the text', async () => {
    expect(
      await done([
        '1. La venue des amis',
        '38 personnes viennent, dont 9 jeunes. Mme Roure relance les adhérents. P. Lidon réserve le car.',
        'Luc Aubrac prépare ses valises depuis le matin et dit que la route sera longue jusqu’à la ville où ils vont tous dormir.',
        'L’office de la pêche ajoutera deux points de suivi.',
      ]),
    ).toEqual([
      ['Mme Roure', 'Mme Roure relance les adhérents'],
      ['P. Lidon', 'P. Lidon réserve le car'],
      ['L’office de la pêche', 'L’office de la pêche ajoutera deux points de suivi'],
    ])
  })

  it('is what is to be done, before who does it', async () => {
    expect(
      await done([
        '1. Trésorerie',
        'Le livret est à jour. Facture des vestes à régler (Z. Marval).',
        '18 élèves. Annonce à passer dans la gazette : L. Aubrac.',
        'Lettre à envoyer avant le 31/03 (P. Lidon).',
      ]),
    ).toEqual([
      ['Z. Marval', 'Facture des vestes à régler'],
      ['L. Aubrac', 'Annonce à passer dans la gazette'],
      ['P. Lidon', 'Lettre à envoyer'],
    ])
  })
})

describe('an action', () => {
  it('is surer below its title than behind an arrow', async () => {
    const draft = await text([
      'Compte rendu du 4 mai 2026',
      'Présents : Zoé Marval, Luc Aubrac',
      '1. Le car',
      '→ Réserver le car avant juin',
      '2. Suites',
      'Actions :',
      '- Zoé Marval : relancer les adhérents',
    ])
    expect(draft.actions.map(({ source }) => source?.confidence)).toEqual([0.8, 0.9])
  })
})

describe('what is to be done, in a sentence of the text', () => {
  it.each([
    ['Zoé Marval demandera un devis à la tuilerie.', 'Zoé Marval'],
    ['Anne et Paul prépareront la fournée.', 'Anne et Paul'],
    ['C’est Kim qui contactera la mairie.', 'Kim'],
    ['Luc prend en charge la commande des briques.', 'Luc'],
    ['Luc est volontaire pour tenir la buvette.', 'Luc'],
    ['Zoé se renseigne sur les prix.', 'Zoé'],
    ['Chacun doit relire la charte avant mardi.', 'Chacun'],
    ['Merci à Paul de relancer le maçon.', 'Paul'],
    ['La commande est confiée à Kim.', 'Kim'],
    ['Relancer le maçon : Luc', 'Luc'],
    ['- Contacter l’école – Luc', 'Luc'],
    ['Margaux va chercher un moule.', 'Margaux'],
  ])('names who does it: %s', async (words, owner) => {
    expect((await done(['1. Le four', words])).map(([who]) => who)).toEqual([owner])
  })

  it.each([
    'Paul sera absent en mai.',
    'Paul doit partir à 20 h.',
    'Kim se propose pour être gardienne.',
    'Luc participera à la fournée.',
    'Tout le monde est content.',
    'Merci à Paul pour son aide.',
    'Zoé pense que Luc relira le texte.',
    '- Contacter : Luc',
    '- Prendre rendez-vous avec : Luc',
    '- Envoyer le plan à – Luc',
  ])('is nothing that only happens: %s', async (words) => {
    expect(await done(['1. Le four', words])).toEqual([])
  })
})

const decided = async (lines: readonly string[]) =>
  (
    await text([
      'Compte rendu du bureau du 3 mars 2026',
      'Présents : Anne Roure, Paul Lidon, Zoé Marval',
      'Lieu : la halle',
      '1. Le four',
      'Paul présente les prix.',
      'Zoé parle du transport.',
      ...lines,
    ])
  ).decisions.map(({ text: words, outcome }) => (outcome === null ? words : `${words} (${outcome})`))

describe('a sentence that decides', () => {
  it.each([
    'La méthode finale a été présentée et validée par les participants',
    'Au vu des échanges, il a été décidé par les co-pilotes du fournil, de renommer le four',
    'Le devis de la tuilerie est retenu',
    'Le contrat de ramonage est reconduit pour deux ans',
    'Une aide de 300 euros est accordée aux fourniers',
    'L’article 5 est modifié comme suit : les fournées ont lieu le lundi',
    'Après débat, la demande du moulin est refusée',
    'La décision de fermer le four en août est prise',
    'Il est mis fin au bail de la remise',
    'Il est convenu que chacun relira la charte',
    'Les adhérents approuvent le bilan',
    'L’ensemble des fourniers présents se prononce pour le maintien du tarif',
    'Le groupe a choisi la seconde maquette',
    'Le bureau ne donne pas suite à cette demande',
    'Tout le monde est d’accord pour la date du 5 juin',
    'Nous avons choisi le logo bleu',
    'On garde le même tarif que l’an dernier',
    'Le choix se porte sur la brique rouge',
    'La date retenue est le 5 mai',
    'Accord de principe pour l’achat d’un pétrin',
    'Avis favorable pour la demande de l’école',
    'OK pour le 5 mai',
    'Mandat est donné au bureau de signer le bail',
    'Avis favorable du bureau',
    'Avis favorable de la commission',
    'Avis défavorable des membres présents',
    'Accord donné par le conseil',
    'Accord donné par tous',
    'Accord de principe du conseil',
    'Accord du comité pour l’achat d’un pétrin',
    'De l’avis de tous, la proposition est retenue',
    'Selon l’article 5 du règlement, le conseil approuve le budget',
    'D’après le vote, la proposition est adoptée',
    'Pour la fête, le budget est approuvé',
    'La cotisation est fixée à 15 euros par an',
    'La proposition faite par Zoé est acceptée',
    'La charte est adoptée par la commission',
    'Il est décidé par le comité de fermer le four',
    'Les membres du bureau (Anne Roure, Paul Lidon) sont habilités à signer le bail',
    'Zoé Marval est nommée représentante légale de l’association',
    'Mme Marval est faite membre d’honneur',
    'Le devis de la tuilerie, d’un montant de 800 euros, est accepté',
    'Le bilan du four, mis aux voix, est approuvé',
    'Le four à pain est retenu',
    'L’adhésion à la fédération est votée',
    'La radiation de M. Lac est prononcée',
    'La cotisation reste fixée à 20 euros',
    'La cotisation passe à 25 euros en septembre',
    'Une commission des fours est créée',
    'Il est créé une commission des fours',
    'Le contrat de ramonage ne sera pas renouvelé',
    'Il a été choisi de garder la brique',
    'Le conseil prend la décision de vendre le pétrin',
    'Le bureau délègue à la commission le choix du bois',
    'On part sur le logo bleu',
    'Pas d’opposition à l’achat du four',
    'Accord pour l’achat du four',
    'Proposition validée : garder le logo',
    'La fête aura lieu le 5 juin : validé',
    'Anne Roure est reconduite dans ses fonctions',
    'Zoé Marval est mandatée pour signer le bail',
    'Paul Lidon devient trésorier',
    'Anne Roure et Paul Lidon reçoivent le mandat de trésorier',
    'Il a été décidé par ailleurs de fermer le four',
    'Il a été décidé par prudence de fermer le four',
    'Il est convenu par mail que la fête est reportée',
    'Il a été décidé par les habitants de fermer le four',
    'Pour Mme Roure, le tarif réduit est accordé',
    'Il est convenu que le pain est fait par Luc',
    'Le bureau charge Zoé de relancer la mairie',
    'Les tarifs passent à 4 €',
    'Une commission des fours est créée par le bureau',
    'Luc est désigné représentant au comité',
    'Zoé Marval devient trésorière de l’association',
    'Le choix se porte sur la brique de la tuilerie proposée par Luc',
    'La charte est adoptée par le comité de pilotage',
    'L’assemblée a approuvé les comptes de l’année 2025',
    'Les membres ont validé le calendrier de l’année à venir',
    'Nous ferons un four neuf : validé',
    'On achète un four neuf : accepté',
    'Le bureau charge Zoé du suivi du chantier',
    'L’assemblée charge le bureau des démarches',
    'Le conseil charge M. le maire, ou son adjoint, de signer le bail',
    'Un architecte est mandaté pour suivre les travaux',
    'La société Lenoir est mandatée pour refaire le toit',
    'Luc est désigné représentant auprès de la préfecture',
    'La participation des familles passe à 4 €',
    'Nous partons sur le modèle bleu',
  ])('is read whatever its form: %s', async (words) => {
    expect(await decided([`${words}.`])).toEqual([words])
  })

  it.each([
    'La méthode finale a été présentée et validée par la préfecture',
    'La méthode finale a été présentée et sera validée en mai',
    'Le permis a été refusé par la préfecture',
    'Trois demandes ont été refusées cette année faute de place',
    'La cotisation était fixée à 12 euros',
    'Le devis doit être validé par la mairie',
    'Le budget sera voté en avril',
    'La séance est reportée en mai',
    'Le prochain conseil est fixé au 4 juin',
    'Les membres présents votent à main levée',
    'L’ordre du jour étant épuisé, les participants conviennent de se revoir en mai',
    'Le conseil a adopté le plan lors de la séance de mai',
    'On garde le moral',
    'Nous avons choisi de vous présenter ces chiffres',
    'Le four est modifié par la mairie',
    'Que décide-t-on pour le four ?',
    'Le groupe travaille sur la maquette',
    'Avis favorable de la préfecture',
    'Accord donné par la mairie',
    'Selon la meunière, le dossier est accepté',
    'Pour la préfète, le dossier est accepté',
    'De l’avis de la préfète, le dossier est accepté',
    'D’après le maçon, la date retenue est le 5 mai',
    'Avis favorable préfecture',
    'Avis favorable de Mme Aubrac',
    'Avis favorable rendu par la préfecture',
    'Accord de principe de la mairie',
    'Accord donné par Zoé',
    'Le budget est adopté par Zoé Marval',
    'Pour l’instant, les anciens tarifs (pour le pain) sont maintenus',
    'Le tarif reste fixé à 20 euros depuis mai',
    'Le prix du bois passe de 50 à 60 euros',
    'Le four à bois a été refait',
    'Le club devient trop petit',
    'Zoé ne sera pas là',
    'État du dossier : validé',
    'Tarifs validés par la préfecture',
    'Il a été décidé par la préfecture que le four ferme',
    'Luc propose de garder le tarif. Accepté par le préfet',
    'Le projet de statuts est commenté. Ces derniers sont modifiés selon les remarques',
    'Le bail ne sera pas renouvelé par le propriétaire',
    'La commission de sécurité est créée par arrêté préfectoral',
    'Une commission d’enquête est constituée par le préfet',
    'Le taux de chômage passe à 8 %',
    'L’horaire du train passe à 18 h',
    'Le montant des impayés passe à 1200 euros',
    'Les horaires des bus restent inchangés pour la rentrée',
    'Il est créé une entreprise par Luc',
    'Le taux d’occupation passe de 50 à 60 %',
    'Accord pour la salle donné par le maire',
    'Pas d’opposition à la déclaration préalable de la part de la mairie',
    'Aucune objection à la venue de Paul n’a été reçue de la préfecture',
    'Avis favorable de la commission de sécurité',
    'Les bénévoles chargent le camion',
    'L’équipe charge les tables dans le camion',
    'Les parents chargent les voitures',
    'On part sur la route à 8 h',
    'Nous partons sur le terrain lundi',
    'L’organisme est habilité à recevoir des dons',
    'Le cabinet Lenoir est habilité à expertiser le four',
    'Zoé Marval devient présidente de la fédération régionale',
    'Paul devient responsable informatique dans son entreprise',
    'Zoé est mandatée pour signer le bail par la préfecture',
    'Mme Roy a été nommée responsable du service des impôts',
    'Luc est désigné représentant de la préfecture',
    'Nous attendons la réponse : accepté',
    'On demande si le devis est : validé',
    'Paul dira ce qui est : approuvé',
    'Le choix du groupe est sur la table',
    'Le jugement est prononcé le 12 mai',
    'Le budget est adopté par le conseil départemental',
    'Le tarif est fixé par la commission de la ville',
    'Les horaires de la halle restent inchangés',
    'L’assemblée a approuvé les comptes de l’année passée',
    'L’assemblée a approuvé les comptes de l’an dernier',
    'Les bénévoles chargent le camion de papier',
    'L’équipe charge la remorque de fer',
    'Les élus chargent le camion d’acier',
    'La participation aux élections passe à 60 %',
    'Nous demandons si la date convient : accepté',
  ])('is none that tells, asks or waits: %s', async (words) => {
    expect(await decided([`${words}.`])).toEqual([])
  })

  it('stands once over the count of its vote', async () => {
    expect(await decided(['Le bilan du four est approuvé.', 'Pour : 12, contre : 0'])).toEqual([
      'Le bilan du four est approuvé (Pour : 12, contre : 0)',
    ])
  })

  it('says nothing of the minutes before where decisions are marked', async () => {
    expect(
      await decided([
        'Le procès-verbal de février est adopté avec deux corrections.',
        'Décision : la fournée passe au lundi',
      ]),
    ).toEqual(['la fournée passe au lundi'])
  })
})
