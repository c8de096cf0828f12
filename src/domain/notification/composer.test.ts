// Each mail, in both languages: its subject, whom it greets, a whole link, whose account it is for.
import { describe, expect, test } from 'vitest';
import { LANGUES } from '../../platform/textes/index.ts';
import { composer, type Expediteur } from './composer.ts';
import type { Courriel } from './notification.ts';

const PORTAIL = 'https://portail.example.org';
const EXPEDITEUR: Expediteur = {
  publicUrl: PORTAIL,
  serviceName: 'Portail de Terneuil',
  embedded: false,
};
const ENVOI = {
  envoiId: 1,
  messageId: 'm',
  destinataire: 'a@b.fr',
  nomComplet: 'Pauline Dufour',
};

type Nature = Courriel['nature'];
/**
 * A mail of each nature, and the page that it links to. A nature without its line here does not
 * compile.
 */
const EXEMPLES: { [N in Nature]: [Extract<Courriel, { nature: N }>, lien: string] } = {
  ADRESSE_A_CONFIRMER: [
    { nature: 'ADRESSE_A_CONFIRMER', jeton: 'abc_-1' },
    '/mon-compte/informations-personnelles/confirmation?jeton=abc_-1',
  ],
  ADRESSE_DEMANDEE: [{ nature: 'ADRESSE_DEMANDEE' }, '/mon-compte/informations-personnelles'],
  ADRESSE_CHANGEE: [{ nature: 'ADRESSE_CHANGEE' }, '/mon-compte/informations-personnelles'],
  CONNEXION_REFUSEE: [{ nature: 'CONNEXION_REFUSEE' }, '/mon-compte'],
  COMPTE_DESACTIVE: [{ nature: 'COMPTE_DESACTIVE' }, '/aide'],
  COMPTE_REACTIVE: [{ nature: 'COMPTE_REACTIVE', motif: 'Retour de congé' }, '/mon-compte'],
  DEMANDE_ACCEPTEE: [
    {
      nature: 'DEMANDE_ACCEPTEE',
      demandeId: 12,
      structure: "Mairie d'Yzeure & Cie",
      reduite: true,
      abonnement: false,
    },
    '/demandes/12',
  ],
  DEMANDE_REFUSEE: [
    {
      nature: 'DEMANDE_REFUSEE',
      demandeId: 13,
      structure: 'Mairie de Terneuil',
      motif: "Voyez d'abord la DSI",
      abonnement: false,
    },
    '/demandes/13',
  ],
  PRINCIPAL_RECU: [
    { nature: 'PRINCIPAL_RECU', structure: 'Mairie de Terneuil' },
    '/mon-compte/rattachements',
  ],
  DEMANDE_EXPIREE: [
    { nature: 'DEMANDE_EXPIREE', demandeId: 14, structure: 'Mairie de Terneuil' },
    '/demandes/14',
  ],
  RATTACHEMENT_ACCORDE: [
    { nature: 'RATTACHEMENT_ACCORDE', structure: 'Mairie', gain: 'RATTACHEMENT', motif: null },
    '/mon-compte/rattachements',
  ],
  DROITS_RETIRES: [
    { nature: 'DROITS_RETIRES', structure: 'Mairie', perte: 'SUSPENDU', motif: 'Congé' },
    '/mon-compte/rattachements',
  ],
  REPRISE_SIGNALEE: [
    { nature: 'REPRISE_SIGNALEE', demandeId: 15, structure: 'Mairie', jour: '2026-12-01' },
    '/demandes/15',
  ],
  REPRISE_OPPOSEE: [
    { nature: 'REPRISE_OPPOSEE', demandeId: 16, structure: 'Mairie', motif: 'Je reviens lundi' },
    '/demandes/16',
  ],
  REPRISE_ACCEPTEE: [
    { nature: 'REPRISE_ACCEPTEE', demandeId: 17, structure: 'Mairie' },
    '/demandes/17',
  ],
  REPRISE_REFUSEE: [
    { nature: 'REPRISE_REFUSEE', demandeId: 18, structure: 'Mairie', motif: 'Non' },
    '/demandes/18',
  ],
  PRINCIPAL_REMPLACE: [
    { nature: 'PRINCIPAL_REMPLACE', structure: 'Mairie' },
    '/mon-compte/rattachements',
  ],
  DEMANDES_EN_ATTENTE: [
    {
      nature: 'DEMANDES_EN_ATTENTE',
      nombre: 2,
      demandes: [{ demandeur: 'Karim Benali', structure: 'Mairie', jour: '2026-11-20' }],
    },
    '/gestionnaire/demandes',
  ],
  DEMANDES_ESCALADEES: [
    {
      nature: 'DEMANDES_ESCALADEES',
      nombre: 1,
      demandes: [{ demandeur: 'Karim Benali', structure: 'Mairie', jour: '2026-11-20' }],
    },
    '/referent',
  ],
  RATTACHEMENTS_BIENTOT_FINIS: [
    {
      nature: 'RATTACHEMENTS_BIENTOT_FINIS',
      fins: [
        { structure: 'Mairie de Terneuil', service: null, jour: '2026-12-23' },
        { structure: 'CCAS', service: 'Achats', jour: '2027-01-01' },
      ],
    },
    '/mon-compte/rattachements',
  ],
};
const NATURES = Object.keys(EXEMPLES) as Nature[];
const CAS = NATURES.flatMap((nature) => LANGUES.map((langue) => [nature, langue] as const));

const ecrire = (nature: Nature, langue: (typeof LANGUES)[number], e = EXPEDITEUR) =>
  composer({ ...ENVOI, ...EXEMPLES[nature][0], langue }, e);

describe.each(CAS)('the mail %s in « %s »', (nature, langue) => {
  const courriel = ecrire(nature, langue);

  test('says everything in words: no key, no hole', () => {
    const { title, greeting, paragraphs, link, after, footer } = courriel;
    for (const texte of [title, greeting, ...paragraphs, link.label, after, ...footer]) {
      expect(texte.trim().length).toBeGreaterThan(5);
      expect(texte).not.toMatch(/courriels\.|\{\{|undefined|null/);
    }
    expect(courriel.langue).toBe(langue);
  });

  test('has a subject on one line, short enough to be read in a list', () => {
    expect(courriel.title).toMatch(/^[^\r\n]{5,70}$/);
  });

  test('greets the person and names in its foot the portal and the owner of the account', () => {
    expect(courriel.greeting).toContain('Pauline Dufour');
    expect(courriel.footer.join(' ')).toContain('Portail de Terneuil');
    expect(courriel.footer.join(' ')).toContain('Pauline Dufour');
  });

  test('says where to choose and how to stop if it is a reminder, else that it cannot be', () => {
    const rappel = ['DEMANDES_EN_ATTENTE', 'DEMANDES_ESCALADEES'].includes(nature);
    const dit = composer({ ...ENVOI, ...EXEMPLES[nature][0], langue }, EXPEDITEUR, 'abc');
    const [preference, arret] = dit.footerLinks ?? [];
    expect(preference?.href).toBe(
      rappel ? `${PORTAIL}/mon-compte/parametres#sujet-DEMANDES_A_DECIDER` : undefined,
    );
    expect(arret?.href).toBe(rappel ? `${PORTAIL}/desabonnement/abc` : undefined);
    expect(courriel.footer[0]?.includes('a@b.fr')).toBe(rappel);
    expect(courriel.footerLinks?.length).toBe(rappel ? 1 : undefined);
  });

  test('carries a whole link to the page that it speaks of', () => {
    expect(courriel.link.href).toBe(`${PORTAIL}${EXEMPLES[nature][1]}`);
  });

  test('says that it is a demonstration in the embedded run, and only there', () => {
    const embarque = ecrire(nature, langue, { ...EXPEDITEUR, embedded: true });
    expect(embarque.footer.join(' ')).toMatch(/officiel Chorus Pro|official Chorus Pro/);
    expect(courriel.footer.join(' ')).not.toContain('Chorus Pro');
  });
});

describe('a mail that asks to decide', () => {
  test.each(['DEMANDES_EN_ATTENTE', 'DEMANDES_ESCALADEES'] as const)(
    'on one request speaks of one, on several of several: %s',
    (nature) => {
      const dire = (nombre: number, langue: (typeof LANGUES)[number]) => {
        const { demandes } = EXEMPLES[nature][0];
        const mail = composer({ ...ENVOI, nature, nombre, demandes, langue }, EXPEDITEUR);
        return [mail.title, mail.paragraphs[0], mail.link.label, mail.after].join(' | ');
      };
      // The link leads to the list, where others may wait by then.
      expect(dire(1, 'fr')).toMatch(/^Une demande .* \| 1 demande .* \| Voir les demandes \| /);
      expect(dire(1, 'fr').replace('Voir les demandes', '')).not.toMatch(/demandes|elles|Leurs/);
      expect(dire(2, 'fr')).toMatch(/^Des demandes .* \| 2 demandes .* \| Voir les demandes \| /);
      expect(dire(1, 'en')).toMatch(/^A request .* \| 1 request .* \| See the requests \| /);
      expect(dire(1, 'en').replace('See the requests', '')).not.toMatch(/requests|they|Their/);
      expect(dire(2, 'en')).toMatch(/^Requests .* \| 2 requests .* \| See the requests \| /);
    },
  );
});

test('the two languages say different things', () => {
  for (const nature of NATURES) {
    const [fr, en] = [ecrire(nature, 'fr'), ecrire(nature, 'en')];
    expect(fr.title).not.toBe(en.title);
    expect(fr.paragraphs).not.toEqual(en.paragraphs);
  }
});

describe('a mail about espaces', () => {
  const ENGAGEMENTS = { code: 'ENGAGEMENTS', libelleFr: 'Engagements', libelleEn: 'Commitments' };
  const TRAVAUX = {
    code: 'TRAVAUX',
    libelleFr: 'Factures de travaux',
    libelleEn: 'Works invoices',
  };
  const sur = { structure: 'Mairie', motif: 'Mutation', espaces: [ENGAGEMENTS, TRAVAUX] };

  test.each([
    ['fr', 'Engagements et Factures de travaux'],
    ['en', 'Commitments and Works invoices'],
  ] as const)('names what is given or taken, in « %s »', (langue, noms) => {
    for (const courriel of [
      { nature: 'RATTACHEMENT_ACCORDE', gain: 'ESPACE', ...sur },
      { nature: 'DROITS_RETIRES', perte: 'ESPACE_RETIRE', ...sur },
      { nature: 'DROITS_RETIRES', perte: 'ESPACE_FINI', ...sur },
    ] as const) {
      const { paragraphs, link } = composer({ ...ENVOI, ...courriel, langue }, EXPEDITEUR);
      expect(paragraphs[0]).toContain(noms);
      expect(paragraphs[1]).toContain('Mutation');
      expect(link.href).toBe(`${PORTAIL}/mon-compte/abonnements`);
    }
  });

  test.each([
    ['fr', 1, /Votre demande d’espaces .* est close/],
    ['fr', 2, /Vos 2 demandes d’espaces .* sont closes/],
    ['en', 1, /Your request for espaces .* is closed/],
    ['en', 2, /Your 2 requests for espaces .* are closed/],
  ] as const)('says in « %s » that %d requests are over too', (langue, demandesCloses, phrase) => {
    const perte = { nature: 'DROITS_RETIRES', perte: 'REDUIT', structure: 'Mairie' } as const;
    const courriel = { ...ENVOI, ...perte, demandesCloses, motif: null, langue };
    expect(composer(courriel, EXPEDITEUR).paragraphs[1]).toMatch(phrase);
    expect(composer({ ...courriel, demandesCloses: 0 }, EXPEDITEUR).paragraphs).toHaveLength(1);
  });

  test.each(['DEMANDE_ACCEPTEE', 'DEMANDE_REFUSEE'] as const)('%s has its own words', (nature) => {
    for (const langue of LANGUES) {
      const autre = ecrire(nature, langue);
      const [exemple] = EXEMPLES[nature];
      const dit = composer({ ...ENVOI, ...exemple, abonnement: true, langue }, EXPEDITEUR);
      expect(dit.title).toMatch(/abonnement|subscription/);
      expect(dit.title).not.toBe(autre.title);
      expect(dit.paragraphs[0]).not.toBe(autre.paragraphs[0]);
    }
  });
});

describe('a mail', () => {
  test.each(LANGUES)('names the structure as it is written, in « %s »', (langue) => {
    const paragraphes = ecrire('DEMANDE_ACCEPTEE', langue).paragraphs.join(' ');
    expect(paragraphes).toContain("Mairie d'Yzeure & Cie");
    for (const nature of ['DEMANDE_REFUSEE', 'PRINCIPAL_RECU'] as const)
      expect(ecrire(nature, langue).paragraphs.join(' ')).toContain('Mairie de Terneuil');
  });

  test.each([
    ['fr', /commencent le 1er février 2027/, /prochaine page/],
    ['en', /begin on 1 February 2027/, /next page/],
  ] as const)('of rights to come says from which day on, in « %s »', (langue, jour, page) => {
    const [exemple] = EXEMPLES.DEMANDE_ACCEPTEE;
    const acceptee = { ...ENVOI, ...exemple, langue };
    expect(composer(acceptee, EXPEDITEUR).after).toMatch(page);
    const { after } = composer({ ...acceptee, debut: '2027-02-01' }, EXPEDITEUR);
    expect(after.replaceAll('\u00a0', ' ')).toMatch(jour);
    expect(after).not.toMatch(page);
  });

  test('of a gain on a rattachement that was there does not advise to delete it', () => {
    const gain = { nature: 'RATTACHEMENT_ACCORDE', structure: 'Mairie', motif: null } as const;
    const suite = (quoi: 'RATTACHEMENT' | 'REPRIS') =>
      composer({ ...ENVOI, ...gain, gain: quoi, langue: 'fr' }, EXPEDITEUR).after;
    expect(suite('RATTACHEMENT')).toContain('supprimez');
    expect(suite('REPRIS')).not.toContain('supprimez');
  });

  test.each(LANGUES)('of a deactivation says who did it, and why if told, in « %s »', (langue) => {
    const compte = { ...ENVOI, nature: 'COMPTE_DESACTIVE', langue } as const;
    const deMadrhas = composer(compte, EXPEDITEUR).paragraphs;
    expect(deMadrhas).toHaveLength(1);
    expect(deMadrhas[0]).toContain('MADRHAS');
    const parReferent = composer({ ...compte, motif: 'Départ' }, EXPEDITEUR).paragraphs;
    expect(parReferent[0]).toContain('DGFiP');
    expect(parReferent[0]).not.toContain('MADRHAS');
    expect(parReferent[1]).toMatch(/^\S+\s?: Départ$/);
  });

  test.each(LANGUES)('of a refusal gives its reason on a line of its own, in « %s »', (langue) => {
    const { paragraphs } = ecrire('DEMANDE_REFUSEE', langue);
    expect(paragraphs.length).toBe(2);
    expect(paragraphs[1]).toMatch(/^\S+\s?: Voyez d'abord la DSI$/);
  });

  test.each([
    ['fr', '23 décembre 2026', '1er janvier 2027'],
    ['en', '23 December 2026', '1 January 2027'],
  ] as const)('of ends to come lists each with its last day, in « %s »', (langue, un, deux) => {
    const { paragraphs } = ecrire('RATTACHEMENTS_BIENTOT_FINIS', langue);
    const [, ...fins] = paragraphs.map((p) => p.replaceAll('\u00a0', ' '));
    expect(fins.length).toBe(2);
    expect(fins[0]).toContain('Mairie de Terneuil');
    expect(fins[0]).toContain(un);
    expect(fins[1]).toContain('CCAS – Achats');
    expect(fins[1]).toContain(deux);
  });

  test.each(LANGUES)('of a delegation says from when to when, and why, in « %s »', (langue) => {
    const courriel = {
      ...({ nature: 'RATTACHEMENT_ACCORDE', gain: 'DELEGATION' } as const),
      ...{ structure: 'Mairie', debut: '2026-12-21', fin: '2027-01-04', motif: 'Congés' },
    };
    const { paragraphs } = composer({ ...ENVOI, ...courriel, langue }, EXPEDITEUR);
    expect(paragraphs[0]).toMatch(/Mairie.*21\W.*2026.*4\W.*2027/);
    expect(paragraphs[1]).toContain('Congés');
  });

  test.each(['RATTACHEMENT', 'ETENDU', 'REPRIS', 'SECONDAIRE'] as const)(
    'of the gain %s has a sentence of its own, and no reason where none was given',
    (gain) => {
      const courriel = { nature: 'RATTACHEMENT_ACCORDE', structure: 'Mairie', gain } as const;
      const dits = LANGUES.map((langue) =>
        composer({ ...ENVOI, ...courriel, motif: null, langue }, EXPEDITEUR).paragraphs.join('|'),
      );
      expect(dits[0]).toContain('Mairie');
      expect(dits[0]).not.toContain('|');
      expect(dits[0]).not.toBe(dits[1]);
    },
  );
});
