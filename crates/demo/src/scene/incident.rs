//! The webshop at two in the morning.

use super::shop::{self, SETTLING};
use super::shop_life;
use crate::world::World;
use std::time::SystemTime;

/// The world of the scene.
pub fn world(now: SystemTime, seed: u64) -> World {
    let mut world = shop::objects(now, seed);
    world.skip_to(now - SETTLING);
    world.begin(shop_life::flows(), SETTLING);
    world
}
