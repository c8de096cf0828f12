// « Déléguer » (screens §9): somebody manages the structure from a day to another.
import { PageDActe, type PropsDActe } from '../cadre-personne.tsx';
import { Motif, Periode } from '../champs.tsx';
import { nomDe } from '../mots.tsx';

export function delegationPage(props: PropsDActe) {
  const { frame, personne, etat } = props;
  const { t } = frame;
  const nom = nomDe(personne);
  return (
    <PageDActe
      {...props}
      page="delegation"
      titre={t('utilisateurs.delegation.titre')}
      titreDocument={t('utilisateurs.delegation.titreDocument', { nom })}
      intro={t('utilisateurs.delegation.intro', { nom })}
      champs={['dateDebut', 'dateFin', 'motif']}
      valider={t('utilisateurs.delegation.valider')}
    >
      <Periode frame={frame} etat={etat} finRequise />
      <Motif frame={frame} etat={etat} />
    </PageDActe>
  );
}
