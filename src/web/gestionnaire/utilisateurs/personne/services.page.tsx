// « Changer les services et la période » of somebody (screens §9).
import type { ServiceLu } from '../../../../domain/structure/fiche.ts';
import type { PageLue } from '../../../../platform/postgres/pages.ts';
import { Alert } from '../../../components/alert.tsx';
import { PageDActe, type PropsDActe } from '../cadre-personne.tsx';
import { Motif, Periode, Portees } from '../champs.tsx';
import { nomDe } from '../mots.tsx';
import { Droits } from './personne.page.tsx';

const CHAMPS = ['dateDebut', 'dateFin', 'entiere', 'motif'];

export function servicesPage({
  services,
  ...props
}: PropsDActe & { services: PageLue<ServiceLu> }) {
  const { frame, personne, etat } = props;
  const { t } = frame;
  const nom = nomDe(personne);
  const conflit = etat.erreurs.includes('conflit');
  const avant = (
    <>
      {conflit && (
        <Alert t={t} kind="warning" title={t('utilisateurs.services.conflit')} focus>
          <p>{t('utilisateurs.services.conflitTexte')}</p>
        </Alert>
      )}
      {conflit && <Droits {...props} />}
      {personne.etat === 'DESACTIVEE' && (
        <Alert t={t} kind="info" title={t('utilisateurs.services.suspendu')} />
      )}
    </>
  );
  return (
    <PageDActe
      {...props}
      page="services"
      titre={t('utilisateurs.services.titre')}
      titreDocument={t('utilisateurs.services.titreDocument', { nom })}
      intro={t('utilisateurs.services.intro', { nom })}
      champs={CHAMPS}
      avant={avant}
      valider={t('utilisateurs.services.valider')}
    >
      <input type="hidden" name="version" value={etat.saisies['version']} />
      <Periode frame={frame} etat={etat} />
      <Portees frame={frame} etat={etat} services={services} />
      <Motif frame={frame} etat={etat} />
    </PageDActe>
  );
}
