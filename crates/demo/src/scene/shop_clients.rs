//! Who comes to the webshop's services, and what they do there.

use crate::world::sessions::{ClientGroup, Shares, Workload};
use std::sync::Arc;
use std::time::Duration;

/// The clients of all services.
pub fn groups() -> Vec<ClientGroup> {
    vec![
        group("shop", 45, 1_800, shop()),
        group("shop-readonly", 24, 600, search()),
        group("reports", 3, 5_400, reports()),
        group("accounts", 30, 1_200, accounts()),
    ]
}

fn group(service: &str, clients: u32, stay: u64, workload: Workload) -> ClientGroup {
    ClientGroup {
        service: service.to_owned(),
        clients,
        stay: Duration::from_secs(stay),
        workload: Arc::new(workload),
    }
}

fn shop() -> Workload {
    Workload {
        users: &["webshop", "webshop", "webshop", "checkout"],
        program: "php-fpm",
        network: "10.20.8",
        shares: Shares { reads: 40, writes: 14, transactions: 6 },
        burst: 40,
        pause: Duration::from_millis(2_500),
        read: Duration::from_millis(320),
        write: Duration::from_millis(180),
        held: Duration::from_millis(700),
        one_long_in: 90,
        cycle: Duration::from_secs(660),
    }
}

fn search() -> Workload {
    Workload {
        users: &["search", "recommendations"],
        program: "node",
        network: "10.20.9",
        shares: Shares { reads: 50, writes: 0, transactions: 0 },
        burst: 60,
        read: Duration::from_millis(240),
        cycle: Duration::from_secs(660),
        ..shop()
    }
}

fn reports() -> Workload {
    Workload {
        users: &["reporting"],
        program: "python3",
        network: "10.20.40",
        shares: Shares { reads: 30, writes: 0, transactions: 0 },
        burst: 1,
        pause: Duration::from_secs(40),
        read: Duration::from_secs(35),
        cycle: Duration::ZERO,
        ..shop()
    }
}

fn accounts() -> Workload {
    Workload {
        users: &["accounts", "login"],
        program: "java",
        network: "10.30.8",
        shares: Shares { reads: 35, writes: 8, transactions: 7 },
        burst: 12,
        pause: Duration::from_secs(3),
        read: Duration::from_millis(60),
        write: Duration::from_millis(45),
        held: Duration::from_millis(900),
        one_long_in: 40,
        cycle: Duration::from_secs(1_020),
    }
}
