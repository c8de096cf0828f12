// « Mes informations personnelles » as a read-only list, for the page that shows all blocks (guide p.7).
import type { Compte } from '../../../domain/compte/compte.ts';
import { ecrireTelephone } from '../../../domain/compte/valeurs.ts';
import { nomPays } from '../../commun/pays.ts';
import type { Frame } from '../../layout/page.tsx';

/** The items of a read-only list. */
export function informationsResumees({ t, langue }: Frame, compte: Compte) {
  const { adresseLigne, adresseComplement, adresseCodePostal, adresseVille, adressePays } = compte;
  const ville = [adresseCodePostal, adresseVille].filter(Boolean).join(' ');
  const pays = adressePays && nomPays(langue, adressePays);
  const lignes = [adresseLigne, adresseComplement, ville, pays].filter(Boolean);
  const numero = (e164: string | null) => e164 && ecrireTelephone(e164);
  const absent = t('compte.nonRenseigne');
  return [
    { label: t('compte.champs.prenom'), value: compte.prenom },
    { label: t('compte.champs.nom'), value: compte.nom },
    { label: t('compte.champs.identifiantConnexion'), value: compte.identifiantConnexion },
    { label: t('compte.champs.adresseElectronique'), value: compte.adresseElectronique ?? absent },
    { label: t('compte.blocs.adressePostale'), value: lignes.join(', ') || absent },
    { label: t('compte.champs.telephone'), value: numero(compte.telephone) ?? absent },
    { label: t('compte.champs.fax'), value: numero(compte.fax) ?? absent },
  ];
}
