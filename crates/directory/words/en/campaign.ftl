campaign-list = Verification campaigns
campaign-territory = Territory
campaign-territory-hint = A commune, an intercommunality or a département, by its name or code.
