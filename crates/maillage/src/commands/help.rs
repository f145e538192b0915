//! What `--help` says, in the language of the terminal. `clap` adds its own few words in English.

use clap::Command;
use kernel::Lang;

use crate::words::{Words, words};

/// The commands with every text of ours in a language.
pub(super) fn spoken(command: Command, lang: Lang) -> Command {
    in_words(command, "", words(lang))
}

/// A command, what it takes and the commands under it; `path` is where it stands: `site.add`.
fn in_words(command: Command, path: &str, w: &Words) -> Command {
    let command = match about(path, w) {
        Some(text) => command.about(text),
        None => command,
    };
    let command = command.mut_args(|arg| match help(path, arg.get_id().as_str(), w) {
        Some(text) => arg.help(text),
        None => arg,
    });
    command.mut_subcommands(|below| {
        let path = format!("{path}.{}", below.get_name());
        in_words(below, path.trim_start_matches('.'), w)
    })
}

fn about(path: &str, w: &Words) -> Option<String> {
    Some(match path {
        "" => w.help_maillage(),
        "demo" => w.help_demo(),
        "serve" => w.help_serve(),
        "site" => w.help_site(),
        "site.add" => w.help_site_add(),
        "invite" => w.help_invite(),
        "import" => w.help_import(),
        "import.data-inclusion" => w.help_data_inclusion(),
        "import.table" => w.help_import_table(),
        "import.calendar" => w.help_import_calendar(),
        "export" => w.help_export(),
        "duplicates" => w.help_duplicates(),
        "doctor" => w.help_doctor(),
        "audit" => w.help_audit(),
        "audit.verify" => w.help_audit_verify(),
        "backup" => w.help_backup(),
        "backup.verify" => w.help_backup_verify(),
        "restore" => w.help_restore(),
        "migrate-store" => w.help_migrate_store(),
        _ => return None,
    })
}

fn help(path: &str, option: &str, w: &Words) -> Option<String> {
    Some(match (path, option) {
        ("demo", "listen") => w.help_demo_listen(),
        ("demo", "data") => w.help_demo_data(),
        ("demo", "fresh") => w.help_demo_fresh(),
        ("demo", "public") => w.help_demo_public(),
        ("site.add", "name") => w.help_site_name(),
        ("site.add", "address") => w.help_site_address(),
        ("site.add", "phone") => w.help_site_phone(),
        ("site.add", "commune") => w.help_site_commune(),
        ("site.add", "consent") => w.help_site_consent(),
        ("invite", "email") => w.help_invite_email(),
        ("invite", "name") => w.help_invite_name(),
        ("invite", "role") => w.help_invite_role(),
        ("invite", "lift_second_step") => w.help_invite_lift(),
        ("invite", "site") => w.help_invite_site(),
        ("import.data-inclusion", "structures") => w.help_structures(),
        ("import.data-inclusion", "services") => w.help_services(),
        ("import.data-inclusion" | "import.table", "source") => w.help_import_source(),
        ("import.table" | "import.calendar", "file") => w.help_import_file(),
        ("import.table", "rows") => w.help_import_rows(),
        ("import.calendar", "resource") => w.help_import_resource(),
        ("export", "format") => w.help_export_format(),
        ("export", "out") => w.help_export_out(),
        ("audit.verify", "anchor") => w.help_audit_anchor(),
        ("audit.verify", "anchors") => w.help_audit_anchors(),
        ("backup", "out") => w.help_backup_out(),
        ("backup", "recipient") => w.help_backup_recipient(),
        ("backup.verify", "file") => w.help_backup_file(),
        ("backup.verify" | "restore", "identity") => w.help_identity(),
        ("restore", "from") => w.help_restore_from(),
        ("migrate-store", "from") => w.help_migrate_from(),
        ("migrate-store", "to") => w.help_migrate_to(),
        (_, "data") => w.help_data(),
        (_, "config") => w.help_config(),
        (_, "store") => w.help_store(),
        (_, "report_store") => w.help_report_store(),
        (_, "listen") => w.help_listen(),
        (_, "public_url") => w.help_public_url(),
        (_, "smtp") => w.help_smtp(),
        (_, "index") => w.help_index(),
        (_, "mail_from") => w.help_mail_from(),
        (_, "anchor_to") => w.help_anchor_to(),
        (_, "anchor_file") => w.help_anchor_file(),
        (_, "second_step") => w.help_second_step(),
        (_, "visitor_forms") => w.help_visitor_forms(),
        (_, "erased_file") => w.help_erased_file(),
        (_, "keep_trail_months") => w.help_keep_trail_months(),
        (_, "keep_closed_accounts_months") => w.help_keep_closed_accounts_months(),
        (_, "map_tiles") => w.help_map_tiles(),
        (_, "map_credit") => w.help_map_credit(),
        (_, "log") => w.help_log(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    /// Every path of a command, with those under it.
    fn all(command: &Command, path: &str) -> Vec<(String, Command)> {
        let below = command.get_subcommands().filter(|below| below.get_name() != "help");
        let deeper = below.flat_map(|below| {
            let path = format!("{path}.{}", below.get_name());
            all(below, path.trim_start_matches('.'))
        });
        [(path.to_owned(), command.clone())].into_iter().chain(deeper).collect()
    }

    #[test]
    fn every_command_and_option_says_what_it_is_for() {
        let w = words(Lang::Fr);
        for (path, command) in all(&super::super::Cli::command(), "") {
            assert!(about(&path, w).is_some(), "{path}");
            for arg in command.get_arguments() {
                let id = arg.get_id().as_str();
                assert!(help(&path, id, w).is_some() || ["help", "version"].contains(&id), "{path} --{id}");
            }
        }
    }

    #[test]
    fn help_is_read_in_the_language_of_the_terminal() {
        let said = |lang| spoken(super::super::Cli::command(), lang).render_help().to_string();
        assert!(said(Lang::Fr).contains("Sert l’installation d’une équipe"));
        assert!(said(Lang::En).contains("Serve a team’s installation"));
    }
}
