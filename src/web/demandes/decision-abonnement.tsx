// The manager's decision on a request for abonnements (screens §9): what is granted, possibly less, or why it is refused.
import { adresseDemande } from '../../domain/adresses.ts';
import type { AbonnementLu } from '../../domain/demande/queries-lecture.ts';
import { Block } from '../components/block.tsx';
import { Button, ButtonGroup } from '../components/button.tsx';
import { CheckGroup } from '../components/check-group.tsx';
import { Checkbox } from '../components/checkbox.tsx';
import type { Frame } from '../layout/page.tsx';
import { ligneEnMots } from '../mon-compte/abonnements/mots.tsx';
import { ChampMotif } from './champ-motif.tsx';
import {
  boiteDeLigne,
  type EtatSurAbonnement,
  lignesEnAttente,
  TEMOIN,
} from './form-abonnement.ts';

type Props = { frame: Frame; demande: AbonnementLu; etat: EtatSurAbonnement };

// How less may be granted: to take the only line away would be to refuse.
function commentMoins(plusieurs: boolean, reductible: boolean) {
  if (plusieurs) return reductible ? 'lignesEtMode' : 'lignes';
  return reductible ? 'mode' : undefined;
}

function Acceptation({ frame, demande, etat }: Props) {
  const { t } = frame;
  const refus = etat.erreurs.find(({ champ }) => champ === 'lignes');
  const erreur = refus?.champ === 'lignes' ? t(`abonnements.refus.${refus.motif}`) : undefined;
  const enAttente = lignesEnAttente(demande);
  const reductible = enAttente.some(({ mode }) => mode === 'MODIFICATION');
  const moins = commentMoins(enAttente.length > 1, reductible);
  return (
    <form
      class="pc-flow"
      method="post"
      action={`${adresseDemande(demande.id)}/acceptation`}
      novalidate
    >
      <input type="hidden" name={TEMOIN} value="oui" />
      <CheckGroup
        id="lignes"
        legend={t('abonnements.demande.accorde')}
        hint={moins && t(`abonnements.demande.accordeAide.${moins}`)}
        error={erreur}
      >
        {enAttente.map((ligne) => (
          <Checkbox
            key={ligne.id}
            id={boiteDeLigne(ligne.id)}
            name={boiteDeLigne(ligne.id)}
            value="oui"
            label={ligneEnMots(frame, { ...ligne, espace: ligne })}
            checked={etat.lignes.includes(ligne.id)}
          />
        ))}
      </CheckGroup>
      {reductible && (
        <Checkbox
          id="consultation"
          name="consultation"
          value="oui"
          label={t('abonnements.demande.consultation')}
          checked={etat.consultation}
        />
      )}
      <ButtonGroup>
        <Button>{t('gestion.decision.accepter')}</Button>
      </ButtonGroup>
    </form>
  );
}

function Refus({ frame, demande, etat }: Props) {
  const { t } = frame;
  const erreur = etat.erreurs.find(({ champ }) => champ === 'motif');
  return (
    <form class="pc-flow" method="post" action={`${adresseDemande(demande.id)}/refus`} novalidate>
      <ChampMotif
        frame={frame}
        label={t('gestion.masse.motif')}
        required
        value={etat.motif}
        error={erreur?.champ === 'motif' ? t(`gestion.refus.${erreur.motif}`) : undefined}
      />
      <ButtonGroup>
        <Button kind="secondary">{t('gestion.decision.refuser')}</Button>
      </ButtonGroup>
    </form>
  );
}

/** Both answers, one under the other. */
export function DecisionDAbonnement(props: Props) {
  const { t } = props.frame;
  return (
    <>
      <Block id="decision" title={t('gestion.decision.titre')}>
        <Acceptation {...props} />
      </Block>
      <Block id="refus" title={t('gestion.decision.refus')}>
        <Refus {...props} />
      </Block>
    </>
  );
}
