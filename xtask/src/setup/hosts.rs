//! The web servers and systems of others that the files in `integrations/` are run in.
//!
//! Invariant: what is missing and cannot be installed is an error that says how to install it; none of it is started
//! as a service by us.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail, ensure};

use crate::project::ask;
use crate::step::{run, step};

/// A file that is there once its package of Debian is.
type Needed = (&'static str, &'static str);

/// `wordpress` brings PHP's part for its database along.
const NEEDED: [Needed; 7] = [
    ("/usr/bin/openssl", "openssl"),
    ("/usr/sbin/nginx", "nginx-light"),
    ("/usr/sbin/apache2", "apache2-bin"),
    ("/usr/bin/php", "php-cli"),
    ("/usr/share/php/Illuminate/View/autoload.php", "php-illuminate-view"),
    ("/usr/sbin/mariadbd", "mariadb-server"),
    ("/usr/share/wordpress/wp-settings.php", "wordpress"),
];

/// Makes sure that all of them are there, installed first where that is possible.
pub fn ready() -> Result<()> {
    let missing = missing(&NEEDED);
    if missing.is_empty() {
        return Ok(());
    }
    let root = ask(Command::new("id").arg("-u")).is_ok_and(|id| id == "0");
    let apt = ask(Command::new("apt-get").arg("--version")).is_ok();
    if !(root && apt) {
        bail!("{}", advice(&missing));
    }
    step("install web servers and PHP", || {
        run(Command::new("apt-get").args(["update", "-qq"]))?;
        let mut install = Command::new("apt-get");
        install.args(["install", "--yes", "-qq", "--no-install-recommends"]).args(&missing);
        // Run level 1 is the one in which Debian's packages start no service.
        run(install.env("DEBIAN_FRONTEND", "noninteractive").env("RUNLEVEL", "1"))
    })?;
    let missing = self::missing(&NEEDED);
    ensure!(missing.is_empty(), "apt-get did not bring {}", missing.join(", "));
    Ok(())
}

/// The packages whose files are not there.
fn missing(needed: &[Needed]) -> Vec<&'static str> {
    needed.iter().filter(|(file, _)| !Path::new(file).exists()).map(|(_, package)| *package).collect()
}

/// What to do where this program may not install anything.
fn advice(missing: &[&str]) -> String {
    format!(
        "the tests of `integrations/` need {}: run `apt-get install --no-install-recommends {}` (Debian and Ubuntu). \
         `cargo xtask test --quick` leaves these tests out",
        missing.join(", "),
        missing.join(" ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_there_is_named_with_the_way_to_get_it() {
        let missing = missing(&[("/bin/sh", "dash"), ("/no/such/server", "no-such-package")]);
        assert_eq!(missing, ["no-such-package"]);
        assert!(advice(&missing).contains("`apt-get install --no-install-recommends no-such-package`"));
    }
}
