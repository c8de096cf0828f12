// « Copier les droits » (screens §9): to somebody named by their identifiant.
import { formatNombre } from '../../../../platform/textes/formats.ts';
import { PageDActe, type PropsDActe } from '../cadre-personne.tsx';
import { Identifiant } from '../champs.tsx';
import { nomDe } from '../mots.tsx';
import { Droits } from './personne.page.tsx';

export function copiePage(props: PropsDActe) {
  const { frame, personne, etat } = props;
  const { t, langue } = frame;
  const titre = t('utilisateurs.copie.titre', { nom: nomDe(personne) });
  const { abonnements } = personne;
  const avant = (
    <>
      <Droits {...props} />
      {abonnements > 0 && (
        <p>
          {t('utilisateurs.copie.abonnements', {
            count: abonnements,
            nombre: formatNombre(langue, abonnements),
          })}
        </p>
      )}
    </>
  );
  return (
    <PageDActe
      {...props}
      page="copie"
      titre={titre}
      titreDocument={titre}
      intro={t('utilisateurs.copie.intro')}
      champs={['identifiant']}
      avant={avant}
      valider={t('utilisateurs.copie.valider')}
    >
      <Identifiant
        frame={frame}
        etat={etat}
        label={t('utilisateurs.copie.vers')}
        hint={t('utilisateurs.copie.versAide')}
      />
    </PageDActe>
  );
}
