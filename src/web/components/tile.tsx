// A way in, large enough to be seen first (screens §4); the whole surface leads to its link.
type Props = { href: string; title: string; text?: string | undefined };

export function Tile({ href, title, text }: Props) {
  return (
    <div class="fr-tile">
      <p class="fr-tile__title">
        <a class="fr-tile__link" href={href}>
          {title}
        </a>
      </p>
      {text && <p class="fr-tile__desc">{text}</p>}
    </div>
  );
}
