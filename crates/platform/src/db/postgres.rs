//! How PostgreSQL is spoken to: under TLS with its certificate checked, unless it is on this machine or the
//! address says otherwise (`?sslmode=disable`, in the words of its own programs).

use sqlx::Error;
use sqlx::postgres::{PgConnectOptions, PgSslMode};

use super::DbError;

/// Names of this machine, as they stand in an address.
pub(crate) fn is_this_machine(host: &str) -> bool {
    matches!(host, "" | "localhost" | "127.0.0.1" | "::1" | "[::1]")
}

/// What an address says, and what it leaves open. `PGSSLMODE` is not asked: an address that names a machine
/// elsewhere and nothing else must not depend on who starts the program.
pub(super) fn options(address: &str) -> Result<PgConnectOptions, DbError> {
    let options: PgConnectOptions = address.parse()?;
    if says_how(address) {
        return Ok(options);
    }
    // A path is a socket.
    let is_socket = options.get_socket().is_some() || options.get_host().starts_with('/');
    let is_here = is_socket || is_this_machine(options.get_host());
    Ok(options.ssl_mode(if is_here { PgSslMode::Disable } else { PgSslMode::VerifyFull }))
}

impl DbError {
    /// The server showed no certificate, or one that is not believed.
    pub fn is_unbelieved(&self) -> bool {
        match self {
            DbError::Engine(Error::Tls(_)) => true,
            DbError::Engine(Error::Io(error)) => {
                matches!(error.get_ref(), Some(inner) if inner.is::<tokio_rustls::rustls::Error>())
            }
            _ => false,
        }
    }
}

fn says_how(address: &str) -> bool {
    let said = url::Url::parse(address).ok();
    said.is_some_and(|url| url.query_pairs().any(|(key, _)| matches!(&*key, "sslmode" | "ssl-mode")))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::time::Duration;

    use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
    use uuid::Uuid;

    use super::*;
    use crate::db::{Db, Engine, Url};
    use crate::testing::Place;

    /// For the name `localhost` only.
    const CERTIFICATE: &str = include_str!("../oidc/tests/localhost.crt.pem");
    const KEY: &str = include_str!("../oidc/tests/localhost.key.pem");
    /// Of somebody else.
    const OTHER: &str = include_str!("other.crt.pem");

    fn mode(address: &str) -> PgSslMode {
        options(address).unwrap().get_ssl_mode()
    }

    #[test]
    fn a_server_elsewhere_shows_its_certificate_unless_the_address_says_otherwise() {
        for here in ["localhost", "127.0.0.1", "[::1]"] {
            assert!(matches!(mode(&format!("postgres://maillage@{here}/maillage")), PgSslMode::Disable));
        }
        assert!(matches!(mode("postgres:///maillage?host=/run/postgresql"), PgSslMode::Disable));
        assert!(matches!(mode("postgres://maillage@db.example.org/maillage"), PgSslMode::VerifyFull));
        assert!(matches!(
            mode("postgres://maillage@db.example.org/maillage?application_name=x"),
            PgSslMode::VerifyFull
        ));
        for (said, mode_said) in [("disable", "Disable"), ("require", "Require"), ("verify-ca", "VerifyCa")] {
            let address = format!("postgres://maillage@db.example.org/maillage?sslmode={said}");
            assert_eq!(format!("{:?}", mode(&address)), mode_said);
        }
    }

    /// A file of the server's own, readable to nobody else.
    async fn server_keeps(server: &mut PgConnection, name: &str, text: &str) {
        let lines = text.trim_end();
        let sql = format!(
            "COPY (SELECT regexp_split_to_table('{lines}', '\n')) TO PROGRAM 'umask 077; cat > {name}'"
        );
        server.execute(AssertSqlSafe(sql)).await.unwrap();
    }

    /// The server shows that certificate from now on to whoever asks, which no other story does.
    async fn server_speaks_tls(address: &str) {
        let mut server = PgConnection::connect(address).await.unwrap();
        server_keeps(&mut server, "maillage-test.crt", CERTIFICATE).await;
        server_keeps(&mut server, "maillage-test.key", KEY).await;
        for sql in [
            "ALTER SYSTEM SET ssl_cert_file = 'maillage-test.crt'",
            "ALTER SYSTEM SET ssl_key_file = 'maillage-test.key'",
            "ALTER SYSTEM SET ssl = on",
            "SELECT pg_reload_conf()",
        ] {
            server.execute(sql).await.unwrap();
        }
        for _ in 0..100 {
            let (is_on,): (String,) = sqlx::query_as("SHOW ssl").fetch_one(&mut server).await.unwrap();
            if is_on == "on" {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("the server did not take its certificate");
    }

    /// Whether it is spoken to, and under TLS.
    async fn opened(address: &str, how: &str) -> Result<bool, DbError> {
        let db = Db::open(&Url::parse(&format!("{address}?{how}")).unwrap()).await?;
        let sql = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
        let (is_secret,): (bool,) = db.read().await.unwrap().one(sql, &[]).await.unwrap();
        db.close().await;
        Ok(is_secret)
    }

    #[tokio::test]
    async fn postgresql_is_believed_by_its_certificate_and_its_name() {
        if !Place::engines().contains(&Engine::Postgres) {
            return;
        }
        let place = Place::on(Engine::Postgres).await;
        let here = place.url().as_str().to_owned();
        server_speaks_tls(&here).await;
        let files = [CERTIFICATE, OTHER].map(|text| {
            let file = std::env::temp_dir().join(format!("maillage-certificate-{}", Uuid::new_v4()));
            fs::write(&file, text).unwrap();
            file
        });
        let [own, other] =
            files.each_ref().map(|file| format!("sslmode=verify-full&sslrootcert={}", file.display()));
        let named = here.replace("127.0.0.1", "localhost");
        assert_ne!(here, named, "another name of the same server");

        assert!(opened(&named, &own).await.unwrap());
        for (address, how, why) in [
            (&named, other.as_str(), "vouched for by somebody else"),
            (&named, "sslmode=verify-full", "by nobody whom browsers know"),
            (&here, own.as_str(), "it is not called so"),
        ] {
            assert!(opened(address, how).await.unwrap_err().is_unbelieved(), "{why}");
        }
        assert!(!opened(&named, "sslmode=disable").await.unwrap(), "somebody said so");
        place.remove().await;
        files.iter().for_each(|file| fs::remove_file(file).unwrap());
    }
}
