//! Other hosts than ours, for the tests: programs that serve the built site as they do anywhere.

use std::fs::{self, File};
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::driver::free_port;
use crate::error::{Error, Result};
use crate::process;
use crate::project;
use crate::tools::debian;

/// How long a host may take until it listens; a loaded machine needs seconds.
const STARTING: Duration = Duration::from_secs(20);

/// The nginx around the sample: one process of its own that leaves everything else in peace.
const NGINX: &str = "\
{user}daemon off;
master_process off;
pid {folder}/nginx.pid;
include /etc/nginx/modules-enabled/*.conf;
events {}
http {
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  include {folder}/briefing.conf;
}
";

/// A host at work. Dropping it ends its program.
pub(crate) struct Host {
    process: Child,
    url: String,
}

impl Host {
    /// nginx with the sample configuration, in which only the port and the folder are changed.
    pub(crate) fn nginx(site: &Path) -> Result<Self> {
        let program = nginx()?;
        let port = free_port()?;
        let folder = project::notes().join("nginx");
        let sample = project::root().join("docs/hosts/nginx.conf");
        let text = fs::read_to_string(&sample).map_err(|error| Error::file("read", &sample, &error))?;
        let mut text = changed(&text, "listen 80;", &format!("listen 127.0.0.1:{port};"))?;
        text = changed(&text, "alias /var/www/briefing/;", &format!("alias \"{}/\";", site.display()))?;
        // Started by root it would read the site as somebody who may not be let into this folder.
        let user = if debian::can_install() { "user root;\n" } else { "" };
        let around = NGINX.replace("{user}", user).replace("{folder}", &folder.to_string_lossy());
        let write = |name: &str, text: &str| {
            let path = folder.join(name);
            fs::write(&path, text).map_err(|error| Error::file("write", &path, &error))
        };
        fs::create_dir_all(&folder).map_err(|error| Error::file("create", &folder, &error))?;
        write("briefing.conf", &text)?;
        write("nginx.conf", &around)?;
        let mut command = Command::new(program);
        command.args(["-e", "stderr", "-c"]).arg(folder.join("nginx.conf"));
        Self::start(command, "nginx", port, "briefing/")
    }

    /// The server that comes with Python, as it is.
    pub(crate) fn python(site: &Path) -> Result<Self> {
        if process::on_path("python3").is_none() && debian::can_install() {
            debian::install(&["python3"], "installing Python")?;
        }
        let program = process::on_path("python3").ok_or_else(|| {
            Error::new("the tests of hosts need Python 3, which was not found; install it from https://python.org")
        })?;
        let port = free_port()?;
        let mut command = Command::new(program);
        command.args(["-m", "http.server", &port.to_string(), "--bind", "127.0.0.1", "--directory"]).arg(site);
        Self::start(command, "python", port, "")
    }

    /// The address of the site, with a slash at its end.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    fn start(mut command: Command, name: &str, port: u16, path: &str) -> Result<Self> {
        let log = project::notes().join(format!("{name}.log"));
        let file = File::create(&log).map_err(|error| Error::file("write", &log, &error))?;
        let process = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(file)
            .spawn()
            .map_err(|error| Error::new(format!("{name} could not be started: {error}")))?;
        let mut host = Self { process, url: format!("http://127.0.0.1:{port}/{path}") };
        let started = Instant::now();
        while started.elapsed() < STARTING && matches!(host.process.try_wait(), Ok(None)) {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return Ok(host);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Err(Error::new(format!("{name} did not answer; see {} for what it said", project::shown(&log))))
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        // Both can only fail because the process has ended, which is what is wanted.
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// nginx, which for those who are not root is often where their PATH does not look.
fn nginx() -> Result<PathBuf> {
    let find =
        || process::on_path("nginx").or_else(|| Some(PathBuf::from("/usr/sbin/nginx")).filter(|path| path.is_file()));
    let brotli = || Path::new("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so").is_file();
    if (find().is_none() || !brotli()) && debian::can_install() {
        debian::install(&["nginx", "libnginx-mod-http-brotli-static"], "installing nginx")?;
    }
    find().ok_or_else(|| {
        Error::new(
            "the tests of hosts need nginx with brotli, which was not found; install it (on Debian or Ubuntu: \
             `apt-get install nginx libnginx-mod-http-brotli-static` as root)",
        )
    })
}

/// The sample with one of the lines that are marked for it changed.
fn changed(sample: &str, from: &str, to: &str) -> Result<String> {
    if sample.matches(from).count() == 1 {
        return Ok(sample.replacen(from, to, 1));
    }
    Err(Error::new(format!("docs/hosts/nginx.conf does not say `{from}` once, which is where the tests change it")))
}
