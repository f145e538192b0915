//! Arguments are named above a message in the order its function takes them.

/// Looks at every message of a French file whose comment names two arguments or more.
///
/// # Errors
/// One line for each message whose comment says another order than the generated function.
pub(crate) fn check(french: &str, generated: &str) -> Result<(), String> {
    let wrong: Vec<String> = declared(french)
        .into_iter()
        .filter(|(_, said)| said.len() > 1)
        .filter_map(|(message, said)| {
            let taken = taken(message, generated);
            (said != taken).then(|| {
                format!("{message}: the comment names {}, the sentence {}", said.join(", "), taken.join(", "))
            })
        })
        .collect();
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

/// Each message with the arguments its comment names: `# $name (Type)`.
fn declared(french: &str) -> Vec<(&str, Vec<&str>)> {
    let mut messages = Vec::new();
    let mut said = Vec::new();
    for line in french.lines() {
        if let Some(comment) = line.strip_prefix("# $") {
            said.extend(comment.split_whitespace().next());
        } else if let Some((message, _)) = line.split_once(" =")
            && !line.starts_with([' ', '#', '.'])
        {
            messages.push((message, std::mem::take(&mut said)));
        }
    }
    messages
}

/// The arguments as the generated function takes them, from its line in the table of contracts.
fn taken<'g>(message: &str, generated: &'g str) -> Vec<&'g str> {
    let start = format!("MessageContract {{ message: \"{message}\", attribute: None, vars: &[");
    let rest = generated.split_once(&start).map_or("", |(_, rest)| rest);
    let (list, _) = rest.split_once(']').unwrap_or_default();
    list.split(", ").map(|name| name.trim_matches('"')).filter(|name| !name.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONTRACT: &str = r#"
    MessageContract { message: "sent", attribute: None, vars: &["day", "to"], bool_vars: &[], elements: &[] },
"#;

    #[test]
    fn the_order_of_the_sentence_passes() {
        let french = "# $day (String) - a day\n# $to (String) - a name\nsent = Le { $day }, à { $to }.\n";
        assert_eq!(check(french, CONTRACT), Ok(()));
    }

    #[test]
    fn another_order_is_told() {
        let french = "# $to (String)\n# $day (String)\nsent = Le { $day }, à { $to }.\n";
        let error = "sent: the comment names to, day, the sentence day, to";
        assert_eq!(check(french, CONTRACT), Err(error.to_owned()));
    }

    #[test]
    fn a_message_the_table_does_not_hold_is_told() {
        let french = "# $to (String)\n# $day (String)\nlost = Le { $day }, à { $to }.\n";
        assert!(check(french, CONTRACT).unwrap_err().starts_with("lost: "));
    }

    #[test]
    fn one_argument_needs_no_order() {
        assert_eq!(check("# $to (String)\nlost = À { $to }\n    deux lignes = ici\n", CONTRACT), Ok(()));
    }
}
