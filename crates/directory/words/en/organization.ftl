organization-offers = What is offered
organization-offers-nothing = No activity is described yet. Call to learn more.
organization-hours = Open
organization-website = Website
organization-accessibility = Accessibility of the place (Acceslibre)
organization-networks = Networks
organization-contact = Contact
organization-gone = This organisation has not been in the directory since { $day }.
