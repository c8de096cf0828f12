// When each subject of notifications is received: one choice a subject, in « Mes paramètres ».
import { adresses } from '../../../domain/adresses.ts';
import {
  type Preferences,
  type QualiteDeLecteur,
  rythmesOfferts,
  type Sujet,
  sujetsDe,
} from '../../../domain/notification/preferences.ts';
import { Select } from '../../components/select.tsx';
import type { Frame } from '../../layout/page.tsx';
import { champDuSujet, type EtatParametres, messageDErreur } from './form.ts';

/** What is stored of somebody's choices, and which subjects concern them. */
export type ChoixDeRythmes = { rythmes: Preferences; qualite: QualiteDeLecteur };

type Props = { frame: Frame; etat: EtatParametres; choix: ChoixDeRythmes };

export function Rythmes(props: Props) {
  const { t } = props.frame;
  const { qualite } = props.choix;
  return (
    <fieldset class="fr-fieldset" aria-describedby="rythmes-aide">
      <legend class="fr-fieldset__legend">{t('notifications.choix.titre')}</legend>
      <p class="fr-hint-text" id="rythmes-aide">
        {t('notifications.choix.aide')}
      </p>
      {qualite.seulGestionnaire && (
        <p class="fr-hint-text">{t('notifications.choix.seulGestionnaire')}</p>
      )}
      <div class="pc-grid">
        {sujetsDe(qualite).map((sujet) => (
          <RythmeDuSujet key={sujet} sujet={sujet} {...props} />
        ))}
      </div>
      <p>
        <a href={adresses.apercuDuReleve}>{t('notifications.choix.apercu')}</a>
      </p>
    </fieldset>
  );
}

function RythmeDuSujet({ frame: { t }, etat, choix, sujet }: Props & { sujet: Sujet }) {
  const champ = champDuSujet(sujet);
  const { enregistres } = etat;
  const offerts = rythmesOfferts(sujet, choix.qualite);
  const saisi = etat.rythmes[sujet];
  const erreur = etat.erreurs.find((une) => une.champ === champ);
  const aide =
    sujet === 'RECAPITULATIF' || sujet === 'DEMANDES_A_DECIDER'
      ? t(`notifications.aides.${sujet}`)
      : undefined;
  return (
    <Select
      id={champ}
      label={t(`notifications.sujets.${sujet}`)}
      hint={aide}
      // What was refused has no option: a browser would show, and send, the first one in its place.
      value={saisi && offerts.includes(saisi) ? saisi : choix.rythmes[sujet]}
      options={offerts.map((value) => ({
        value,
        label: t(`notifications.rythmes.${value}`),
      }))}
      error={erreur && messageDErreur(erreur, t)}
      other={
        enregistres && enregistres.rythmes[sujet] !== etat.rythmes[sujet]
          ? {
              label: t('pages.monCompte.enregistreMaintenant'),
              value: t(`notifications.rythmes.${enregistres.rythmes[sujet]}`),
            }
          : undefined
      }
    />
  );
}
