//! Small cases of matching, and what holds for all of them.

use directory::resource::{Ages, Resource, Ties, Zone};
use directory::vocabulary::{
    Coded, Cost, Format, Language, Lever, Public, Theme, Topic, Transport, WelcomeMode, Wheelchair,
};
use jiff::civil::{Weekday, date};
use kernel::Lang;

use super::builders::{TODAY, aline, resource, seen};
use super::model::{Asked, Candidate, Past, Profile, Ranking};
use super::reasons::{Exclusion, Reason};
use super::{rules, shipped};
use crate::assessment::model::{Constraint, HalfDay, Means, Need, Reach, Slot};

fn rank<'s>(profile: &Profile, candidates: Vec<Candidate<'s>>) -> Ranking<'s> {
    rules::rank(profile, candidates, shipped().unwrap())
}

fn topic(slug: &str) -> Topic {
    Topic::parse(slug).unwrap()
}

/// Why one resource, one kilometre away, is set aside.
fn excluded(profile: &Profile, resource: &Resource) -> Option<Exclusion> {
    rank(profile, vec![seen(resource, 1.0)]).excluded.pop().map(|excluded| excluded.why)
}

/// The reasons given for one resource one kilometre away.
fn reasons(profile: &Profile, resource: &Resource) -> Vec<Reason> {
    let ranking = rank(profile, vec![seen(resource, 1.0)]);
    ranking.matches.into_iter().flat_map(|ranked| ranked.terms).map(|term| term.reason).collect()
}

fn choir() -> Resource {
    let ties = Ties {
        levers: vec![Lever::Gather, Lever::TakePart],
        topics: [topic("chant"), topic("musique")].into(),
        format: Some(Format::Group),
        group_size: Some(14),
        places: Some(3),
        schedule: Some("Tu 14:30-16:30".to_owned()),
        transport: Some(Transport::Tram),
        accompanied_first_time: true,
        verified_on: Some(date(2025, 10, 2)),
        ..Ties::default()
    };
    let lien_social = Theme::from_code("remobilisation--lien-social").unwrap();
    Resource { cost: Some(Cost::Free), themes: [lien_social].into(), ..resource("chorale", ties) }
}

/// Everything against at once.
fn far_canteen() -> Resource {
    let ties = Ties {
        group_size: Some(60),
        schedule: Some("Mo-Fr 12:00-12:45".to_owned()),
        transport: Some(Transport::None),
        hearing_loop: Some(false),
        ..Ties::default()
    };
    Resource {
        cost: Some(Cost::Paid),
        publics: [Public::JobSeekers].into(),
        updated_on: date(2023, 11, 2),
        contact: directory::contact::Contact::default(),
        ..resource("cantine", ties)
    }
}

fn told_aline() -> Profile {
    Profile {
        levers: [Lever::Gather].into(),
        topics: [topic("chant"), topic("jardinage")].into(),
        needs: [Need::Ties].into(),
        constraints: [
            Constraint::FreeOrNearly,
            Constraint::SmallGroup,
            Constraint::AccompaniedFirst,
            Constraint::HearingLoop,
            Constraint::Wheelchair,
        ]
        .into(),
        languages: [Language::parse("pt").unwrap()].into(),
        times: [Slot { day: Weekday::Tuesday, half: HalfDay::Afternoon }].into(),
        reach: Reach { km: Some(3), by: Some(Means::Bus) },
        ..aline()
    }
}

/// A ranking as the page says it, with its arithmetic.
fn said(ranking: &Ranking<'_>, profile: &Profile, lang: Lang) -> String {
    let mut text = String::new();
    for ranked in &ranking.matches {
        text.push_str(&format!("{} = {}\n", ranked.candidate.resource.name, ranked.score()));
        for term in &ranked.terms {
            text.push_str(&format!("{:+} {}\n", term.points, term.line(&profile.home, lang).text));
        }
    }
    for excluded in &ranking.excluded {
        let why = excluded.why.say(&profile.home, lang);
        text.push_str(&format!("{} ✗ {why}\n", excluded.candidate.resource.name));
    }
    text.push_str(&format!("farther: {}\n", ranking.farther));
    text.replace('\u{a0}', " ")
}

#[test]
fn every_line_is_said_in_french_and_in_english() {
    let (choir, canteen) = (choir(), far_canteen());
    let busy = Candidate { load: 4, past: Past::Tried, ..seen(&canteen, 3.0) };
    let profile = told_aline();
    let ranking = rank(&profile, vec![busy, seen(&choir, 0.65)]);
    insta::assert_snapshot!("lines_fr", said(&ranking, &profile, Lang::Fr));
    insta::assert_snapshot!("lines_en", said(&ranking, &profile, Lang::En));
}

#[test]
fn every_limit_is_said_in_french_and_in_english() {
    let ties = |ties| resource("x", ties);
    let venissieux = || vec![Zone::parse("69259").unwrap()];
    let resources = [
        Resource { name: "réservée".to_owned(), zones: venissieux(), ..ties(Ties::default()) },
        Resource {
            name: "visites d’à côté".to_owned(),
            ..ties(Ties { format: Some(Format::HomeVisit), home_zones: venissieux(), ..Ties::default() })
        },
        Resource {
            name: "jeunes".to_owned(),
            publics: [Public::Young, Public::Students].into(),
            ..ties(Ties { ages: Some(Ages { from: Some(12), to: Some(25) }), ..Ties::default() })
        },
        Resource {
            name: "que les jeunes".to_owned(),
            publics: [Public::Young].into(),
            ..ties(Ties::default())
        },
        Resource {
            name: "complet".to_owned(),
            ..ties(Ties { places: Some(0), verified_on: Some(TODAY), ..Ties::default() })
        },
        Resource {
            name: "complet un temps".to_owned(),
            ..ties(Ties { full_until: Some(date(2026, 4, 30)), ..Ties::default() })
        },
        Resource {
            name: "fête passée".to_owned(),
            ..ties(Ties { schedule: Some("2026 Jan 10 14:00-18:00".to_owned()), ..Ties::default() })
        },
        Resource {
            name: "escalier".to_owned(),
            ..ties(Ties { wheelchair: Some(Wheelchair::No), ..Ties::default() })
        },
    ];
    let choir = choir();
    let mut candidates: Vec<Candidate<'_>> = resources.iter().map(|one| seen(one, 1.0)).collect();
    candidates.push(Candidate { past: Past::Tied, ..seen(&choir, 0.5) });
    candidates.push(seen(&choir, 40.0));
    let profile = told_aline();
    let ranking = rank(&profile, candidates);
    insta::assert_snapshot!("limits_fr", said(&ranking, &profile, Lang::Fr));
    insta::assert_snapshot!("limits_en", said(&ranking, &profile, Lang::En));
}

#[test]
fn somebody_who_stays_at_home_is_offered_what_comes_to_them() {
    let profile = Profile { constraints: [Constraint::HomeOnly].into(), ..aline() };
    let visits = resource(
        "visites",
        Ties {
            format: Some(Format::HomeVisit),
            home_zones: vec![Zone::parse("69029").unwrap()],
            ..Ties::default()
        },
    );
    let line =
        Resource { welcome_modes: [WelcomeMode::Remote].into(), ..resource("écoute", Ties::default()) };
    let choir = choir();
    let ranking = rank(&profile, vec![seen(&choir, 0.1), seen(&line, 300.0), seen(&visits, 3.0)]);
    let names: Vec<&str> =
        ranking.matches.iter().map(|ranked| ranked.candidate.resource.name.as_str()).collect();
    assert_eq!(names, ["visites", "écoute"]);
    assert_eq!(ranking.excluded.len(), 1);
    assert_eq!(ranking.excluded[0].why, Exclusion::Outside);
}

#[test]
fn a_wheelchair_is_a_limit_where_it_cannot_get_in_and_a_doubt_where_nobody_knows() {
    let profile = Profile { constraints: [Constraint::Wheelchair].into(), ..aline() };
    let steps = resource("escalier", Ties { wheelchair: Some(Wheelchair::No), ..Ties::default() });
    assert_eq!(excluded(&profile, &steps), Some(Exclusion::NoWheelchair));
    assert_eq!(excluded(&aline(), &steps), None);
    assert!(reasons(&profile, &resource("?", Ties::default())).contains(&Reason::WheelchairUnknown));
}

#[test]
fn a_transport_that_is_needed_weighs_more_than_the_tram() {
    let profile = Profile { constraints: [Constraint::TransportNeeded].into(), ..aline() };
    let fetched = resource("navette", Ties { transport: Some(Transport::Pickup), ..Ties::default() });
    let tram = resource("tram", Ties { transport: Some(Transport::Tram), ..Ties::default() });
    let ranking = rank(&profile, vec![seen(&tram, 0.2), seen(&fetched, 5.0)]);
    assert_eq!(ranking.matches[0].candidate.resource.name, "navette");
    assert!(reasons(&profile, &tram).contains(&Reason::NotFetched));
}

#[test]
fn a_pickup_for_another_commune_fetches_nobody_here() {
    let ties = Ties {
        transport: Some(Transport::Pickup),
        home_zones: vec![Zone::parse("69259").unwrap()],
        ..Ties::default()
    };
    assert!(!reasons(&aline(), &resource("navette", ties)).contains(&Reason::Fetched { needed: false }));
}

#[test]
fn the_first_two_requests_to_an_organization_do_not_count() {
    let choir = choir();
    let score = |load| rank(&aline(), vec![Candidate { load, ..seen(&choir, 1.0) }]).matches[0].score();
    assert_eq!(score(0), score(2));
    assert_eq!(score(2) - score(4), 6.0);
    assert_eq!(score(7), score(200));
}

#[test]
fn a_public_that_may_or_may_not_include_the_person_is_only_a_doubt() {
    let of = |publics: &[Public]| Resource {
        publics: publics.iter().copied().collect(),
        ..resource("x", Ties::default())
    };
    assert_eq!(excluded(&aline(), &of(&[Public::Young])), Some(Exclusion::Public([Public::Young].into())));
    assert_eq!(excluded(&aline(), &of(&[Public::Young, Public::Seniors])), None);
    let doubt = Reason::PublicToCheck([Public::JobSeekers].into());
    assert!(reasons(&aline(), &of(&[Public::Young, Public::JobSeekers])).contains(&doubt));
    assert!(!reasons(&aline(), &of(&[Public::Seniors, Public::JobSeekers])).contains(&doubt));
    let nobody_knows = Profile { age: None, civility: None, ..aline() };
    assert_eq!(excluded(&nobody_knows, &of(&[Public::Young])), None);
}

#[test]
fn without_a_place_or_a_centre_only_what_comes_or_is_remote_is_left() {
    let choir = choir();
    let lost = Candidate { at: None, ..seen(&choir, 1.0) };
    assert_eq!(rank(&aline(), vec![lost]).farther, 1);
}

#[test]
fn a_search_radius_replaces_what_the_person_can_travel() {
    let choir = choir();
    let wide = Profile { asked_km: Some(50.0), ..told_aline() };
    assert_eq!(rank(&told_aline(), vec![seen(&choir, 20.0)]).farther, 1);
    assert_eq!(rank(&wide, vec![seen(&choir, 20.0)]).matches.len(), 1);
}

#[test]
fn a_feast_is_offered_until_its_day() {
    let feast = |text: &str| resource("fête", Ties { schedule: Some(text.to_owned()), ..Ties::default() });
    assert_eq!(TODAY, date(2026, 1, 13));
    assert_eq!(excluded(&aline(), &feast("2026 Jan 13 14:00-18:00")), None);
    assert_eq!(excluded(&aline(), &feast("2026 Jan 12 14:00-18:00")), Some(Exclusion::Over));
}

#[test]
fn a_pause_and_the_limits_an_organization_set_put_it_aside_in_words() {
    let until = date(2026, 2, 1);
    let paused = resource("x", Ties { paused_until: Some(until), places: Some(3), ..Ties::default() });
    assert_eq!(excluded(&aline(), &paused), Some(Exclusion::Paused(until)));
    let limited = resource("x", Ties { most_at_once: Some(2), most_a_month: Some(3), ..Ties::default() });
    let fate = |waiting, this_month| {
        let candidate = Candidate { asked: Asked { waiting, this_month }, ..seen(&limited, 1.0) };
        rank(&aline(), vec![candidate]).excluded.first().map(|excluded| excluded.why.clone())
    };
    assert_eq!(fate(1, 2), None);
    assert_eq!(fate(2, 2), Some(Exclusion::AtOnce(2)));
    assert_eq!(fate(0, 3), Some(Exclusion::AMonth(3)));
    let home = aline().home;
    assert_eq!(
        Exclusion::AtOnce(2).say(&home, Lang::Fr),
        "A déjà 2 demandes en attente, autant qu’elle en accepte"
    );
}

#[test]
fn what_is_full_and_keeps_a_waiting_list_comes_late_instead_of_not_at_all() {
    let full = Ties { places: Some(0), verified_on: Some(TODAY), ..Ties::default() };
    assert_eq!(excluded(&aline(), &resource("x", full.clone())), Some(Exclusion::Full(None)));
    let listed = resource("x", Ties { waiting_list: true, ..full });
    assert!(reasons(&aline(), &listed).contains(&Reason::WaitingList));
    let open = resource("x", Ties { waiting_list: true, places: Some(2), ..Ties::default() });
    assert!(!reasons(&aline(), &open).contains(&Reason::WaitingList));
}

#[test]
fn what_has_just_failed_outweighs_what_was_once_checked() {
    let checked = resource("x", Ties { verified_on: Some(TODAY), ..Ties::default() });
    assert!(reasons(&aline(), &checked).contains(&Reason::Verified { months: 0 }));
    let doubted = Candidate { is_doubted: true, ..seen(&checked, 1.0) };
    let ranking = rank(&aline(), vec![doubted]);
    let reasons: Vec<Reason> = ranking.matches[0].terms.iter().map(|term| term.reason.clone()).collect();
    assert!(reasons.contains(&Reason::Doubted) && !reasons.contains(&Reason::Verified { months: 0 }));
}

#[test]
fn full_without_a_day_is_no_limit_once_nobody_would_believe_it() {
    let said_on =
        |said_on| resource("x", Ties { places: Some(0), verified_on: Some(said_on), ..Ties::default() });
    let (believed, doubtful) = (said_on(date(2025, 10, 16)), said_on(date(2025, 10, 15)));
    assert_eq!(excluded(&aline(), &believed), Some(Exclusion::Full(None)));
    assert_eq!(excluded(&aline(), &doubtful), None);
    assert!(reasons(&aline(), &doubtful).contains(&Reason::FullToConfirm(date(2025, 10, 15))));
    let listed = Resource { ties: Ties { waiting_list: true, ..doubtful.ties.clone() }, ..doubtful };
    assert!(!reasons(&aline(), &listed).contains(&Reason::WaitingList), "one may just ask");
}
