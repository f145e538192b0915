menu-finder = Find
