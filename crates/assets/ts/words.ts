/** The few sentences scripts say, in the page's language. */
const french = {
  suggestions: (count: number) =>
    count === 0
      ? "Aucune commune à ce nom."
      : count === 1
        ? "1 commune proposée, flèche bas pour la choisir."
        : `${count} communes proposées, flèche bas pour choisir.`,
  searchFailed: "La recherche n’a pas répondu. Rien n’est perdu : appuyez sur le bouton pour réessayer.",
  searchDone: "La liste est à jour.",
  mapTitle: "Carte. Flèches pour se déplacer, plus et moins pour zoomer, Entrée pour ouvrir le lieu le plus proche du centre.",
  mapAbsent: "La carte ne peut pas s’afficher sur cet appareil. La liste contient les mêmes lieux.",
  mapFailed: "La carte n’a pas pu être chargée. La liste contient les mêmes lieux.",
  zoomIn: "Zoomer",
  zoomOut: "Dézoomer",
  close: "Fermer",
  wheelHelp: "Ctrl et molette pour zoomer",
  wheelHelpMac: "⌘ et molette pour zoomer",
  touchHelp: "Deux doigts pour déplacer la carte",
  seePlace: "Voir la fiche",
  passkeyDeclined: "Rien n’a été fait : l’appareil n’a pas répondu, ou vous avez renoncé. Réessayez quand vous voulez.",
  passkeyKnown: "Cet appareil ouvre déjà votre compte : il n’y a rien à ajouter.",
  passkeyFailed: "Rien n’a été fait : cet appareil ou notre serveur n’a pas su répondre. Rechargez la page et réessayez.",
};

export type Words = typeof french;

const english: Words = {
  suggestions: (count: number) =>
    count === 0
      ? "No commune by that name."
      : count === 1
        ? "1 commune suggested, down arrow to choose it."
        : `${count} communes suggested, down arrow to choose.`,
  searchFailed: "The search did not answer. Nothing is lost: press the button to try again.",
  searchDone: "The list is up to date.",
  mapTitle: "Map. Arrows to move, plus and minus to zoom, Enter to open the place nearest to the centre.",
  mapAbsent: "The map cannot be shown on this device. The list holds the same places.",
  mapFailed: "The map could not be loaded. The list holds the same places.",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  close: "Close",
  wheelHelp: "Ctrl and wheel to zoom",
  wheelHelpMac: "⌘ and wheel to zoom",
  touchHelp: "Two fingers to move the map",
  seePlace: "See details",
  passkeyDeclined: "Nothing was done: the device did not answer, or you declined. Try again whenever you like.",
  passkeyKnown: "This device opens your account already: there is nothing to add.",
  passkeyFailed: "Nothing was done: this device or our server could not answer. Reload the page and try again.",
};

export const words: Words = document.documentElement.lang.startsWith("en") ? english : french;
