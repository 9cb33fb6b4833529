//! A small shop: customers, products, orders and their items; and its warehouse.

use fastrand::Rng;

/// How many customers there are.
const CUSTOMERS: usize = 120;

/// How many orders they have made.
const ORDERS: usize = 300;

const TABLES: [&str; 10] = [
    "CREATE DATABASE shop",
    "CREATE TABLE shop.customers (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(80) NOT NULL, \
     email VARCHAR(120) NOT NULL, city VARCHAR(60), country CHAR(2) NOT NULL DEFAULT 'FI', \
     created_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP, UNIQUE KEY email (email), \
     KEY city (city))",
    "CREATE TABLE shop.products (id INT AUTO_INCREMENT PRIMARY KEY, sku VARCHAR(20) NOT NULL, \
     name VARCHAR(100) NOT NULL, category VARCHAR(40) NOT NULL, price DECIMAL(10,2) NOT NULL, \
     discontinued TINYINT(1) NOT NULL DEFAULT 0, UNIQUE KEY sku (sku), KEY category (category))",
    "CREATE TABLE shop.orders (id INT AUTO_INCREMENT PRIMARY KEY, customer_id INT NOT NULL, \
     status ENUM('new','paid','shipped','cancelled') NOT NULL DEFAULT 'new', \
     ordered_at DATETIME NOT NULL, note TEXT, KEY customer_id (customer_id), \
     KEY ordered_at (ordered_at), CONSTRAINT orders_customer FOREIGN KEY (customer_id) \
     REFERENCES shop.customers (id))",
    "CREATE TABLE shop.items (order_id INT NOT NULL, product_id INT NOT NULL, \
     quantity INT NOT NULL, price DECIMAL(10,2) NOT NULL, PRIMARY KEY (order_id, product_id), \
     KEY product_id (product_id), CONSTRAINT items_order FOREIGN KEY (order_id) REFERENCES \
     shop.orders (id) ON DELETE CASCADE, CONSTRAINT items_product FOREIGN KEY (product_id) \
     REFERENCES shop.products (id))",
    "CREATE VIEW shop.order_totals AS SELECT o.id AS order_id, o.customer_id, o.status, \
     o.ordered_at, SUM(i.quantity * i.price) AS total FROM shop.orders o JOIN shop.items i ON \
     i.order_id = o.id GROUP BY o.id",
    "CREATE VIEW shop.best_customers AS SELECT c.id, c.name, c.city, COUNT(t.order_id) AS orders, \
     SUM(t.total) AS spent FROM shop.customers c JOIN shop.order_totals t ON t.customer_id = c.id \
     WHERE t.status <> 'cancelled' GROUP BY c.id",
    "CREATE DATABASE warehouse",
    "CREATE TABLE warehouse.shelves (id INT AUTO_INCREMENT PRIMARY KEY, aisle CHAR(1) NOT NULL, \
     server_state SMALLINT NOT NULL, product_id INT NOT NULL, quantity INT UNSIGNED NOT NULL DEFAULT 0, \
     counted_at DATE, UNIQUE KEY spot (aisle, server_state))",
    "CREATE TABLE warehouse.deliveries (id INT AUTO_INCREMENT PRIMARY KEY, product_id INT NOT NULL, \
     quantity INT NOT NULL, weight DOUBLE, arrived_at DATETIME NOT NULL)",
];

const FIRST: [&str; 16] = [
    "Aino", "Ben", "Clara", "David", "Elif", "Finn", "Greta", "Hugo", "Ines", "Jonas", "Katja",
    "Liam", "Maija", "Noor", "Oskar", "Petra",
];

const LAST: [&str; 14] = [
    "Andersson",
    "Berg",
    "Costa",
    "Dubois",
    "Eriksen",
    "Fischer",
    "Garcia",
    "Hansen",
    "Ivanova",
    "Jensen",
    "Korhonen",
    "Lindqvist",
    "Moreau",
    "Novak",
];

const CITIES: [(&str, &str); 10] = [
    ("Helsinki", "FI"),
    ("Tampere", "FI"),
    ("Stockholm", "SE"),
    ("Oslo", "NO"),
    ("Berlin", "DE"),
    ("Hamburg", "DE"),
    ("Lyon", "FR"),
    ("Porto", "PT"),
    ("Dublin", "IE"),
    ("Prague", "CZ"),
];

const PRODUCTS: [(&str, &str, u32); 24] = [
    ("Desk lamp", "Lighting", 3490),
    ("Floor lamp", "Lighting", 8900),
    ("LED bulb, warm", "Lighting", 450),
    ("LED bulb, cold", "Lighting", 450),
    ("Notebook A5", "Paper", 320),
    ("Notebook A4", "Paper", 490),
    ("Sticky notes", "Paper", 210),
    ("Envelopes, 50", "Paper", 560),
    ("Ball pen, blue", "Writing", 120),
    ("Ball pen, black", "Writing", 120),
    ("Fountain pen", "Writing", 2750),
    ("Pencil set", "Writing", 890),
    ("Stapler", "Desk", 1240),
    ("Staples, 1000", "Desk", 280),
    ("Scissors", "Desk", 760),
    ("Tape dispenser", "Desk", 980),
    ("Letter tray", "Desk", 1150),
    ("Office chair", "Furniture", 18900),
    ("Standing desk", "Furniture", 44900),
    ("Bookshelf", "Furniture", 12900),
    ("Monitor arm", "Furniture", 7990),
    ("Paper shredder", "Machines", 9990),
    ("Label printer", "Machines", 6490),
    ("Laminator", "Machines", 3990),
];

/// The statements that make the shop: always the same ones.
pub fn statements() -> Vec<String> {
    let mut rng = Rng::with_seed(7);
    let mut all: Vec<String> = TABLES.map(str::to_owned).to_vec();
    all.push(insert("shop.customers(name, email, city, country, created_at)", customers(&mut rng)));
    all.push(insert("shop.products(sku, name, category, price, discontinued)", products()));
    all.push(insert("shop.orders(customer_id, status, ordered_at, note)", orders(&mut rng)));
    all.push(insert("shop.items", items(&mut rng)));
    all.push(insert(
        "warehouse.shelves(aisle, server_state, product_id, quantity, counted_at)",
        shelves(&mut rng),
    ));
    all.push(insert(
        "warehouse.deliveries(product_id, quantity, weight, arrived_at)",
        deliveries(&mut rng),
    ));
    all
}

fn insert(target: &str, rows: Vec<String>) -> String {
    format!("INSERT INTO {target} VALUES {}", rows.join(", "))
}

fn pick<'a, T>(rng: &mut Rng, list: &'a [T], otherwise: &'a T) -> &'a T {
    list.get(rng.usize(..list.len().max(1))).unwrap_or(otherwise)
}

fn moment(rng: &mut Rng, year: u32) -> String {
    let (month, day) = (rng.u32(1..=12), rng.u32(1..=28));
    let (hour, minute, second) = (rng.u32(7..22), rng.u32(..60), rng.u32(..60));
    format!("'{year}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}'")
}

fn price(cents: u32) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

fn customers(rng: &mut Rng) -> Vec<String> {
    let row = |number| {
        let (first, last) = (pick(rng, &FIRST, &""), pick(rng, &LAST, &""));
        let (city, country) = pick(rng, &CITIES, &("", ""));
        let mail = format!("{first}.{last}{number}@example.com").to_lowercase();
        format!("('{first} {last}', '{mail}', '{city}', '{country}', {})", moment(rng, 2023))
    };
    (1..=CUSTOMERS).map(row).collect()
}

fn products() -> Vec<String> {
    let row = |(index, (name, category, cents)): (usize, &(&str, &str, u32))| {
        let sku =
            format!("{}-{:03}", category.get(..2).unwrap_or_default().to_uppercase(), index + 1);
        let is_gone = u8::from(index % 11 == 10);
        format!("('{sku}', '{name}', '{category}', {}, {is_gone})", price(*cents))
    };
    PRODUCTS.iter().enumerate().map(row).collect()
}

fn orders(rng: &mut Rng) -> Vec<String> {
    let row = |_| {
        let status =
            pick(rng, &["new", "paid", "shipped", "shipped", "shipped", "cancelled"], &"new");
        let note = if rng.u32(..8) == 0 { "'Leave it at the door'" } else { "NULL" };
        format!("({}, '{status}', {}, {note})", rng.usize(1..=CUSTOMERS), moment(rng, 2024))
    };
    (0..ORDERS).map(row).collect()
}

fn items(rng: &mut Rng) -> Vec<String> {
    let mut rows = Vec::new();
    for order in 1..=ORDERS {
        let first = rng.usize(..PRODUCTS.len());
        for step in 0..rng.usize(1..=4) {
            let index = (first + step * 5) % PRODUCTS.len();
            let cents = PRODUCTS.get(index).map_or(0, |product| product.2);
            rows.push(format!("({order}, {}, {}, {})", index + 1, rng.u32(1..=6), price(cents)));
        }
    }
    rows
}

fn shelves(rng: &mut Rng) -> Vec<String> {
    let row = |index| {
        let aisle = pick(rng, &["A", "B", "C", "D"], &"A");
        let counted = format!("'2024-06-{:02}'", rng.u32(1..=28));
        format!(
            "('{aisle}', {}, {}, {}, {counted})",
            index + 1,
            index % PRODUCTS.len() + 1,
            rng.u32(..400)
        )
    };
    (0..60).map(row).collect()
}

fn deliveries(rng: &mut Rng) -> Vec<String> {
    let row = |_| {
        let weight = f64::from(rng.u32(10..9_000)) / 10.0;
        let product = rng.usize(1..=PRODUCTS.len());
        format!("({product}, {}, {weight}, {})", rng.u32(5..200), moment(rng, 2024))
    };
    (0..40).map(row).collect()
}
