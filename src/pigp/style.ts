// The stylesheet of the PIGP stand-in: its own neutral look, light and dark, no State brand.
export const STYLE = `
:root {
  color-scheme: light dark;
  --fond: #f3f5f4;
  --surface: #ffffff;
  --encre: #16211f;
  --encre-2: #4a5a57;
  --trait: #cfd8d5;
  --champ: #74857f;
  --accent: #0d5c54;
  --accent-fort: #08423c;
  --sur-accent: #ffffff;
  --voile: #e3efec;
  --rouge: #a3221c;
  --rouge-voile: #fcefed;
  --vert: #1c6b3a;
  --bande: #123a36;
  --sur-bande: #eef6f4;
  --rayon: 10px;
  font-family: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --fond: #101716;
    --surface: #182220;
    --encre: #edf3f1;
    --encre-2: #b0c0bc;
    --trait: #33433f;
    --champ: #8a9c97;
    --accent: #7fd3c4;
    --accent-fort: #a8e5da;
    --sur-accent: #08231f;
    --voile: #1c302c;
    --rouge: #ffb0a8;
    --rouge-voile: #341b19;
    --vert: #8fdcac;
    --bande: #0a2421;
    --sur-bande: #dcebe8;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0;
  min-height: 100vh;
  display: flex;
  flex-direction: column;
  background: var(--fond);
  color: var(--encre);
  font-size: 1.0625rem;
  line-height: 1.55;
}
h1, h2, p, ul { margin: 0; }
p, li { text-wrap: pretty; }
a { color: var(--accent); text-underline-offset: 0.2em; }
a:hover { color: var(--accent-fort); text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 4px; }
main:focus { outline: none; }

.evitement { position: absolute; left: -999rem; }
.evitement:focus {
  left: 1rem; top: 0.5rem; z-index: 1; padding: 0.5rem 1rem;
  background: var(--surface);
}

.bandeau { background: var(--surface); border-bottom: 1px solid var(--trait); }
.bandeau__doublure {
  padding: 0.5rem 1.25rem;
  background: var(--bande); color: var(--sur-bande);
  font-size: 0.875rem; line-height: 1.4; text-align: center;
}
.bandeau__ligne {
  display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between;
  gap: 0.5rem 1.5rem;
  max-width: 72rem; min-height: 4.5rem; margin: 0 auto; padding: 0.75rem 1.25rem;
}
.bandeau__outils { display: flex; align-items: center; gap: 1.25rem; }
.lien-langue { padding: 0.375rem 0; font-size: 0.9375rem; }
.marque {
  display: inline-flex; align-items: center; gap: 0.75rem;
  color: var(--encre); font-weight: 650; line-height: 1.2; text-decoration: none;
}
.marque:hover { color: var(--accent); text-decoration: underline; }
.marque__signe {
  position: relative; flex: none; width: 1.75rem; height: 2.125rem;
  border-radius: 1rem 1rem 3px 3px; background: var(--accent);
}
.marque__signe::after {
  content: ''; position: absolute; left: 0.5rem; right: 0.5rem; bottom: 0; top: 0.625rem;
  border-radius: 0.5rem 0.5rem 0 0; background: var(--surface);
}

main { flex: 1; width: 100%; max-width: 72rem; margin: 0 auto; padding: 3.5rem 1.25rem 4rem; }
h1 {
  font-size: clamp(1.75rem, 1.2rem + 2.4vw, 2.75rem);
  font-weight: 680; line-height: 1.15; letter-spacing: -0.015em; text-wrap: balance;
}
h2 { font-size: 1.25rem; font-weight: 650; line-height: 1.3; }
.chapeau { color: var(--encre-2); font-size: 1.125rem; max-width: 38rem; }
.colonne { display: grid; gap: 2rem; }
.colonne--etroite { max-width: 42rem; gap: 1.5rem; }

.entree { display: grid; gap: 2rem; align-items: start; }
.rappel { display: grid; gap: 0.75rem; max-width: 32rem; color: var(--encre-2); }
.rappel { padding-left: 1.25rem; border-left: 3px solid var(--accent); }
.rappel ul { display: grid; gap: 0.375rem; padding-left: 1.125rem; }
.carte {
  display: grid; gap: 1.5rem; padding: 2rem;
  background: var(--surface); border: 1px solid var(--trait); border-radius: var(--rayon);
  box-shadow: 0 1px 2px rgb(8 35 31 / 6%), 0 12px 32px rgb(8 35 31 / 7%);
}
@media (min-width: 56rem) {
  main { padding-top: 5rem; }
  .entree { grid-template: 'titre carte' auto 'rappel carte' 1fr / minmax(0, 1fr) 27rem; }
  .entree { column-gap: 5rem; }
  .entree h1 { grid-area: titre; }
  .rappel { grid-area: rappel; }
  .carte { grid-area: carte; }
}

form { margin: 0; }
.carte form { display: grid; gap: 1.5rem; }
.champ { display: grid; gap: 0.375rem; }
.champ label { font-weight: 600; }
.champ__aide { color: var(--encre-2); font-size: 0.9375rem; line-height: 1.45; }
.champ input {
  width: 100%; min-height: 3rem; margin-top: 0.25rem; padding: 0.5rem 0.875rem;
  font: inherit; color: inherit; background: var(--surface);
  border: 1px solid var(--champ); border-radius: 6px;
}
.champ input:focus-visible { outline-offset: 1px; border-radius: 6px; }
.champ--erreur { padding-left: 1rem; border-left: 3px solid var(--rouge); }
.champ--erreur input { border-color: var(--rouge); }
.champ__erreur { color: var(--rouge); font-size: 0.9375rem; font-weight: 550; }

.bouton {
  display: inline-block; min-height: 3rem; padding: 0.6875rem 1.375rem;
  font: inherit; font-weight: 600; line-height: 1.5; text-align: center; text-decoration: none;
  color: var(--sur-accent); background: var(--accent);
  border: 1px solid var(--accent); border-radius: 6px; cursor: pointer;
}
.bouton:hover { color: var(--sur-accent); background: var(--accent-fort); text-decoration: none; }
.bouton--second { color: var(--accent); background: transparent; }
.bouton--second:hover { color: var(--accent-fort); background: var(--voile); }
.bouton--petit { min-height: 2.5rem; padding: 0.4375rem 1rem; font-size: 0.9375rem; }
.bouton--large { width: 100%; }
.choix { display: flex; flex-wrap: wrap; gap: 0.75rem; }

.message { padding: 1rem 1.25rem; border-left: 4px solid; border-radius: 4px; }
.message__titre { font-weight: 650; }
.message ul { padding-left: 1.125rem; margin-top: 0.375rem; }
.message--erreur { border-color: var(--rouge); background: var(--rouge-voile); }
.message--erreur .message__titre, .message--erreur a { color: var(--rouge); }
.message--fait { border-color: var(--vert); background: var(--voile); font-weight: 550; }
.code { color: var(--encre-2); font-size: 0.9375rem; }

.tuiles {
  display: grid; gap: 1rem; padding: 0; list-style: none;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr));
}
.tuile {
  position: relative; display: grid; gap: 0.375rem; align-content: start;
  min-height: 7.5rem; padding: 1.5rem;
  background: var(--surface); border: 1px solid var(--trait); border-radius: var(--rayon);
}
.tuile h2 { font-size: 1.125rem; }
.tuile h2 a { text-decoration: none; }
.tuile h2 a::after { content: ''; position: absolute; inset: 0; border-radius: var(--rayon); }
.tuile:hover { border-color: var(--accent); }
.tuile:hover h2 a { text-decoration: underline; }
.tuile p { color: var(--encre-2); font-size: 0.9375rem; }
.tuile--notre { background: var(--accent); border-color: var(--accent); }
.tuile--notre h2 a, .tuile--notre p { color: var(--sur-accent); }
.tuile--notre:hover { background: var(--accent-fort); }
.tuile a:focus-visible { outline: none; }
.tuile a:focus-visible::after { outline: 3px solid var(--encre); outline-offset: 3px; }
.echeance { padding-top: 1.25rem; border-top: 1px solid var(--trait); color: var(--encre-2); }

.pied { border-top: 1px solid var(--trait); color: var(--encre-2); font-size: 0.875rem; }
.pied p { max-width: 72rem; margin: 0 auto; padding: 1.25rem; }

@media (max-width: 30rem) {
  main { padding-top: 2rem; padding-bottom: 3rem; }
  .bandeau__outils { width: 100%; justify-content: space-between; }
  .carte { padding: 1.5rem 1.25rem; }
  .choix .bouton { width: 100%; }
  .tuile { min-height: 0; padding: 1.25rem; }
  .echeance { font-size: 0.9375rem; }
}
@media (forced-colors: active) {
  .marque__signe { border: 2px solid; }
  .tuile--notre { border-width: 3px; }
}
@media print {
  .bandeau__outils, .evitement { display: none; }
}
`;
