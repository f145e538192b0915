organization-offers = Ce qu’on y propose
organization-offers-nothing = Aucune activité n’est décrite pour l’instant. Appelez pour en savoir plus.
organization-hours = Accueil
organization-website = Site web
organization-accessibility = Accessibilité du lieu (Acceslibre)
organization-networks = Réseaux
organization-contact = Contact
# $day (String) - in words
organization-gone = Cette organisation n’est plus dans l’annuaire depuis le { $day }.
