// The manager's decision, on the page of a request (screens §9): what is granted, possibly less, or why it is refused.
import { adresseDemande } from '../../domain/adresses.ts';
import type { PartDuLecteur } from '../../domain/demande/acceptation.ts';
import type { RattachementLu } from '../../domain/demande/queries-lecture.ts';
import { Alert } from '../components/alert.tsx';
import { Block } from '../components/block.tsx';
import { Button, ButtonGroup } from '../components/button.tsx';
import { CheckGroup } from '../components/check-group.tsx';
import { Checkbox } from '../components/checkbox.tsx';
import { Field } from '../components/field.tsx';
import type { Frame } from '../layout/page.tsx';
import { porteeEnMots } from '../mon-compte/rattachements/periode.ts';
import { ChampMotif } from './champ-motif.tsx';
import {
  boiteDe,
  type ErreurDeDecision,
  type EtatDeDecision,
  fermee,
  lignesEnAttente,
} from './form.ts';

export type DecisionProps = {
  frame: Frame;
  demande: RattachementLu;
  part: PartDuLecteur;
  etat: EtatDeDecision;
  jour: string;
};

function messageDe(
  { frame: { t }, etat }: DecisionProps,
  champ: ErreurDeDecision['champ'],
): string | undefined {
  const erreur = etat.erreurs.find((une) => une.champ === champ);
  return erreur && t(`gestion.refus.${erreur.motif}`);
}

function Portees(props: DecisionProps) {
  const { frame, demande, etat, jour } = props;
  const { t } = frame;
  const erreur = messageDe(props, 'portees');
  const enAttente = lignesEnAttente(demande);
  // To take the only line away would be to refuse.
  const plusieurs = enAttente.length > 1;
  return (
    <CheckGroup
      id="portees"
      legend={t('gestion.decision.accorde')}
      hint={t(`gestion.decision.${plusieurs ? 'accordeAide' : 'accordeAidePeriode'}`)}
      error={erreur}
    >
      {enAttente.map((ligne) => {
        const { portee, service } = ligne;
        const nom = boiteDe(portee);
        return (
          <Checkbox
            key={nom}
            id={nom}
            name={nom}
            value="oui"
            label={porteeEnMots(frame, service)}
            hint={fermee(ligne, jour) ? t('gestion.decision.ferme') : undefined}
            checked={etat.portees.includes(portee)}
          />
        );
      })}
    </CheckGroup>
  );
}

function Acceptation(props: DecisionProps) {
  const { frame, demande, part, etat } = props;
  const { t } = frame;
  const [ligne] = demande.lignes;
  return (
    <form
      class="pc-flow"
      method="post"
      action={`${adresseDemande(demande.id)}/acceptation`}
      novalidate
    >
      <Portees {...props} />
      <div class="pc-grid">
        <Field
          id="dateDebut"
          type="date"
          label={t('demandes.nouvelle.dateDebut')}
          required
          min={ligne?.dateDebut}
          max={ligne?.dateFin ?? undefined}
          value={etat.dateDebut}
          error={messageDe(props, 'dateDebut')}
        />
        <Field
          id="dateFin"
          type="date"
          label={t('demandes.nouvelle.dateFin')}
          optionalText={ligne?.dateFin ? undefined : t('demandes.nouvelle.facultatif')}
          min={ligne?.dateDebut}
          max={ligne?.dateFin ?? undefined}
          value={etat.dateFin}
          error={messageDe(props, 'dateFin')}
        />
      </div>
      {part === 'decideAvecMotif' && (
        <ChampMotif
          frame={frame}
          id="motifReferent"
          label={t('gestion.decision.motifReferent')}
          required
          hint={t('gestion.decision.motifReferentAide')}
          value={etat.motifReferent}
          error={messageDe(props, 'motifReferent')}
        />
      )}
      <ButtonGroup>
        <Button>{t('gestion.decision.accepter')}</Button>
      </ButtonGroup>
    </form>
  );
}

function Refus(props: DecisionProps) {
  const { frame, demande, etat } = props;
  const { t } = frame;
  return (
    <form class="pc-flow" method="post" action={`${adresseDemande(demande.id)}/refus`} novalidate>
      <ChampMotif
        frame={frame}
        label={t('gestion.masse.motif')}
        required
        value={etat.motif}
        error={messageDe(props, 'motif')}
      />
      <ButtonGroup>
        <Button kind="secondary">{t('gestion.decision.refuser')}</Button>
      </ButtonGroup>
    </form>
  );
}

/** Both answers, one under the other; or who else decides. */
export function Decision(props: DecisionProps) {
  const { frame, part } = props;
  const { t } = frame;
  if (part === 'principalSeul')
    return (
      <Block id="decision" title={t('gestion.decision.titre')}>
        <Alert t={t} kind="info" title={t('gestion.refus.interdite')} />
      </Block>
    );
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
