menu-finder = Trouver
