// Naming somebody gestionnaire secondaire, or taking the role back (screens §9): a confirmation.
import { PageDActe, type PropsDActe } from '../cadre-personne.tsx';
import { Motif } from '../champs.tsx';
import { nomDe } from '../mots.tsx';

export function rolePage(props: PropsDActe) {
  const { frame, personne, etat } = props;
  const { t } = frame;
  const nom = nomDe(personne);
  const nommer = personne.role === 'UTILISATEUR';
  return (
    <PageDActe
      {...props}
      page="role"
      titre={t(`utilisateurs.role.titre${nommer ? 'Nommer' : 'Retirer'}`)}
      titreDocument={t(`utilisateurs.role.document${nommer ? 'Nommer' : 'Retirer'}`, { nom })}
      intro={t(`utilisateurs.role.${nommer ? 'nommer' : 'retirer'}`, { nom })}
      champs={['motif']}
      valider={t(`utilisateurs.role.valider${nommer ? 'Nommer' : 'Retirer'}`)}
    >
      {/* What the page said: the same act done meanwhile in another tab is not undone by this one. */}
      <input type="hidden" name="role" value={nommer ? 'GESTIONNAIRE_SECONDAIRE' : 'UTILISATEUR'} />
      <Motif frame={frame} etat={etat} />
    </PageDActe>
  );
}
