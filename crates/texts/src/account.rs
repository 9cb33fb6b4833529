//! The accounts of MaxScale.

texts! { in account;
    administrator: "administrator", "Administrator";
    external: "external account", "externes Konto";
    read_only: "read-only", "nur lesend";
}
