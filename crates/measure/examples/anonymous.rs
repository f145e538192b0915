//! What would be told of persons in a file: one list of persons a line, as JSON, answered by what is released,
//! or null. Held to another make's arithmetic by `tests/formats/anonymous.py`.

use std::io::{BufRead, Write, stdin, stdout};

use measure::anonymity::{K, Known, QUASI, release};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
struct Person {
    age: Option<i16>,
    civility: String,
    department: String,
    site: String,
    arm: Option<String>,
}

fn main() -> std::io::Result<()> {
    let mut out = stdout().lock();
    for line in stdin().lock().lines() {
        let persons: Vec<Person> = serde_json::from_str(&line?)?;
        writeln!(out, "{}", told(persons))?;
    }
    Ok(())
}

fn told(persons: Vec<Person>) -> Value {
    let known =
        |Person { age, civility, department, site, arm }| Known { age, civility, department, site, arm };
    let known: Vec<Known> = persons.into_iter().map(known).collect();
    match release(&known, K) {
        Some(release) => json!({ "columns": QUASI, "rows": release.rows, "masked": release.masked }),
        None => Value::Null,
    }
}
