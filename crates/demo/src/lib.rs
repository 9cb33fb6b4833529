//! A simulated MaxScale: clusters, sessions and monitors, and the REST API over them.
