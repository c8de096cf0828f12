// The structure's sheet, services and espaces, as its managers edit them.
export const ficheGestion = {
  titre: 'Fiche structure',
} as const;
