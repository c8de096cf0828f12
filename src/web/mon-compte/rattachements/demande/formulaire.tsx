// The fields of step 2 (guide p.11): period, comment, « Liste des services ».

import { adresses } from '../../../../domain/adresses.ts';
import { COMMENTAIRE_MAX } from '../../../../domain/demande/demande.ts';
import { couvre } from '../../../../domain/rattachement/portee.ts';
import type { ServiceLu } from '../../../../domain/structure/fiche.ts';
import type { Translate } from '../../../../platform/textes/index.ts';
import { Badge } from '../../../components/badge.tsx';
import { Button, ButtonGroup, ButtonLink } from '../../../components/button.tsx';
import { Checkbox } from '../../../components/checkbox.tsx';
import { Field } from '../../../components/field.tsx';
import { TextArea } from '../../../components/textarea.tsx';
import { adresseRecherche } from '../../../structures/form.ts';
import { ServicesACocher } from '../../../structures/services-a-cocher.tsx';
import type { ErreurDeDemande, EtatDuFormulaire } from './form.ts';
import { adresseDeLEtape, type Nature, type NatureProps } from './nature.ts';

/** What the person already has of a service, or asked. */
function situation({ nature }: NatureProps, serviceId: number | null) {
  const { droits, jour } = nature;
  const pour = { dateDebut: jour, dateFin: jour };
  if (droits.lignes.some((ligne) => couvre(ligne, serviceId, pour))) return 'acquis';
  const demande = droits.enCours.includes(null) || droits.enCours.includes(serviceId);
  return demande ? 'demande' : 'aucun';
}

function messageDe({ frame: { t }, nature, etat }: NatureProps, champ: string): string | undefined {
  const erreur = etat.erreurs.find((une) => une.champ === champ);
  return erreur && refusEnMots(t, nature, etat, erreur.motif);
}

function aDesServices({ services }: Nature, { recherche }: EtatDuFormulaire): boolean {
  return services.total > 0 || recherche !== '';
}

/** Why it is refused, in words that name no box but those that the page has. */
export function refusEnMots(
  t: Translate,
  nature: Nature,
  etat: EtatDuFormulaire,
  motif: ErreurDeDemande['motif'],
): string {
  const seule = motif === 'rienDeDemande' && !aDesServices(nature, etat);
  return t(`demandes.refus.${seule ? 'entiereManquante' : motif}`);
}

function Periode(props: NatureProps) {
  const { frame, etat } = props;
  const { t } = frame;
  return (
    <fieldset class="fr-fieldset">
      <legend class="fr-fieldset__legend">{t('demandes.nouvelle.nature')}</legend>
      <div class="pc-grid">
        <Field
          id="dateDebut"
          type="date"
          label={t('demandes.nouvelle.dateDebut')}
          required
          value={etat.dateDebut}
          error={messageDe(props, 'dateDebut')}
        />
        <Field
          id="dateFin"
          type="date"
          label={t('demandes.nouvelle.dateFin')}
          optionalText={t('demandes.nouvelle.facultatif')}
          value={etat.dateFin}
          error={messageDe(props, 'dateFin')}
        />
      </div>
      <TextArea
        t={t}
        id="commentaire"
        label={t('demandes.nouvelle.commentaire')}
        optionalText={t('demandes.nouvelle.facultatif')}
        hint={t('demandes.nouvelle.commentaireAide')}
        limitCharacters={COMMENTAIRE_MAX}
        value={etat.commentaire}
        error={messageDe(props, 'commentaire')}
      />
    </fieldset>
  );
}

function ListeDesServices(props: NatureProps) {
  const { frame, nature, etat } = props;
  const { t } = frame;
  const statut = (service: ServiceLu) => {
    const connu = situation(props, service.id);
    if (connu === 'aucun') return t('demandes.nouvelle.statuts.aucun');
    const kind = connu === 'acquis' ? 'success' : 'info';
    return <Badge kind={kind}>{t(`demandes.nouvelle.statuts.${connu}`)}</Badge>;
  };
  return (
    <>
      <p>{t('demandes.nouvelle.ouServices')}</p>
      <ServicesACocher
        frame={frame}
        services={nature.services}
        recherche={etat.recherche}
        coches={etat.services}
        caption={t('demandes.nouvelle.services')}
        label={({ libelle }) => t('demandes.nouvelle.selectionner', { service: libelle })}
        autresColonnes={[
          { key: 'statut', header: t('demandes.nouvelle.statutRattachement'), cell: statut },
        ]}
      />
    </>
  );
}

export function Formulaire(props: NatureProps) {
  const { frame, nature, etat } = props;
  const { t } = frame;
  const avecServices = aDesServices(nature, etat);
  const erreur = messageDe(props, 'entiere');
  return (
    <form class="pc-flow" method="post" action={adresseDeLEtape(nature)} novalidate>
      <Periode {...props} />
      <fieldset class="fr-fieldset" aria-describedby={erreur && 'entiere-erreur'}>
        <legend class="fr-fieldset__legend">{t('demandes.nouvelle.services')}</legend>
        {erreur && (
          <p class="fr-message fr-message--error" id="entiere-erreur">
            {erreur}
          </p>
        )}
        <Checkbox
          id="entiere"
          name="entiere"
          value="oui"
          label={t('demandes.nouvelle.entiere')}
          hint={t(
            avecServices ? 'demandes.nouvelle.entiereAide' : 'annuaire.structure.aucunServiceTexte',
          )}
          checked={etat.entiere || !avecServices}
        />
        {avecServices && <ListeDesServices {...props} />}
      </fieldset>
      <ButtonGroup>
        <Button name="acte" value="valider">
          {t('demandes.nouvelle.valider')}
        </Button>
        <Button kind="secondary" name="acte" value="continuer">
          {t('demandes.nouvelle.continuer')}
        </Button>
        <ButtonLink
          kind="tertiary"
          href={adresseRecherche(adresses.demanderRattachement, nature.criteres)}
        >
          {t('demandes.nouvelle.annuler')}
        </ButtonLink>
      </ButtonGroup>
    </form>
  );
}
