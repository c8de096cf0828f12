// The fields of « Ajouter un abonnement » (screens §7): for what, which espaces, in which mode, a comment.
import { MODES } from '../../../../domain/abonnement/abonnement.ts';
import type { DroitNomme } from '../../../../domain/abonnement/queries-situation.ts';
import { adresseAjoutSur, adresses } from '../../../../domain/adresses.ts';
import { COMMENTAIRE_MAX } from '../../../../domain/demande/demande.ts';
import { libelleEspace } from '../../../../domain/espace/espace.ts';
import type { Translate } from '../../../../platform/textes/index.ts';
import { Button, ButtonGroup, ButtonLink } from '../../../components/button.tsx';
import { CheckGroup } from '../../../components/check-group.tsx';
import { Checkbox } from '../../../components/checkbox.tsx';
import { RadioGroup } from '../../../components/radio.tsx';
import { TextArea } from '../../../components/textarea.tsx';
import type { Frame } from '../../../layout/page.tsx';
import { ServicesACocher } from '../../../structures/services-a-cocher.tsx';
import { boiteDEspace, type ErreurDAjout, type EtatDAjout } from './form.ts';
import type { Ajout } from './lire.ts';

export type AjoutProps = { frame: Frame; ajout: Ajout; etat: EtatDAjout };

/** Why it is refused, in words that name no box but those that the page has. */
export function refusEnMots(
  t: Translate,
  ajout: Ajout,
  etat: EtatDAjout,
  motif: ErreurDAjout['motif'],
): string {
  if (motif === 'porteeManquante' && !ajout.entiere) return t('abonnements.refus.serviceManquant');
  if (motif === 'porteeManquante' && !aDesServices(ajout, etat))
    return t('abonnements.refus.entiereManquante');
  if (motif === 'tropDAbonnements' && !ajout.entiere) return t('abonnements.refus.tropDeServices');
  return t(`abonnements.refus.${motif}`);
}

function aDesServices({ services }: Ajout, { recherche }: EtatDAjout): boolean {
  return services.total > 0 || recherche !== '';
}

function messageDe({ frame: { t }, ajout, etat }: AjoutProps, champ: string): string | undefined {
  const erreur = etat.erreurs.find((une) => une.champ === champ);
  return erreur && refusEnMots(t, ajout, etat, erreur.motif);
}

function Portees(props: AjoutProps) {
  const { frame, ajout, etat } = props;
  const { t } = frame;
  const { services, entiere } = ajout;
  const erreur = messageDe(props, 'portees');
  const avecServices = aDesServices(ajout, etat);
  return (
    <CheckGroup id="portees" legend={t('abonnements.ajout.portees')} error={erreur}>
      {entiere && (
        <Checkbox
          id="entiere"
          name="entiere"
          value="oui"
          label={t('abonnements.ajout.entiere')}
          hint={avecServices ? t('abonnements.ajout.entiereAide') : undefined}
          checked={etat.entiere}
        />
      )}
      {avecServices && (
        <>
          <p>{t(`abonnements.ajout.${entiere ? 'ouServices' : 'vosServices'}`)}</p>
          <ServicesACocher
            frame={frame}
            services={services}
            recherche={etat.recherche}
            coches={etat.services}
            caption={t('abonnements.ajout.portees')}
            label={({ libelle }) => t('abonnements.ajout.cocherService', { service: libelle })}
          />
        </>
      )}
    </CheckGroup>
  );
}

// What the person has of an espace already, or asked: scope and mode.
function dejaDit({ frame: { t }, ajout }: AjoutProps, espaceId: number): string | undefined {
  const quoi = (droits: DroitNomme[]) =>
    droits
      .filter((droit) => droit.espaceId === espaceId)
      .map(({ service, mode }) =>
        t('abonnements.ajout.portee', {
          portee: service ?? t('abonnements.entiere'),
          mode: t(`abonnements.modes.${mode}`),
        }),
      )
      .join(', ');
  const [acquis, enCours] = [quoi(ajout.siens.acquis), quoi(ajout.siens.enCours)];
  const dits = [
    ...(acquis ? [t('abonnements.ajout.acquis', { quoi: acquis })] : []),
    ...(enCours ? [t('abonnements.ajout.enCours', { quoi: enCours })] : []),
  ];
  return dits.length > 0 ? dits.join(' – ') : undefined;
}

function Espaces(props: AjoutProps) {
  const { frame, ajout, etat } = props;
  const { t, langue } = frame;
  const erreur = messageDe(props, 'espaces');
  return (
    <CheckGroup
      id="espaces"
      legend={t('abonnements.ajout.espaces')}
      hint={t('abonnements.ajout.espacesAide')}
      error={erreur}
    >
      {ajout.espaces.map((espace) => {
        const nom = boiteDEspace(espace.code);
        const direct =
          espace.validationRequise || ajout.gere
            ? undefined
            : t('abonnements.ajout.sansValidation');
        return (
          <Checkbox
            key={nom}
            id={nom}
            name={nom}
            value="oui"
            label={libelleEspace(espace, langue)}
            hint={dejaDit(props, espace.id) ?? direct}
            checked={etat.espaces.includes(espace.code)}
          />
        );
      })}
    </CheckGroup>
  );
}

export function Formulaire(props: AjoutProps) {
  const { frame, ajout, etat } = props;
  const { t } = frame;
  return (
    <form class="pc-flow" method="post" action={adresseAjoutSur(ajout.structure.id)} novalidate>
      <Portees {...props} />
      <Espaces {...props} />
      <RadioGroup
        id="mode"
        label={t('abonnements.ajout.mode')}
        required
        value={etat.mode ?? ''}
        options={MODES.map((mode) => ({
          value: mode,
          label: t(`abonnements.modes.${mode}`),
          hint: t(`abonnements.ajout.modes.${mode}`),
        }))}
        error={messageDe(props, 'mode')}
      />
      <TextArea
        t={t}
        id="commentaire"
        label={t('abonnements.ajout.commentaire')}
        optionalText={t('abonnements.ajout.facultatif')}
        hint={t('abonnements.ajout.commentaireAide')}
        value={etat.commentaire}
        limitCharacters={COMMENTAIRE_MAX}
        error={messageDe(props, 'commentaire')}
      />
      <ButtonGroup>
        <Button name="acte" value="valider">
          {t('abonnements.ajout.valider')}
        </Button>
        <ButtonLink kind="secondary" href={adresses.abonnements}>
          {t('abonnements.ajout.annuler')}
        </ButtonLink>
      </ButtonGroup>
    </form>
  );
}
