//! Closed lists in words, from `words/*/vocabulary.ftl`.

use kernel::Lang;

use super::{
    Cost, Format, Language, Lever, OrganizationKind, Public, ResourceKind, Transport, WayIn, WelcomeMode,
    Wheelchair,
};
use crate::words::words;

impl Cost {
    pub fn label(self, lang: Lang) -> String {
        let w = words(lang);
        match self {
            Cost::Free => w.cost_free(),
            Cost::Paid => w.cost_paid(),
        }
    }
}

impl WelcomeMode {
    pub fn label(self, lang: Lang) -> String {
        let w = words(lang);
        match self {
            WelcomeMode::Remote => w.welcome_remote(),
            WelcomeMode::OnSite => w.welcome_on_site(),
        }
    }
}

impl WayIn {
    pub fn label(self, lang: Lang) -> String {
        let w = words(lang);
        match self {
            WayIn::Email => w.way_email(),
            WayIn::WalkIn => w.way_walk_in(),
            WayIn::Telephone => w.way_telephone(),
            WayIn::Link => w.way_link(),
        }
    }
}

impl ResourceKind {
    pub fn label(self, lang: Lang) -> String {
        let w = words(lang);
        match self {
            ResourceKind::Accompaniment => w.kind_accompaniment(),
            ResourceKind::FinancialAid => w.kind_financial_aid(),
            ResourceKind::MaterialAid => w.kind_material_aid(),
            ResourceKind::Workshop => w.kind_workshop(),
            ResourceKind::Training => w.kind_training(),
            ResourceKind::Information => w.kind_information(),
        }
    }
}

impl Public {
    pub fn label(self, lang: Lang) -> String {
        let w = words(lang);
        match self {
            Public::Everyone => w.public_everyone(),
            Public::Working => w.public_working(),
            Public::OnMinimumIncome => w.public_minimum_income(),
            Public::JobSeekers => w.public_job_seekers(),
            Public::Students => w.public_students(),
            Public::Families => w.public_families(),
            Public::Women => w.public_women(),
            Public::Young => w.public_young(),
            Public::Disabled => w.public_disabled(),
            Public::InEmergency => w.public_emergency(),
            Public::InLegalTrouble => w.public_legal(),
            Public::Exiled => w.public_exiled(),
            Public::PriorityAreas => w.public_priority_areas(),
            Public::Seniors => w.public_seniors(),
        }
    }
}

impl Lever {
    pub fn label(self, lang: Lang) -> String {
        let w = words(lang);
        match self {
            Lever::Listen => w.lever_listen(),
            Lever::Gather => w.lever_gather(),
            Lever::ReachOut => w.lever_reach_out(),
            Lever::Support => w.lever_support(),
            Lever::TakePart => w.lever_take_part(),
        }
    }

    /// As somebody would ask for it: « Rencontrer du monde ».
    pub fn wish(self, lang: Lang) -> String {
        let w = words(lang);
        match self {
            Lever::Listen => w.lever_listen_long(),
            Lever::Gather => w.lever_gather_long(),
            Lever::ReachOut => w.lever_reach_out_long(),
            Lever::Support => w.lever_support_long(),
            Lever::TakePart => w.lever_take_part_long(),
        }
    }
}

impl Format {
    pub fn label(self, lang: Lang) -> String {
        let w = words(lang);
        match self {
            Format::OneToOne => w.format_one_to_one(),
            Format::Group => w.format_group(),
            Format::DropIn => w.format_drop_in(),
            Format::Outing => w.format_outing(),
            Format::HomeVisit => w.format_home_visit(),
            Format::Call => w.format_call(),
            Format::Online => w.format_online(),
            Format::Transport => w.format_transport(),
        }
    }
}

impl Transport {
    pub fn label(self, lang: Lang) -> String {
        let w = words(lang);
        match self {
            Transport::None => w.transport_none(),
            Transport::Bus => w.transport_bus(),
            Transport::Tram => w.transport_tram(),
            Transport::Metro => w.transport_metro(),
            Transport::Train => w.transport_train(),
            Transport::Pickup => w.transport_pickup(),
        }
    }
}

impl Wheelchair {
    pub fn label(self, lang: Lang) -> String {
        let w = words(lang);
        match self {
            Wheelchair::Yes => w.wheelchair_yes(),
            Wheelchair::Limited => w.wheelchair_limited(),
            Wheelchair::No => w.wheelchair_no(),
        }
    }
}

impl OrganizationKind {
    pub fn label(self, lang: Lang) -> String {
        let w = words(lang);
        match self {
            OrganizationKind::Association => w.organization_association(),
            OrganizationKind::Charity => w.organization_charity(),
            OrganizationKind::CitizenTeam => w.organization_citizen_team(),
            OrganizationKind::SocialCentre => w.organization_social_centre(),
            OrganizationKind::NeighbourhoodHouse => w.organization_neighbourhood_house(),
            OrganizationKind::SportsClub => w.organization_sports_club(),
            OrganizationKind::Library => w.organization_library(),
            OrganizationKind::CulturalPlace => w.organization_cultural_place(),
            OrganizationKind::Garden => w.organization_garden(),
            OrganizationKind::AdultLearning => w.organization_adult_learning(),
            OrganizationKind::YouthService => w.organization_youth_service(),
            OrganizationKind::SeniorResidence => w.organization_senior_residence(),
            OrganizationKind::HealthCentre => w.organization_health_centre(),
            OrganizationKind::Ccas => w.organization_ccas(),
            OrganizationKind::TownHall => w.organization_town_hall(),
            OrganizationKind::Company => w.organization_company(),
            OrganizationKind::PublicService => w.organization_public_service(),
        }
    }
}

impl Language {
    /// The code itself for a language nobody has named yet.
    pub fn label(&self, lang: Lang) -> String {
        let w = words(lang);
        match self.as_str() {
            "ar" => w.language_ar(),
            "en" => w.language_en(),
            "es" => w.language_es(),
            "it" => w.language_it(),
            "pt" => w.language_pt(),
            "tr" => w.language_tr(),
            "bn" => w.language_bn(),
            "de" => w.language_de(),
            "fa" => w.language_fa(),
            "pl" => w.language_pl(),
            "ps" => w.language_ps(),
            "ro" => w.language_ro(),
            "ta" => w.language_ta(),
            "so" => w.language_so(),
            "ru" => w.language_ru(),
            "zh" => w.language_zh(),
            "uk" => w.language_uk(),
            Language::SIGN => w.language_sign(),
            code => code.to_owned(),
        }
    }
}
