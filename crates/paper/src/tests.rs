//! Sheets set for real, and read back from what was laid out.

use jiff::civil::date;
use kernel::Lang;
use platform::paper::{Letters, NotPrinted, Picture, Press, Sheet};
use serde_json::{Value as Json, json};
use typst::layout::{Abs, Frame, FrameItem};
use typst_layout::PagedDocument;

use crate::{Typst, compose};

const FACTS: &str = "#import \"/look.typ\": *\n#show: sheet\n#let data = json(\"/data.json\")\n\
                     #title(said(data.name))\n#facts(data.lines)\n#rows(data.heads, data.cells)\n";

fn sheet(text: &str) -> Sheet {
    Sheet {
        template: FACTS,
        title: "Vos données".to_owned(),
        lang: Lang::Fr,
        letters: Letters::Normal,
        day: date(2026, 3, 31),
        data: json!({
            "name": "Mme Aline Dumont",
            "lines": [{ "label": "Un mot", "text": text }],
            "heads": ["Qui", "Quoi"],
            "cells": [["Nadia", "a lu"], ["Simon", text]],
        }),
        pictures: Vec::new(),
    }
}

/// Each line of each page, in the order it was laid out.
fn text(document: &PagedDocument) -> String {
    let mut told = String::new();
    for page in document.pages() {
        read(&page.frame, &mut told);
    }
    told
}

fn read(frame: &Frame, told: &mut String) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => read(&group.frame, told),
            FrameItem::Text(run) => told.push_str(&run.text),
            _ => {}
        }
    }
    told.push('\n');
}

/// Where the text that goes farthest ends, from the paper's left.
fn rightmost(frame: &Frame, from: Abs) -> Abs {
    let ends = frame.items().map(|(at, item)| match item {
        FrameItem::Group(group) => rightmost(&group.frame, from + at.x + group.transform.tx),
        FrameItem::Text(run) => from + at.x + run.width(),
        _ => from,
    });
    ends.max().unwrap_or(from)
}

fn set(sheet: &Sheet) -> String {
    assert!(Typst.print(sheet).unwrap().starts_with(b"%PDF-1.7"), "readable for everybody");
    text(&compose(sheet).unwrap())
}

#[test]
fn what_looks_like_a_template_is_text() {
    let typed =
        "#eval(\"1+1\") #read(\"/data.json\") *gras* _x_ $x^2$ \\ @note <a> `code` // rien = 1. - + ~ --- \"";
    let told = set(&sheet(typed)).replace('\n', " ");
    for word in typed.split(' ') {
        assert!(told.contains(word), "{word} in {told}");
    }
    assert!(!told.contains("“") && !told.contains("—"), "changed by nobody: {told}");
}

#[test]
fn other_alphabets_are_drawn_and_what_no_font_has_is_said_by_its_number() {
    let told = set(&sheet("Олена Ελένη ليلى Nguyễn Şükrü"));
    assert!(told.contains("Олена") && told.contains("Ελένη") && told.contains("Nguyễn"), "{told}");
    assert!(told.contains("Şükrü") && !told.contains("[U+"), "{told}");
    // Laid out from right to left.
    assert!("ليلى".chars().all(|letter| told.contains(letter)), "{told}");
    let told = set(&sheet("oui \u{1f600} \u{202e}non\u{7}\u{e000} 漢"));
    let said = "oui [U+1F600] [U+202E]non[U+0007][U+E000] [U+6F22]";
    assert!(told.contains(said) && told.contains("ne savent pas dessiner"), "{told}");
    assert!(!set(&sheet("rien d’étrange")).contains("dessiner"));
}

/// Every part that papers share, once.
const PARTS: &str = "#import \"/look.typ\": *\n#import \"/parts.typ\": *\n#show: sheet.with(is-letter: true)\n\
                     #let data = json(\"/data.json\")\n#call(data.call)\n#square(data.square)\n\
                     #ticks(data.boxes)\n#ticks-in-a-row(data.boxes)\n#facts-aside(data.lines)\n\
                     #facts-and-map(data.lines, data.map)\n#outcome(data.outcome)\n\
                     #letter(data.letter, said(\"Bonjour\"))\n#to-write(20mm)\n";

#[test]
fn what_papers_share_is_set_in_either_size_and_a_long_link_is_cut_in_lines() {
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9z'/></svg>";
    let picture = |name: &str| Picture { name: name.to_owned(), svg: svg.to_owned() };
    let link = format!("https://maillage.example/questions/{}", "aBcd".repeat(40));
    let data = json!({
        "call": { "who": null, "phone": "04 65 71 00 01" },
        "square": { "alt": "Un carré", "text": "À photographier", "address": link },
        "boxes": ["oui", "non"],
        "lines": [{ "label": "Quand", "text": "mardi" }, { "label": "Où", "text": "à Bron" }],
        "map": { "name": "map-0", "alt": "Un plan" },
        "outcome": { "title": "L’appel", "boxes": ["Pas de réponse"], "notes": "À noter" },
        "letter": { "from": ["La maison"], "to": ["Mme Dumont", "69500 Bron"], "day": "31 mars", "signed": ["Nadia"] },
    });
    let normal =
        Sheet { template: PARTS, data, pictures: vec![picture("square"), picture("map-0")], ..sheet("") };
    for letters in [Letters::Normal, Letters::Large] {
        let sheet = Sheet { letters, ..normal.clone() };
        let told = set(&sheet);
        for said in
            ["04 65 71 00 01", "À photographier", "oui", "mardi", "Pas de réponse", "69500 Bron", "Nadia"]
        {
            assert!(told.contains(said), "{said} in {told}");
        }
        assert!(told.replace('\n', "").contains(&link), "{told}");
        for page in compose(&sheet).unwrap().pages() {
            let (end, width) = (rightmost(&page.frame, Abs::zero()), page.frame.width());
            assert!(end < width - Abs::mm(15.0), "{} of {}", end.to_mm(), width.to_mm());
        }
        assert!(!told.contains("Maillage"), "a letter begins with whom it is from");
    }
}

#[test]
fn a_sign_in_the_title_does_not_stop_the_press() {
    let told = set(&Sheet { title: "Vos \u{1f600}".to_owned(), ..sheet("") });
    assert!(told.contains("Vos [U+1F600]"), "{told}");
}

#[test]
fn empty_text_and_text_of_many_pages_are_set() {
    set(&sheet(""));
    let long = set(&sheet(&"Elle aime chanter.\n".repeat(200)));
    assert!(long.contains("Page\u{a0}6 sur\u{a0}") && long.matches("Elle aime").count() == 400, "{long}");
    set(&sheet(&"a".repeat(4000)));
}

#[test]
fn large_letters_stand_in_one_column_and_the_same_is_said() {
    for lang in [Lang::Fr, Lang::En] {
        let normal = Sheet { lang, ..sheet("chanter") };
        let large = Sheet { letters: Letters::Large, ..normal.clone() };
        for word in ["Mme Aline Dumont", "Un mot", "Nadia", "a lu", "Simon"] {
            assert!(set(&large).contains(word) && set(&normal).contains(word), "{word}");
        }
    }
}

#[test]
fn the_same_sheet_gives_the_same_bytes() {
    let bytes = || Typst.print(&sheet("chanter")).unwrap();
    assert_eq!(bytes(), bytes());
}

#[test]
fn a_template_reaches_nothing_but_its_own() {
    let reaching = |reach: &'static str| {
        let template = Box::leak(format!("#import \"/look.typ\": *\n#show: sheet\n{reach}").into_boxed_str());
        Typst.print(&Sheet { template, ..sheet("") })
    };
    for reach in [
        "#read(\"/etc/passwd\")",
        "#import \"@preview/cetz:0.3.1\"",
        "#datetime.today()",
        "#image(\"/x.svg\")",
    ] {
        assert!(matches!(reaching(reach), Err(NotPrinted::Refused(_))), "{reach}");
    }
}

#[test]
fn a_picture_nobody_can_hear_of_is_refused() {
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9z'/></svg>";
    let with = |template: &'static str| {
        let pictures = vec![Picture { name: "code".to_owned(), svg: svg.to_owned() }];
        Typst.print(&Sheet { template, pictures, ..sheet("") })
    };
    let mute = "#import \"/look.typ\": *\n#show: sheet\n#image(\"/code.svg\")";
    let told = "#import \"/look.typ\": *\n#show: sheet\n#image(\"/code.svg\", alt: \"Un carré\")";
    assert!(with(mute).is_err());
    with(told).unwrap();
}

#[test]
fn data_keep_their_shape() {
    let data: Json = json!({ "a": [1, true, null, "x\r\ny\tz\u{200b}"], "b\u{1f600}": {} });
    let (drawable, changed) = crate::signs::drawable(&data);
    assert_eq!((drawable, changed), (json!({ "a": [1, true, null, "x\ny z"], "b\u{1f600}": {} }), false));
}
