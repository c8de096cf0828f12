// What identifies a structure, as lists to read: shared by its sheets and by requests (guide p.11).
import { type FicheStructure, regleDeFacturation } from '../../domain/structure/fiche.ts';
import { formatNombre } from '../../platform/textes/formats.ts';
import { nomPays } from '../commun/pays.ts';
import { Badge } from '../components/badge.tsx';
import type { ReadOnlyItem } from '../components/read-only-list.tsx';
import type { Frame } from '../layout/page.tsx';

/** « Type d'identifiant », « Identifiant », « Désignation », « Statut », « Type ». */
export function identite({ t }: Frame, fiche: FicheStructure): ReadOnlyItem[] {
  const badge = (
    <Badge kind={fiche.statut === 'ACTIF' ? 'success' : 'neutral'}>
      {t(`annuaire.statuts.${fiche.statut}`)}
    </Badge>
  );
  return [
    {
      label: t('annuaire.criteres.typeIdentifiant'),
      value: t(`annuaire.typesIdentifiant.${fiche.typeIdentifiant}`),
    },
    { label: t('annuaire.criteres.identifiant'), value: fiche.identifiant },
    { label: t('annuaire.resultats.designation'), value: fiche.designation },
    { label: t('annuaire.criteres.statut'), value: badge },
    {
      label: t('annuaire.structure.type'),
      value: t(`annuaire.typesStructure.${fiche.typeStructure}`),
    },
  ];
}

/** The address in one value, line by line; nothing when none is known. */
export function adressePostale({ langue }: Frame, fiche: FicheStructure) {
  const lignes = [
    fiche.adresseLigne,
    fiche.adresseComplement1,
    fiche.adresseComplement2,
    [fiche.adresseCodePostal, fiche.adresseVille].filter(Boolean).join(' '),
    fiche.adressePays && nomPays(langue, fiche.adressePays),
  ].filter(Boolean);
  return lignes.length === 0 ? null : lignes.map((ligne) => <div key={ligne}>{ligne}</div>);
}

/** What a supplier must know to invoice it. */
export function facturation({ t }: Frame, fiche: FicheStructure): ReadOnlyItem {
  return {
    label: t('annuaire.structure.facturation'),
    value: t(`annuaire.structure.regles.${regleDeFacturation(fiche)}`),
  };
}

/** How large a commune or an intercommunalité is, where that is known. */
export function population({ t, langue }: Frame, fiche: FicheStructure): ReadOnlyItem[] {
  if (fiche.population === null) return [];
  const value = formatNombre(langue, fiche.population);
  return [{ label: t('annuaire.structure.population'), value }];
}
