//! Who comes to the webshop's services, and what they do there.

use crate::world::sessions::{Flow, Habits, Shares};
use std::sync::Arc;
use std::time::Duration;

/// The clients of all services.
pub fn flows() -> Vec<Flow> {
    vec![
        flow("shop", 45, 1_800, shop()),
        flow("shop-readonly", 24, 600, search()),
        flow("reports", 3, 5_400, reports()),
        flow("accounts", 30, 1_200, accounts()),
    ]
}

fn flow(service: &str, clients: u32, stay: u64, habits: Habits) -> Flow {
    Flow {
        service: service.to_owned(),
        clients,
        stay: Duration::from_secs(stay),
        habits: Arc::new(habits),
    }
}

fn shop() -> Habits {
    Habits {
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
        tide: Duration::from_secs(660),
    }
}

fn search() -> Habits {
    Habits {
        users: &["search", "recommendations"],
        program: "node",
        network: "10.20.9",
        shares: Shares { reads: 50, writes: 0, transactions: 0 },
        burst: 60,
        read: Duration::from_millis(240),
        tide: Duration::from_secs(660),
        ..shop()
    }
}

fn reports() -> Habits {
    Habits {
        users: &["reporting"],
        program: "python3",
        network: "10.20.40",
        shares: Shares { reads: 30, writes: 0, transactions: 0 },
        burst: 1,
        pause: Duration::from_secs(40),
        read: Duration::from_secs(35),
        tide: Duration::ZERO,
        ..shop()
    }
}

fn accounts() -> Habits {
    Habits {
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
        tide: Duration::from_secs(1_020),
    }
}
