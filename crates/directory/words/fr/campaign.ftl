campaign-list = Campagnes de vérification
campaign-territory = Territoire
campaign-territory-hint = Une commune, une intercommunalité ou un département, par son nom ou son code.
