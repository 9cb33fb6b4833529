//! The program's arguments.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Parser, Subcommand};
use maxconsole::{BasePath, Bundle, MaxScaleUrlError, Options, TlsFiles, Upstream};

#[cfg(feature = "demo")]
use crate::demo::DemoArgs;

/// A web console for MariaDB MaxScale.
#[derive(Parser)]
#[command(version)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
    /// Log every forwarded request (method and path only)
    #[arg(long, short, global = true)]
    pub verbose: bool,
}

#[derive(Subcommand)]
pub enum Command {
    /// Serve the console and forward the REST API of a MaxScale
    Serve {
        /// MaxScale's address, such as https://maxscale.example:8989
        // Read later: in its message, clap would repeat a password that should not be there.
        #[arg(long, value_name = "URL")]
        maxscale: String,
        /// PEM file with the authorities to trust for MaxScale's certificate
        /// [default: those of this system]
        #[arg(long, value_name = "FILE")]
        maxscale_ca: Option<PathBuf>,
        #[command(flatten)]
        listening: Listening,
    },
    /// Serve the console with a simulated MaxScale, to try it out
    #[cfg(feature = "demo")]
    Demo {
        #[command(flatten)]
        demo: DemoArgs,
        #[command(flatten)]
        listening: Listening,
    },
}

/// Where browsers find the console.
#[derive(clap::Args)]
pub struct Listening {
    /// Address and port to listen on
    #[arg(long, value_name = "ADDR:PORT", default_value = "127.0.0.1:8989")]
    listen: SocketAddr,
    /// Path under which everything lies, such as /maxscale
    #[arg(long, value_name = "PATH", default_value = "/")]
    base_path: BasePath,
    /// PEM file with the certificate for HTTPS
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    tls_cert: Option<PathBuf>,
    /// PEM file with the certificate's private key
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    tls_key: Option<PathBuf>,
    /// Host name to answer to, beside localhost; may be given several times. On a loopback
    /// address no other name is answered
    #[arg(long, value_name = "NAME")]
    allowed_host: Vec<String>,
    /// Serve the console's files from this directory instead of the built-in ones
    #[arg(long, value_name = "DIR")]
    bundle: Option<PathBuf>,
}

impl Command {
    /// What the arguments mean. The clock of a simulation runs from here on.
    pub fn into_options(self) -> Result<Options, MaxScaleUrlError> {
        Ok(match self {
            Self::Serve { maxscale, maxscale_ca, listening } => {
                let url = maxscale.parse()?;
                listening.into_options(Upstream::MaxScale { url, ca: maxscale_ca })
            }
            #[cfg(feature = "demo")]
            Self::Demo { demo, listening } => {
                listening.into_options(Upstream::Demo(demo.simulation()))
            }
        })
    }
}

impl Listening {
    fn into_options(self, upstream: Upstream) -> Options {
        Options {
            listen: self.listen,
            upstream,
            base_path: self.base_path,
            tls: self.tls_cert.zip(self.tls_key).map(|(cert, key)| TlsFiles { cert, key }),
            bundle: self.bundle.map_or(Bundle::Embedded, Bundle::Directory),
            allowed_hosts: self.allowed_host,
        }
    }
}
