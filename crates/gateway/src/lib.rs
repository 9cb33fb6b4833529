//! Serves the console and forwards the REST API of a MaxScale, real or simulated.
