//! What becomes of what an organization says: over the source, or beside it.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use kernel::Lang;
use kernel::contact::Email;
use platform::web::Problems;

use super::correction::Corrections;
use super::field::Field;
use super::form::Typed;
use super::told::{self, Room};
use crate::resource::Ages;
use crate::testing::choir;
use crate::vocabulary::{Cost, Format, Public};

const TODAY: Date = date(2026, 1, 13);

fn typed() -> Typed {
    Typed::of(&choir(), 1, TODAY)
}

/// The corrections that what was typed leads to, and the entry then shown.
fn after(typed: &Typed) -> (Corrections, crate::resource::Resource) {
    let source = choir();
    let told = typed.read(&mut Problems::default(), TODAY, Lang::Fr).expect("a form that can be kept");
    let said = told.said_of(source.clone());
    (told::kept(&source, &said), said)
}

#[test]
fn a_form_sent_as_it_was_shown_corrects_nothing() {
    let (corrections, said) = after(&typed());
    assert_eq!(corrections, Corrections::default());
    assert_eq!(said, choir());
}

#[test]
fn line_ends_and_spaces_that_a_browser_changes_correct_nothing() {
    let mut source = choir();
    source.description = "On chante.\r\nSans  audition. \n".to_owned();
    let form = Typed::of(&source, 1, TODAY);
    let told = form.read(&mut Problems::default(), TODAY, Lang::Fr).expect("a form that can be kept");
    assert_eq!(told::kept(&source, &told.said_of(source.clone())), Corrections::default());
}

#[test]
fn what_is_corrected_is_laid_over_the_source_and_outlives_its_next_import() {
    let mut form = typed();
    form.nom = "Chorale du mardi".to_owned();
    form.telephone = "04 65 71 00 99".to_owned();
    let (corrections, _) = after(&form);
    // The source is imported again, with another description and the same name as before.
    let mut imported = choir();
    imported.description = "Tous les âges.".to_owned();
    assert_eq!(corrections.disputed(&imported), []);
    corrections.lay_over(&mut imported);
    assert_eq!(imported.name, "Chorale du mardi");
    assert_eq!(imported.contact.phone.as_deref(), Some("04 65 71 00 99"));
    assert_eq!(imported.description, "Tous les âges.");
}

#[test]
fn a_source_that_says_something_new_of_a_corrected_field_is_seen() {
    let mut form = typed();
    form.cout = "payant".to_owned();
    form.cout_precisions = "2 € par séance".to_owned();
    let (corrections, said) = after(&form);
    assert_eq!(said.cost, Some(Cost::Paid));
    let mut imported = choir();
    imported.cost_note = Some("adhésion de 10 €".to_owned());
    assert_eq!(corrections.disputed(&imported), [Field::Cost]);
    imported.cost = Some(Cost::Paid);
    imported.cost_note = Some("2 € par séance".to_owned());
    assert_eq!(corrections.disputed(&imported), [], "it says the same as we do");
}

#[test]
fn full_until_a_day_keeps_the_places_counted_and_full_without_a_day_does_not() {
    let mut form = typed();
    form.place = "complet".to_owned();
    form.complet_jusqu_au = "2026-03-01".to_owned();
    let (_, said) = after(&form);
    assert_eq!((said.ties.places, said.ties.full_until), (Some(3), Some(date(2026, 3, 1))));
    assert_eq!(Room::of(&said, date(2026, 3, 1)), Room::Places(3));
    form.complet_jusqu_au = String::new();
    let (_, said) = after(&form);
    assert_eq!((said.ties.places, said.ties.full_until), (Some(0), None));
}

#[test]
fn what_cannot_be_kept_is_told_field_by_field() {
    let mut form = typed();
    form.nom = "  ".to_owned();
    form.semaine.mercredi = "l’après-midi".to_owned();
    form.place = "complet".to_owned();
    form.complet_jusqu_au = "2026-01-13".to_owned();
    form.par_mois = "0".to_owned();
    form.a_la_fois = "beaucoup".to_owned();
    form.pause_jusqu_au = "2126-02-01".to_owned();
    form.courriel = "bonjour".to_owned();
    let mut problems = Problems::default();
    assert_eq!(form.read(&mut problems, TODAY, Lang::Fr), None);
    let told: Vec<&str> = problems.iter().map(|problem| problem.field).collect();
    assert_eq!(
        told,
        ["nom", "mercredi", "complet_jusqu_au", "pause_jusqu_au", "a_la_fois", "par_mois", "courriel"]
    );
}

#[test]
fn hours_and_limits_are_known_here_whatever_the_source() {
    let mut form = typed();
    form.semaine.mardi = "14 h à 16 h".to_owned();
    form.a_la_fois = "2".to_owned();
    form.courriel_demandes = "demandes@voix-voisines.example".to_owned();
    let (corrections, said) = after(&form);
    assert_eq!(corrections, Corrections::default());
    assert_eq!(said.ties.schedule.as_deref(), Some("Tu 14:00-16:00"));
    assert_eq!(said.ties.most_at_once, Some(2));
    assert_eq!(said.ties.referral_email, Email::parse("demandes@voix-voisines.example"));
}

#[test]
fn whom_it_is_for_corrects_the_source_and_how_people_meet_is_known_here() {
    let mut form = typed();
    form.publics = vec!["seniors".to_owned(), "nobody".to_owned()];
    (form.age_de, form.age_a) = ("60".to_owned(), String::new());
    form.langues = vec!["ar".to_owned(), "fsl".to_owned()];
    (form.forme, form.a_plusieurs, form.accueil) = ("group".to_owned(), "12".to_owned(), "oui".to_owned());
    let (corrections, said) = after(&form);
    assert_eq!(said.publics, BTreeSet::from([Public::Seniors]));
    assert_eq!(said.ties.ages, Some(Ages { from: Some(60), to: None }));
    assert_eq!(said.ties.languages.len(), 2);
    assert_eq!((said.ties.format, said.ties.group_size), (Some(Format::Group), Some(12)));
    assert!(said.ties.accompanied_first_time);
    let mut imported = choir();
    imported.publics = BTreeSet::from([Public::Young]);
    assert_eq!(corrections.disputed(&imported), [Field::Whom]);
    corrections.clone().following(&[Field::Whom]).lay_over(&mut imported);
    assert_eq!(imported.publics, BTreeSet::from([Public::Young]), "the source is followed");
    corrections.lay_over(&mut imported);
    assert_eq!(imported.publics, BTreeSet::from([Public::Seniors]));
}

#[test]
fn ages_nobody_has_are_told_beside_their_field() {
    for (from, to, field) in [("200", "", "age_de"), ("60", "25", "age_a"), ("jeune", "", "age_de")] {
        let mut form = typed();
        (form.age_de, form.age_a) = (from.to_owned(), to.to_owned());
        let mut problems = Problems::default();
        assert_eq!(form.read(&mut problems, TODAY, Lang::Fr), None);
        let told: Vec<&str> = problems.iter().map(|problem| problem.field).collect();
        assert_eq!(told, [field], "{from} to {to}");
    }
}

#[test]
fn everybody_stands_alone_among_publics() {
    let mut form = typed();
    form.publics = vec!["femmes".to_owned(), "tous-publics".to_owned()];
    assert_eq!(after(&form).1.publics, BTreeSet::from([Public::Everyone]));
}
